// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep {

/// Removes white space at both ends, Unicode spaces (U+00A0, U+202F, U+2009, U+FEFF …) included.
[[nodiscard]] std::string trim(std::string_view text);

/// `trim`, and every inner run of white space (line breaks included) becomes one plain space.
[[nodiscard]] std::string squeeze_spaces(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ASCII letters in lower case; the other bytes stay.
[[nodiscard]] std::string ascii_lower(std::string_view text);
[[nodiscard]] std::string ascii_upper(std::string_view text);

/// Case-folded, squeezed form for comparing what people type (ICU, locale-independent).
[[nodiscard]] std::string fold_case(std::string_view text);

/// `fold_case`, and Cyrillic letters that look like Latin ones become Latin (А→a, В→b, С→c, і→i …), so that «ТCМ» with
/// a Latin C equals «ТСМ» (requirement RM-5). For comparison only, never for display.
[[nodiscard]] std::string fold_look_alikes(std::string_view text);

/// Whether a text has an end of its own: a full stop, «!», «?» or «…».
[[nodiscard]] bool ends_sentence(std::string_view text);

/// The text without the sentences that contain `part`; lines stay apart.
[[nodiscard]] std::string without_sentences(std::string_view text, std::string_view part);

/// A text that ends with «….» ends with «…».
[[nodiscard]] std::string closed_once(std::string text);

/// A phrase as a sentence: with a capital letter, and a full stop where it has no end of its own.
[[nodiscard]] std::string as_sentence(std::string_view phrase);

/// The candidate nearest to `word` (edit distance at most a third of its length), or "".
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace esep
