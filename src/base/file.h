// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace esep {

/// Whole file in memory. Error FILE-MISSING, FILE-UNREADABLE, FILE-TOO-LARGE (over `limit` bytes).
[[nodiscard]] std::string read_file(const std::filesystem::path& path, uint64_t limit = uint64_t{512} << 20);

/// Takes the pieces of what is written, in order.
using Sink = std::function<void(std::string_view)>;

/// A new file beside its target, which takes the target's place only when it is complete; removed otherwise. What has
/// to know a file by its name writes to `path` itself.
class OutputFile {
 public:
  /// Error FILE-UNWRITABLE with the system's reason when the folder takes no file.
  explicit OutputFile(const std::filesystem::path& target, unsigned mode = 0644);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  /// Error FILE-UNWRITABLE.
  void write(std::string_view bytes);
  /// Moves it over the target, after fsync. Error FILE-UNWRITABLE.
  void keep();

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
  bool device_ = false;  // a pipe or a device cannot be renamed over
  int file_ = -1;
};

/// Writes beside `path` and renames over it, after fsync: a reader sees the old file or the new one, never half.
/// Mode 0600 for workspace files. Error FILE-UNWRITABLE with the system's reason (full disk, read-only …); the old
/// file is then untouched and no temporary file is left.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

/// Error FILE-UNWRITABLE with the system's words for `error` (errno).
[[noreturn]] void unwritable(const std::filesystem::path& path, int error);

}  // namespace esep
