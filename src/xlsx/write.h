// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "document/document.h"

/// The only folder that includes xlsxwriter.h.
namespace esep::xlsx {

/// Writes a Document as a workbook: a section is a sheet. The same Document gives the same bytes. Long tables (over
/// `kStreamedRows` rows, not for input) are streamed in bounded memory. Error FILE-UNWRITABLE (full disk, read-only
/// folder …), XLSX-TOO-MANY-ROWS, XLSX-TOO-MANY-COLUMNS; an earlier file then stays unchanged.
inline constexpr size_t kStreamedRows = 5000;
void write(const document::Document& document, const std::filesystem::path& file);

/// The same as bytes in memory.
[[nodiscard]] std::string write_bytes(const document::Document& document);

}  // namespace esep::xlsx
