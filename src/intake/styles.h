// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "intake/cell_colour.h"
#include "intake/cell_look.h"
#include "intake/rule_look.h"
#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// What a cell style (index `s` of a cell) means.
struct CellStyle {
  /// Where a text stands in a cell that is higher or lower than it.
  enum class Rest : char { bottom, middle, top };
  report::CellFormat format = report::CellFormat::general;
  std::shared_ptr<const CellLook> look;  // nullptr: values are shown as they are
  bool struck = false;                   // its letters, or both diagonals cross the cell
  bool faint = false;                    // letters in the colour of the ground, or tiny
  bool tiny = false;
  bool dingbats = false;
  CellColour ink{CellColour::kBlack, ""};
  bool repeated = false;  // alignment "fill"
  bool fits = false;      // what is too wide shrinks, or stands upright
  bool wraps = false;     // a line break begins a line
  Rest rest = Rest::bottom;
  double size = 0;   // of its letters, points; 0: unknown
  double scale = 1;  // of its letters to those by which columns are measured
  CellColour ground{CellColour::kWhite, ""};
};
/// The styles of a workbook.
using CellStyles = std::vector<CellStyle>;

/// What styles.xml says.
struct Styles {
  CellStyles cells;
  std::vector<RuleLook> of_rules;  // of conditional formats, by their number
};

/// Reads styles.xml. nullopt with `refusal` on damage.
[[nodiscard]] std::optional<Styles> read_styles(const ZipArchive& archive, const ZipEntry& entry, Problem& refusal);

}  // namespace esep::intake
