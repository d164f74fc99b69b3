// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/document.h"

namespace esep::document {

/// Packed rows of a table, written once and read any number of times. A short cell takes a few bytes; a Cell takes over
/// a hundred. So the matrix of a whole country fits in the memory of an office computer.
class PackedRows {
 public:
  void add(const Row& row);
  [[nodiscard]] bool empty() const { return blocks_->empty(); }
  /// All rows added so far; add no row afterwards.
  [[nodiscard]] RowSource source() const;

 private:
  std::shared_ptr<std::vector<std::string>> blocks_ = std::make_shared<std::vector<std::string>>();  // no row spans two
};

}  // namespace esep::document
