// SPDX-License-Identifier: MIT
#include "app/upkeep/restore.h"

#include <cerrno>

#include "app/core/rights.h"
#include "app/core/workspace.h"
#include "base/error.h"
#include "base/file.h"
#include "base/work_folder.h"
#include "registry/details.h"
#include "registry/write_turn.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

std::string digits_of(const calendar::LocalTime& time) {
  std::string out = time.iso();
  std::erase(out, ':');
  return out;
}

// Copies with SQLite if it can still read the file, else byte by byte with the write-ahead log.
fs::path save_replaced(const fs::path& register_file, const fs::path& scratch, const registry::Actor& actor) {
  const std::string stem = register_file.string() + ".replaced-" + digits_of(actor.at);
  fs::path saved = stem + ".backup";
  for (int n = 2; fs::exists(saved); ++n) saved = stem + "-" + std::to_string(n) + ".backup";
  try {
    sqlite::Database(register_file, sqlite::OpenMode::read_write).backup_to(scratch);
    leave_wal(scratch);
  } catch (const Error&) {
    std::error_code error;
    fs::copy_file(register_file, scratch, fs::copy_options::overwrite_existing, error);
    if (error) unwritable(saved, error.value());
    const fs::path log = register_file.string() + "-wal";
    std::error_code absent;
    if (fs::file_size(log, absent) > 0 && !absent) fs::copy_file(log, saved.string() + "-wal", error);
    if (error) unwritable(saved, error.value());
  }
  make_private(scratch);
  give_name(scratch, saved, "RESTORE-EXISTS");
  return saved;
}

bool is_no_database(const std::string& key) {
  return key == "SQLITE-CORRUPT" || key == "SQLITE-IO" || key == "SQLITE-ERROR";
}

// In one transaction of SQLite, so that a program with the register open sees either the old one or the new one. A file
// that is no longer a database cannot be written like this; the new file replaces it.
void overwrite(const fs::path& copy, const fs::path& register_file) {
  try {
    sqlite::Database(copy, sqlite::OpenMode::read_only).backup_to(register_file);
  } catch (const Error& error) {
    if (!is_no_database(error.message().key)) throw;
    for (const char* tail : {"-wal", "-shm"}) {
      std::error_code ignored;
      fs::remove(register_file.string() + tail, ignored);
    }
    if (::rename(copy.c_str(), register_file.c_str()) != 0) unwritable(register_file, errno);
    sync_folder(folder_of(register_file));
  }
}

std::string head_of(const fs::path& register_file) {
  try {
    sqlite::Database old(register_file, sqlite::OpenMode::read_only);
    registry::StatementCache cache;
    return registry::History(old, cache).head();
  } catch (const Error&) {
    return "";
  }
}

}  // namespace

CopyResult restore(Engine& engine, const fs::path& source, ExistingRegister existing, const registry::Actor& actor) {
  require_restore(engine, actor);
  const fs::path& workspace = engine.workspace();
  const fs::path register_file = workspace / "esep.db";
  const bool exists = fs::exists(fs::symlink_status(register_file));
  if (exists && existing == ExistingRegister::refuse)
    throw Error(Message("RESTORE-EXISTS", {{"file", register_file.string()}}), "RESTORE-EXISTS-HINT");
  if (!fs::is_regular_file(source)) throw Error(Message("FILE-MISSING", {{"file", source.string()}}));
  make_workspace_folders(workspace);
  const WorkFolder work(workspace);
  const fs::path copy = work.path() / "esep.db";
  sqlite::Database(source, sqlite::OpenMode::read_only).backup_to(copy);
  make_private(copy);
  CopyResult out;
  out.examination = examine_file(copy);
  if (!out.sound()) return out;
  // Until the new register stands there: a report that comes in now waits, and then comes into the new one.
  const registry::WriteTurn turn(register_file);
  registry::Details details;
  details.add("file", source.filename().string()).add("head", out.examination.head);
  details.add("replaced_head", exists ? head_of(register_file) : "");
  registry::Registry::open(copy).note("restore", details.text(), actor);
  leave_wal(copy);
  if (exists) {
    out.replaced = save_replaced(register_file, work.path() / "old.db", actor);
    overwrite(copy, register_file);
  } else {
    // SQLite would apply the old register's write-ahead log to the new one.
    for (const char* tail : {"-wal", "-shm", "-journal"}) {
      std::error_code ignored;
      fs::remove(register_file.string() + tail, ignored);
    }
    give_name(copy, register_file, "RESTORE-EXISTS");
  }
  return out;
}

}  // namespace esep::app
