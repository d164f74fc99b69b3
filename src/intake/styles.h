// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "intake/cell_colour.h"
#include "intake/cell_look.h"
#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// What a cell style (index `s` of a cell) means.
struct CellStyle {
  report::CellFormat format = report::CellFormat::general;
  std::shared_ptr<const CellLook> look;  // nullptr: values are shown as they are
  bool struck = false;
  bool faint = false;
  bool repeated = false;  // alignment "fill"
  CellColour ground{CellColour::kWhite, ""};
};
/// The styles of a workbook.
using CellStyles = std::vector<CellStyle>;

/// Reads styles.xml. nullopt with `refusal` on damage.
[[nodiscard]] std::optional<CellStyles> read_styles(const ZipArchive& archive, const ZipEntry& entry, Problem& refusal);

}  // namespace esep::intake
