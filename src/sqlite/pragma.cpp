// SPDX-License-Identifier: MIT
#include "sqlite/pragma.h"

namespace esep::sqlite {

int64_t pragma(const Database& database, const char* name) {
  Statement row = database.prepare(std::string("PRAGMA ") + name);
  return row.step() ? row.integer(0) : 0;
}

void write_durably(Database& database) {
  auto journal = database.prepare("PRAGMA journal_mode = WAL");
  journal.step();
  journal.reset();
  database.sync_log();
  database.execute("PRAGMA synchronous = FULL");
}

}  // namespace esep::sqlite
