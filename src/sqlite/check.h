// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/run_watch.h"

namespace esep::sqlite {

/// Throws the esep::Error that belongs to the result `code` of a call, unless it is OK, ROW or DONE. `handle` gives the
/// reason and the file; null: the code alone speaks. Called in the thread of the connection.
void check(sqlite3* handle, int code);
/// The same after a step of `run`: SQLITE-TIME if it was interrupted for its time.
void check_run(sqlite3* handle, int code, const Run& run);

}  // namespace esep::sqlite
