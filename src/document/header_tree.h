// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"

namespace esep::document {

/// Rows that a header takes: the longest way from its top to a leaf; 0 for no header.
[[nodiscard]] int depth_of(const std::vector<HeaderCell>& header);
/// Columns that a header cell stands over.
[[nodiscard]] int leaves_of(const HeaderCell& cell);

}  // namespace esep::document
