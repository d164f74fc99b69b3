// SPDX-License-Identifier: MIT
#include "xlsx/write.h"

#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

bool is_long(const document::Document& document) {
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) {
      const auto* table = std::get_if<document::Table>(&block);
      if (table == nullptr || section.input) continue;
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
  const std::filesystem::path temporary = file.string() + "." + random_hex(6) + ".tmp";
  try {
    Workbook workbook(temporary, document, is_long(document));
    for (const auto& section : document.sections) Sheet(workbook, document, section).write();
    workbook.close();
    std::filesystem::rename(temporary, file);
  } catch (const std::filesystem::filesystem_error& error) {
    ::unlink(temporary.c_str());
    throw Error(Message("FILE-UNWRITABLE", {{"file", file.string()}, {"reason", error.code().message()}}));
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

std::string write_bytes(const document::Document& document) {
  const auto file = std::filesystem::temp_directory_path() / ("esep-" + random_hex(12) + ".xlsx");
  write(document, file);
  std::string bytes = read_file(file);
  std::filesystem::remove(file);
  return bytes;
}

}  // namespace esep::xlsx
