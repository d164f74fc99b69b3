// SPDX-License-Identifier: MIT
#include "xlsx/write.h"

#include "base/file.h"
#include "base/hash.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

bool is_long(const document::Document& document) {
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) {
      const auto* table = std::get_if<document::Table>(&block);
      if (table == nullptr || section.input || !table->rows) continue;
      const auto cursor = table->rows();
      document::Row row;
      size_t count = 0;
      while (count <= kStreamedRows && cursor->next(row)) ++count;
      if (count > kStreamedRows) return true;
    }
  }
  return false;
}

}  // namespace

void write(const document::Document& document, const std::filesystem::path& file) {
  OutputFile output(file);
  Workbook workbook(output.path(), document, is_long(document));
  for (const auto& section : document.sections) Sheet(workbook, document, section).write();
  workbook.close(file);
  output.keep();
}

std::string write_bytes(const document::Document& document) {
  const OutputFile output(std::filesystem::temp_directory_path() / ("esep-" + random_hex(12) + ".xlsx"), 0600);
  Workbook workbook(output.path(), document, is_long(document));
  for (const auto& section : document.sections) Sheet(workbook, document, section).write();
  workbook.close(output.target());
  return read_file(output.path());
}

}  // namespace esep::xlsx
