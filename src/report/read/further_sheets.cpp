// SPDX-License-Identifier: MIT
#include "report/read/further_sheets.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/shown_text.h"
#include "base/text.h"
#include "report/read/parse_cell.h"

namespace esep::report {
namespace {

constexpr int kSearchedRows = 400;
constexpr size_t kMostSheets = 10;

// Whether a row of another sheet could be one of the table.
class RowLikeness {
 public:
  RowLikeness(const ReceivedFile& file, const Layout& layout) : file_(file), layout_(layout) {
    constexpr size_t kFewest = 3;
    const auto required = std::count_if(file.form.columns.begin(), file.form.columns.end(),
                                        [](const form::Column& column) { return column.required; });
    wanted_ = std::max(kFewest, (static_cast<size_t>(required) + 1) / 2);
  }

  [[nodiscard]] bool is_like(const GridRow& row) const {
    size_t filled = 0, typed = 0;
    for (const GridCell& cell : row.cells) {
      const auto at = std::find(layout_.columns.begin(), layout_.columns.end(), cell.column);
      if (at == layout_.columns.end() || is_blank_cell(cell)) continue;
      const form::Column& column = file_.form.columns[static_cast<size_t>(at - layout_.columns.begin())];
      const ParsedCell parsed = parse_cell(column, cell, file_.grid.date_system());
      if (parsed.has_error()) return false;
      ++filled;
      const bool is_number = column.type == form::ColumnType::integer && cell.text.size() <= 2;  // a number of a row
      typed += column.type != form::ColumnType::text && !is_number && !form::is_blank(parsed.value) ? 1 : 0;
    }
    return filled >= wanted_ && typed > 0;
  }

 private:
  const ReceivedFile& file_;
  const Layout& layout_;
  size_t wanted_ = 0;
};

int like_row(const ReceivedFile& file, const RowLikeness& likeness, size_t sheet) {
  const auto cursor = file.grid.rows(sheet);
  GridRow row;
  while (cursor->next_to(kSearchedRows, row)) {
    if (likeness.is_like(row)) return row.row;
  }
  return 0;
}

// What stands first on a sheet: a cell, and its row.
struct FirstWords {
  std::string cell, row;
};

// The row of the first words on the sheet, 0 if it holds none.
int first_words(Grid& grid, size_t sheet, FirstWords& words) {
  constexpr int kMostRows = 10000;
  const auto cursor = grid.rows(sheet);
  GridRow row;
  while (cursor->next_to(kMostRows, row)) {
    for (const GridCell& cell : row.cells) {
      const std::string text = squeeze_spaces(cell.text);
      if (cell.kind == CellKind::blank || text.empty()) continue;
      if (words.cell.empty()) words.cell = text;
      words.row += (words.row.empty() ? "" : " ") + text;
    }
    if (!words.cell.empty()) return row.row;
  }
  return 0;
}

bool is_of_program(const ProgramSheets& written, const FirstWords& words) {
  const auto begins = [](const std::string& text, const std::string& with) {
    return !with.empty() && text.starts_with(with);
  };
  for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) {
    if (!words.cell.empty() && words.cell == written.guide.in(lang)) return true;
    if (begins(words.row, written.list.in(lang))) return true;
  }
  return false;
}

// What is read of a workbook is one sheet; who wrote on another one must know.
struct UnreadSheets {
  std::vector<std::string> names;
  int row = 0;

  void take(const ReceivedFile& file, size_t sheet) {
    FirstWords words;
    const int at = first_words(file.grid, sheet, words);
    if (is_of_program(file.written, words) || (at == 0 && file.grid.unread(sheet).boxes.empty())) return;
    if (names.empty()) row = at;
    names.push_back(file.grid.sheets()[sheet].name);
  }

  void report(const ReceivedFile& file, const std::string& read) const {
    if (names.empty()) return;
    Message message(names.size() == 1 ? "SHEET-UNREAD" : "SHEETS-UNREAD",
                    {{"sheet", join_first(names, kMostSheets)}, {"read", read}});
    file.findings.push_back(
        Finding::of("SHEET-UNREAD", std::move(message)).in(file.name, names.front()).at(row).as(Severity::warning));
  }
};

bool is_told(const ReceivedFile& file, const std::string& sheet) {
  return std::any_of(file.findings.begin(), file.findings.end(),
                     [&](const Finding& one) { return one.code.starts_with("TABLE-") && one.sheet == sheet; });
}

}  // namespace

bool is_program_sheet(Grid& grid, size_t sheet, const ProgramSheets& written) {
  FirstWords words;
  return first_words(grid, sheet, words) > 0 && is_of_program(written, words);
}

void report_further_sheets(const ReceivedFile& file, const Layout& layout, bool blank) {
  const RowLikeness likeness(file, layout);
  const std::vector<SheetInfo>& sheets = file.grid.sheets();
  const std::string& read = sheets[layout.sheet].name;
  UnreadSheets unread;
  for (size_t i = 0; i < sheets.size(); ++i) {
    const std::string& name = sheets[i].name;
    if (i == layout.sheet || sheets[i].hidden || form::WorkbookIdentity::is_own_sheet(name)) continue;
    if (is_told(file, name)) continue;
    const int row = like_row(file, likeness, i);
    if (row == 0) {
      unread.take(file, i);
      continue;
    }
    Message message(blank ? "SHEET-ROWS-BLANK" : "SHEET-ROWS", {{"sheet", name}, {"read", read}});
    if (blank) {
      message.args.emplace_back("row", std::to_string(row));
      message.args.emplace_back("first_row", std::to_string(layout.header_row + 1));
    }
    file.findings.push_back(Finding::of("SHEET-ROWS", std::move(message))
                                .in(file.name, name)
                                .at(row)
                                .as(blank ? Severity::error : Severity::warning));
  }
  unread.report(file, read);
}

}  // namespace esep::report
