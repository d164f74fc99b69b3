// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// Files that were opened for their keys, as many as the memory limit allows; others are read again in their turn.
class PeekedFiles {
 public:
  explicit PeekedFiles(std::vector<std::string> files) : files_(std::move(files)), peeked_(files_.size()) {}
  void remember(size_t file, OpenedFile peeked);
  /// The complete file, as `open_file` gives it; call once. Another thread may call it.
  [[nodiscard]] OpenedFile take(size_t file);

 private:
  std::vector<std::string> files_;
  std::vector<std::optional<OpenedFile>> peeked_;
  size_t bytes_ = 0;
};

/// For each file of one call another that is the same report; "" where there is none. Only files that look alike by
/// their identity are opened as a whole for it; what was peeked at goes into `peeked`.
[[nodiscard]] std::vector<std::string> find_duplicates(Checker& checker, const std::vector<std::string>& files,
                                                       PeekedFiles& peeked);
/// Adds DUPLICATE-KEY before the file's other findings, unless `other` is empty.
void mark_duplicate(CheckedFile& file, const std::string& other);

}  // namespace esep::app
