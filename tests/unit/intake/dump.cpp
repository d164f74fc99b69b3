// SPDX-License-Identifier: MIT
#include "dump.h"

#include <catch2/catch.hpp>

#include "intake/reader.h"
#include "report/cell_reference.h"

namespace esep::intake::test {
namespace {

using report::CellFormat;
using report::CellKind;

std::string kind_letter(const report::GridCell& cell) {
  constexpr const char* kLetters[] = {"blank", "t", "n", "b", "e"};
  return std::string(kLetters[static_cast<int>(cell.kind)]) + (cell.formula ? "f" : "") +
         (cell.formula_without_value ? "!" : "");
}

std::string format_word(CellFormat format) {
  constexpr const char* kWords[] = {"", " number", " percent", " date", " time", " date_time", " text"};
  return kWords[static_cast<int>(format)];
}

}  // namespace

std::string dump(report::Grid& grid, size_t sheet) {
  std::string out;
  const auto cursor = grid.rows(sheet);
  report::GridRow row;
  while (cursor->next(row)) {
    out += (row.hidden ? "h" : "") + std::to_string(row.row) + ":";
    for (const auto& cell : row.cells) {
      out += (&cell == &row.cells.front() ? " " : " | ") + std::string(cell.hidden && !row.hidden ? "h" : "") +
             report::column_letters(cell.column) + " " + kind_letter(cell) + " " + cell.text + format_word(cell.format);
    }
    out += "\n";
  }
  return out;
}

std::string dump(const report::Findings& findings) {
  std::string out;
  for (const auto& f : findings) {
    CHECK(f.file == "файл.xlsx");
    CHECK(f.severity == Severity::error);
    out += f.code + (f.message.key == f.code ? "" : "(" + f.message.key + ")") + " " + f.sheet + "!" + f.cell + " " +
           std::to_string(f.row) + "\n";
  }
  return out;
}

std::string read_all(const std::string& bytes) {
  report::Findings findings;
  const auto grid = open_grid("файл.xlsx", bytes, findings);
  if (!grid) {
    CHECK(findings.size() == 1);
    return dump(findings);
  }
  CHECK(findings.empty());
  std::string out;
  for (size_t i = 0; i < grid->sheets().size(); ++i) {
    (void)grid->merged(i);
    const std::string sheet = dump(*grid, i);
    if (i == 0) out = sheet;
  }
  return out + dump(grid->problems());
}

std::string findings_of(const std::string& bytes) {
  report::Findings findings;
  const auto grid = open_grid("файл.xlsx", bytes, findings);
  if (!grid) return dump(findings);
  for (size_t i = 0; i < grid->sheets().size(); ++i) {
    const auto cursor = grid->rows(i);
    report::GridRow row;
    while (cursor->next(row)) continue;
  }
  return dump(grid->problems());
}

}  // namespace esep::intake::test
