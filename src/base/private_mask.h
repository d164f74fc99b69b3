// SPDX-License-Identifier: MIT
#pragma once

#include <sys/stat.h>

namespace esep {

/// While it lives, files that the process makes have at most mode 0600. It is of the whole process: keep it short.
class PrivateMask {
 public:
  PrivateMask() : old_(::umask(077)) {}
  ~PrivateMask() { ::umask(old_); }
  PrivateMask(const PrivateMask&) = delete;
  PrivateMask& operator=(const PrivateMask&) = delete;

 private:
  mode_t old_;
};

}  // namespace esep
