// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace esep::app {

/// The folder a file stands in; "." where its name says none.
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& file);

/// A folder of mode 0700, made beside what it will replace; it goes with everything in it. Error FILE-UNWRITABLE.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& beside);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Takes the name of a folder that is empty or not there: what was built stays.
  void become(const std::filesystem::path& target) const;

 private:
  std::filesystem::path path_;
};

}  // namespace esep::app
