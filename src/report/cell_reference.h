// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/read/grid.h"

/// A1 notation, read and written. Columns and rows are 1-based; column 27 is "AA".
namespace esep::report {

inline constexpr int kSheetRows = 1048576;   // of a sheet in Excel
inline constexpr int kSheetColumns = 16384;  // XFD

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
[[nodiscard]] std::optional<MergedRange> parse_range(std::string_view text);

[[nodiscard]] std::string column_letters(int column);
[[nodiscard]] std::string cell_name(int row, int column);

}  // namespace esep::report
