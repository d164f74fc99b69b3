// SPDX-License-Identifier: MIT
#include "sqlite/check.h"

#include <string>

#include <sqlite3.h>

#include "base/error.h"

namespace esep::sqlite {
namespace {

const char* key_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "SQLITE-BUSY";
    case SQLITE_FULL:
      return "SQLITE-FULL";
    case SQLITE_READONLY:
      return "SQLITE-READONLY";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "SQLITE-CORRUPT";
    case SQLITE_INTERRUPT:
      return "SQLITE-INTERRUPTED";
    case SQLITE_CONSTRAINT:
      return "SQLITE-CONSTRAINT";
    case SQLITE_CANTOPEN:
      return "SQLITE-CANTOPEN";
    case SQLITE_IOERR:
      return "SQLITE-IO";
    case SQLITE_AUTH:
      return "SQLITE-DENIED";
    default:
      return "SQLITE-ERROR";
  }
}

[[noreturn]] void refuse(sqlite3* handle, int code, const char* key) {
  const char* file = handle != nullptr ? sqlite3_db_filename(handle, "main") : nullptr;
  throw Error(Message(key, {{"reason", std::string(handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code))},
                            {"file", std::string(file != nullptr ? file : "")}}));
}

}  // namespace

void check(sqlite3* handle, int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) refuse(handle, code, key_of(code));
}

void check_run(sqlite3* handle, int code, const Run& run) {
  if (code == SQLITE_INTERRUPT && run.is_late) refuse(handle, code, "SQLITE-TIME");
  check(handle, code);
}

}  // namespace esep::sqlite
