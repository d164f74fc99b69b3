// SPDX-License-Identifier: MIT
#include "intake/spill_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"

namespace esep::intake {
namespace {

constexpr size_t kMostWaiting = size_t{64} << 10;
constexpr size_t kWindow = size_t{8} << 10;

}  // namespace

SpillFile::SpillFile() {
  std::string name = (std::filesystem::temp_directory_path() / "esep-XXXXXX").string();
  file_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) unwritable(name, errno);
  ::unlink(name.c_str());
}

SpillFile::~SpillFile() { ::close(file_); }

void SpillFile::add(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= kMostWaiting) write_waiting();
}

void SpillFile::write_waiting() {
  for (size_t done = 0; done < waiting_.size();) {
    const ssize_t put = ::pwrite(file_, waiting_.data() + done, waiting_.size() - done, static_cast<off_t>(written_));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) unwritable(std::filesystem::temp_directory_path(), put < 0 ? errno : ENOSPC);
    done += static_cast<size_t>(put);
    written_ += static_cast<uint64_t>(put);
  }
  waiting_.clear();
}

std::string_view SpillFile::read(uint64_t offset, size_t length) {
  if (!waiting_.empty()) write_waiting();
  const bool inside = offset >= window_at_ && offset + length <= window_at_ + window_.size();
  if (!inside) {
    window_.resize(static_cast<size_t>(std::min<uint64_t>(std::max(length, kWindow), written_ - offset)));
    window_at_ = offset;
    for (size_t done = 0; done < window_.size();) {
      const ssize_t got =
          ::pread(file_, window_.data() + done, window_.size() - done, static_cast<off_t>(offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) unwritable(std::filesystem::temp_directory_path(), got < 0 ? errno : EIO);
      done += static_cast<size_t>(got);
    }
  }
  return std::string_view(window_).substr(static_cast<size_t>(offset - window_at_), length);
}

}  // namespace esep::intake
