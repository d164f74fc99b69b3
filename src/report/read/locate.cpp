// SPDX-License-Identifier: MIT
#include "report/read/locate.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "form/label.h"
#include "report/read/cells_above.h"
#include "report/read/column_number.h"
#include "report/read/column_titles.h"
#include "report/read/end_marks.h"
#include "report/read/further_sheets.h"
#include "report/read/head_rows.h"
#include "report/read/left_out.h"
#include "report/read/locate_named.h"
#include "report/read/lost_lines.h"
#include "report/read/parse_date.h"
#include "report/read/rival_sheets.h"
#include "report/read/title_units.h"

namespace esep::report {
namespace {

using form::FormDefinition;

using form::label_form;

// A title in every language, as it is compared, and those that a workbook may have from before it was corrected.
// Folding is dear, and a sheet has many cells.
struct Label {
  std::vector<std::string> forms;
  explicit Label(const LocalText& title) : forms{label_form(title.kk), label_form(title.ru), label_form(title.en)} {}
  explicit Label(const form::ValueSpec& spec) : forms(form::label_forms(spec)) {}
  [[nodiscard]] bool is(std::string_view folded) const {
    return std::find(forms.begin(), forms.end(), folded) != forms.end();
  }
};

class Labels {
 public:
  std::vector<Label> fields;  // as in the form
  Label nil = Label(nil_label());
  explicit Labels(const FormDefinition& form) : form_(form) {
    for (const auto& field : form.fields) fields.emplace_back(field);
  }
  /// As in the form; made on first use, because most tables are found by their numbers.
  const std::vector<Label>& columns() {
    if (columns_.empty()) {
      for (const auto& column : form_.columns) columns_.emplace_back(column);
    }
    return columns_;
  }

 private:
  const FormDefinition& form_;
  std::vector<Label> columns_;
};

struct Candidate {
  Layout layout;
  int found = 0;
};

int count_found(const std::vector<int>& columns) {
  return static_cast<int>(std::count_if(columns.begin(), columns.end(), [](int c) { return c > 0; }));
}

// The official numbers, ascending from left to right. Foreign columns between them are allowed.
std::vector<int> match_numbers(const FormDefinition& form, const GridRow& row) {
  std::vector<int> columns(form.columns.size(), 0);
  for (const GridCell& cell : row.cells) {
    const std::string number = plain_column_number(cell.text);
    for (size_t i = 0; i < form.columns.size(); ++i) {
      if (!form.columns[i].number.empty() && form.columns[i].number == number && columns[i] == 0) {
        columns[i] = cell.column;
        break;
      }
    }
  }
  return columns;
}

bool has_worded_numbers(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
    const std::string text = trim(cell.text);
    return plain_column_number(text) != text;
  });
}

// The field or column that a text names, of those that are `open`: by its id as it stands, by its title, or by its id
// in other letters. The title of one may be another's id in other letters.
template <typename Items>
std::optional<size_t> named(const Items& items, const std::vector<Label>& labels, std::string_view text,
                            const std::function<bool(size_t)>& open) {
  const std::string plain = trim(text);
  const std::string folded = label_form(text);
  for (const int way : {1, 2, 3}) {
    for (size_t i = 0; i < items.size(); ++i) {
      const bool same = way == 1 ? plain == items[i].id : way == 2 ? labels[i].is(folded) : folded == items[i].id;
      if (same && open(i)) return i;
    }
  }
  return std::nullopt;
}

// Titles of the columns still missing, or their ids, in this row. Equal titles («Сипаттамасы») go left to right.
void match_titles(const FormDefinition& form, Labels& labels, const GridRow& row, std::vector<int>& columns) {
  for (const GridCell& cell : row.cells) {
    if (cell.kind != CellKind::text) continue;
    if (std::find(columns.begin(), columns.end(), cell.column) != columns.end()) continue;
    const auto at = named(form.columns, labels.columns(), cell.text, [&](size_t i) { return columns[i] == 0; });
    if (at) columns[*at] = cell.column;
  }
}

// The columns needed to recognise the form's header: all columns of a short form, six tenths of a long one.
bool convincing(const FormDefinition& form, int found) {
  const int count = static_cast<int>(form.columns.size());
  return count > 0 && found >= 1 && found * 10 >= count * 6;
}

struct SheetScan {
  std::vector<GridRow> head;
};

void offer(Candidate& best, size_t sheet, std::vector<int> columns, int row) {
  const int found = count_found(columns);
  if (found <= best.found) return;
  best.found = found;
  best.layout = Layout{sheet, row, 0, std::move(columns), {}, {}, 0, {}};
}

Candidate search_titles(const FormDefinition& form, Labels& labels, const SheetScan& scan, size_t sheet) {
  Candidate best;
  // Titles of a header tree stand in several rows, so they are collected while rows match.
  std::vector<int> columns(form.columns.size(), 0);
  int last_row = 0;
  for (const GridRow& row : scan.head) {
    const int before = count_found(columns);
    if (before > 0 && row.row > last_row + 10) break;
    match_titles(form, labels, row, columns);
    if (count_found(columns) > before) last_row = row.row;
  }
  offer(best, sheet, std::move(columns), last_row);
  return best;
}

Candidate search(const FormDefinition& form, Labels& labels, const SheetScan& scan, size_t sheet) {
  Candidate best;
  const GridRow* above = nullptr;
  for (const GridRow& row : scan.head) {
    std::vector<int> columns = match_numbers(form, row);
    // Titles that are numbers in words («1-баған») stand above the row of numbers.
    if (above != nullptr && above->row == best.layout.header_row && columns == best.layout.columns &&
        has_worded_numbers(*above) && !has_worded_numbers(row))
      best.layout.header_row = row.row;
    offer(best, sheet, std::move(columns), row.row);
    above = &row;
  }
  return convincing(form, best.found) ? best : search_titles(form, labels, scan, sheet);
}

const GridCell* next_value(const Labels& labels, const GridRow& row, size_t index) {
  for (size_t i = index + 1; i < row.cells.size(); ++i) {
    if (is_blank_cell(row.cells[i])) continue;
    const std::string folded = label_form(row.cells[i].text);
    const bool another_label =
        std::any_of(labels.fields.begin(), labels.fields.end(), [&](const Label& label) { return label.is(folded); });
    return another_label ? nullptr : &row.cells[i];
  }
  return nullptr;
}

// «Label: value» in one cell.
std::optional<GridCell> value_behind_colon(const Label& label, const GridCell& cell) {
  if (label.is(label_form(cell.text))) return std::nullopt;
  const size_t colon = cell.text.find(':');
  if (colon == std::string::npos || !label.is(label_form(cell.text.substr(0, colon)))) return std::nullopt;
  GridCell out = cell;
  out.text = trim(cell.text.substr(colon + 1));
  if (out.text.empty()) out.kind = CellKind::blank;
  return out;
}

// The cell right of the label, or of the label's merged cells.
int column_beside(const std::vector<MergedRange>& merged, int row, int column) {
  for (const MergedRange& range : merged) {
    const bool holds =
        range.first_row <= row && row <= range.last_row && range.first_column <= column && column <= range.last_column;
    if (holds) return range.last_column + 1;
  }
  return column + 1;
}

GridCell field_value(const Labels& labels, const GridRow& row, size_t index, const Label& label,
                     const std::vector<MergedRange>& merged) {
  if (const GridCell* beside = next_value(labels, row, index)) return *beside;
  GridCell blank;
  blank.column = column_beside(merged, row.row, row.cells[index].column);
  if (auto inside = value_behind_colon(label, row.cells[index]); inside && inside->kind != CellKind::blank)
    return *inside;
  return blank;
}

void find_fields(const FormDefinition& form, const Labels& labels, const SheetScan& scan,
                 const std::vector<MergedRange>& merged, Layout& layout) {
  std::set<std::string> seen;
  for (const GridRow& row : scan.head) {
    if (row.row >= layout.header_row) break;
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const GridCell shown = as_shown(row.cells[i]);
      if (shown.kind != CellKind::text) continue;
      const std::string whole = label_form(shown.text);
      const size_t colon = shown.text.find(':');
      const std::string folded = colon == std::string::npos ? whole : label_form(shown.text.substr(0, colon));
      if (layout.nil_row == 0 && (labels.nil.is(folded) || folded == kNilField)) {
        layout.nil_row = row.row;
        layout.nil_cell = field_value(labels, row, i, labels.nil, merged);
      }
      const auto any = [](size_t) { return true; };
      // The whole text first, because a title may contain a colon.
      auto f = named(form.fields, labels.fields, shown.text, any);
      if (!f && folded != whole) f = named(form.fields, labels.fields, folded, any);
      const size_t bracket = folded.find('(');  // «Отчётный период (месяц)»
      if (!f && bracket != std::string::npos) f = named(form.fields, labels.fields, folded.substr(0, bracket), any);
      if (!f || !seen.insert(form.fields[*f].id).second) continue;
      layout.fields.push_back({form.fields[*f].id, row.row, field_value(labels, row, i, labels.fields[*f], merged)});
    }
  }
}

// Whether a blank gives the column's cells.
bool is_given(const FormDefinition& form, const form::Column& column) {
  return column.prefilled || std::any_of(form.rows.fixed.begin(), form.rows.fixed.end(),
                                         [&](const form::FixedRow& row) { return row.values.contains(column.id); });
}

bool has_entries(const FormDefinition& form, const SheetScan& scan, const Layout& layout) {
  std::set<int> own;
  for (size_t i = 0; i < form.columns.size(); ++i) {
    if (layout.columns[i] > 0 && !is_given(form, form.columns[i])) own.insert(layout.columns[i]);
  }
  const EndMarks end(form);
  for (const GridRow& row : scan.head) {
    if (row.row <= layout.header_row) continue;
    if (end.begin(row)) break;
    const bool entry = std::any_of(row.cells.begin(), row.cells.end(), [&](const GridCell& cell) {
      return own.contains(cell.column) && !is_blank_cell(cell);
    });
    if (entry) return true;
  }
  return false;
}

// Rows, or the mark that there is nothing to report.
bool is_filled(const ReceivedFile& file, const Labels& labels, const SheetScan& scan, Layout layout) {
  find_fields(file.form, labels, scan, file.grid.merged(layout.sheet), layout);
  return has_entries(file.form, scan, layout) || !trim(layout.nil_cell.text).empty();
}

// Words above the row of numbers, in at least two of its columns.
bool is_headed(const SheetScan& scan, const Layout& layout) {
  std::set<int> columns;
  for (const GridRow& row : scan.head) {
    if (row.row >= layout.header_row) break;
    for (const GridCell& cell : row.cells) {
      const bool of_table =
          std::find(layout.columns.begin(), layout.columns.end(), cell.column) != layout.columns.end();
      if (of_table && cell.kind == CellKind::text && !trim(cell.text).empty()) columns.insert(cell.column);
    }
  }
  return columns.size() > 1;
}

// Few numbers in a row may be anything, and an instruction sheet has the title of a form's only column, too.
void keep_own_table(const ReceivedFile& file, Labels& labels, const SheetScan& scan, const Candidate& found,
                    std::vector<SheetTable>& tables) {
  constexpr int kManyNumbers = 4;
  const FormDefinition& form = file.form;
  if (form.columns.size() < 2 || !convincing(form, found.found)) return;
  const bool titled = convincing(form, search_titles(form, labels, scan, found.layout.sheet).found);
  if (titled || found.found >= kManyNumbers)
    tables.push_back(
        {found.layout, titled, is_filled(file, labels, scan, found.layout), is_headed(scan, found.layout)});
}

// The sheet that holds the form's table, else most of its columns; its head in `scan`.
Candidate best_sheet(const ReceivedFile& file, Labels& labels, SheetScan& scan) {
  Candidate best;
  std::vector<SheetTable> tables;
  const std::vector<SheetInfo>& sheets = file.grid.sheets();
  for (size_t i = 0; i < sheets.size(); ++i) {
    if (sheets[i].hidden || sheets[i].name == form::WorkbookIdentity::kSheetName) continue;
    SheetScan head{head_rows(file.grid, i)};
    Candidate candidate = search(file.form, labels, head, i);
    keep_own_table(file, labels, head, candidate, tables);
    if (candidate.found <= best.found) continue;
    best = std::move(candidate);
    scan = std::move(head);
  }
  const auto report = settle_tables(file, tables);
  if (!report || tables[*report].layout.sheet == best.layout.sheet) return best;
  scan.head = head_rows(file.grid, tables[*report].layout.sheet);
  return {tables[*report].layout, count_found(tables[*report].layout.columns)};
}

// The row of column numbers a second time below the first: a table pasted under the table.
void find_second(const ReceivedFile& file, const SheetScan& scan, Candidate& best) {
  constexpr int kManyNumbers = 4;
  Layout& layout = best.layout;
  for (const GridRow& row : scan.head) {
    if (row.row <= layout.header_row || best.found < kManyNumbers) continue;
    const std::vector<int> columns = match_numbers(file.form, row);
    if (count_found(columns) < best.found) continue;
    layout.end_row = second_form_row(file.form, scan.head, layout, row.row);
    const std::string& sheet = file.grid.sheets()[layout.sheet].name;
    Message message("TABLE-TWICE-BELOW", {{"sheet", sheet},
                                          {"first_row", std::to_string(layout.header_row + 1)},
                                          {"second_row", std::to_string(row.row + 1)}});
    file.findings.push_back(Finding::of("TABLE-TWICE", std::move(message)).in(file.name, sheet).at(row.row + 1));
    return;
  }
}

void report_missing_columns(const ReceivedFile& file, const Layout& layout) {
  for (size_t i = 0; i < file.form.columns.size(); ++i) {
    if (layout.columns[i] > 0) continue;
    const form::Column& column = file.form.columns[i];
    file.findings.push_back(
        Finding::of(Message("COLUMN-MISSING", {{"number", column.number}, {"title", column.title.text}}))
            .in(file.name, file.grid.sheets()[layout.sheet].name)
            .at(layout.header_row)
            .of_column(column.id));
  }
}

}  // namespace

const LocalText& nil_label() {
  static const LocalText kLabel{"Есепті кезеңде өзгеріс жоқ (иә/жоқ)", "Изменений за отчётный период нет (да/нет)",
                                "Nothing to report for the period (yes/no)"};
  return kLabel;
}

std::optional<form::WorkbookIdentity> read_identity(Grid& grid) {
  for (size_t i = 0; i < grid.sheets().size(); ++i) {
    if (grid.sheets()[i].name != form::WorkbookIdentity::kSheetName) continue;
    std::vector<std::pair<std::string, std::string>> rows;
    const auto cursor = grid.rows(i);
    GridRow row;
    while (rows.size() < 100 && cursor->next(row)) {
      if (row.cells.empty()) continue;
      rows.emplace_back(row.cells[0].text, row.cells.size() > 1 ? row.cells[1].text : "");
    }
    return form::WorkbookIdentity::decode(rows);
  }
  return std::nullopt;
}

std::optional<Layout> locate(const ReceivedFile& file) {
  if (file.grid.header_row() > 0) return locate_named(file);
  const FormDefinition& form = file.form;
  Labels labels(form);
  SheetScan scan;
  Candidate best = best_sheet(file, labels, scan);
  if (!convincing(form, best.found)) {
    file.findings.push_back(Finding::of(Message("TABLE-NOT-FOUND", {{"form", form.wording.title.text}})).in(file.name));
    return std::nullopt;
  }
  report_missing_columns(file, best.layout);
  find_fields(form, labels, scan, file.grid.merged(best.layout.sheet), best.layout);
  report_titles(file, scan.head, best.layout);
  best.layout.others = cells_above(form, scan.head, best.layout);
  report_units(file, scan.head, best.layout);
  find_second(file, scan, best);
  report_lost_lines(file, best.layout);
  report_cells_above(file, best.layout);
  report_hidden_sheets(file);
  report_further_sheets(file, best.layout, !is_filled(file, labels, scan, best.layout));
  return std::move(best.layout);
}

}  // namespace esep::report
