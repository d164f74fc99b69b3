// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace esep::form {

/// Identifies the report of a workbook. It is written to the hidden sheet of a blank and read back from it.
struct WorkbookIdentity {
  std::string form;
  std::string edition;  // empty: the one in force
  std::string form_sha256;
  std::string organisation;
  std::string subject;   // empty: none
  std::string period;    // "2026-10", empty: event form
  std::string stage;     // empty: the only one
  int occurrence = 1;    // of a stage that may recur
  std::string language;  // of the blank

  /// Name of the hidden sheet.
  static constexpr const char* kSheetName = "_esep";
  /// Name of the hidden sheet of a blank with long lists of choices.
  static constexpr const char* kListSheetName = "_lists";
  /// Name of the hidden sheet by which a blank checks itself.
  static constexpr const char* kCheckSheetName = "_check";
  /// Whether a hidden sheet is one of the three that a blank brings along.
  [[nodiscard]] static bool is_own_sheet(std::string_view name) {
    return name == kSheetName || name == kListSheetName || name == kCheckSheetName;
  }
  /// Rows of two cells: key, value. The first is ("esep-workbook", "1").
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> encode() const;
  /// nullopt if these rows are not an identity.
  [[nodiscard]] static std::optional<WorkbookIdentity> decode(
      const std::vector<std::pair<std::string, std::string>>& rows);
};

}  // namespace esep::form
