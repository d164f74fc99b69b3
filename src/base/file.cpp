// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/hash.h"

namespace esep {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  bool close() {
    const int fd = std::exchange(fd_, -1);
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  int fd_;
};

[[noreturn]] void fail(const char* key, const std::filesystem::path& path, int error) {
  throw Error(Message(key, {{"file", path.string()}, {"reason", std::string(std::strerror(error))}}));
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

std::string read_file(const std::filesystem::path& path, uint64_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(errno == ENOENT ? "FILE-MISSING" : "FILE-UNREADABLE", path, errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) fail("FILE-UNREADABLE", path, errno);
  if (S_ISDIR(info.st_mode)) fail("FILE-UNREADABLE", path, EISDIR);
  std::string out;
  std::string buffer(size_t{1} << 16, '\0');
  while (true) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("FILE-UNREADABLE", path, errno);
    if (got == 0) return out;
    out.append(buffer, 0, static_cast<size_t>(got));
    if (out.size() > limit) {
      throw Error(
          Message("FILE-TOO-LARGE", {{"file", path.string()}, {"limit", std::to_string(limit >> 20)}}));
    }
  }
}

void unwritable(const std::filesystem::path& path, int error) { fail("FILE-UNWRITABLE", path, error); }

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
  struct stat existing {};
  if (::stat(path.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) {
    // A device or a pipe cannot be renamed over: write to it as it is.
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.get() < 0 || !write_all(device.get(), bytes) || !device.close()) unwritable(path, errno);
    return;
  }
  // A short name of its own: "<name>.<random>.tmp" of a long Cyrillic name would pass 255 bytes.
  const std::filesystem::path temporary = path.parent_path() / (".esep-" + random_hex(8) + ".tmp");
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (file.get() < 0) unwritable(path, errno);
  const bool ok = write_all(file.get(), bytes) && ::fsync(file.get()) == 0 && file.close() &&
                  ::rename(temporary.c_str(), path.c_str()) == 0;
  if (!ok) {
    const int error = errno;
    ::unlink(temporary.c_str());
    unwritable(path, error);
  }
}

}  // namespace esep
