// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <map>

#include "report/cell_reference.h"
#include "report/finding.h"
#include "xlsx/workbook.h"

namespace esep::xlsx {

/// Name of a received sheet → its name in the new workbook.
using SheetNames = std::map<std::string, std::string>;

/// A column of the list: the key of its title, and its width.
struct FindingsColumn {
  const char* key;
  int width;
};
inline constexpr std::array<FindingsColumn, 6> kFindingsColumns{{{"FINDINGS-SHEET", 18},
                                                                 {"FINDINGS-CELL", 9},
                                                                 {"FINDINGS-SEVERITY", 18},
                                                                 {"FINDINGS-CODE", 34},
                                                                 {"FINDINGS-MESSAGE", 90},
                                                                 {"FINDINGS-LAW", 40}}};

/// The list of all findings, each with a link to its cell.
void write_findings_sheet(Workbook& workbook, const report::Findings& findings, const SheetNames& names,
                          const std::function<std::string(const Message&)>& say);

/// The place of a finding: its cell, or the first cell of its row; (0, 0) if it belongs to the whole file.
/// 1-based.
[[nodiscard]] report::CellReference place_of(const report::Finding& finding);

}  // namespace esep::xlsx
