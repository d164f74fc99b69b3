// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// One way to write each letter (NFC): «и» with a combining breve becomes «й». Some programs and systems write letters
/// in parts, which look the same and compare unequal. Text that is not UTF-8 stays as it is.
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Without characters that have no shape and are no part of what people mean: zero width spaces, soft hyphens, joiners,
/// byte order marks, marks of direction, variation selectors.
[[nodiscard]] std::string drop_invisible(std::string_view text);

/// Whether `to_nfc` or `drop_invisible` may change it: seldom, and known without reading it letter by letter.
[[nodiscard]] bool may_need_cleaning(std::string_view text);

/// Whether letters were lost when the text was saved in an encoding without them: «?аза?стан» for «Қазақстан».
[[nodiscard]] bool has_lost_letters(std::string_view text);

/// Whether U+FFFD stands where letters were: a program read the text in a wrong encoding.
[[nodiscard]] bool has_replaced_letters(std::string_view text);

/// Whether any letter of any script is in it.
[[nodiscard]] bool has_letter(std::string_view text);
/// Whether nothing but letters and digits of any script, and the given ASCII signs, is in it.
[[nodiscard]] bool only_letters_digits_or(std::string_view text, std::string_view signs);

}  // namespace esep
