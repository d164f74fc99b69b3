// SPDX-License-Identifier: MIT
#include "sqlite/run_watch.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include <sqlite3.h>

namespace esep::sqlite {
namespace {

// A step takes from some nanoseconds to a millisecond (a search in the longest cell).
constexpr int64_t kEvery = 1000;

std::chrono::nanoseconds thread_time() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

void RunWatch::set(sqlite3* handle, RunLimit limit) {
  limit_ = std::move(limit);
  if (!limit_.clock) limit_.clock = &thread_time;
  all_ = {};
  if (limit_.steps <= 0 && !is_timed()) {
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    return;
  }
  every_ = limit_.steps > 0 ? std::min(limit_.steps, kEvery) : kEvery;
  sqlite3_progress_handler(
      handle, static_cast<int>(every_), [](void* watch) { return static_cast<RunWatch*>(watch)->is_over() ? 1 : 0; },
      this);
}

bool RunWatch::is_over() {
  if (run_ == nullptr) return false;
  run_->steps += every_;
  if (limit_.steps > 0 && run_->steps >= limit_.steps) return true;
  if (!is_timed()) return false;
  const auto elapsed = limit_.clock() - began_;
  const auto exceeds = [](std::chrono::nanoseconds taken, std::chrono::nanoseconds most) {
    return most.count() > 0 && taken > most;
  };
  run_->is_late = exceeds(run_->time + elapsed, limit_.time) || exceeds(all_ + elapsed, limit_.all);
  return run_->is_late;
}

RunWatch::Call::Call(RunWatch& watch, Run& run)
    : watch_(watch), outer_(std::exchange(watch.run_, &run)), outer_began_(watch.began_) {
  if (watch.is_timed()) watch.began_ = watch.limit_.clock();
}

RunWatch::Call::~Call() {
  if (watch_.is_timed()) {
    const auto elapsed = watch_.limit_.clock() - watch_.began_;
    watch_.run_->time += elapsed;
    if (outer_ == nullptr) watch_.all_ += elapsed;  // else it is within the outer one's time
  }
  watch_.run_ = outer_;
  watch_.began_ = outer_began_;
}

}  // namespace esep::sqlite
