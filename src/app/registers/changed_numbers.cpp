// SPDX-License-Identifier: MIT
#include "app/registers/changed_numbers.h"

#include "app/registers/cell_text.h"
#include "app/registers/register_types.h"

namespace esep::app {

void find_changed_numbers(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file,
                          report::Findings& findings) {
  for (const RegisterColumn& column : definition.columns) {
    if (column.type != form::ColumnType::bin || !file.columns.contains(column.id)) continue;
    for (const auto& [row, line] : file.rows) {
      const RegisterRow* old = engine.row(definition.id, row.key);
      const std::string before = old == nullptr ? "" : cell_text(*old, column);
      const std::string after = cell_text(row, column);
      if (before.empty() || after.empty() || before == after) continue;
      Message message("IMPORT-BIN-CHANGED", {{"key", row.key}, {"before", before}, {"after", after}});
      findings.push_back(file.at(line, column.id, std::move(message), Severity::warning));
    }
  }
}

}  // namespace esep::app
