// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep::form {

/// A rule that stands in the file as a key of a column or field: which key it is, and what its finding shows.
struct KeyCheck {
  enum class Kind { min, max, not_before, not_after, cell_sum, field_sum, total };

  Kind kind = Kind::min;
  std::string of;     // the column or field whose value is judged; the finding may stand at another
  std::string right;  // SQL: the limit, or what the value should be
  /// What is added up. While one of these cells could not be read or is missing, the sum is not judged.
  std::vector<std::string> parts;
};

/// The code that a finding has unless the form gives its own; also the key of the standard message.
[[nodiscard]] constexpr std::string_view standard_code(KeyCheck::Kind kind) {
  switch (kind) {
    case KeyCheck::Kind::min:
      return "CELL-MIN";
    case KeyCheck::Kind::max:
      return "CELL-MAX";
    case KeyCheck::Kind::not_before:
      return "CELL-EARLY";
    case KeyCheck::Kind::not_after:
      return "CELL-LATE";
    case KeyCheck::Kind::cell_sum:
      return "CELL-SUM";
    case KeyCheck::Kind::field_sum:
      return "FIELD-SUM";
    case KeyCheck::Kind::total:
      break;
  }
  return "FIELD-TOTAL";
}

}  // namespace esep::form
