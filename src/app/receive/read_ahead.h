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

/// Whether a second thread is useful.
[[nodiscard]] bool has_second_processor();

/// Files in order. Another thread opens the next ones while the current one is checked and registered: at most three
/// files, or one if they are large.
class ReadAhead {
 public:
  /// `open` gives each of `count` files once, from file 0 on. With one processor it is called on demand.
  ReadAhead(size_t count, std::function<OpenedFile(size_t)> open);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The next file. An exception from opening it is thrown here.
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
  std::mutex mutex_;  // guards the members below
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  size_t bytes_ = 0;  // of the waiting files
  bool stop_ = false;
  std::thread worker_;
};

}  // namespace esep::app
