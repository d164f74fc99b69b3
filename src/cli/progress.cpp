// SPDX-License-Identifier: MIT
#include "cli/progress.h"

namespace esep::cli {

Progress::Progress(Session& session, size_t total) : session_(session), total_(total) {
  constexpr size_t kFew = 3;
  if (!session.environment().terminal || session.quiet() || total < kFew) total_ = 0;
}

void Progress::step() {
  if (total_ == 0) return;
  constexpr size_t kWidth = 30;
  ++done_;
  const size_t filled = done_ * kWidth / total_;
  session_.bytes_err() << "\r[" << std::string(filled, '=') << std::string(kWidth - filled, ' ') << "] " << done_ << '/'
                       << total_ << std::flush;
  drawn_ = true;
  if (done_ == total_) clear();
}

void Progress::clear() {
  if (!drawn_) return;
  constexpr size_t kLine = 60;
  session_.bytes_err() << '\r' << std::string(kLine, ' ') << '\r' << std::flush;
  drawn_ = false;
}

}  // namespace esep::cli
