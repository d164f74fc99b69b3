// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "report/read/grid.h"

/// Readers of received files. A file is what its bytes say, whatever its name ends in: a workbook (.xlsx, .xlsm), CSV
/// or JSON (docs/intake.md). Sheets are streamed; limits.h bounds what a file may cost.
namespace esep::intake {

/// nullptr with exactly one finding when the file is refused:
///   FILE-EMPTY, FILE-XLS, FILE-XLSB, FILE-ENCRYPTED, FILE-PDF, FILE-ODS, FILE-WORD, FILE-MARKUP, FILE-UNKNOWN: no kind
///   that is read; FILE-ZIP-DAMAGED, FILE-ZIP-BOMB, FILE-XML-DTD, FILE-XML-DAMAGED, FILE-PART-MISSING, FILE-LIMIT;
///   FILE-JSON-DAMAGED, FILE-JSON-DUPLICATE, FILE-JSON-KEY, FILE-JSON-SHAPE.
/// What is met only while rows are pulled goes to `Grid::problems()`: look there once the last row was read.
///   FILE-XML-DAMAGED, FILE-CELL-REFERENCE, FILE-CELL-ORDER, FILE-LIMIT, FILE-CSV-QUOTE end the sheet;
///   CELL-NUMBER-DAMAGED, CELL-STRING-MISSING, CELL-TYPE-UNKNOWN stand for one cell; FILE-PROBLEMS-CUT after too many.
[[nodiscard]] std::unique_ptr<report::Grid> open_grid(const std::string& file_name, std::string bytes,
                                                      report::Findings& findings);

/// A quick look at one sheet of a workbook: the others are neither checked nor have rows until `complete`. Other kinds
/// of files are opened as a whole.
[[nodiscard]] std::unique_ptr<report::Grid> open_sheet(const std::string& file_name, std::string bytes,
                                                       std::string_view sheet, report::Findings& findings);

/// Makes of what `open_sheet` gave what `open_grid` would have given. False, with one finding, when the file is
/// refused.
[[nodiscard]] bool complete(report::Grid& grid, report::Findings& findings);

/// `open_grid` from disk. A file that cannot be read is a finding with the code of base/file.h.
[[nodiscard]] std::unique_ptr<report::Grid> open_grid(const std::filesystem::path& path, report::Findings& findings);

}  // namespace esep::intake
