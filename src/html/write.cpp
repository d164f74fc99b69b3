// SPDX-License-Identifier: MIT
#include "html/write.h"

#include <algorithm>

namespace esep::html {
namespace {

constexpr const char* kStyle =
    "body{font-family:'Noto Serif','Times New Roman',serif;font-size:11pt;margin:2em;color:#111}"
    "h1{font-size:14pt;text-align:center}h2{font-size:12pt}.stamp{text-align:right;margin:0}"
    "table{border-collapse:collapse;width:100%;margin:1em 0;font-size:9pt}th,td{border:1px solid #555;padding:3px 5px;"
    "vertical-align:top;overflow-wrap:anywhere}th{background:#e3eaf3}td.n{text-align:right;white-space:nowrap}"
    ".fields td,.fields th{border:0;background:none;text-align:left;font-weight:normal}.fields td{font-weight:bold}"
    "td pre,td{white-space:pre-line}.bad{background:#f8cbad}.warning{background:#fff2cc}.good{background:#e2f0d9}"
    ".muted{color:#666}.sign td{border:0;padding-top:1.5em}footer{font-size:8pt;color:#555;margin-top:2em}"
    "@media print{body{margin:0}thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4 landscape;margin:15mm}}";

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

const char* css_class(document::Emphasis emphasis) {
  switch (emphasis) {
    case document::Emphasis::strong: return "strong";
    case document::Emphasis::muted: return "muted";
    case document::Emphasis::good: return "good";
    case document::Emphasis::warning: return "warning";
    case document::Emphasis::bad: return "bad";
    case document::Emphasis::normal: return "";
  }
  return "";
}

int depth_of(const std::vector<document::HeaderCell>& cells) {
  int out = 0;
  for (const auto& cell : cells) out = std::max(out, 1 + depth_of(cell.children));
  return out;
}

int leaves_of(const document::HeaderCell& cell) {
  int out = 0;
  for (const auto& child : cell.children) out += leaves_of(child);
  return std::max(out, 1);
}

class Writer {
 public:
  explicit Writer(const document::Document& document) : document_(document) {}

  std::string run() {
    out_ = "<!DOCTYPE html>\n<html lang=\"" + std::string(lang_code(document_.lang)) + "\">\n<head><meta charset=\"utf-8\"><title>" +
           escape(document_.title) + "</title><style>" + kStyle + "</style></head>\n<body>\n";
    for (const auto& section : document_.sections) {
      if (section.hidden || section.workbook_only) continue;
      out_ += "<section>\n";
      for (const auto& one : section.blocks) std::visit([this](const auto& b) { block(b); }, one);
      out_ += "</section>\n";
    }
    if (!document_.footer.empty()) out_ += "<footer>" + escape(document_.footer) + "</footer>\n";
    return std::move(out_) + "</body>\n</html>\n";
  }

 private:
  std::string shown(const form::Value& value, int scale) const { return escape(form::display_text(value, scale, document_.lang)); }

  void block(const document::Stamp& stamp) {
    for (const auto& line : stamp.lines) out_ += "<p class=\"stamp\">" + escape(line) + "</p>\n";
  }
  void block(const document::Heading& heading) {
    const std::string tag = heading.level == 1 ? "h1" : "h2";
    out_ += "<" + tag + ">" + escape(heading.text) + "</" + tag + ">\n";
  }
  void block(const document::Paragraph& paragraph) {
    const std::string name = css_class(paragraph.emphasis);
    out_ += (name.empty() ? "<p>" : "<p class=\"" + name + "\">") + escape(paragraph.text) + "</p>\n";
  }
  void block(const document::PageBreak&) { out_ += "<div style=\"break-after:page\"></div>\n"; }
  void block(const document::Signatures& signatures) {
    out_ += "<table class=\"sign\">\n";
    for (const auto& line : signatures.lines) {
      out_ += "<tr><td>" + escape(line.title) + "</td><td>____________________ " + escape(line.name) + "</td></tr>\n";
    }
    out_ += "</table>\n";
  }
  void block(const document::Fields& fields) {
    out_ += "<table class=\"fields\">\n";
    for (const auto& field : fields.fields) {
      out_ += "<tr><th scope=\"row\">" + escape(field.label) + "</th><td>" + shown(field.value, field.scale) + "</td></tr>\n";
    }
    out_ += "</table>\n";
  }
  // Figures as a table that reads aloud; bars by width.
  void block(const document::Chart& chart) {
    out_ += "<figure><figcaption>" + escape(chart.title) + "</figcaption><table>\n<tr><th></th>";
    for (const auto& series : chart.series) out_ += "<th scope=\"col\">" + escape(series.name) + "</th>";
    out_ += "</tr>\n";
    for (size_t c = 0; c < chart.categories.size(); ++c) {
      out_ += "<tr><th scope=\"row\">" + escape(chart.categories[c]) + "</th>";
      for (const auto& series : chart.series) out_ += "<td class=\"n\">" + (c < series.values.size() ? shown(form::Value(series.values[c]), 0) : "") + "</td>";
      out_ += "</tr>\n";
    }
    out_ += "</table></figure>\n";
  }

  void header_level(const std::vector<document::HeaderCell>& cells, int level, int depth) {
    for (const auto& cell : cells) {
      if (level > 0) {
        header_level(cell.children, level - 1, depth - 1);
        continue;
      }
      out_ += "<th scope=\"" + std::string(cell.children.empty() ? "col" : "colgroup") + "\"";
      if (leaves_of(cell) > 1) out_ += " colspan=\"" + std::to_string(leaves_of(cell)) + "\"";
      if (cell.children.empty() && depth > 1) out_ += " rowspan=\"" + std::to_string(depth) + "\"";
      out_ += ">" + escape(cell.title) + "</th>";
    }
  }

  void block(const document::Table& table) {
    out_ += "<table>\n";
    if (!table.caption.empty()) out_ += "<caption>" + escape(table.caption) + "</caption>\n";
    out_ += "<thead>\n";
    const int depth = std::max(depth_of(table.header), 1);
    for (int level = 0; level < depth; ++level) {
      out_ += "<tr>";
      header_level(table.header, level, depth);
      out_ += "</tr>\n";
    }
    if (table.number_row) {
      out_ += "<tr>";
      for (const auto& column : table.columns) out_ += "<th scope=\"col\">" + escape(column.number) + "</th>";
      out_ += "</tr>\n";
    }
    out_ += "</thead>\n<tbody>\n";
    const auto cursor = table.rows();
    document::Row row;
    while (cursor->next(row)) body_row(table, row);
    out_ += "</tbody>\n</table>\n";
  }

  void body_row(const document::Table& table, const document::Row& row) {
    out_ += row.anchor.empty() ? "<tr>" : "<tr id=\"" + escape(row.anchor) + "\">";
    if (row.kind == document::Row::Kind::section && !row.cells.empty()) {
      out_ += "<th scope=\"rowgroup\" colspan=\"" + std::to_string(table.columns.size()) + "\">" + shown(row.cells[0].value, 0) + "</th></tr>\n";
      return;
    }
    for (size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) body_cell(table.columns[i], row.cells[i]);
    out_ += "</tr>\n";
  }

  void body_cell(const document::TableColumn& column, const document::Cell& cell) {
    std::string name = form::is_numeric_type(column.type) ? "n" : "";
    const std::string emphasis = css_class(cell.emphasis);
    if (!emphasis.empty()) name += (name.empty() ? "" : " ") + emphasis;
    out_ += name.empty() ? "<td" : "<td class=\"" + name + "\"";
    if (cell.note) out_ += " title=\"" + escape(cell.note->text) + "\"";
    out_ += ">";
    if (!cell.continued) {
      const std::string text = shown(cell.value, column.scale);
      const bool safe = cell.link.starts_with("https://") || cell.link.starts_with("http://") || cell.link.starts_with('#');
      out_ += safe ? "<a href=\"" + escape(cell.link) + "\">" + text + "</a>" : text;
    }
    out_ += "</td>";
  }

  const document::Document& document_;
  std::string out_;
};

}  // namespace

std::string write(const document::Document& document) { return Writer(document).run(); }

}  // namespace esep::html
