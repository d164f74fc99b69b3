// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/message.h"
#include "sqlite/run_watch.h"
#include "sqlite/value.h"

struct sqlite3_stmt;

namespace esep::sqlite {

class Database;

/// One prepared statement. Text behind it is refused (SQLITE-ERROR). Parameters count from 1, columns from 0. It must
/// not outlive its Database.
///
/// Threads: it belongs to the thread that uses its Database.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  ~Statement();
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;

  // Texts and bytes are copied.
  Statement& bind(int index, std::nullptr_t);
  Statement& bind(int index, int64_t value);
  Statement& bind(int index, int value) { return bind(index, int64_t{value}); }
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
  Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
  Statement& bind(int index, const Value& value);
  Statement& bind_blob(int index, std::string_view bytes);
  /// Without a copy: the bytes must live until the statement has run and its bindings are cleared.
  Statement& bind_in_place(int index, std::string_view bytes);

  bool step();   // true: there is a row; false: there is none any more
  void run();    // steps to the end, then resets
  void reset();  // keeps the bindings
  void clear_bindings();
  /// The error of a run that a limit of the Database stops, instead of SQLITE-INTERRUPTED and SQLITE-TIME.
  void say_when_stopped(Message message) { when_stopped_ = std::move(message); }

  [[nodiscard]] int column_count() const;
  [[nodiscard]] std::string column_name(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;            // NULL reads as ""
  [[nodiscard]] std::string_view text_view(int column) const;  // valid until the next step or reset
  [[nodiscard]] std::string_view blob_view(int column) const;  // valid until the next step or reset
  [[nodiscard]] Value value(int column) const;

 private:
  Statement& bind_bytes(int index, std::string_view bytes, void (*release)(void*));
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  RunWatch* watch_;  // of the Database
  Run run_;
  Message when_stopped_;
};

}  // namespace esep::sqlite
