// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace esep {

/// The folder of a file; "." if its name has none.
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& file);

/// A temporary folder of mode 0700 beside its target; it is removed with its contents. What killed commands left beside
/// it is removed, too. Error FILE-UNWRITABLE, about `beside`.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& beside);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Renames the folder to a name that is free or an empty folder, so that its contents stay.
  void become(const std::filesystem::path& target) const;

 private:
  std::filesystem::path path_;
  int in_use_ = -1;  // marks the folder, so that nobody collects it (base/leftovers.h)
};

}  // namespace esep
