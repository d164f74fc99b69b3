// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "base/error.h"
#include "sqlite/database.h"

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

/// Each write of the connection waits for its turn from now on. A file that was replaced meanwhile must not be written
/// to: it has no name any more, and what stands in it would be lost. Then the write throws `replaced`. The database
/// must not move.
void wait_for_turns(Database& database, const std::filesystem::path& file, Error replaced);

}  // namespace esep::sqlite
