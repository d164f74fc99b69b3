// SPDX-License-Identifier: MIT
#include "app/upkeep/restore.h"

#include "app/core/rights.h"
#include "app/core/workspace.h"
#include "app/upkeep/queue_restoration.h"
#include "app/upkeep/replaced_file.h"
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

std::string head_of(const fs::path& register_file) {
  try {
    sqlite::Database old(register_file, sqlite::OpenMode::read_only);
    registry::StatementCache cache;
    return registry::History(old, cache).head();
  } catch (const Error&) {
    return "";
  }
}

// The entries of the restoration, in the copy. The caller has the turn of the register that is replaced. What became of
// the queue's log says the log itself, where somebody can read it.
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
  for (const auto& entry : surplus->entries) {
    if (entry.action != "queue" || !out.queue.lost) out.lost->push_back(lost_deed(entry));
  }
  out.lost_submissions = surplus->submissions();
}

// Of the work folder nobody outside knows: what is wrong is the file that was named.
void copy_register(const fs::path& source, const fs::path& copy) {
  try {
    sqlite::Database(source, sqlite::OpenMode::read_only).backup_to(copy);
  } catch (const Error& error) {
    if (!is_no_database(error, source)) throw;
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

// A workspace without a queue gets no lock of one.
bool uses_queue(const Engine& engine, const fs::path& source) {
  return fs::exists(queue_files_of(engine).log) || fs::exists(queue_files_beside(source).log);
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
  // Until the new register stands there: a report that comes in now waits, and then comes into the new one. So does an
  // application. The log comes first, for a history must not know what its log lacks.
  std::optional<sqlite::WriteTurn> queue_turn;
  if (uses_queue(engine, source)) queue_turn.emplace(queue_files_of(engine).log);
  const sqlite::WriteTurn turn(register_file);
  QueueRestoration queue(engine, source, work.path(), last_noted(registry::Registry::open(copy)));
  out.queue = {queue.kept_more(), queue.lost(), queue.lost_vouchers(), queue.lacks_key(), {}};
  note_in(copy, source, register_file, out, actor);
  leave_wal(copy);
  const std::string stem = register_file.string() + ".replaced-" + digits_of(actor.at);
  if (out.existed) out.replaced = save_replaced(register_file, work.path() / "old.db", stem, ".backup");
  out.queue.replaced = queue.put(out.existed ? out.replaced.string() : stem);
  if (out.existed) {
    overwrite(copy, register_file);
  } else {
    put_in_place(copy, register_file, "RESTORE-EXISTS");
  }
  return out;
}

}  // namespace esep::app
