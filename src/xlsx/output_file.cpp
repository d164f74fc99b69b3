// SPDX-License-Identifier: MIT
#include "xlsx/output_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"

namespace esep::xlsx {

OutputFile::OutputFile(const std::filesystem::path& target, unsigned mode) : target_(target) {
  struct stat existing {};
  device_ = ::stat(target.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode);
  const auto folder = device_ ? std::filesystem::temp_directory_path() : target.parent_path();
  path_ = folder / (".esep-" + random_hex(8) + ".tmp");
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, device_ ? 0600 : mode);
  if (file < 0) fail(errno);
  ::close(file);
}

OutputFile::~OutputFile() { ::unlink(path_.c_str()); }

void OutputFile::keep() {
  if (device_) {
    write_file_atomically(target_, read_file(path_));
    return;
  }
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(errno);
  const bool stored = ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  if (!stored) fail(error);
  if (::rename(path_.c_str(), target_.c_str()) != 0) fail(errno);
}

void OutputFile::fail(int error) const {
  throw Error(Message("FILE-UNWRITABLE",
                      {{"file", target_.string()}, {"reason", std::string(std::strerror(error))}}));
}

}  // namespace esep::xlsx
