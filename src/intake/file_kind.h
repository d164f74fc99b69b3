// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::intake {

/// What a file is by its bytes; its name does not matter.
enum class FileKind {
  empty,
  zip,        // to be looked into
  xls,        // Excel 97–2003
  encrypted,  // a workbook behind a password
  word,       // Word 97–2003
  pdf,
  markup,  // a web page or XML that was named .xls
  json,
  text,  // to be read as CSV
  unknown
};
[[nodiscard]] FileKind file_kind(std::string_view bytes);

}  // namespace esep::intake
