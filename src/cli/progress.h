// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"

namespace esep::cli {

/// How far a run over many files is: a bar that redraws itself on the terminal at stderr. In a pipe, with --quiet or
/// for a few files there is none. What is printed between the steps goes between `clear` and `step`.
class Progress {
 public:
  Progress(Session& session, size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();   // one more is done
  void clear();  // takes the bar off the line

 private:
  Session& session_;
  size_t total_;
  size_t done_ = 0;
  bool drawn_ = false;
};

}  // namespace esep::cli
