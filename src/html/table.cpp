// SPDX-License-Identifier: MIT
#include "html/table.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "document/header_tree.h"
#include "document/web_link.h"
#include "html/escape.h"

namespace esep::html {
namespace {

// A record is kept until it is complete; a longer one is split to save memory.
constexpr size_t kRecordRows = 1000;

bool continues(const document::Row& row) {
  return row.kind == document::Row::Kind::data &&
         std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.continued; });
}

std::string severity_class(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "bad";
    case Severity::warning:
      return "warning";
    default:
      return "info";
  }
}

std::string span(const char* name, size_t count) { return count > 1 ? fmt::format(" {}=\"{}\"", name, count) : ""; }

class TableMarkup {
 public:
  TableMarkup(const document::Table& table, int number, Lang lang, const RowAddress& address)
      : table_(table), number_(std::to_string(number)), lang_(lang), address_(address) {}

  std::string run() {
    out_ = "<div class=\"wide\" tabindex=\"0\"><table>\n";
    if (!table_.caption.empty()) out_ += fmt::format("<caption>{}</caption>\n", escape(table_.caption));
    head();
    out_ += "<tbody>\n";
    const auto cursor = table_.rows ? table_.rows() : nullptr;
    document::Row row;
    while (cursor && cursor->next(row)) {
      if (!record_.empty() && (!continues(row) || record_.size() == kRecordRows)) flush();
      record_.push_back(row);
    }
    flush();
    blank_rows();
    out_ += "</tbody>\n</table></div>\n";
    if (!notes_.empty()) out_ += fmt::format("<ol class=\"notes\">\n{}</ol>\n", notes_);
    return std::move(out_);
  }

 private:
  void head() {
    out_ += "<thead>\n";
    const int depth = std::max(depth_of(table_.header), 1);
    for (int level = 0; level < depth; ++level) {
      out_ += "<tr>";
      size_t column = 0;
      for (const auto& cell : table_.header) head_cell(cell, level, depth, column);
      out_ += "</tr>\n";
    }
    if (table_.number_row) {
      out_ += "<tr>";
      for (const auto& column : table_.columns) out_ += fmt::format("<th scope=\"col\">{}</th>", escape(column.number));
      out_ += "</tr>\n";
    }
    out_ += "</thead>\n";
  }

  // `column`: of the table, the next leaf's.
  void head_cell(const document::HeaderCell& cell, int level, int depth, size_t& column) {
    const bool leaf = cell.children.empty();
    if (level > 0 && !leaf) {
      for (const auto& child : cell.children) head_cell(child, level - 1, depth - 1, column);
      return;
    }
    const size_t first = column;
    column += static_cast<size_t>(leaves_of(cell));
    if (level > 0) return;
    out_ += fmt::format("<th scope=\"{}\"{}{}{}>{}</th>", leaf ? "col" : "colgroup", span("colspan", column - first),
                        leaf ? span("rowspan", static_cast<size_t>(depth)) : "", leaf ? readable_width(first) : "",
                        escape(cell.title));
  }

  // What the form says, so that a text of many words gets a column in which a few of them stand side by side. On a
  // screen a table may be wider than the window; it scrolls.
  std::string readable_width(size_t column) const {
    constexpr int kWidest = 36;  // characters
    constexpr int kStep = 4;     // of the classes that a style has
    if (column >= table_.columns.size()) return {};
    const int width = std::clamp(table_.columns[column].width, kStep, kWidest);
    return fmt::format(" class=\"w{}\"", (width + kStep - 1) / kStep * kStep);
  }

  void flush() {
    for (size_t r = 0; r < record_.size(); ++r) body_row(r);
    record_.clear();
  }

  void body_row(size_t r) {
    const document::Row& row = record_[r];
    out_ += row.kind == document::Row::Kind::total ? "<tr class=\"total\"" : "<tr";
    out_ += row.anchor.empty() ? ">" : " id=\"" + anchor_id(row.anchor) + "\">";
    if (row.kind == document::Row::Kind::section && !row.cells.empty()) {
      out_ += fmt::format("<th scope=\"rowgroup\"{}>{}</th>", span("colspan", table_.columns.size()),
                          shown(row.cells[0], 0));
    } else {
      for (size_t c = 0; c < table_.columns.size() && c < row.cells.size(); ++c) {
        if (r > 0 && row.cells[c].continued) continue;  // the cell above spans down here
        const std::string address = c == 0 && address_ && !row.anchor.empty() ? address_(row.anchor) : "";
        body_cell(table_.columns[c], row.cells[c], rows_down(r, c), address);
      }
    }
    out_ += "</tr>\n";
  }

  size_t rows_down(size_t r, size_t c) const {
    size_t count = 1;
    while (r + count < record_.size() && c < record_[r + count].cells.size() && record_[r + count].cells[c].continued)
      ++count;
    return count;
  }

  std::string shown(const document::Cell& cell, int scale) const {
    return escape(form::display_text(cell.value, scale, lang_));
  }

  // `address`: of the portal, where its first cell leads; empty: the cell's own link.
  void body_cell(const document::TableColumn& column, const document::Cell& cell, size_t rows,
                 const std::string& address) {
    std::vector<std::string> classes;
    if (form::is_numeric_type(column.type)) classes.emplace_back("n");
    if (cell.note) classes.push_back(severity_class(cell.note->severity));
    if (cell.emphasis != document::Emphasis::normal) classes.push_back(css_class(cell.emphasis));
    std::string names;
    for (const auto& name : classes) names += (names.empty() ? "" : " ") + name;
    out_ += "<td" + (names.empty() ? "" : " class=\"" + names + "\"") + span("rowspan", rows) + ">";
    const std::string text = cell.continued ? "" : shown(cell, column.scale);
    out_ += address.empty() ? link(cell, text) : fmt::format("<a href=\"{}\">{}</a>", escape(address), text);
    if (cell.note) note(*cell.note);
    out_ += "</td>";
  }

  static std::string link(const document::Cell& cell, const std::string& text) {
    if (cell.link.starts_with('#')) return fmt::format("<a href=\"#{}\">{}</a>", anchor_id(cell.link.substr(1)), text);
    return document::is_web_link(cell.link)
               ? fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(cell.link), text)
               : text;
  }

  void note(const document::Note& remark) {
    const std::string name = fmt::format("{}-{}", number_, ++note_count_);
    out_ += fmt::format(R"(<sup><a id="ref-{0}" href="#note-{0}">{1}</a></sup>)", name, note_count_);
    notes_ += fmt::format("<li id=\"note-{0}\"><a href=\"#ref-{0}\">↑</a> {1}</li>\n", name, escape(remark.text));
  }

  void blank_rows() {
    for (int i = 0; i < table_.blank_rows; ++i) {
      out_ += "<tr>";
      for (size_t c = 0; c < table_.columns.size(); ++c) out_ += "<td></td>";
      out_ += "</tr>\n";
    }
  }

  const document::Table& table_;
  std::string number_;
  Lang lang_;
  const RowAddress& address_;
  std::string out_;
  std::string notes_;
  int note_count_ = 0;
  std::vector<document::Row> record_;
};

}  // namespace

std::string table_markup(const document::Table& table, int number, Lang lang, const RowAddress& address) {
  return TableMarkup(table, number, lang, address).run();
}

std::string css_class(document::Emphasis emphasis) {
  switch (emphasis) {
    case document::Emphasis::strong:
      return "strong";
    case document::Emphasis::muted:
      return "muted";
    case document::Emphasis::good:
      return "good";
    case document::Emphasis::warning:
      return "warning";
    case document::Emphasis::bad:
      return "bad";
    default:
      return "";
  }
}

}  // namespace esep::html
