// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// Files that were glanced at, as many as memory bears; the others are read anew when their turn comes.
class Glanced {
 public:
  explicit Glanced(std::vector<std::string> files) : files_(std::move(files)), kept_(files_.size()) {}
  void keep(size_t file, CheckedFile glanced);
  /// The whole file, as `open_file` gives it; once. Another thread may do it.
  [[nodiscard]] CheckedFile whole(size_t file);

 private:
  std::vector<std::string> files_;
  std::vector<std::optional<CheckedFile>> kept_;
  size_t bytes_ = 0;
};

/// For each file of one call another that is the same report; "" where there is none. Only files that look alike at a
/// quick glance are opened as a whole for it; what a glance opened is kept in `glanced`.
[[nodiscard]] std::vector<std::string> find_twins(Checker& checker, const std::vector<std::string>& files,
                                                  Glanced& glanced);
/// DUPLICATE-KEY before the file's other findings; nothing where `twin` is empty.
void mark_twin(CheckedFile& file, const std::string& twin);

}  // namespace esep::app
