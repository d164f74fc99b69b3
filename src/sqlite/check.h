// SPDX-License-Identifier: MIT
#pragma once

struct sqlite3;

namespace esep::sqlite {

/// Throws the esep::Error that belongs to `code` unless it is OK, ROW or DONE.
void check(sqlite3* handle, int code);

}  // namespace esep::sqlite
