// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "sqlite/value.h"

struct sqlite3_context;
struct sqlite3_value;

/// Functions of our own that SQL may call. SQLite calls them in the thread that runs the statement.
namespace esep::sqlite {

/// What an SQL function got and what it gives back. It is valid during the call alone.
class FunctionCall {
 public:
  FunctionCall(sqlite3_context* context, int count, sqlite3_value** values);
  [[nodiscard]] int size() const { return count_; }
  /// `index` counts from 0. A REAL makes the statement fail.
  [[nodiscard]] Value arg(int index) const;
  [[nodiscard]] bool is_null(int index) const;
  void result(const Value& value) const;
  /// Makes the statement fail with this text (SQLITE-ERROR).
  void fail(std::string_view text) const;

 private:
  sqlite3_context* context_;
  int count_;
  sqlite3_value** values_;
};

/// An exception of the function makes the statement fail with its text.
using ScalarFunction = std::function<void(const FunctionCall&)>;

/// One run of an aggregate: `step` for every row, then `finish` once.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  virtual void step(const FunctionCall& call) = 0;
  virtual void finish(const FunctionCall& call) = 0;
};
using MakeAggregate = std::function<std::unique_ptr<Aggregate>()>;

}  // namespace esep::sqlite
