// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <sqlite3.h>

/// A file system under SQLite that fails once, or loses its power, at the n-th time something is written, cut, synced
/// or removed.
class FaultyVfs {
 public:
  enum class Mode {
    once,       // this one operation fails; the disk is well again
    full,       // from then on the disk is full
    power_loss  // from then on nothing works, and what was written but not synced is gone
  };

  FaultyVfs();
  ~FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  /// Counts from here; `at` 0 never fails.
  void arm(int64_t at, Mode mode);
  [[nodiscard]] int64_t operations() const { return operations_; }
  [[nodiscard]] bool failed() const { return at_ > 0 && operations_ >= at_; }
  /// After a power loss: takes back what was not synced. Call it when all connections are closed.
  void lose_unsynced();

 private:
  struct Undo {
    int64_t offset = 0;
    std::string before;  // bytes that stood there
    int64_t size = 0;    // of the file
  };
  struct File;
  friend struct Shim;
  /// Whether this operation fails.
  bool strikes();
  void remember(const std::string& name, sqlite3_file* real, int64_t offset, int64_t amount);

  sqlite3_vfs vfs_{};
  sqlite3_vfs* real_ = nullptr;
  int64_t operations_ = 0;
  int64_t at_ = 0;
  Mode mode_ = Mode::once;
  std::map<std::string, std::vector<Undo>> unsynced_;
};
