// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::intake {

/// The kind of a file by its bytes; the name does not matter.
enum class FileKind {
  empty,
  zip,        // its parts decide
  xls,        // Excel 97–2003
  encrypted,  // a workbook with a password
  word,       // Word 97–2003
  pdf,
  archive,  // RAR, 7z, gzip; what a zip is its parts decide
  mail,     // a message with what is attached to it
  lock,     // what a spreadsheet program leaves beside a workbook while it is open
  markup,   // a web page or XML, often named .xls
  json,
  text,  // to be read as CSV
  unknown
};
[[nodiscard]] FileKind file_kind(std::string_view bytes);

}  // namespace esep::intake
