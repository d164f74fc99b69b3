// SPDX-License-Identifier: MIT
#include "sqlite/statement.h"

#include <sqlite3.h>

#include "base/error.h"
#include "sqlite/check.h"
#include "sqlite/database.h"

namespace esep::sqlite {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

namespace {

// The next statement of `sql`, which then begins after it; null if only white space and comments are left.
sqlite3_stmt* prepare_next(sqlite3* database, std::string_view& sql) {
  sqlite3_stmt* statement = nullptr;
  const char* tail = nullptr;
  check(database, sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, &tail));
  sql.remove_prefix(static_cast<size_t>(tail - sql.data()));
  return statement;
}

[[noreturn]] void fail(const char* reason) { throw Error(Message("SQLITE-ERROR", {{"reason", reason}, {"file", ""}})); }

void refuse_real(sqlite3_stmt* statement, int column) {
  if (sqlite3_column_type(statement, column) == SQLITE_FLOAT) fail("REAL");
}

}  // namespace

Statement::Statement(const Database& database, std::string_view sql) : watch_(&database.watch()) {
  if (sql.find('\0') != std::string_view::npos) fail("zero byte");  // SQLite would drop what follows
  if (sql.data() != nullptr) handle_.reset(prepare_next(database.handle(), sql));
  if (!handle_) fail("no statement");
  while (!sql.empty()) {
    const size_t before = sql.size();
    const std::unique_ptr<sqlite3_stmt, Finalize> second(prepare_next(database.handle(), sql));
    if (second) fail("more than one statement");
    if (sql.size() == before) break;
  }
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;

Statement& Statement::bind(int index, std::nullptr_t) {
  check(sqlite3_db_handle(handle_.get()), sqlite3_bind_null(handle_.get(), index));
  return *this;
}

Statement& Statement::bind(int index, int64_t value) {
  check(sqlite3_db_handle(handle_.get()), sqlite3_bind_int64(handle_.get(), index, value));
  return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
  // A null pointer would bind NULL: an empty view must stay an empty text.
  const char* data = text.data() == nullptr ? "" : text.data();
  check(sqlite3_db_handle(handle_.get()),
        sqlite3_bind_text64(handle_.get(), index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int index, const Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return bind(index, *number);
  if (const auto* text = std::get_if<std::string>(&value)) return bind(index, std::string_view(*text));
  if (const auto* blob = std::get_if<Blob>(&value)) {
    return bind_blob(index, {reinterpret_cast<const char*>(blob->data()), blob->size()});
  }
  return bind(index, nullptr);
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
  return bind_bytes(index, bytes, SQLITE_TRANSIENT);
}

Statement& Statement::bind_in_place(int index, std::string_view bytes) {
  return bind_bytes(index, bytes, SQLITE_STATIC);
}

Statement& Statement::bind_bytes(int index, std::string_view bytes, void (*release)(void*)) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  check(sqlite3_db_handle(handle_.get()), sqlite3_bind_blob64(handle_.get(), index, data, bytes.size(), release));
  return *this;
}

bool Statement::step() {
  const RunWatch::Call call(*watch_, run_);
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_INTERRUPT && !when_stopped_.empty()) throw Error(when_stopped_);
  check_run(sqlite3_db_handle(handle_.get()), code, run_);
  return code == SQLITE_ROW;
}

void Statement::run() {
  try {
    while (step()) {
    }
  } catch (...) {
    reset();
    throw;
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  run_ = {};
  // The step limit is one run's, but SQLite counts on over all runs of a statement.
  sqlite3_stmt_status(handle_.get(), SQLITE_STMTSTATUS_VM_STEP, 1);
}

void Statement::clear_bindings() { sqlite3_clear_bindings(handle_.get()); }

int Statement::column_count() const { return sqlite3_column_count(handle_.get()); }
std::string Statement::column_name(int column) const { return sqlite3_column_name(handle_.get(), column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

int64_t Statement::integer(int column) const {
  refuse_real(handle_.get(), column);
  return sqlite3_column_int64(handle_.get(), column);
}

std::string Statement::text(int column) const { return std::string(text_view(column)); }

std::string_view Statement::text_view(int column) const {
  refuse_real(handle_.get(), column);
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  return text == nullptr ? std::string_view{}
                         : std::string_view(text, static_cast<size_t>(sqlite3_column_bytes(handle_.get(), column)));
}

std::string_view Statement::blob_view(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  return bytes == nullptr ? std::string_view{}
                          : std::string_view(bytes, static_cast<size_t>(sqlite3_column_bytes(handle_.get(), column)));
}

Value Statement::value(int column) const {
  switch (sqlite3_column_type(handle_.get(), column)) {
    case SQLITE_INTEGER:
      return integer(column);
    case SQLITE_TEXT:
      return text(column);
    case SQLITE_BLOB: {
      const std::string_view bytes = blob_view(column);
      const auto* data = reinterpret_cast<const std::byte*>(bytes.data());
      return Blob(data, data + bytes.size());
    }
    case SQLITE_FLOAT:
      fail("REAL");
    default:
      return std::monostate{};
  }
}

}  // namespace esep::sqlite
