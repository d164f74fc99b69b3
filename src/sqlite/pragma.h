// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "sqlite/database.h"

namespace esep::sqlite {

/// The number that the pragma says; 0: it says none.
[[nodiscard]] int64_t pragma(const Database& database, const char* name);

/// A write-ahead log, each transaction of which is on the disk before it is answered. So is what the log has from
/// others: what is read from here on is answered to people, and must be there after a power cut.
void write_durably(Database& database);

}  // namespace esep::sqlite
