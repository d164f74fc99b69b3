// SPDX-License-Identifier: MIT
#include "report/read/left_out.h"

#include <algorithm>
#include <set>

#include "base/shown_text.h"
#include "base/text.h"
#include "base/words.h"
#include "form/label.h"
#include "report/cell_reference.h"
#include "report/read/further_sheets.h"

namespace esep::report {
namespace {

using form::label_form;

bool holds_text(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) { return !is_blank_cell(cell); });
}

std::set<std::string> texts_of(const form::FormDefinition& form) {
  std::set<std::string> out;
  const auto add = [&](const LocalText& text) {
    for (const std::string* one : {&text.kk, &text.ru, &text.en}) {
      if (!one->empty()) out.insert(label_form(*one));
    }
  };
  add(form.wording.title.text);
  for (const auto& group : form.groups) add(group.title.text);
  for (const auto& column : form.columns) add(column.title.text);
  for (const auto& field : form.fields) add(field.title.text);
  return out;
}

constexpr size_t kMostNamed = 10;
constexpr size_t kMostBytes = 150;  // of a text that is not read

// A unit that the form does not have, and an entry under another label, have a finding that says more.
bool is_told(const ReceivedFile& file, const Layout::OtherCell& other) {
  const std::string cell = file.grid.has_cells() ? cell_name(other.row, other.cell.column) : "";
  return std::any_of(file.findings.begin(), file.findings.end(), [&](const Finding& one) {
    return one.row == other.row &&
           ((one.code == "COLUMN-TITLE-UNIT" && one.cell == cell) || one.code == "HEADING-LINE-UNREAD");
  });
}

// Whether the words stand side by side in the own text.
bool is_part_of(const std::vector<std::string>& words, const std::string& own) {
  const auto known = words_of(fold_case(own));
  return std::search(known.begin(), known.end(), words.begin(), words.end()) != known.end() || words.empty();
}

// What the blank prints at the foot of its pages, and the form's own titles; a footer is cut when it is long. One more
// word, a number or a name, may say something of the report.
bool is_own_page_text(const ReceivedFile& file, const std::string& text) {
  const auto& wording = file.form.wording;
  const auto words = words_of(fold_case(text));
  for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) {
    for (const LocalText* own : {&file.foot, &file.form.law.act, &wording.title.text, &wording.short_title.text}) {
      if (is_part_of(words, own->in(lang))) return true;
    }
  }
  return false;
}

}  // namespace

void report_unread(const ReceivedFile& file, const Layout& layout) {
  const std::string& sheet = file.grid.sheets()[layout.sheet].name;
  UnreadTexts texts = file.grid.unread(layout.sheet);
  const auto add = [&](Message message) {
    file.findings.push_back(Finding::of(std::move(message)).in(file.name, sheet).as(Severity::warning));
  };
  if (!texts.noted.empty()) add(Message("NOTES-UNREAD", {{"cells", join_first(texts.noted, kMostNamed)}}));
  if (!texts.boxes.empty())
    add(Message("BOXES-UNREAD", {{"sheet", sheet}, {"text", cut_short(texts.boxes.front(), kMostBytes)}}));
  if (texts.formulas_shown) add(Message("FORMULAS-SHOWN", {{"sheet", sheet}}));
  if (texts.rules_left) add(Message("RULES-UNREAD", {{"sheet", sheet}}));
  std::erase_if(texts.page, [&](const std::string& text) { return is_own_page_text(file, text); });
  if (!texts.page.empty())
    add(Message("PAGE-TEXT-UNREAD", {{"sheet", sheet}, {"text", cut_short(texts.page.front(), kMostBytes)}}));
}

void excuse_page_texts(const ReceivedFile& file, const Layout& layout,
                       const std::function<bool(const std::string&)>& is_right) {
  const auto told = std::find_if(file.findings.begin(), file.findings.end(),
                                 [](const Finding& one) { return one.code == "PAGE-TEXT-UNREAD"; });
  if (told == file.findings.end()) return;
  const auto texts = file.grid.unread(layout.sheet).page;
  const auto wrong = std::find_if(texts.begin(), texts.end(), [&](const std::string& text) {
    return !is_own_page_text(file, text) && !is_right(text);
  });
  if (wrong == texts.end()) {
    file.findings.erase(told);
    return;
  }
  for (auto& [name, value] : told->message.args) {
    if (name == "text") value = cut_short(*wrong, kMostBytes);
  }
}

int second_form_row(const form::FormDefinition& form, const std::vector<GridRow>& head, const Layout& layout,
                    int second_header) {
  const std::set<std::string> texts = texts_of(form);
  for (const GridRow& row : head) {
    if (row.row <= layout.header_row || row.row >= second_header) continue;
    const bool repeats = std::any_of(row.cells.begin(), row.cells.end(), [&](const GridCell& cell) {
      return cell.kind == CellKind::text && texts.contains(label_form(cell.text));
    });
    if (repeats) return row.row;
  }
  return second_header;
}

void report_cells_above(const ReceivedFile& file, const Layout& layout) {
  int last_line = layout.nil_row;
  for (const auto& at : layout.fields) last_line = std::max(last_line, at.row);
  if (last_line == 0) return;
  constexpr int kMostNamedRows = 3;
  int count = 0, first_row = 0;
  std::string places, first;
  std::set<int> lines;  // a file without cells has lines, and a line may hold several values
  for (const auto& other : layout.others) {
    if (other.row <= last_line || is_told(file, other)) continue;
    if (!file.grid.has_cells() && !lines.insert(other.row).second) continue;
    if (++count > kMostNamedRows) continue;
    const std::string place =
        file.grid.has_cells() ? cell_name(other.row, other.cell.column) : std::to_string(other.row);
    if (count == 1) {
      first_row = other.row;
      first = place;
    }
    places += (places.empty() ? "" : ", ") + place;
  }
  if (count == 0) return;
  if (count > kMostNamedRows) places += " …";
  file.findings.push_back(Finding::of(Message("CELLS-ABOVE", {{"cells", places}}))
                              .in(file.name, file.grid.sheets()[layout.sheet].name)
                              .at(first_row, file.grid.has_cells() ? first : "")
                              .as(Severity::warning));
}

void report_hidden_sheets(const ReceivedFile& file) {
  constexpr int kSearchedRows = 400;
  const std::vector<SheetInfo>& sheets = file.grid.sheets();
  for (size_t i = 0; i < sheets.size(); ++i) {
    const std::string& name = sheets[i].name;
    if (!sheets[i].hidden || form::WorkbookIdentity::is_own_sheet(name) || file.grid.header_row() > 0) continue;
    const auto cursor = file.grid.rows(i);
    GridRow row;
    bool filled = false;
    while (!filled && cursor->next_to(kSearchedRows, row)) filled = holds_text(row);
    if (!filled || is_program_sheet(file.grid, i, file.written)) continue;
    file.findings.push_back(
        Finding::of(Message("SHEET-HIDDEN", {{"sheet", name}})).in(file.name, name).as(Severity::warning));
  }
}

}  // namespace esep::report
