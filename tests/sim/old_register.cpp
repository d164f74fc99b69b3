// SPDX-License-Identifier: MIT
#include "sim/old_register.h"

#include "registry/schema.h"
#include "sqlite/database.h"

namespace esep::sim {

void age_register(const std::filesystem::path& register_file, int version) {
  const std::filesystem::path old = register_file.string() + ".old";
  {
    sqlite::Database database(old, sqlite::OpenMode::create);
    registry::migrate_to(database, old, version);
    database.execute("ATTACH '" + register_file.string() + "' AS now");
    database.execute("BEGIN");
    for (const char* copied : {"history(seq, at, user, action, submission, details, previous, hash)",
                               "register_row(register, key, column_id, value)"}) {
      const std::string table(copied);
      const size_t columns = table.find('(');
      database.execute("INSERT INTO main." + table + " SELECT " +
                       table.substr(columns + 1, table.size() - columns - 2) + " FROM now." + table.substr(0, columns));
    }
    database.execute("COMMIT");
    database.execute("DETACH now");
  }
  for (const char* tail : {"-wal", "-shm"}) std::filesystem::remove(register_file.string() + tail);
  for (const auto& entry : std::filesystem::directory_iterator(register_file.parent_path())) {
    if (entry.path().string().rfind(old.string() + ".v", 0) == 0) std::filesystem::remove(entry.path());
  }
  std::filesystem::rename(old, register_file);
}

}  // namespace esep::sim
