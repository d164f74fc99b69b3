// SPDX-License-Identifier: MIT
#include "app/upkeep/register_copy.h"

#include "base/error.h"
#include "base/file.h"

namespace esep::app {

namespace fs = std::filesystem;

void give_name(const fs::path& file, const fs::path& target, const char* taken) {
  if (!give_name_if_free(file, target)) throw Error(Message(taken, {{"file", target.string()}}));
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
