// SPDX-License-Identifier: MIT
#include "app/receive/at_field.h"

#include "report/cell_reference.h"

namespace esep::app {

report::Finding at_field(const CheckedFile& file, const std::string& field, report::Finding out) {
  const report::Layout& layout = file.report.layout;
  for (const auto& cell : layout.fields) {
    if (cell.field != field) continue;
    return std::move(out)
        .in(file.file, file.grid->sheets()[layout.sheet].name)
        .at(cell.row, file.grid->has_cells() ? report::cell_name(cell.row, cell.cell.column) : "")
        .of_column(field);
  }
  return std::move(out).in(file.file).of_column(field);
}

}  // namespace esep::app
