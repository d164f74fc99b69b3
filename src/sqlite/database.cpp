// SPDX-License-Identifier: MIT
#include "sqlite/database.h"

#include <sqlite3.h>

#include "base/error.h"
#include "sqlite/check.h"
#include "sqlite/run_watch.h"

namespace esep::sqlite {

// On the heap, so that SQLite's pointers stay good when a Database moves.
struct Database::Hooks {
  Authorizer authorizer;
  std::function<Turn()> turn;
  RunWatch watch;
};

namespace {

constexpr int kBusyMilliseconds = 10000;

std::string_view or_empty(const char* text) { return text == nullptr ? std::string_view{} : std::string_view(text); }

sqlite3* open_handle(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  // A connection belongs to one thread at a time, so it needs no lock around every call.
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) return handle;
  const std::string reason = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  sqlite3_close_v2(handle);
  throw Error(Message("SQLITE-CANTOPEN", {{"reason", reason}, {"file", name}}));
}

int flags_of(OpenMode mode) {
  switch (mode) {
    case OpenMode::read_only:
      return SQLITE_OPEN_READONLY;
    case OpenMode::read_write:
      return SQLITE_OPEN_READWRITE;
    case OpenMode::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(sqlite3* handle) : handle_(handle), hooks_(std::make_unique<Hooks>()) {
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

Database::Database(const std::filesystem::path& file, OpenMode mode)
    : Database(open_handle(file.string(), flags_of(mode))) {}

Database Database::temporary() { return Database(open_handle("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)); }

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

void Database::execute(const std::string& sql) {
  Run run;
  const RunWatch::Call call(hooks_->watch, run);
  check_run(handle(), sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr), run);
}

Statement Database::prepare(std::string_view sql) const { return Statement(*this, sql); }

std::optional<Value> Database::value(std::string_view sql, std::span<const Value> parameters) const {
  Statement statement(*this, sql);
  for (size_t i = 0; i < parameters.size(); ++i) statement.bind(static_cast<int>(i) + 1, parameters[i]);
  if (!statement.step()) return std::nullopt;
  return statement.value(0);
}

int64_t Database::changes() const { return sqlite3_changes64(handle()); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

void Database::set_authorizer(Authorizer allow) {
  hooks_->authorizer = std::move(allow);
  if (!hooks_->authorizer) {
    check(handle(), sqlite3_set_authorizer(handle(), nullptr, nullptr));
    return;
  }
  const auto callback = [](void* hooks, int action, const char* first, const char* second, const char* database,
                           const char* trigger) {
    const Access access{action, or_empty(first), or_empty(second), or_empty(database), or_empty(trigger)};
    try {
      return static_cast<Hooks*>(hooks)->authorizer(access) ? SQLITE_OK : SQLITE_DENY;
    } catch (...) {
      return SQLITE_DENY;  // no exception may cross SQLite's C frames
    }
  };
  check(handle(), sqlite3_set_authorizer(handle(), callback, hooks_.get()));
}

void Database::set_turn(std::function<Turn()> take) { hooks_->turn = std::move(take); }
Turn Database::take_turn() const { return hooks_->turn ? hooks_->turn() : nullptr; }

bool Database::has_moved() const {
  int moved = 0;
  check(handle(), sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved));
  return moved != 0;
}

void Database::sync_log() const {
  sqlite3_file* log = nullptr;
  check(handle(), sqlite3_file_control(handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log));
  sqlite3_int64 size = 0;
  if (log == nullptr || log->pMethods == nullptr) return;
  check(handle(), log->pMethods->xFileSize(log, &size));
  if (size > 0) check(handle(), log->pMethods->xSync(log, SQLITE_SYNC_NORMAL));
}

void Database::set_run_limit(RunLimit limit) { hooks_->watch.set(handle(), std::move(limit)); }
RunWatch& Database::watch() const { return hooks_->watch; }

void Database::set_limit(int id, int value) { sqlite3_limit(handle(), id, value); }

void Database::backup_to(const std::filesystem::path& file) const {
  Database target(file, OpenMode::create);
  std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> backup(
      sqlite3_backup_init(target.handle(), "main", handle(), "main"), &sqlite3_backup_finish);
  if (!backup) check(target.handle(), sqlite3_errcode(target.handle()));
  // In one step: the busy timeout has waited, and a copy in pieces restarts after each commit by others.
  const int code = sqlite3_backup_step(backup.get(), -1);
  sqlite3_backup_finish(backup.release());
  check(target.handle(), code);
}

}  // namespace esep::sqlite
