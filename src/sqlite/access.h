// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

namespace esep::sqlite {

/// One thing that a statement wants to do: the action code and the four texts of sqlite3_set_authorizer. A text that is
/// absent is empty. The texts are valid during the call alone.
struct Access {
  int action = 0;
  std::string_view first;
  std::string_view second;
  std::string_view database;
  std::string_view trigger;
};

/// True allows, false denies (SQLITE-DENIED). An exception denies too. Called in the thread that prepares the
/// statement.
using Authorizer = std::function<bool(const Access&)>;

}  // namespace esep::sqlite
