// SPDX-License-Identifier: MIT
#include "docx/table.h"

#include <algorithm>
#include <numeric>

#include <fmt/core.h>

#include "document/header_tree.h"
#include "document/layout/columns.h"
#include "docx/columns.h"

namespace esep::docx {
namespace {

std::string cell_markup(int width, int across, const std::string& down, const std::string& fill,
                        const std::string& content) {
  std::string look = fmt::format("<w:tcW w:w=\"{}\" w:type=\"dxa\"/>", width);
  if (across > 1) look += fmt::format("<w:gridSpan w:val=\"{}\"/>", across);
  look += down;
  if (!fill.empty()) look += fmt::format("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", fill);
  return "<w:tc><w:tcPr>" + look + "</w:tcPr>" + content + "</w:tc>";
}

const char* kBegins = "<w:vMerge w:val=\"restart\"/>";
const char* kGoesOn = "<w:vMerge/>";
const char* kHeadFill = "E3EAF3";

std::string fill_of(const document::Cell& cell) {
  if (cell.note)
    return cell.note->severity == Severity::error     ? "FFC7CE"
           : cell.note->severity == Severity::warning ? "FFEB9C"
                                                      : "DDEBF7";
  switch (cell.emphasis) {
    case document::Emphasis::good:
      return "E2F0D9";
    case document::Emphasis::warning:
      return "FFF2CC";
    case document::Emphasis::bad:
      return "F8CBAD";
    default:
      return {};
  }
}

class TableMarkup {
 public:
  TableMarkup(const document::Table& table, const Page& page, Lang lang, Links& links)
      : table_(table), page_(page), lang_(lang), links_(links) {}

  std::string run_all() {
    const auto [size, blocks] = plan_columns(table_, page_, lang_);
    half_points_ = size;
    if (!table_.caption.empty()) out_ += paragraph(run(table_.caption), {.style = "Heading2", .with_next = true});
    for (size_t i = 0; i < blocks.size(); ++i) {
      if (i > 0) out_ += paragraph(run(table_.continuation), {.align = "right", .with_next = true});
      block(blocks[i], i == 0);
    }
    int number = 0;
    for (const std::string& note : notes_)
      out_ += paragraph(run(std::to_string(++number), {.raised = true}) + run(" " + note), {.style = "Small"});
    out_ += paragraph("", {.after = 0});
    return std::move(out_);
  }

 private:
  void block(const ColumnBlock& block, bool first) {
    first_block_ = first;
    out_ += fmt::format(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Framed\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout "
        "w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
        std::accumulate(block.widths.begin(), block.widths.end(), 0));
    for (const int width : block.widths) out_ += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
    out_ += "</w:tblGrid>";
    head(block);
    const auto cursor = table_.rows ? table_.rows() : nullptr;
    document::Row row;
    while (cursor && cursor->next(row)) {
      if (first || stands_in(block, row)) body_row(block, row);
    }
    document::Row blank;
    blank.cells.resize(table_.columns.size());
    for (int i = 0; i < table_.blank_rows; ++i) body_row(block, blank);
    out_ += "</w:tbl>";
  }

  // A row of a record stands in a further block only if the block has something of it.
  [[nodiscard]] bool stands_in(const ColumnBlock& block, const document::Row& row) const {
    if (row.kind != document::Row::Kind::data) return true;
    for (size_t c = 0; c < row.cells.size() && c < table_.columns.size(); ++c) {
      const bool filled = !row.cells[c].continued && !form::is_blank(row.cells[c].value);
      if (filled && document::takes_row(table_, block.columns, c)) return true;
    }
    return false;
  }

  void head(const ColumnBlock& block) {
    const int depth = std::max(document::depth_of(table_.header), 1);
    for (int level = 0; level < depth; ++level) {
      out_ += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
      size_t leaf = 0;
      for (const auto& cell : table_.header) head_cell(block, cell, level, depth, leaf);
      out_ += "</w:tr>";
    }
    if (!table_.number_row) return;
    out_ += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (size_t i = 0; i < block.columns.size(); ++i)
      out_ += cell_markup(block.widths[i], 1, "", kHeadFill, head_text(table_.columns[block.columns[i]].number, false));
    out_ += "</w:tr>";
  }

  [[nodiscard]] std::string head_text(const std::string& text, bool bold) const {
    return paragraph(run(text, {.bold = bold, .half_points = half_points_}), {.style = "Cell", .align = "center"});
  }

  // The part of the title's columns that the block has, in the row `level` levels below the title.
  void head_cell(const ColumnBlock& block, const document::HeaderCell& cell, int level, int depth, size_t& leaf) {
    if (level > 0 && !cell.children.empty()) {
      for (const auto& child : cell.children) head_cell(block, child, level - 1, depth - 1, leaf);
      return;
    }
    const size_t first = leaf;
    leaf += static_cast<size_t>(document::leaves_of(cell));
    int width = 0;
    int across = 0;
    for (size_t i = 0; i < block.columns.size(); ++i) {
      if (block.columns[i] < first || block.columns[i] >= leaf) continue;
      width += block.widths[i];
      ++across;
    }
    if (across == 0) return;
    const bool down = cell.children.empty() && (level > 0 || depth > 1);
    out_ += cell_markup(width, across,
                        !down       ? ""
                        : level > 0 ? kGoesOn
                                    : kBegins,
                        kHeadFill, head_text(level > 0 ? std::string() : cell.title, true));
  }

  void body_row(const ColumnBlock& block, const document::Row& row) {
    out_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    if (row.kind == document::Row::Kind::section && !row.cells.empty()) {
      const std::string text = form::display_text(row.cells[0].value, 0, lang_);
      const int width = std::accumulate(block.widths.begin(), block.widths.end(), 0);
      out_ += cell_markup(width, static_cast<int>(block.columns.size()), "", kHeadFill,
                          paragraph(place(row) + run(text, {.bold = true, .half_points = half_points_}),
                                    {.style = "Cell", .with_next = true}));
    } else {
      for (size_t i = 0; i < block.columns.size(); ++i) {
        static const document::Cell kNone;
        const size_t c = block.columns[i];
        const std::string mark = i == 0 ? place(row) : "";
        body_cell(block.widths[i], c, row, c < row.cells.size() ? row.cells[c] : kNone, mark);
      }
    }
    out_ += "</w:tr>";
  }

  [[nodiscard]] std::string place(const document::Row& row) { return first_block_ ? links_.place(row.anchor) : ""; }

  void body_cell(int width, size_t column, const document::Row& row, const document::Cell& cell,
                 const std::string& mark) {
    const document::TableColumn& of = table_.columns[column];
    const bool bold = row.kind == document::Row::Kind::total || cell.emphasis == document::Emphasis::strong;
    const RunStyle style{.bold = bold,
                         .half_points = half_points_,
                         .colour = cell.emphasis == document::Emphasis::muted ? "666666" : ""};
    std::string runs = mark;
    if (!cell.continued) {
      const std::string text = form::display_text(cell.value, of.scale, lang_);
      runs += cell.link.empty() ? run(text, style) : links_.linked(cell.link, text, style);
    }
    if (cell.note && first_block_) {
      notes_.push_back(cell.note->text);
      runs += run(std::to_string(notes_.size()), {.raised = true, .half_points = half_points_});
    }
    const bool grouped =
        std::any_of(table_.columns.begin(), table_.columns.end(), [](const auto& c) { return c.list >= 0; });
    const std::string down = cell.continued ? kGoesOn : grouped && of.list < 0 ? kBegins : "";
    out_ += cell_markup(width, 1, down, fill_of(cell),
                        paragraph(runs, {.style = "Cell", .align = form::is_numeric_type(of.type) ? "right" : ""}));
  }

  const document::Table& table_;
  const Page& page_;
  Lang lang_;
  Links& links_;
  std::string out_;
  std::vector<std::string> notes_;
  int half_points_ = 0;
  bool first_block_ = true;
};

}  // namespace

std::string table_markup(const document::Table& table, const Page& page, Lang lang, Links& links) {
  return TableMarkup(table, page, lang, links).run_all();
}

std::string plain_table(const std::vector<int>& widths, const std::vector<std::vector<PlainCell>>& rows) {
  std::string out = fmt::format(
      "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
      "</w:tblPr><w:tblGrid>",
      std::accumulate(widths.begin(), widths.end(), 0));
  for (const int width : widths) out += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
  out += "</w:tblGrid>";
  for (const auto& row : rows) {
    out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (size_t i = 0; i < row.size(); ++i) {
      const char* line = row[i].line ? "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                                       "w:color=\"auto\"/></w:tcBorders>"
                                     : "";
      out += fmt::format(
          "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}<w:vAlign w:val=\"bottom\"/></w:tcPr>{}</w:tc>", widths[i],
          line, row[i].paragraph);
    }
    out += "</w:tr>";
  }
  return out + "</w:tbl>";
}

}  // namespace esep::docx
