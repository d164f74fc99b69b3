// SPDX-License-Identifier: MIT
#pragma once

/// Numbers of sqlite3.h, which only src/sqlite/ includes.
namespace esep::table {

/// Action codes of sqlite3_set_authorizer.
inline constexpr int kRead = 20;
inline constexpr int kSelect = 21;
inline constexpr int kFunction = 31;

/// Ids of sqlite3_limit.
enum LimitId {
  kLength = 0,
  kSqlLength = 1,
  kExpressionDepth = 3,
  kCompoundSelect = 4,
  kProgramLength = 5,
  kFunctionArguments = 6,
  kAttached = 7,
  kPatternLength = 8
};

}  // namespace esep::table
