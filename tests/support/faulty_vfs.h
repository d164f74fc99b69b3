// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <sqlite3.h>

/// A file system under SQLite that fails once, or loses its power, at the n-th time something is written, cut, synced
/// or removed (`arm`). Or it is asked at each operation what happens to it (`set_weather`), and processes die one by
/// one, and what was not synced is lost in any part and any order.
class FaultyVfs {
 public:
  enum class Operation { read, write, truncate, sync, remove };
  enum class Outcome {
    good,
    error,   // the disk says that it failed, and nothing was done
    full,    // there is no room
    torn,    // the disk says that it failed, but a part of it was written
    lied,    // a sync that says it was done, and was not
    killed,  // the process that asks dies: nothing that it has open works any more
    dark     // the power goes: nothing works any more
  };
  using Weather = std::function<Outcome(Operation)>;
  /// A number below the one given, from a seed.
  using Below = std::function<uint64_t(uint64_t)>;
  enum class Loss { nothing, everything, tail, any };

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

  /// Asked at each operation from now on; an empty one lets all succeed. With it what is not synced is remembered, and
  /// a sync does not wait for the real disk.
  void set_weather(Weather weather) { weather_ = std::move(weather); }
  /// Who opens files from now on, and who asks.
  void set_process(int process) { process_ = process; }
  void kill(int process) { dead_.insert(process); }
  void go_dark() { dark_ = true; }
  [[nodiscard]] bool is_dark() const { return dark_; }
  [[nodiscard]] bool is_dead(int process) const { return dark_ || dead_.contains(process); }
  /// The power is back. Call it when all connections are closed. `loss`: what is lost of what was not synced.
  void come_back(Loss loss, const Below& below);

 private:
  struct Change {
    int64_t offset = 0;
    std::string before;  // bytes that stood there
    int64_t size = 0;    // of the file
    std::string after;   // what was written; nothing: the file was cut
  };
  struct File;
  friend struct Shim;
  /// Whether this operation fails.
  bool strikes();
  /// What happens to an operation of a process.
  Outcome outcome(Operation operation, int process);
  void remember(const std::string& name, sqlite3_file* real, Change change, int64_t amount);
  static void apply(int file, const Change& change, size_t bytes);

  sqlite3_vfs vfs_{};
  sqlite3_vfs* real_ = nullptr;
  int64_t operations_ = 0;
  int64_t at_ = 0;
  Mode mode_ = Mode::once;
  std::map<std::string, std::vector<Change>> unsynced_;
  Weather weather_;
  int process_ = 0;
  bool dark_ = false;
  std::set<int> dead_;
};
