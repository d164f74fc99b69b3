// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_context;
struct sqlite3_value;

/// The only folder that includes sqlite3.h. Every call goes through one check; a failure is an esep::Error with
/// key SQLITE-… (SQLITE-BUSY, SQLITE-FULL, SQLITE-READONLY, SQLITE-CORRUPT, SQLITE-INTERRUPTED, SQLITE-CONSTRAINT,
/// SQLITE-CANTOPEN, SQLITE-DENIED, SQLITE-ERROR) and the arguments {reason}, {file}.
namespace esep::sqlite {

using Blob = std::vector<std::byte>;
/// What SQLite stores. REAL is absent: this engine has no floating point; reading a REAL column throws.
using Value = std::variant<std::monostate, int64_t, std::string, Blob>;

class Statement;

/// What an SQL function got and gives back. `fail` makes the statement fail with that text.
class FunctionCall {
 public:
  FunctionCall(sqlite3_context* context, int count, sqlite3_value** values);
  [[nodiscard]] int size() const { return count_; }
  [[nodiscard]] Value arg(int index) const;
  [[nodiscard]] bool is_null(int index) const;
  void result(const Value& value) const;
  void fail(std::string_view text) const;

 private:
  sqlite3_context* context_;
  int count_;
  sqlite3_value** values_;
};

using ScalarFunction = std::function<void(const FunctionCall&)>;

/// One aggregate run: step for every row, then finish once.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  virtual void step(const FunctionCall& call) = 0;
  virtual void finish(const FunctionCall& call) = 0;
};

/// What a statement being prepared wants to do (sqlite3_set_authorizer's action code and four texts, null as "").
struct Access {
  int action = 0;
  std::string_view first;
  std::string_view second;
  std::string_view database;
  std::string_view trigger;
};

enum class OpenMode { read_only, read_write, create };

class Database {
 public:
  /// Opens a file with foreign keys on, trusted_schema off, busy timeout 10 s.
  Database(const std::filesystem::path& file, OpenMode mode);
  /// A private database that lives in memory and spills to a temporary file when large.
  [[nodiscard]] static Database temporary();
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  /// Runs statements separated by `;` that return no rows.
  void execute(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const;
  /// First column of the first row, nullopt when there is no row.
  [[nodiscard]] std::optional<Value> value(std::string_view sql, std::span<const Value> parameters = {}) const;
  [[nodiscard]] int64_t last_insert_id() const;
  [[nodiscard]] int64_t changes() const;
  [[nodiscard]] bool in_transaction() const;

  /// Deterministic scalar function / aggregate, `arguments` -1 for any number.
  void add_function(const std::string& name, int arguments, ScalarFunction function);
  void add_aggregate(const std::string& name, int arguments, std::function<std::unique_ptr<Aggregate>()> make);
  /// Called while statements are prepared; false denies. Empty removes it.
  void set_authorizer(std::function<bool(const Access&)> allow);
  /// Interrupts a run of a statement that takes more than `steps` virtual-machine instructions (counted from its
  /// last reset); 0 removes the limit.
  void set_step_limit(int64_t steps);
  /// sqlite3_limit with the ids of sqlite3.h.
  void set_limit(int id, int value);
  /// Copy of this database, as it stands committed, into `file` (sqlite3_backup). SQLITE-BUSY while this very
  /// connection is in a write transaction.
  void backup_to(const std::filesystem::path& file) const;

  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Hooks;
  explicit Database(sqlite3* handle);
  std::unique_ptr<sqlite3, Close> handle_;
  std::unique_ptr<Hooks> hooks_;
};

/// A prepared statement, exactly one: text behind it is refused. Bind 1-based; `step` gives the next row; read columns
/// 0-based.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  ~Statement();
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;

  Statement& bind(int index, std::nullptr_t);
  Statement& bind(int index, int64_t value);
  Statement& bind(int index, int value) { return bind(index, int64_t{value}); }
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
  Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
  Statement& bind(int index, const Value& value);
  Statement& bind_blob(int index, std::string_view bytes);
  /// Binds all, in order, from 1.
  template <typename... T>
  Statement& bind_all(const T&... values) {
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  bool step();   // true: a row stands; false: done
  void run();    // steps to the end, then resets
  void reset();  // keeps the bindings
  void clear_bindings();

  [[nodiscard]] int column_count() const;
  [[nodiscard]] std::string column_name(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;            // NULL reads as ""
  [[nodiscard]] std::string_view text_view(int column) const;  // valid until the next step/reset
  [[nodiscard]] std::string_view blob_view(int column) const;
  [[nodiscard]] Value value(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// BEGIN … COMMIT; rolls back when it goes out of scope uncommitted. `deferred`: takes no lock before it needs one, for
/// a database that is read while temporary tables are filled.
class Transaction {
 public:
  enum class Begin { immediate, deferred };
  explicit Transaction(Database& database, Begin begin = Begin::immediate);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;
  bool open_ = true;
};

}  // namespace esep::sqlite
