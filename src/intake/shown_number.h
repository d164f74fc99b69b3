// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "intake/format_code.h"
#include "report/read/grid.h"

namespace esep::intake {

/// What one section of a format makes of numbers, found out once for all cells.
struct NumberSection {
  enum class Kind { words, general, number, scientific, fraction, date };
  Kind kind = Kind::general;
  FormatSection code;
  size_t places = 0;          // decimal places
  size_t least = 0;           // digits before the point at least: `000` puts zeros before a shorter number
  int thousands = 0;          // commas that divide by a thousand
  int percents = 0;           // signs that multiply by a hundred
  bool odd_words = false;     // words, signs or digits of its own make another number: «тыс.», «до», «≈»
  bool minus = false;         // writes a minus or brackets itself
  bool blank_zero = false;    // shows nothing of a zero
  bool tenge = false;         // the sign or the name of tenge stands beside the number
  bool percent_sign = false;  // of either kind: one that multiplies, or only a sign
};
[[nodiscard]] NumberSection number_section(const FormatSection& section);

/// What a person reads in a cell, and whether that is its value.
struct Shown {
  report::Look look = report::Look::same;
  std::string text;
};
/// `only_negative`: the section writes the sign itself. Not for dates.
[[nodiscard]] Shown shown_number(const NumberSection& section, const PlainNumber& value, bool only_negative);

/// The words of a format that change a number beside which they stand: «тыс.», «млн», «нет».
[[nodiscard]] bool has_changing_word(std::string_view literal);

}  // namespace esep::intake
