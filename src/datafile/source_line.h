// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::datafile {

/// Line `line` (1-based) of `text` as a diagnostic shows it: valid UTF-8 without its line break; "" if there is none.
[[nodiscard]] std::string source_line(std::string_view text, int line);

}  // namespace esep::datafile
