// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace esep::calendar {

/// Folded, with Kazakh letters by their nearest Russian ones, because many keyboards lack them: «қараша» is «караша».
[[nodiscard]] std::string plain_letters(std::string_view text);

/// «п/г» in full, of a text as plain_letters() leaves it.
[[nodiscard]] std::string without_slashes(std::string text);

/// «10-ай», «10-айы» as the tenth month, of a text as plain_letters() leaves it; «10 ай» is ten of them.
[[nodiscard]] std::string with_numbered_months(const std::string& text);

/// What a word says of a period, in Kazakh, Russian or English, declined or shortened.
struct SaidWord {
  enum class Kind {
    other,
    number,   // digits
    month,    // by its name; `number`: 1–12
    quarter,  // «тоқсан», «кв.»
    half,     // «полугодие»
    share,    // «половина», «жартысы»: a half of the year where a year stands beside
    counted,  // «6 месяцев», «6 ай»
    monthly,  // «месяц»: behind a number it is either that month or so many, which end with it
    range,    // «по», «дейін»
    ordinal,  // «II», «второй»; `number`: 1–4
    year,     // «года», «жылғы»
  };
  Kind kind = Kind::other;
  int number = 0;
};

/// I to XII, of a word as plain_letters() leaves it.
[[nodiscard]] std::optional<int> roman_number(std::string_view word);
/// `word` as plain_letters() leaves it, without what stands around it.
[[nodiscard]] SaidWord said_by(std::string_view word);
/// Whether it is the last letter of a Russian ordinal, as people write it at a number: «1й», «2я», «1е».
[[nodiscard]] bool is_number_ending(std::string_view letter);

}  // namespace esep::calendar
