// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"

#include "app/upkeep/queue_copy.h"
#include "base/error.h"
#include "base/file.h"
#include "base/work_folder.h"
#include "sqlite/write_turn.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

// The register first: the log may have more than the history knows, for the next deed completes that, but not less.
void copy_both(Engine& engine, const fs::path& copy, const QueueFiles& queue_copy) {
  const QueueFiles queue = queue_files_of(engine);
  std::optional<sqlite::WriteTurn> turn;
  if (fs::exists(queue.log)) turn.emplace(queue.log);
  engine.registry().database().backup_to(copy);
  copy_queue(queue, queue_copy);
}

// `queue_copy`: with the key by which its children are known, wherever that lies.
void examine_copies(const fs::path& copy, const QueueFiles& queue_copy, CopyResult& out) {
  out.examination = examine_file(copy);
  queue_store::EntryMark noted;
  try {
    noted = last_noted(registry::Registry::open(copy));
  } catch (const Error&) {
    // The examination says so.
  }
  for (auto& damage : damage_of_queue(queue_copy, noted)) out.examination.damage.push_back(std::move(damage));
}

void give_names(const fs::path& copy, const QueueFiles& queue_copy, const fs::path& target) {
  const QueueFiles beside = queue_files_beside(target);
  std::vector<fs::path> given;
  try {
    for (const auto& [file, name] :
         {std::pair(queue_copy.key, beside.key), std::pair(queue_copy.log, beside.log), std::pair(copy, target)}) {
      if (!fs::exists(file)) continue;
      give_name(file, name, "BACKUP-EXISTS");
      given.push_back(name);
    }
  } catch (const Error&) {
    std::error_code ignored;
    for (const fs::path& name : given) fs::remove(name, ignored);
    throw;
  }
}

}  // namespace

std::optional<Message> keys_remark(const Engine& engine, BackupKeys keys) {
  const fs::path key = queue_files_of(engine).key;
  if (keys == BackupKeys::taken_along || !fs::exists(key)) return std::nullopt;
  return Message("BACKUP-KEYS-LEFT", {{"file", key.string()}});
}

CopyResult back_up(Engine& engine, const fs::path& target, BackupKeys keys) {
  const QueueFiles beside = queue_files_beside(target);
  for (const fs::path& name : {target, beside.log, beside.key}) {
    if (fs::exists(fs::symlink_status(name))) throw Error(Message("BACKUP-EXISTS", {{"file", name.string()}}));
  }
  const WorkFolder work(folder_of(target));
  const fs::path copy = work.path() / "esep.db";
  QueueFiles queue_copy = queue_files_beside(copy);
  if (keys == BackupKeys::left_out) queue_copy.key.clear();
  copy_both(engine, copy, queue_copy);
  make_private(copy);
  CopyResult out;
  examine_copies(copy, {queue_copy.log, queue_copy.key.empty() ? queue_files_of(engine).key : queue_copy.key}, out);
  try {
    leave_wal(copy);
  } catch (const Error&) {
    if (out.sound()) throw;  // from a damaged file, whatever can be copied
  }
  give_names(copy, queue_copy, target);
  return out;
}

}  // namespace esep::app
