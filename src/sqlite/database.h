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

#include "sqlite/access.h"
#include "sqlite/function.h"
#include "sqlite/run_limit.h"
#include "sqlite/statement.h"
#include "sqlite/value.h"

struct sqlite3;

/// The only folder that includes sqlite3.h. Every call goes through one check. A failure is an esep::Error with the
/// arguments {reason} and {file} and one of the keys SQLITE-BUSY, SQLITE-FULL, SQLITE-READONLY, SQLITE-CORRUPT,
/// SQLITE-INTERRUPTED, SQLITE-TIME, SQLITE-CONSTRAINT, SQLITE-CANTOPEN, SQLITE-DENIED, SQLITE-ERROR.
namespace esep::sqlite {

/// What a connection needs before it may write; it is given back when the last copy dies.
using Turn = std::shared_ptr<const void>;

class RunWatch;

enum class OpenMode { read_only, read_write, create };

/// One connection to a database.
///
/// Threads: a connection, its statements and its transactions belong to one thread at a time. SQLite takes no lock
/// around its calls (SQLITE_OPEN_NOMUTEX). They may pass to another thread together, while no call runs. Threads and
/// processes that need one file at the same time open a connection each. A write waits up to 10 seconds for the write
/// of another connection, then it is SQLITE-BUSY.
class Database {
 public:
  /// Opens a file with foreign keys on and trusted_schema off. `create` makes the file where there is none.
  Database(const std::filesystem::path& file, OpenMode mode);
  /// A private database in memory. It goes to a temporary file when it grows large.
  [[nodiscard]] static Database temporary();
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  /// Runs statements that are separated by `;` and return no rows.
  void execute(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const;
  /// The first column of the first row; nullopt: there is no row.
  [[nodiscard]] std::optional<Value> value(std::string_view sql, std::span<const Value> parameters = {}) const;
  /// Rows that the last INSERT, UPDATE or DELETE touched.
  [[nodiscard]] int64_t changes() const;
  [[nodiscard]] bool in_transaction() const;

  /// A function that gives the same result for the same arguments. `arguments`: their number, -1 for any.
  void add_function(const std::string& name, int arguments, ScalarFunction function);
  void add_aggregate(const std::string& name, int arguments, MakeAggregate make);
  /// Asked for everything that a statement wants to do while it is prepared. An empty one lets everything pass.
  void set_authorizer(Authorizer allow);
  /// Asked before each immediate transaction, which keeps the turn until its end. It may throw to refuse.
  void set_turn(std::function<Turn()> take);
  [[nodiscard]] Turn take_turn() const;  // null: nobody has to wait
  /// Whether another file stands under the name of the one that this connection has open, or none does.
  [[nodiscard]] bool has_moved() const;
  /// Puts what this connection reads of the write-ahead log on the disk. Whoever opens a log reads in it also what
  /// another wrote and, because its sync failed, was told to be not done.
  void sync_log() const;
  /// Interrupts a run that takes more (SQLITE-INTERRUPTED for its steps, SQLITE-TIME for its time). An empty limit
  /// removes the one before.
  void set_run_limit(RunLimit limit);
  /// sqlite3_limit with the ids of sqlite3.h.
  void set_limit(int id, int value);
  /// Copies what is committed into `file`. SQLITE-BUSY while this very connection is in a write transaction.
  void backup_to(const std::filesystem::path& file) const;

  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[nodiscard]] RunWatch& watch() const;  // for Statement

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Hooks;
  explicit Database(sqlite3* handle);
  std::unique_ptr<sqlite3, Close> handle_;
  std::unique_ptr<Hooks> hooks_;
};

}  // namespace esep::sqlite
