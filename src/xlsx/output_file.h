// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace esep::xlsx {

/// A new file beside its target, which takes the target's place only when it is complete; removed otherwise.
class OutputFile {
 public:
  /// Error FILE-UNWRITABLE when the folder takes no file.
  explicit OutputFile(const std::filesystem::path& target, unsigned mode = 0644);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  /// Moves it over the target, after fsync. Error FILE-UNWRITABLE.
  void keep();

 private:
  [[noreturn]] void fail(int error) const;

  std::filesystem::path target_;
  std::filesystem::path path_;
  bool device_ = false;  // a pipe or a device cannot be renamed over
};

}  // namespace esep::xlsx
