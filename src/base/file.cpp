// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_error.h"
#include "base/leftovers.h"

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

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

// A device or a pipe cannot be replaced by a rename, so it is written directly.
void write_to_device(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));  // a pipe that nobody reads would wait
  if (device.get() < 0) unwritable(path, errno);
  const int flags = ::fcntl(device.get(), F_GETFL);
  if (::fcntl(device.get(), F_SETFL, flags & ~O_NONBLOCK) != 0 || !write_all(device.get(), bytes) || !device.close())
    unwritable(path, errno);
}

// What cannot be synced (some network disks) stays as safe as its disk makes it; a disk that fails says so.
void sync_whole(const std::filesystem::path& path, int flags) {
  const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (file.get() >= 0 && ::fsync(file.get()) != 0 && errno != EINVAL) unwritable(path, errno);
}

}  // namespace

std::string read_file(const std::filesystem::path& path, uint64_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));  // a pipe would wait for a writer
  if (file.get() < 0) throw unreadable_file(path, errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) throw unreadable_file(path, errno);
  if (S_ISDIR(info.st_mode)) throw unreadable_file(path, EISDIR);
  if (!S_ISREG(info.st_mode)) throw Error(Message("FILE-NOT-REGULAR", {{"file", path.string()}}));
  const auto refuse_over = [&](uint64_t size) {
    if (size > limit)
      throw Error(Message("FILE-TOO-LARGE", {{"file", path.string()}, {"limit", std::to_string(limit >> 20)}}));
  };
  const auto told = static_cast<uint64_t>(std::max<off_t>(0, info.st_size));  // it may grow while it is read
  refuse_over(told);
  std::string out;
  out.reserve(told);
  std::string buffer(size_t{1} << 16, '\0');
  while (true) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw unreadable_file(path, errno);
    if (got == 0) return out;
    out.append(buffer, 0, static_cast<size_t>(got));
    refuse_over(out.size());
  }
}

void unwritable(const std::filesystem::path& path, int error) { throw unwritable_file(path, error); }

OutputFile::OutputFile(const std::filesystem::path& target, unsigned mode) : target_(target) {
  struct stat existing {};
  device_ = ::stat(target.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode);
  // A short separate name: "<name>.<random>.tmp" of a long Cyrillic name would exceed 255 bytes.
  const auto folder = device_ ? std::filesystem::temp_directory_path() : target.parent_path();
  path_ = folder / (temporary_name() + ".tmp");
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, device_ ? 0600 : mode);
  if (file_ < 0) unwritable(target_, errno);
  mark_in_use(file_);
}

OutputFile::~OutputFile() {
  if (file_ >= 0) ::close(file_);
  ::unlink(path_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (!write_all(file_, bytes)) unwritable(target_, errno);
}

void OutputFile::keep() {
  if (device_) {
    write_to_device(target_, read_file(path_));
    return;
  }
  if (::fsync(file_) != 0 || ::close(std::exchange(file_, -1)) != 0) unwritable(target_, errno);
  if (::rename(path_.c_str(), target_.c_str()) != 0) unwritable(target_, errno);
}

void make_private(const std::filesystem::path& file) {
  if (::chmod(file.c_str(), 0600) != 0) unwritable(file, errno);
}

void sync_folder(const std::filesystem::path& folder) { sync_whole(folder, O_RDONLY | O_DIRECTORY); }

bool give_name_if_free(const std::filesystem::path& file, const std::filesystem::path& name) {
  sync_whole(file, O_RDONLY);
  if (::link(file.c_str(), name.c_str()) == 0) {
    ::unlink(file.c_str());
  } else {
    if (errno == EEXIST) return false;
    // A disk without hard links (a memory stick): an empty file keeps the name until the whole one replaces it.
    const Descriptor place(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (place.get() < 0 && errno == EEXIST) return false;
    if (place.get() < 0 || ::rename(file.c_str(), name.c_str()) != 0) unwritable(name, errno);
  }
  sync_folder(name.has_parent_path() ? name.parent_path() : ".");
  return true;
}

std::filesystem::path give_free_name(const std::filesystem::path& file, const std::string& stem,
                                     const std::string& tail) {
  std::filesystem::path name = stem + tail;
  for (int n = 2; !give_name_if_free(file, name); ++n) name = stem + "-" + std::to_string(n) + tail;
  return name;
}

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
  struct stat existing {};
  if (::stat(path.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) return write_to_device(path, bytes);
  OutputFile file(path, mode);
  file.write(bytes);
  file.keep();
}

}  // namespace esep
