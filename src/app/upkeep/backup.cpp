// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"

#include "base/error.h"
#include "base/file.h"
#include "base/work_folder.h"

namespace esep::app {

namespace fs = std::filesystem;

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
    if (out.sound()) throw;  // from a damaged file, whatever can be copied
  }
  give_name(copy, target, "BACKUP-EXISTS");
  return out;
}

}  // namespace esep::app
