// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace esep::sqlite {

/// A bound on the memory of SQLite. While the object lives, SQLite may take `more` bytes beside what it has taken
/// already. A statement that needs more fails (SQLITE-ERROR, "out of memory"). Limits nest: the end of the inner one
/// brings back the outer one.
///
/// Threads: the limit is one for the whole process, so it counts and stops the statements of all threads. Make such
/// objects in one thread only.
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
