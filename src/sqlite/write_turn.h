// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace esep::sqlite {

/// The turn to write to a database of the workspace. Writers wait for it in the order in which they come, so that
/// nobody is overtaken again and again. It is a lock (flock) on a file beside the database: esep.lock beside esep.db.
/// The operating system gives it back when a process dies. A whole restoration takes one turn, so that no answered
/// submission falls between keeping the old register and replacing it.
///
/// A process that has a turn must not take another one of the same file: it would wait for itself. In a folder that
/// accepts no file there is nothing to wait for: the write itself says why it fails.
class WriteTurn {
 public:
  explicit WriteTurn(const std::filesystem::path& file);
  ~WriteTurn();
  WriteTurn(const WriteTurn&) = delete;
  WriteTurn& operator=(const WriteTurn&) = delete;

 private:
  int file_ = -1;
};

}  // namespace esep::sqlite
