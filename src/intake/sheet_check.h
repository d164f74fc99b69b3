// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// Inflates a whole sheet once before anything is read from it: a damaged or hostile one is refused at the door, and
/// the merged ranges, which stand behind the rows, are known from the start. The XML is parsed only up to its root
/// element;
/// `<mergeCell ref="…"/>` is found in the bytes. nullopt with `refusal`: FILE-ZIP-DAMAGED, FILE-XML-DTD,
/// FILE-XML-DAMAGED (not a worksheet), FILE-LIMIT.
[[nodiscard]] std::optional<std::vector<report::MergedRange>> check_sheet(const ZipArchive& archive,
                                                                          const ZipEntry& entry, Problem& refusal);
/// The same of a sheet that was inflated as a whole.
[[nodiscard]] std::optional<std::vector<report::MergedRange>> check_sheet(const InflatedPart& part,
                                                                          const ZipEntry& entry, Problem& refusal);

}  // namespace esep::intake
