// SPDX-License-Identifier: MIT
#include "reader_fuzz.h"

#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "intake/limits.h"
#include "intake/reader.h"
#include "zip_writer.h"

namespace esep::fuzz {
namespace {

constexpr std::string_view kWorkbookMark = "@xlsx\n";
constexpr std::string_view kPartMark = "@part ";

void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

std::string zip_parts(std::string_view text) {
  auto parts = intake::test::workbook_parts({});
  while (true) {
    const size_t mark = text.find(kPartMark);
    if (mark == std::string_view::npos) return intake::test::make_zip(parts, 0);
    text.remove_prefix(mark + kPartMark.size());
    const size_t line = text.find('\n');
    if (line == std::string_view::npos) return intake::test::make_zip(parts, 0);
    const std::string name(text.substr(0, std::min<size_t>(line, 200)));
    text.remove_prefix(line + 1);
    parts = intake::test::with_part(std::move(parts), name, std::string(text.substr(0, text.find(kPartMark))));
  }
}

void check_row(const report::GridRow& row, int last_row) {
  promise(row.row > last_row, "rows ascend");
  int column = 0;
  for (const auto& cell : row.cells) {
    promise(cell.column > column && cell.column <= intake::kMaxColumns, "cells ascend");
    column = cell.column;
    promise(cell.kind != report::CellKind::blank && !cell.text.empty(), "blanks are left out");
    promise(is_valid_utf8(cell.text), "texts are UTF-8");
    promise(cell.text.find('\0') == std::string::npos, "no NUL in a text");
    promise(cell.text.size() <= 3 * intake::kMaxCellBytes, "texts are bounded");
  }
}

void check_findings(const report::Findings& findings) {
  promise(findings.size() <= intake::kMaxProblems + 1, "findings are bounded");
  for (const auto& finding : findings)
    promise(!finding.code.empty() && !finding.message.empty(), "a finding says what");
}

}  // namespace

void read_input(std::string_view input) {
  const bool parts = input.substr(0, kWorkbookMark.size()) == kWorkbookMark;
  report::Findings findings;
  const auto grid = intake::open_grid("input", parts ? zip_parts(input) : std::string(input), findings);
  promise(grid ? findings.empty() : findings.size() == 1, "a grid or one finding");
  check_findings(findings);
  if (!grid) return;
  promise(!grid->sheets().empty() && grid->sheets().size() <= intake::kMaxSheets, "there is a sheet");
  for (size_t sheet = 0; sheet < grid->sheets().size(); ++sheet) {
    (void)grid->merged(sheet);
    const auto cursor = grid->rows(sheet);
    report::GridRow row;
    for (int last = 0; cursor->next(row); last = row.row) check_row(row, last);
    promise(!cursor->next(row), "an end stays an end");
  }
  check_findings(grid->problems());
}

}  // namespace esep::fuzz
