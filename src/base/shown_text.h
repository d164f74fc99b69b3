// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep {

/// Whether a terminal or a reader obeys the character instead of drawing it: controls (C0, DEL, C1), the separators of
/// lines and paragraphs, and the marks that turn the direction of writing.
[[nodiscard]] bool is_command_character(char32_t code_point);

/// The character as a person can see it: "\n", "\t", "\u001b" … Inside the quotes of a JSON text it means the character
/// itself.
[[nodiscard]] std::string shown_command(char32_t code_point);

/// One line that forges no other: each command character is replaced by what shows it, and what is not UTF-8 by U+FFFD.
[[nodiscard]] std::string shown_in_line(std::string_view text);

/// The text, or its first `most` bytes and «…»: what a finding repeats of a cell. No character is torn.
[[nodiscard]] std::string cut_short(std::string_view text, size_t most = 120);

/// The first `most` places, «B3, B4», with « …» behind them if there are more.
[[nodiscard]] std::string join_first(std::vector<std::string> places, size_t most);

}  // namespace esep
