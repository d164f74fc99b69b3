// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/shown_date.h"

namespace esep::intake {

/// Judges what people read in cells of one number format: rounding, thousands, hidden signs, words instead of values.
/// No copy of a spreadsheet program: it tells whether the value itself is shown, and roughly what is.
class CellLook {
 public:
  explicit CellLook(std::string_view code);

  /// nullopt: the cell shows its value and nothing else. Told though they are the value: a
  /// percentage, an amount of tenge, with their signs, and a number with zeros before it, which make another text.
  [[nodiscard]] std::optional<Shown> of(const report::GridCell& cell, report::DateSystem dates) const;

  /// What is seen of a number, whether that is its value or not.
  [[nodiscard]] std::string text_of(const report::GridCell& cell, report::DateSystem dates) const;
  /// Characters at most beside the digits of a number.
  [[nodiscard]] size_t most_beside() const { return beside_; }

  /// What the section that a number takes makes of it, if the format has several: «[<1]0%;0».
  [[nodiscard]] std::optional<report::CellFormat> format_of(const report::GridCell& cell) const;

  /// The colour that the format itself gives the cell's letters; nullopt: none.
  [[nodiscard]] std::optional<CellColour> ink_of(const report::GridCell& cell) const;

 private:
  [[nodiscard]] std::optional<Shown> of_number(const std::string& text, report::DateSystem dates) const;
  [[nodiscard]] std::optional<Shown> of_text(const std::string& text) const;

  FormatCode code_;
  std::vector<NumberSection> sections_;  // as `code_.numbers`
  bool plain_texts_ = true;
  bool hides_ = false;  // shows nothing of any number
  bool coloured_ = false;
  size_t beside_ = 0;
};

}  // namespace esep::intake
