// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace esep::sqlite {

/// While it lives, SQLite in this whole process may take so many bytes more than it has now; a statement that wants
/// more fails (SQLITE-ERROR, "out of memory"). Lives nest; the outer limit returns with the end of the inner one.
class MemoryLimit {
 public:
  explicit MemoryLimit(int64_t more);
  ~MemoryLimit();
  MemoryLimit(const MemoryLimit&) = delete;
  MemoryLimit& operator=(const MemoryLimit&) = delete;

 private:
  int64_t before_;
};

}  // namespace esep::sqlite
