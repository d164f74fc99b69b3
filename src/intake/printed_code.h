// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

namespace esep::intake {

/// Codes of papers (app/core/paper_code.h: "0A1B-2C3D-4E5F") in a file's bytes: in plain text or UTF-16, in the parts
/// of a zip (a workbook's properties, strings, footers) and in a PDF's compressed streams. Never an error: a part that
/// cannot be read has no codes.
[[nodiscard]] std::set<std::string> printed_codes(const std::string& bytes);

}  // namespace esep::intake
