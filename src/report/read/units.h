// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace esep::report {

/// The units that a text names and in which the same number is another value: a thousand, a million, dollars. By their
/// sign, whatever the language; tenge, in which every form counts, is none of them.
[[nodiscard]] std::set<std::string> units_in(std::string_view text);

}  // namespace esep::report
