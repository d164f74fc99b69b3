// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"

namespace esep::document {

/// The number of rows of a header: the longest path from its top to a leaf; 0 if there is no header.
[[nodiscard]] int depth_of(const std::vector<HeaderCell>& header);
/// The number of columns under a header cell.
[[nodiscard]] int leaves_of(const HeaderCell& cell);

}  // namespace esep::document
