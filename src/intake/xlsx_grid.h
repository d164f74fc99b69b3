// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "intake/problem.h"
#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// An OOXML workbook (.xlsx, .xlsm, transitional or strict) as a grid. The archive and its shared strings stay in
/// memory; sheets are inflated and parsed as rows are pulled. nullptr with `refusal`.
[[nodiscard]] std::unique_ptr<report::Grid> open_xlsx(const std::string& file_name, ZipArchive archive,
                                                      Problem& refusal, std::string_view only_sheet = {});

/// Opens the sheets that `only_sheet` left out. False if one is refused (see `problems`); true if there are none.
[[nodiscard]] bool complete_xlsx(report::Grid& grid, ProblemList& problems);

}  // namespace esep::intake
