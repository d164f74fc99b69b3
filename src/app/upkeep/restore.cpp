// SPDX-License-Identifier: MIT
#include "app/upkeep/restore.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "app/core/rights.h"
#include "app/core/workspace.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "base/work_folder.h"
#include "registry/details.h"
#include "registry/surplus.h"
#include "sqlite/write_turn.h"

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
  fs::path kept_log;
  try {
    sqlite::Database(register_file, sqlite::OpenMode::read_write).backup_to(scratch);
    leave_wal(scratch);
  } catch (const Error&) {
    std::error_code error;
    fs::copy_file(register_file, scratch, fs::copy_options::overwrite_existing, error);
    if (error) unwritable(stem + ".backup", error.value());
    const fs::path log = register_file.string() + "-wal";
    std::error_code absent;
    if (fs::file_size(log, absent) > 0 && !absent) {
      kept_log = scratch.string() + "-log";
      fs::copy_file(log, kept_log, error);
      if (error) unwritable(stem + ".backup", error.value());
    }
  }
  make_private(scratch);
  const fs::path saved = give_free_name(scratch, stem, ".backup");
  if (!kept_log.empty()) give_free_name(kept_log, saved.string(), "-wal");
  return saved;
}

// Of a file whose beginning cannot be read nobody knows what it is.
bool begins_as_database(const fs::path& file) {
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::array<char, kMagic.size()> begin{};
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return true;
  const ssize_t size = ::read(descriptor, begin.data(), begin.size());
  ::close(descriptor);
  return size < 0 || std::string_view(begin.data(), static_cast<size_t>(size)) == kMagic;
}

// A disk that fails for a moment says nothing of the file.
bool is_no_database(const std::string& key, const fs::path& file) {
  return key == "SQLITE-CORRUPT" || (key == "SQLITE-ERROR" && !begins_as_database(file));
}

// In one transaction of SQLite, so that a program with the register open sees either the old one or the new one. A file
// that is no longer a database cannot be written like this; the new file replaces it.
void overwrite(const fs::path& copy, const fs::path& register_file) {
  try {
    sqlite::Database(copy, sqlite::OpenMode::read_only).backup_to(register_file);
  } catch (const Error& error) {
    if (!is_no_database(error.message().key, register_file)) throw;
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

// SQLite would apply the old register's write-ahead log to the new one.
void remove_companions(const fs::path& register_file) {
  for (const char* tail : {"-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    fs::remove(register_file.string() + tail, ignored);
  }
}

// The entries of the restoration, in the copy. The caller has the turn of the register that is replaced.
void note_in(const fs::path& copy, const fs::path& source, const fs::path& register_file, RestoreResult& out,
             const registry::Actor& actor) {
  registry::Registry restored = registry::Registry::open(copy);
  registry::Details about;
  about.add("file", source.filename().string()).add("head", out.examination.head);
  about.add("replaced_head", out.existed ? head_of(register_file) : "");
  std::optional<registry::Surplus> surplus;
  if (out.existed) surplus = registry::surplus_of(register_file, restored);
  registry::note_restoration(restored, std::move(about), surplus ? &*surplus : nullptr, actor);
  if (!surplus) return;
  out.lost.emplace();
  for (const auto& entry : surplus->entries) out.lost->push_back(lost_deed(entry));
  out.lost_submissions = surplus->submissions();
}

// Of the work folder nobody outside knows: what is wrong is the file that was named.
void copy_register(const fs::path& source, const fs::path& copy) {
  try {
    sqlite::Database(source, sqlite::OpenMode::read_only).backup_to(copy);
  } catch (const Error& error) {
    if (!is_no_database(error.message().key, source)) throw;
    throw Error(Message("RESTORE-NO-REGISTER", {{"file", source.string()}}));
  }
  make_private(copy);
}

// A device or a pipe would be waited for, and a folder is none.
void require_file(const fs::path& source) {
  std::error_code error;
  const fs::file_status status = fs::status(source, error);
  if (status.type() == fs::file_type::regular) return;
  if (!fs::exists(status)) throw Error(Message("FILE-MISSING", {{"file", source.string()}}));
  const bool folder = fs::is_directory(status);
  throw Error(Message(folder ? "FILE-UNREADABLE-FOLDER" : "FILE-NOT-REGULAR", {{"file", source.string()}}));
}

}  // namespace

RestoreResult restore(Engine& engine, const fs::path& source, ExistingRegister existing, const registry::Actor& actor) {
  require_restore(engine, actor);
  const fs::path& workspace = engine.workspace();
  const fs::path register_file = workspace / "esep.db";
  RestoreResult out;
  out.existed = fs::exists(fs::symlink_status(register_file));
  if (out.existed && existing == ExistingRegister::refuse)
    throw Error(Message("RESTORE-EXISTS", {{"file", register_file.string()}}), "RESTORE-EXISTS-HINT");
  require_file(source);
  make_workspace_folders(workspace);
  const WorkFolder work(workspace);
  const fs::path copy = work.path() / "esep.db";
  copy_register(source, copy);
  out.examination = examine_file(copy);
  if (!out.sound()) return out;
  // Until the new register stands there: a report that comes in now waits, and then comes into the new one.
  const sqlite::WriteTurn turn(register_file);
  note_in(copy, source, register_file, out, actor);
  leave_wal(copy);
  if (out.existed) {
    out.replaced = save_replaced(register_file, work.path() / "old.db", actor);
    overwrite(copy, register_file);
  } else {
    remove_companions(register_file);
    give_name(copy, register_file, "RESTORE-EXISTS");
  }
  return out;
}

}  // namespace esep::app
