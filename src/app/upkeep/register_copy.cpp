// SPDX-License-Identifier: MIT
#include "app/upkeep/register_copy.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/work_folder.h"

namespace esep::app {

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

void give_name(const fs::path& file, const fs::path& target, const char* taken) {
  if (::link(file.c_str(), target.c_str()) != 0) {
    if (errno == EEXIST) throw Error(Message(taken, {{"file", target.string()}}));
    // A disk without hard links (a memory stick): as far as we can see, the name is free.
    if (fs::exists(target)) throw Error(Message(taken, {{"file", target.string()}}));
    if (::rename(file.c_str(), target.c_str()) != 0) unwritable(target, errno);
  }
  sync_folder(folder_of(target));
}

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

}  // namespace esep::app
