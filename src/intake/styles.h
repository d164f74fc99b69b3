// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// Meaning of each cell style (index `s` of a cell) of a workbook.
using CellFormats = std::vector<report::CellFormat>;

/// Reads styles.xml. nullopt with `refusal` on damage.
[[nodiscard]] std::optional<CellFormats> read_styles(const ZipArchive& archive, const ZipEntry& entry,
                                                     Problem& refusal);

}  // namespace esep::intake
