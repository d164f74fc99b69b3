// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "app/receive/opened_file.h"

namespace esep::app {

/// Whether a second thread is of use.
[[nodiscard]] bool has_second_processor();

/// Files in order, the next ones being opened on another processor while the one before is judged and registered. No
/// more of them wait than memory bears: three files, and of large ones one.
class ReadAhead {
 public:
  /// `open` gives file 0, 1 …, `count` of them, each once. On one processor it is called when the file is wanted.
  ReadAhead(size_t count, std::function<OpenedFile(size_t)> open);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The next file; what opening it threw is thrown here.
  [[nodiscard]] OpenedFile next();

 private:
  struct Waiting {
    OpenedFile file;
    std::exception_ptr failure;
  };
  void run();
  [[nodiscard]] bool has_room() const;

  size_t count_;
  std::function<OpenedFile(size_t)> open_;
  size_t taken_ = 0;
  std::mutex mutex_;  // for what follows
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  size_t bytes_ = 0;  // of the files that wait
  bool stop_ = false;
  std::thread worker_;
};

}  // namespace esep::app
