// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.h"
#include "report/read/grid.h"

/// Readers of received files: workbooks (.xlsx, .xlsm), CSV and JSON (docs/intake.md). The bytes decide, not the file
/// name. Sheets are streamed; limits.h bounds what a file may cost.
namespace esep::intake {

/// nullptr with exactly one finding if the file is refused:
///   FILE-EMPTY, FILE-XLS, FILE-XLSB, FILE-ENCRYPTED, FILE-PDF, FILE-ODS, FILE-WORD, FILE-MARKUP, FILE-UNKNOWN: no kind
///   that is read; FILE-ZIP-DAMAGED, FILE-ZIP-BOMB, FILE-XML-DTD, FILE-XML-DAMAGED, FILE-PART-MISSING, FILE-LIMIT;
///   FILE-JSON-DAMAGED, FILE-JSON-UNCLOSED, FILE-JSON-NUMBER, FILE-JSON-DUPLICATE, FILE-JSON-KEY, FILE-JSON-TOP,
///   FILE-JSON-SHAPE.
/// Problems found while rows are pulled go to `Grid::problems()`: read it after the last row.
///   FILE-XML-DAMAGED, FILE-CELL-REFERENCE, FILE-CELL-ORDER, FILE-LIMIT, FILE-CSV-QUOTE end the sheet;
///   CELL-NUMBER-DAMAGED, CELL-STRING-MISSING, CELL-TYPE-UNKNOWN are for one cell; FILE-PROBLEMS-CUT after too many.
[[nodiscard]] std::unique_ptr<report::Grid> open_grid(const std::string& file_name, std::string bytes,
                                                      report::Findings& findings);

/// Opens one sheet of a workbook quickly. The other sheets are not checked and have no rows until `complete`. Files of
/// other kinds are opened completely.
[[nodiscard]] std::unique_ptr<report::Grid> open_sheet(const std::string& file_name, SharedBytes bytes,
                                                       std::string_view sheet, report::Findings& findings);

/// Turns the result of `open_sheet` into that of `open_grid`. False, with one finding, if the file is
/// refused.
[[nodiscard]] bool complete(report::Grid& grid, report::Findings& findings);

/// `open_grid` of bytes that others hold, too.
[[nodiscard]] std::unique_ptr<report::Grid> open_grid(const std::string& file_name, SharedBytes bytes,
                                                      report::Findings& findings);
/// `open_grid` from disk. A file that cannot be read is a finding with the code of base/file.h.
[[nodiscard]] std::unique_ptr<report::Grid> open_grid(const std::filesystem::path& path, report::Findings& findings);

}  // namespace esep::intake
