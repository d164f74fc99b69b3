// SPDX-License-Identifier: MIT
#include "xlsx/marked/findings_part.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/replace_all.h"
#include "base/xml_text.h"
#include "document/build/findings_document.h"
#include "report/cell_reference.h"
#include "xlsx/cell_text.h"
#include "xlsx/findings_sheet.h"

namespace esep::xlsx {
namespace {

std::string text_cell(int row, size_t column, const std::string& text, int style) {
  if (text.empty()) return {};
  return fmt::format("<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                     report::cell_name(row, static_cast<int>(column) + 1), style, xml_escape(safe_text(text)));
}

std::string shown_place(const report::Finding& finding, const report::CellReference& place) {
  if (place.row == 0) return {};
  return finding.cell.empty() ? std::to_string(place.row) : report::cell_name(place.row, place.column);
}

std::string link_to(const report::Finding& finding, const report::CellReference& place, int row) {
  if (place.row == 0 || finding.sheet.empty()) return {};
  const std::string target =
      fmt::format("'{}'!{}", replace_all(finding.sheet, "'", "''"), report::cell_name(place.row, place.column));
  return fmt::format("<hyperlink ref=\"B{}\" location=\"{}\"/>", row, xml_escape(target));
}

}  // namespace

std::string findings_part(const report::Findings& findings, const std::function<std::string(const Message&)>& say,
                          StyleBook& styles) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/>"
      "</sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
      "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>";
  std::string head;
  for (size_t i = 0; i < kFindingsColumns.size(); ++i) {
    const FindingsColumn& column = kFindingsColumns[i];
    out += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, column.width);
    head += text_cell(1, i, say(column.key), styles.look(StyleBook::Look::head));
  }
  out += "</cols><sheetData><row r=\"1\">" + head + "</row>";
  std::string links;
  const int plain = styles.look(StyleBook::Look::plain);
  const size_t count = std::min(findings.size(), static_cast<size_t>(report::kSheetRows - 1));
  for (size_t i = 0; i < count; ++i) {
    const report::Finding& finding = findings[i];
    const int row = static_cast<int>(i) + 2;
    const report::CellReference place = place_of(finding);
    const std::string link = link_to(finding, place, row);
    links += link;
    out += fmt::format("<row r=\"{}\">", row) + text_cell(row, 0, finding.sheet, plain) +
           text_cell(row, 1, shown_place(finding, place), link.empty() ? plain : styles.look(StyleBook::Look::link)) +
           text_cell(row, 2, say(document::severity_key(finding.severity)), plain) +
           text_cell(row, 3, finding.code, plain) + text_cell(row, 4, say(finding.message), plain) +
           text_cell(row, 5, finding.law.empty() ? std::string() : say(Message(finding.law)), plain) + "</row>";
  }
  out += "</sheetData>";
  if (!links.empty()) out += "<hyperlinks>" + links + "</hyperlinks>";
  return out +
         "<pageMargins left=\"0.6\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
         "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
}

}  // namespace esep::xlsx
