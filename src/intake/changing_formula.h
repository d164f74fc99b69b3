// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace esep::intake {

/// Whether a formula asks for the day, the time or chance: its value is another one whenever somebody opens the file.
[[nodiscard]] bool changes_by_itself(std::string_view formula);

/// The formula of the cell that is read, and what is known of formulas that several cells of the sheet share.
class SheetFormula {
 public:
  /// `shared`: its number, if it is shared; only the first of its cells has the text.
  void begin(std::optional<int> shared);
  void add(std::string_view text) { text_ += text; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Asked once of each cell with a formula.
  [[nodiscard]] bool changes_by_itself();

 private:
  std::string text_;
  std::optional<int> shared_;
  std::set<int> changing_;  // those of the shared ones that do
};

}  // namespace esep::intake
