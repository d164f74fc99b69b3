// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/run_limit.h"

struct sqlite3;

/// Counts what the runs of one connection take, and has SQLite interrupt the one that takes too much. For `Database`
/// and `Statement` only.
namespace esep::sqlite {

/// What one run has taken so far.
struct Run {
  int64_t steps = 0;
  std::chrono::nanoseconds time = {};
  bool is_late = false;  // interrupted for its time, not for its steps
};

class RunWatch {
 public:
  /// From now on; what was taken before does not count.
  void set(sqlite3* handle, RunLimit limit);

  /// While it lives, what SQLite does is counted for `run`. They nest: a function of ours may run a statement.
  class Call {
   public:
    Call(RunWatch& watch, Run& run);
    ~Call();
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

   private:
    RunWatch& watch_;
    Run* outer_;
    std::chrono::nanoseconds outer_began_;
  };

 private:
  [[nodiscard]] bool is_timed() const { return limit_.time.count() > 0 || limit_.all.count() > 0; }
  [[nodiscard]] bool is_over();  // asked by SQLite after every so many steps

  RunLimit limit_;
  int64_t every_ = 0;
  Run* run_ = nullptr;  // the one that SQLite works at
  std::chrono::nanoseconds began_ = {};
  std::chrono::nanoseconds all_ = {};
};

}  // namespace esep::sqlite
