// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/document.h"

namespace esep::document {

/// Rows of a table, written once and read as often as wanted, packed: a short cell takes some bytes where a Cell takes
/// over a hundred, so that the matrix of a whole country stands in the memory of an office computer.
class PackedRows {
 public:
  void add(const Row& row);
  [[nodiscard]] bool empty() const { return blocks_->empty(); }
  /// Every row added until now; none may be added later.
  [[nodiscard]] RowSource source() const;

 private:
  std::shared_ptr<std::vector<std::string>> blocks_ = std::make_shared<std::vector<std::string>>();  // no row spans two
};

}  // namespace esep::document
