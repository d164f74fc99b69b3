// SPDX-License-Identifier: MIT
#include "sqlite/memory_limit.h"

#include <sqlite3.h>

namespace esep::sqlite {

MemoryLimit::MemoryLimit(int64_t more) : before_(sqlite3_hard_heap_limit64(sqlite3_memory_used() + more)) {}

MemoryLimit::~MemoryLimit() { sqlite3_hard_heap_limit64(before_); }

}  // namespace esep::sqlite
