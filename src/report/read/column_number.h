// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::report {

/// The number of a column as people write it in the row of numbers: "11" of "11", «гр. 11», «11-баған», "(11)", "11.".
/// A text that is something else comes back without the spaces at its ends.
[[nodiscard]] std::string plain_column_number(std::string_view text);

}  // namespace esep::report
