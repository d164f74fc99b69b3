// SPDX-License-Identifier: MIT
#pragma once

struct sqlite3;

namespace esep::sqlite {

/// Throws the esep::Error that belongs to the result `code` of a call, unless it is OK, ROW or DONE. `handle` gives the
/// reason and the file; null: the code alone speaks. Called in the thread of the connection.
void check(sqlite3* handle, int code);

}  // namespace esep::sqlite
