// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::intake {

/// Whether a text stands in a file: in its bytes (HTML, the metadata of a PDF) or in a part of a zip (DOCX, XLSX).
/// Never an error: what cannot be read has no mark.
[[nodiscard]] bool holds_mark(const std::string& bytes, std::string_view mark);

}  // namespace esep::intake
