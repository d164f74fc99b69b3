// SPDX-License-Identifier: MIT
#include "document/header_tree.h"

#include <algorithm>

namespace esep::document {

int depth_of(const std::vector<HeaderCell>& header) {
  int out = 0;
  for (const auto& cell : header) out = std::max(out, 1 + depth_of(cell.children));
  return out;
}

int leaves_of(const HeaderCell& cell) {
  int out = 0;
  for (const auto& child : cell.children) out += leaves_of(child);
  return std::max(out, 1);
}

}  // namespace esep::document
