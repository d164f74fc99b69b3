// SPDX-License-Identifier: MIT
#include "web/findings_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/receive/program_sheets.h"
#include "document/build/findings_document.h"
#include "html/escape.h"
#include "report/cell_reference.h"
#include "report/read/further_sheets.h"
#include "report/read/parse_date.h"

namespace esep::web {
namespace {

constexpr size_t kMostFindings = 500;  // said on one page
constexpr int kMostRows = 300;         // of a sheet
constexpr int kAround = 3;             // rows around one with a finding, of a long sheet
constexpr int kMostColumns = 80;

using Places = std::map<std::pair<std::string, std::string>, std::vector<size_t>>;  // sheet and cell: findings

std::string cell_id(const std::string& sheet, const std::string& cell) { return html::anchor_id(sheet + "!" + cell); }

std::string place_of(const report::Finding& finding) {
  std::string out = finding.sheet;
  const std::string cell = !finding.cell.empty() ? finding.cell : finding.row > 0 ? std::to_string(finding.row) : "";
  if (!cell.empty()) out += (out.empty() ? "" : "!") + cell;
  return out;
}

std::string severity_word(const Visitor& visitor, const report::Finding& finding) {
  return visitor.say(document::severity_key(finding.severity));
}

std::vector<size_t> errors_first(const report::Findings& findings) {
  std::vector<size_t> out(findings.size());
  for (size_t i = 0; i < out.size(); ++i) out[i] = i;
  std::stable_sort(out.begin(), out.end(), [&](size_t one, size_t other) {
    return findings[one].severity == Severity::error && findings[other].severity != Severity::error;
  });
  return out;
}

Places places_of(const report::Findings& findings) {
  Places out;
  for (size_t i = 0; i < findings.size(); ++i)
    if (!findings[i].cell.empty()) out[{findings[i].sheet, findings[i].cell}].push_back(i);
  return out;
}

// What a person reads in the cell.
std::string text_of(const report::GridCell& cell, report::DateSystem dates) {
  if (cell.shown) return *cell.shown;
  if (cell.formula_without_value) return {};
  const bool is_date = cell.format == report::CellFormat::date || cell.format == report::CellFormat::date_time;
  if (cell.kind == report::CellKind::number && is_date)
    if (const auto date = report::date_from_serial(cell.text, dates)) return date->dotted();
  return cell.text;
}

// One sheet. `wanted`: the rows to be shown; empty: all.
class SheetTable {
 public:
  SheetTable(const Visitor& visitor, report::Grid& grid, size_t sheet, const report::Findings& findings)
      : visitor_(visitor), grid_(grid), sheet_(sheet), findings_(findings), places_(places_of(findings)) {
    read();
  }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] Markup markup() const {
    const std::string& name = grid_.sheets()[sheet_].name;
    Markup letters = element("td", "");
    for (int column = 1; column <= columns_; ++column)
      letters += element("th", {{"scope", "col"}}, report::column_letters(column));
    Markup rows;
    int last = 0;
    for (const report::GridRow& row : rows_) {
      if (row.row > last + 1 && last > 0)
        rows += element("tr", element("td", {{"colspan", std::to_string(columns_ + 1)}, {"class", "gap"}}, "⋯"));
      rows += row_markup(row);
      last = row.row;
    }
    const std::string caption = name.empty() ? visitor_.say("WEB-SHEET") : name;
    const Markup table =
        element("table", {{"class", "sheet"}},
                element("caption", caption) + element("thead", element("tr", letters)) + element("tbody", rows));
    return element("div", {{"class", "frame"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", caption}}, table);
  }

 private:
  void read() {
    merged_ = grid_.merged(sheet_);
    std::set<int> near;
    for (const auto& finding : findings_)
      if (finding.sheet == grid_.sheets()[sheet_].name && finding.row > 0)
        for (int row = finding.row - kAround; row <= finding.row + kAround; ++row) near.insert(row);
    const auto cursor = grid_.rows(sheet_);
    report::GridRow row;
    int read = 0;
    while (cursor->next(row)) {
      if (row.cells.empty() || row.hidden) continue;
      if (++read > kMostRows && !near.contains(row.row)) continue;
      if (rows_.size() >= 2 * kMostRows) break;
      columns_ = std::max(columns_, std::min(row.cells.back().column, kMostColumns));
      rows_.push_back(row);
    }
  }

  [[nodiscard]] Markup row_markup(const report::GridRow& row) const {
    Markup cells = element("th", {{"scope", "row"}}, std::to_string(row.row));
    auto cell = row.cells.begin();
    for (int column = 1; column <= columns_; ++column) {
      while (cell != row.cells.end() && cell->column < column) ++cell;
      const bool here = cell != row.cells.end() && cell->column == column;
      cells += cell_markup(row.row, column, here ? text_of(*cell, grid_.date_system()) : "");
    }
    return element("tr", cells);
  }

  [[nodiscard]] Markup cell_markup(int row, int column, const std::string& text) const {
    int across = 1;
    int down = 1;
    for (const report::MergedRange& range : merged_) {
      if (row < range.first_row || row > range.last_row || column < range.first_column || column > range.last_column)
        continue;
      if (row != range.first_row || column != range.first_column) return {};
      across = std::min(range.last_column, columns_) - column + 1;
      down = range.last_row - row + 1;
    }
    const std::string name = report::cell_name(row, column);
    const auto found = places_.find({grid_.sheets()[sheet_].name, name});
    Attributes attributes = {{"data-cell", name},
                             given_if(across > 1, {"colspan", std::to_string(across)}),
                             given_if(down > 1, {"rowspan", std::to_string(down)})};
    Markup inside = text;
    if (found != places_.end()) {
      attributes.push_back({"id", cell_id(grid_.sheets()[sheet_].name, name)});
      attributes.push_back({"class", mark_class(found->second)});
      for (const size_t index : found->second)
        inside += element("a", {{"href", "#" + finding_id(index)}, {"class", "mark"}},
                          severity_word(visitor_, findings_[index]));
    }
    return element("td", attributes, inside);
  }

  [[nodiscard]] std::string mark_class(const std::vector<size_t>& of) const {
    const bool bad =
        std::any_of(of.begin(), of.end(), [&](size_t index) { return findings_[index].severity == Severity::error; });
    return bad ? "bad" : "warning";
  }

  const Visitor& visitor_;
  report::Grid& grid_;
  size_t sheet_;
  const report::Findings& findings_;
  Places places_;
  std::vector<report::MergedRange> merged_;
  std::vector<report::GridRow> rows_;
  int columns_ = 0;
};

// A link to the first wrong cell: a long sheet begins far from it.
Markup to_first_error(const Visitor& visitor, const report::Grid& grid, const report::Findings& findings) {
  for (const report::SheetInfo& sheet : grid.sheets()) {
    const report::Finding* first = nullptr;
    for (const report::Finding& one : findings) {
      const bool here = one.sheet == sheet.name && !one.cell.empty() && one.severity == Severity::error;
      if (here && (first == nullptr || one.row < first->row)) first = &one;
    }
    if (sheet.hidden || first == nullptr) continue;
    return paragraph(link("#" + cell_id(first->sheet, first->cell), visitor.say("WEB-FIRST-ERROR")));
  }
  return {};
}

}  // namespace

std::string finding_id(size_t index) { return "f" + std::to_string(index + 1); }

Markup place_link(const report::Finding& finding, const std::string& words) {
  if (finding.cell.empty()) return words;
  return element("a", {{"href", "#" + cell_id(finding.sheet, finding.cell)}, {"class", "place"}}, words);
}

Markup findings_list(const Visitor& visitor, const report::Findings& findings) {
  if (findings.empty()) return {};
  Markup items;
  size_t said = 0;
  for (const size_t index : errors_first(findings)) {
    if (++said > kMostFindings) break;
    const report::Finding& finding = findings[index];
    const bool bad = finding.severity == Severity::error;
    Markup inside = tag(severity_word(visitor, finding), bad ? Tone::bad : Tone::warning) + " ";
    const std::string place = place_of(finding);
    if (!finding.cell.empty()) {
      inside += place_link(finding, place) + " ";
    } else if (!place.empty()) {
      inside += element("strong", place) + " ";
    }
    inside += visitor.say(finding.message);
    if (!finding.law.empty()) inside += element("span", {{"class", "law"}}, " " + visitor.say(finding.law));
    inside += element("span", {{"class", "code"}}, " " + finding.code);
    items += element("li", {{"id", finding_id(index)}, {"tabindex", "-1"}}, inside);
  }
  Markup out = heading(2, visitor.say("WEB-FINDINGS"), "findings") + element("ol", {{"class", "findings"}}, items);
  if (findings.size() > kMostFindings)
    out += paragraph(
        visitor.say(Message("WEB-MORE-FINDINGS", {{"count", std::to_string(findings.size() - kMostFindings)}})));
  return out;
}

Markup sheet_view(const Visitor& visitor, report::Grid& grid, const report::Findings& findings) {
  const report::ProgramSheets written = app::program_sheets(visitor.engine());
  const auto is_named = [&](const std::string& name) {
    return std::any_of(findings.begin(), findings.end(), [&](const auto& one) { return one.sheet == name; });
  };
  Markup sheets;
  for (size_t sheet = 0; sheet < grid.sheets().size(); ++sheet) {
    const report::SheetInfo& info = grid.sheets()[sheet];
    if (info.hidden || (!is_named(info.name) && report::is_program_sheet(grid, sheet, written))) continue;
    const SheetTable table(visitor, grid, sheet, findings);
    if (!table.empty()) sheets += table.markup();
  }
  if (sheets.empty()) return {};
  return heading(2, visitor.say("WEB-SHEET-AS-RECEIVED"), "sheet") + to_first_error(visitor, grid, findings) + sheets;
}

}  // namespace esep::web
