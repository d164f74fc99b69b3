// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "intake/cell_colour.h"
#include "intake/plain_number.h"

namespace esep::intake {

/// A piece of a number format, in the order of the code.
struct FormatPart {
  enum class Kind { literal, digit, point, group, thousand, percent, exponent, slash, general, text, date };
  Kind kind = Kind::literal;
  /// literal: what is shown; digit: `0`, `#` or `?`; date: letters in lower case, minutes as `n`, elapsed time in
  /// brackets; `g` and `b` are an era and its year.
  std::string text;
};
using PartKind = FormatPart::Kind;

/// The format of the values that meet one condition: `[Red]-#,##0.0`.
struct FormatSection {
  enum class Relation { none, less, less_equal, equal, not_equal, greater, greater_equal };
  std::vector<FormatPart> parts;
  Relation relation = Relation::none;
  PlainNumber limit;
  enum class Calendar { gregorian, buddhist, other };
  Calendar calendar = Calendar::gregorian;
  bool of_system = false;         // `[$-F800]`, `[$-x-sysdate]`: the date as the computer is set up
  Lang lang = Lang::ru;           // of the names of months
  std::optional<CellColour> ink;  // `[White]`, `[Color2]`

  [[nodiscard]] bool has(FormatPart::Kind kind) const;
};

/// A number format as workbooks hold it: up to three sections for numbers, and one for texts.
struct FormatCode {
  std::vector<FormatSection> numbers;
  std::optional<FormatSection> text;  // nullopt: texts are shown as they are

  [[nodiscard]] static FormatCode parse(std::string_view code);
  /// The section of a number, and whether that section is only for negative ones: then it writes the sign itself.
  [[nodiscard]] const FormatSection& section_of(const PlainNumber& value, bool& only_negative) const;
};

/// The code of a built-in format (ECMA-376 part 1, 18.8.30). Empty: as the computer is set up, or general.
[[nodiscard]] std::string_view built_in_code(int id);

}  // namespace esep::intake
