// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// Inflates a whole sheet once before it is read. So a damaged or hostile sheet is refused at
/// once, and the merged ranges, which stand after the rows, are known from the start. Only
/// the root element is parsed as XML; `<mergeCell ref="…"/>` is found in the bytes. nullopt
/// with `refusal`: FILE-ZIP-DAMAGED, FILE-XML-DTD, FILE-XML-DAMAGED (not a worksheet),
/// FILE-LIMIT.
[[nodiscard]] std::optional<std::vector<report::MergedRange>> check_sheet(const ZipArchive& archive,
                                                                          const ZipEntry& entry, Problem& refusal);
/// The same for a sheet that was inflated completely.
[[nodiscard]] std::optional<std::vector<report::MergedRange>> check_sheet(const InflatedPart& part,
                                                                          const ZipEntry& entry, Problem& refusal);

}  // namespace esep::intake
