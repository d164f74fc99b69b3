// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <iostream>

#include <xlsxwriter.h>

#include "bare_xlsx.h"
#include "child.h"
#include "intake/reader.h"
#include "report/read/grid.h"
#include "table_data.h"

namespace esep::bench {
namespace {

constexpr int kStyledRows = 300'000;

std::filesystem::path sample(const std::filesystem::path& folder) { return folder / "styled.xlsx"; }

// One row of values, below it cells with a frame and nothing in them: as people make them who format whole columns.
void prepare(const std::filesystem::path& folder) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(sample(folder).c_str(), &options);
  lxw_format* frame = workbook_add_format(book);
  format_set_border(frame, LXW_BORDER_THIN);
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  for (int column = 0; column < kColumns; ++column)
    worksheet_write_number(sheet, 0, static_cast<lxw_col_t>(column), column, frame);
  for (int row = 1; row <= kStyledRows; ++row) {
    for (int column = 0; column < kColumns; ++column)
      worksheet_write_blank(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), frame);
  }
  if (workbook_close(book) != LXW_NO_ERROR) std::exit(1);
}

Time expect(Time time, int64_t values) {
  if (values == kColumns) return time;
  std::cerr << "read " << values << " values of " << kColumns << '\n';
  std::exit(1);
}

Time pass_with_bare_libraries(const std::filesystem::path& folder) {
  BareCount count;
  const Time time = time_of([&] { count = read_bare(sample(folder)); });
  return expect(time, count.cells);
}

Time pass_over_cells(const std::filesystem::path& folder) {
  int64_t values = 0;
  const Time time = time_of([&] {
    report::Findings findings;
    const auto grid = intake::open_grid(sample(folder), findings);
    const auto cursor = grid->rows(0);
    report::GridRow row;
    while (cursor->next(row)) {
      for (const report::GridCell& cell : row.cells) values += cell.kind == report::CellKind::blank ? 0 : 1;
    }
  });
  return expect(time, values);
}

}  // namespace

Case styled_case() {
  return {"styled",
          "XLSX, 300 000 × 26 styled cells without a value, passed over",
          prepare,
          {{"minizip + expat", pass_with_bare_libraries}, {"`src/intake`", pass_over_cells}}};
}

}  // namespace esep::bench
