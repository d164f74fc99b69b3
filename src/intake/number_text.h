// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace esep::intake {

/// Excel shows and keeps at most this many significant digits; files have up to 17 (1234.5600000000001).
inline constexpr int kExcelDigits = 15;

/// A number of a workbook or JSON file in canonical notation: `-1234.56`, no exponent, no leading or trailing zeros.
/// Only numbers outside 1E-20 … 1E+30 keep an exponent (`1.5E+300`). More than `digits` significant digits are rounded
/// half away from zero, except in plain integers; `digits` 0 keeps all. Works on the text, without floating point or
/// locale. nullopt if the text is not a number ("12x34", "inf", "nan", "").
[[nodiscard]] std::optional<std::string> canonical_number_text(std::string_view raw, int digits = kExcelDigits);

}  // namespace esep::intake
