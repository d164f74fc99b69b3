// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/core/work_folder.h"
#include "app/core/workspace.h"
#include "base/error.h"
#include "base/file.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

void make_private(const fs::path& file) {
  if (::chmod(file.c_str(), 0600) != 0) unwritable(file, errno);
}

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// Gives the finished file its name, never over another.
void place(const fs::path& file, const fs::path& target, const char* taken) {
  if (::link(file.c_str(), target.c_str()) != 0) {
    if (errno == EEXIST) throw Error(Message(taken, {{"file", target.string()}}));
    // A disk without hard links (a memory stick): nothing stands there, as far as could be seen.
    if (fs::exists(target)) throw Error(Message(taken, {{"file", target.string()}}));
    if (::rename(file.c_str(), target.c_str()) != 0) unwritable(target, errno);
  }
  sync_folder(folder_of(target));
}

// One file without companions: a copy keeps WAL mode otherwise.
void leave_wal(const fs::path& file) {
  sqlite::Database database(file, sqlite::OpenMode::read_write);
  auto journal = database.prepare("PRAGMA journal_mode = DELETE");
  journal.step();
}

registry::Examination examine_file(const fs::path& file) {
  registry::Examination out;
  try {
    registry::Registry copy = registry::Registry::open(file);
    return registry::examine(copy);
  } catch (const Error& error) {
    out.damage.push_back({"database", "", error.message()});
    return out;
  }
}

std::string digits_of(const calendar::LocalTime& time) {
  std::string out = time.iso();
  std::erase(out, ':');
  return out;
}

// By SQLite where it can still read the file, else byte by byte, write-ahead log and all.
fs::path keep_old(const fs::path& register_file, const fs::path& scratch, const registry::Actor& actor) {
  const std::string stem = register_file.string() + ".replaced-" + digits_of(actor.at);
  fs::path kept = stem + ".backup";
  for (int n = 2; fs::exists(kept); ++n) kept = stem + "-" + std::to_string(n) + ".backup";
  try {
    sqlite::Database(register_file, sqlite::OpenMode::read_write).backup_to(scratch);
    leave_wal(scratch);
  } catch (const Error&) {
    std::error_code error;
    fs::copy_file(register_file, scratch, fs::copy_options::overwrite_existing, error);
    if (error) unwritable(kept, error.value());
    const fs::path log = register_file.string() + "-wal";
    std::error_code absent;
    if (fs::file_size(log, absent) > 0 && !absent) fs::copy_file(log, kept.string() + "-wal", error);
    if (error) unwritable(kept, error.value());
  }
  make_private(scratch);
  place(scratch, kept, "RESTORE-EXISTS");
  return kept;
}

// In one transaction of SQLite, so that a program that has the register open sees the old one or the new one. A file
// that is no longer a database cannot be written so: then it gives way to the new one.
void overwrite(const fs::path& copy, const fs::path& register_file) {
  try {
    sqlite::Database(copy, sqlite::OpenMode::read_only).backup_to(register_file);
  } catch (const Error& error) {
    if (error.message().key != "SQLITE-CORRUPT" && error.message().key != "SQLITE-ERROR") throw;
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
    registry::KeptStatements kept;
    return registry::History(old, kept).head();
  } catch (const Error&) {
    return "";
  }
}

}  // namespace

CopyResult back_up(Engine& engine, const fs::path& target) {
  if (fs::exists(fs::symlink_status(target))) throw Error(Message("BACKUP-EXISTS", {{"file", target.string()}}));
  const WorkFolder work(folder_of(target));
  const fs::path copy = work.path() / "esep.db";
  engine.registry().database().backup_to(copy);
  make_private(copy);
  CopyResult out;
  out.examination = examine_file(copy);
  try {
    leave_wal(copy);
  } catch (const Error&) {
    if (out.sound()) throw;  // of a damaged one what there is must do
  }
  place(copy, target, "BACKUP-EXISTS");
  return out;
}

CopyResult restore(const fs::path& source, const fs::path& workspace, bool replace, const registry::Actor& actor) {
  const fs::path register_file = workspace / "esep.db";
  const bool exists = fs::exists(fs::symlink_status(register_file));
  if (exists && !replace)
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
  registry::Details details;
  details.add("file", source.filename().string()).add("head", out.examination.head);
  details.add("replaced_head", exists ? head_of(register_file) : "");
  registry::Registry::open(copy).note("restore", details.text(), actor);
  leave_wal(copy);
  if (exists) {
    out.replaced = keep_old(register_file, work.path() / "old.db", actor);
    overwrite(copy, register_file);
  } else {
    // The write-ahead log of a register that is gone would be played into the new one.
    for (const char* tail : {"-wal", "-shm", "-journal"}) {
      std::error_code ignored;
      fs::remove(register_file.string() + tail, ignored);
    }
    place(copy, register_file, "RESTORE-EXISTS");
  }
  return out;
}

}  // namespace esep::app
