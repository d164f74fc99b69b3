// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "intake/look_rule.h"
#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// What stands behind the rows of a sheet, and is known before them.
struct CheckedSheet {
  std::vector<report::MergedRange> merged;
  ReadRules rules;
};

/// Inflates a whole sheet once before it is read. So a damaged or hostile sheet is refused at
/// once, and the merged ranges and conditional formats, which stand after the rows, are known
/// from the start. Rows are not parsed as XML; `<mergeCell ref="…"/>` is found in the bytes.
/// `styles`: the workbook's. nullopt with `refusal`:
/// FILE-ZIP-DAMAGED, FILE-XML-DTD, FILE-XML-DAMAGED (not a worksheet), FILE-LIMIT.
[[nodiscard]] std::optional<CheckedSheet> check_sheet(const ZipArchive& archive, const ZipEntry& entry,
                                                      const Styles& styles, Problem& refusal);
/// The same for a sheet that was inflated completely.
[[nodiscard]] std::optional<CheckedSheet> check_sheet(const InflatedPart& part, const ZipArchive& archive,
                                                      const ZipEntry& entry, const Styles& styles, Problem& refusal);

}  // namespace esep::intake
