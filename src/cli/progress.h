// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"

namespace esep::cli {

/// A progress bar over many files on the terminal at stderr. There is no bar in a pipe, with --quiet or for a few
/// files. Print other output between `clear` and `step`.
class Progress {
 public:
  Progress(Session& session, size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();   // one more file is done
  void clear();  // removes the bar from the line

 private:
  Session& session_;
  size_t total_;
  size_t done_ = 0;
  bool drawn_ = false;
};

}  // namespace esep::cli
