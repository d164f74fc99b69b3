// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "report/read/grid.h"

namespace esep::intake {

struct CellReference {
  int row = 0;
  int column = 0;
  bool operator==(const CellReference&) const = default;
};

/// "A1" … "XFD1048576", capital letters, no `$`, no leading zero; nullopt on anything else.
[[nodiscard]] std::optional<CellReference> parse_reference(std::string_view text);
/// "1" … "1048576".
[[nodiscard]] std::optional<int> parse_row_number(std::string_view text);
/// "A1:C2", or one cell; nullopt if the corners are not in order.
[[nodiscard]] std::optional<report::MergedRange> parse_range(std::string_view text);

}  // namespace esep::intake
