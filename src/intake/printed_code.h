// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

namespace esep::intake {

/// Codes of papers (app/issue_paper.h: "0A1B-2C3D-4E5F") that stand in a file's bytes: as they are or in UTF-16, in the
/// parts of a zip (a workbook's properties, strings, footers) and in a PDF's compressed streams. Never an error: what
/// cannot be looked into holds none.
[[nodiscard]] std::set<std::string> printed_codes(const std::string& bytes);

}  // namespace esep::intake
