// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace esep {

/// Whole file in memory. Error FILE-MISSING, FILE-UNREADABLE, FILE-TOO-LARGE (over `limit` bytes), FILE-NOT-REGULAR (a
/// pipe or a device, which might never end).
[[nodiscard]] std::string read_file(const std::filesystem::path& path, uint64_t limit = uint64_t{512} << 20);

/// The bytes of a file that several hold at once.
using SharedBytes = std::shared_ptr<const std::string>;

/// Receives the pieces of an output, in order.
using Sink = std::function<void(std::string_view)>;

/// A new file beside its target. It replaces the target when it is complete, and is removed otherwise. Libraries that
/// need a file name write to `path` themselves.
class OutputFile {
 public:
  /// Error FILE-UNWRITABLE with the system's reason if the folder does not accept a file.
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

/// Mode 0600. Error FILE-UNWRITABLE.
void make_private(const std::filesystem::path& file);

/// Syncs the folder, so that the names in it are on the disk. Error FILE-UNWRITABLE if the disk fails.
void sync_folder(const std::filesystem::path& folder);

/// Gives a finished file the name `stem` + `tail` in the same folder, else `stem`-2 + `tail` …, and returns it. It
/// follows no link and overwrites nothing; file and folder are then on the disk. Error FILE-UNWRITABLE.
std::filesystem::path give_free_name(const std::filesystem::path& file, const std::string& stem,
                                     const std::string& tail);

/// The same with one name. false: it is taken.
[[nodiscard]] bool give_name_if_free(const std::filesystem::path& file, const std::filesystem::path& name);

/// Writes beside `path`, calls fsync and renames over it: a reader sees the old file or the new one, never a part. Mode
/// 0600 for workspace files. Error FILE-UNWRITABLE with the system's reason (full disk, read-only …); the old file is
/// then untouched and no temporary file is left.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

/// Error FILE-UNWRITABLE with the system's words for `error` (errno).
[[noreturn]] void unwritable(const std::filesystem::path& path, int error);

}  // namespace esep
