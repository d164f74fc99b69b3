// SPDX-License-Identifier: MIT
#include "registry/write_turn.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace esep::registry {

WriteTurn::WriteTurn(const std::filesystem::path& register_file) {
  std::filesystem::path lock = register_file;
  lock.replace_extension(".lock");
  file_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  while (file_ >= 0 && ::flock(file_, LOCK_EX) != 0 && errno == EINTR) continue;
}

WriteTurn::~WriteTurn() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace esep::registry
