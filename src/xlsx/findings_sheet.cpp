// SPDX-License-Identifier: MIT
#include "xlsx/findings_sheet.h"

#include <algorithm>

#include <fmt/core.h>

#include "document/build/findings_document.h"

namespace esep::xlsx {
namespace {

// In a link a ' of the sheet's name is written twice.
std::string link_target(const std::string& sheet, const report::CellReference& place) {
  std::string name;
  for (const char c : sheet) name += c == '\'' ? std::string("''") : std::string(1, c);
  return fmt::format("internal:'{}'!{}", name, report::cell_name(place.row, place.column));
}

void place_cell(Workbook& workbook, lxw_worksheet* sheet, lxw_row_t row, const report::Finding& finding,
                const SheetNames& names) {
  const report::CellReference place = place_of(finding);
  if (place.row == 0) return;
  const std::string shown =
      finding.cell.empty() ? std::to_string(place.row) : report::cell_name(place.row, place.column);
  Style style;
  const auto copied = names.find(finding.sheet);
  if (copied != names.end()) {
    style.link = true;
    style.colour = 0x0B57D0;
    const std::string target = link_target(copied->second, place);
    if (worksheet_write_url_opt(sheet, row, 1, target.c_str(), workbook.format(style), shown.c_str(), nullptr) ==
        LXW_NO_ERROR)
      return;
  }
  require_ok(worksheet_write_string(sheet, row, 1, shown.c_str(), workbook.format(Style{})));
}

}  // namespace

report::CellReference place_of(const report::Finding& finding) {
  if (const auto cell = report::parse_reference(finding.cell)) return *cell;
  return finding.row >= 1 && finding.row <= kMaxRows ? report::CellReference{finding.row, 1} : report::CellReference{};
}

void write_findings_sheet(Workbook& workbook, const report::Findings& findings, const SheetNames& names,
                          const std::function<std::string(const Message&)>& say) {
  lxw_worksheet* sheet = workbook.add_sheet(say("ANNOTATE-SHEET"));
  Style head;
  head.bold = true;
  head.border = true;
  CellText text;
  lxw_col_t column = 0;
  for (const FindingsColumn& one : kFindingsColumns) {
    require_ok(worksheet_set_column(sheet, column, column, one.width, nullptr));
    require_ok(worksheet_write_string(sheet, 0, column++, text(say(one.key)), workbook.format(head)));
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  lxw_format* plain = workbook.format(Style{});
  const size_t count = std::min(findings.size(), static_cast<size_t>(kMaxRows - 1));
  for (size_t i = 0; i < count; ++i) {
    const auto& finding = findings[i];
    const auto row = static_cast<lxw_row_t>(i + 1);
    require_ok(worksheet_write_string(sheet, row, 0, text(finding.sheet), plain));
    place_cell(workbook, sheet, row, finding, names);
    require_ok(worksheet_write_string(sheet, row, 2, text(say(document::severity_key(finding.severity))), plain));
    require_ok(worksheet_write_string(sheet, row, 3, text(finding.code), plain));
    require_ok(worksheet_write_string(sheet, row, 4, text(say(finding.message)), plain));
    if (!finding.law.empty()) require_ok(worksheet_write_string(sheet, row, 5, text(say(Message(finding.law))), plain));
  }
}

}  // namespace esep::xlsx
