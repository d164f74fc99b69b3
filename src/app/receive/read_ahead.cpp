// SPDX-License-Identifier: MIT
#include "app/receive/read_ahead.h"

#include <utility>

namespace esep::app {
namespace {

constexpr size_t kMostFiles = 3;
constexpr size_t kMostWaitingBytes = size_t{256} << 10;

}  // namespace

bool has_second_processor() { return std::thread::hardware_concurrency() > 1; }

ReadAhead::ReadAhead(size_t count, std::function<OpenedFile(size_t)> open) : count_(count), open_(std::move(open)) {
  if (count_ > 1 && has_second_processor()) worker_ = std::thread([this] { run(); });
}

ReadAhead::~ReadAhead() {
  if (!worker_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

OpenedFile ReadAhead::next() {
  const size_t file = taken_++;
  if (!worker_.joinable()) return open_(file);
  Waiting out;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty(); });
    out = std::move(waiting_.front());
    waiting_.pop_front();
    bytes_ -= out.file.content().size();
  }
  changed_.notify_all();
  if (out.failure) std::rethrow_exception(out.failure);
  return std::move(out.file);
}

bool ReadAhead::has_room() const {
  return waiting_.empty() || (waiting_.size() < kMostFiles && bytes_ < kMostWaitingBytes);
}

void ReadAhead::run() {
  for (size_t i = 0; i < count_; ++i) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stop_ || has_room(); });
      if (stop_) return;
    }
    Waiting next;
    try {
      next.file = open_(i);
    } catch (...) {
      next.failure = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      bytes_ += next.file.content().size();
      waiting_.push_back(std::move(next));
    }
    changed_.notify_all();
  }
}

}  // namespace esep::app
