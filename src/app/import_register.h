// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/engine.h"
#include "report/finding.h"

namespace esep::app {

/// Where rows of a file stand, for findings about them.
struct RowPlaces {
  std::string sheet;
  bool has_cells = false;
  std::map<std::string, int> rows;     // key → row of the sheet or line of the file
  std::map<std::string, int> columns;  // column id → column of the sheet, 1-based
};

/// Rows of a register from a table file (CSV, XLSX): the first row names the columns by id or title, in any order.
/// Findings IMPORT-COLUMN, IMPORT-KEY, IMPORT-DUPLICATE, CELL-…; with an error among them the rows must not be used.
[[nodiscard]] std::vector<report::RegisterRow> read_register_rows(const form::RegisterDefinition& definition,
                                                                  const std::string& file, std::string bytes,
                                                                  report::Findings& findings, RowPlaces* places = nullptr);

/// The rows that the data ship for a register (its `rows_file`). Error DATA-INVALID when they are wrong.
[[nodiscard]] std::vector<report::RegisterRow> shipped_rows(Engine& engine, const form::RegisterDefinition& definition);

struct ImportResult {
  registry::Registry::ImportCount count;
  report::Findings findings;
  bool done = false;
};
/// All rows or none; what the register's own checks warn of does not stop them.
[[nodiscard]] ImportResult import_register(Engine& engine, const std::string& register_id,
                                           const std::filesystem::path& file, const registry::Actor& actor);

}  // namespace esep::app
