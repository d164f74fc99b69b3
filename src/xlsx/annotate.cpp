// SPDX-License-Identifier: MIT
#include "xlsx/annotate.h"

#include <unistd.h>

#include <charconv>
#include <map>

#include "base/error.h"
#include "xlsx/workbook.h"

namespace esep::xlsx {
namespace {

using report::CellFormat;
using report::CellKind;

struct Place {
  std::string text;
  bool error = false;
};
using Places = std::map<std::pair<std::string, std::string>, Place>;  // (sheet, cell)

std::string number_format(CellFormat format) {
  switch (format) {
    case CellFormat::date: return "dd.mm.yyyy";
    case CellFormat::time: return "hh:mm";
    case CellFormat::date_time: return "dd.mm.yyyy hh:mm";
    case CellFormat::percent: return "0.00%";
    case CellFormat::text: return "@";
    default: return "";
  }
}

void copy_cell(lxw_worksheet* sheet, int row, const report::GridCell& cell, lxw_format* format) {
  const auto r = static_cast<lxw_row_t>(row - 1);
  const auto c = static_cast<lxw_col_t>(cell.column - 1);
  double number = 0;
  const char* end = cell.text.data() + cell.text.size();
  if (cell.kind == CellKind::number && std::from_chars(cell.text.data(), end, number).ptr == end) {
    worksheet_write_number(sheet, r, c, number, format);
  } else if (cell.kind == CellKind::boolean) {
    worksheet_write_boolean(sheet, r, c, cell.text == "true", format);
  } else if (cell.kind == CellKind::blank) {
    worksheet_write_blank(sheet, r, c, format);
  } else {
    worksheet_write_string(sheet, r, c, safe_text(cell.text).c_str(), format);
  }
}

void write_comment(lxw_worksheet* sheet, int row, int column, const Place& place) {
  lxw_comment_options options{};
  options.color = place.error ? 0xFFCDD2 : 0xFFF59D;
  options.width = 320;
  options.height = 120;
  worksheet_write_comment_opt(sheet, static_cast<lxw_row_t>(row - 1), static_cast<lxw_col_t>(column - 1), safe_text(place.text).c_str(), &options);
}

// "C14" → 3, 14
std::pair<int, int> parse(const std::string& cell) {
  int column = 0;
  size_t i = 0;
  for (; i < cell.size() && cell[i] >= 'A' && cell[i] <= 'Z'; ++i) column = column * 26 + (cell[i] - 'A' + 1);
  int row = 0;
  std::from_chars(cell.data() + i, cell.data() + cell.size(), row);
  return {column, row};
}

void copy_sheet(Workbook& workbook, report::Grid& grid, size_t index, Places places) {
  const std::string name = grid.sheets()[index].name;
  lxw_worksheet* sheet = workbook.add_sheet(name);
  if (grid.sheets()[index].hidden) worksheet_hide(sheet);
  const auto cursor = grid.rows(index);
  report::GridRow row;
  while (cursor->next(row)) {
    for (const auto& cell : row.cells) {
      Style style;
      style.number_format = number_format(cell.format);
      const auto at = places.find({name, report::cell_name(row.row, cell.column)});
      if (at != places.end()) style.fill = at->second.error ? 0xFFC7CE : 0xFFEB9C;
      copy_cell(sheet, row.row, cell, workbook.format(style));
      if (at == places.end()) continue;
      write_comment(sheet, row.row, cell.column, at->second);
      places.erase(at);
    }
  }
  // What is wrong may be that nothing stands there.
  for (const auto& [where, place] : places) {
    if (where.first != name) continue;
    const auto [column, line] = parse(where.second);
    if (column == 0 || line == 0) continue;
    Style style;
    style.fill = place.error ? 0xFFC7CE : 0xFFEB9C;
    worksheet_write_blank(sheet, static_cast<lxw_row_t>(line - 1), static_cast<lxw_col_t>(column - 1), workbook.format(style));
    write_comment(sheet, line, column, place);
  }
}

void findings_sheet(Workbook& workbook, const report::Findings& findings, const std::function<std::string(const Message&)>& say) {
  lxw_worksheet* sheet = workbook.add_sheet(say("ANNOTATE-SHEET"));
  worksheet_set_column(sheet, 0, 2, 14, nullptr);
  worksheet_set_column(sheet, 3, 3, 110, nullptr);
  Style head;
  head.bold = true;
  lxw_col_t column = 0;
  for (const char* key : {"FINDINGS-CELL", "FINDINGS-SEVERITY", "FINDINGS-CODE", "FINDINGS-MESSAGE"}) {
    worksheet_write_string(sheet, 0, column++, safe_text(say(key)).c_str(), workbook.format(head));
  }
  Style link;
  link.link = true;
  link.colour = 0x0B57D0;
  lxw_row_t row = 1;
  for (const auto& finding : findings) {
    const std::string place = finding.cell.empty() ? (finding.row > 0 ? std::to_string(finding.row) : "") : finding.cell;
    if (!finding.cell.empty() && finding.sheet.find('\'') == std::string::npos) {
      const std::string target = "internal:'" + finding.sheet + "'!" + finding.cell;
      worksheet_write_url_opt(sheet, row, 0, target.c_str(), workbook.format(link), place.c_str(), nullptr);
    } else {
      worksheet_write_string(sheet, row, 0, place.c_str(), nullptr);
    }
    worksheet_write_string(sheet, row, 1, std::string(severity_name(finding.severity)).c_str(), nullptr);
    worksheet_write_string(sheet, row, 2, finding.code.c_str(), nullptr);
    worksheet_write_string(sheet, row, 3, safe_text(say(finding.message)).c_str(), workbook.format(Style{}));
    ++row;
  }
}

}  // namespace

void annotate(report::Grid& grid, const report::Findings& findings, const std::function<std::string(const Message&)>& say,
              const std::filesystem::path& file) {
  Places places;
  for (const auto& finding : findings) {
    if (finding.cell.empty()) continue;
    Place& place = places[{finding.sheet, finding.cell}];
    place.text += (place.text.empty() ? "" : "\n") + finding.code + ": " + say(finding.message);
    place.error = place.error || finding.severity == Severity::error;
  }
  document::Document properties;
  properties.title = file.filename().string();
  Workbook workbook(file, properties, false);
  for (size_t i = 0; i < grid.sheets().size(); ++i) copy_sheet(workbook, grid, i, places);
  findings_sheet(workbook, findings, say);
  workbook.close();
}

}  // namespace esep::xlsx
