// SPDX-License-Identifier: MIT
#include "xlsx/marked/sheet_marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/core.h>

#include "report/cell_reference.h"
#include "xlsx/marked/xml_scan.h"

namespace esep::xlsx {
namespace {

int number_of(const std::string& text, int fallback) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() ? out : fallback;
}

struct ColumnStyle {
  int first, last, style;
};

// Walks over the rows and cells of a sheet with the marks that are still to come.
class CellMarker {
 public:
  CellMarker(std::string_view sheet, const Marks& marks, StyleBook& styles)
      : sheet_(sheet), styles_(styles), next_(marks.begin()), end_(marks.end()) {}

  bool run() {
    XmlScan scan;
    scan.start = [this](const XmlTag& tag) { start(tag); };
    scan.finish = [this](const XmlEnd& end) { finish(end); };
    return scan.run(sheet_) && next_ == end_;
  }

  [[nodiscard]] std::string text() const { return edits_.applied(sheet_); }

 private:
  void start(const XmlTag& tag) {
    if (tag.depth == 0) prefix_ = tag.prefix;
    if (tag.depth == 2 && tag.name == "col")
      columns_.push_back({number_of(tag.attribute("min"), 0), number_of(tag.attribute("max"), 0),
                          number_of(tag.attribute("style"), 0)});
    if (tag.depth == 1 && tag.name == "sheetData") {
      if (tag.closed) edits_.replace(tag.end - 2, tag.end, ">" + rows_before(0) + "</" + prefix_ + "sheetData>");
      in_data_ = !tag.closed;
    }
    if (in_data_ && tag.depth == 2 && tag.name == "row") begin_row(tag);
    if (in_data_ && tag.depth == 3 && tag.name == "c") cell(tag);
  }

  void finish(const XmlEnd& end) {
    if (in_data_ && end.depth == 2 && end.name == "row" && end.end > end.begin)
      edits_.insert(end.begin, cells_before(0));
    if (end.depth == 1 && end.name == "sheetData" && in_data_) {
      edits_.insert(end.begin, rows_before(0));
      in_data_ = false;
    }
  }

  void begin_row(const XmlTag& tag) {
    const int row = number_of(tag.attribute("r"), row_ + 1);
    if (row > row_) edits_.insert(tag.begin, rows_before(row));
    row_ = row;
    column_ = 0;
    row_style_ = tag.attribute("customFormat") == "1" || tag.attribute("customFormat") == "true"
                     ? number_of(tag.attribute("s"), -1)
                     : -1;
    if (!tag.closed) return;
    const std::string cells = cells_before(0);
    if (!cells.empty()) edits_.replace(tag.end - 2, tag.end, ">" + cells + "</" + prefix_ + "row>");
  }

  void cell(const XmlTag& tag) {
    const auto at = report::parse_reference(tag.attribute("r"));
    column_ = at ? at->column : column_ + 1;
    edits_.insert(tag.begin, cells_before(column_));
    if (next_ == end_ || next_->first != std::pair(row_, column_)) return;
    const int style = styles_.marked(number_of(tag.attribute("s"), 0), next_->second.severity);
    edits_.replace(tag.begin, tag.end,
                   with_attribute(sheet_.substr(tag.begin, tag.end - tag.begin), "s", std::to_string(style)));
    ++next_;
  }

  // Marked cells of this row to the left of `column`; 0: all of them.
  std::string cells_before(int column) {
    std::string out;
    for (; next_ != end_ && next_->first.first == row_ && (column == 0 || next_->first.second < column); ++next_)
      out += new_cell(*next_, row_style_);
    return out;
  }

  // Rows with marked cells above `row`; 0: all of them.
  std::string rows_before(int row) {
    std::string out;
    while (next_ != end_ && (row == 0 || next_->first.first < row)) {
      const int current = next_->first.first;
      out += fmt::format("<{}row r=\"{}\">", prefix_, current);
      for (; next_ != end_ && next_->first.first == current; ++next_) out += new_cell(*next_, -1);
      out += fmt::format("</{}row>", prefix_);
    }
    return out;
  }

  std::string new_cell(const Marks::value_type& mark, int style) {
    const auto [row, column] = mark.first;
    for (const ColumnStyle& one : columns_) {
      if (style < 0 && one.first <= column && column <= one.last) style = one.style;
    }
    return fmt::format("<{}c r=\"{}\" s=\"{}\"/>", prefix_, report::cell_name(row, column),
                       styles_.marked(std::max(style, 0), mark.second.severity));
  }

  std::string_view sheet_;
  StyleBook& styles_;
  Marks::const_iterator next_, end_;
  TextEdits edits_;
  std::string prefix_;
  std::vector<ColumnStyle> columns_;
  bool in_data_ = false;
  int row_ = 0;
  int column_ = 0;
  int row_style_ = -1;
};

}  // namespace

bool mark_cells(std::string& sheet, const Marks& marks, StyleBook& styles) {
  CellMarker marker(sheet, marks, styles);
  if (!marker.run()) return false;
  sheet = marker.text();
  return true;
}

std::string notes_drawing_of(const std::string& sheet) {
  std::string out;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.depth == 1 && tag.name == "legacyDrawing") out = tag.attribute(":id");
  };
  return scan.run(sheet) ? out : std::string();
}

bool add_notes_drawing(std::string& sheet, const std::string& id) {
  constexpr std::array<std::string_view, 9> kBehind{"legacyDrawingHF", "drawingHF", "picture",
                                                    "oleObjects",      "controls",  "webPublishItems",
                                                    "tableParts",      "extLst",    "AlternateContent"};
  size_t at = 0;
  bool data_seen = false;
  std::string prefix;
  XmlScan scan;
  scan.start = [&](const XmlTag& tag) {
    if (tag.depth == 0) prefix = tag.prefix;
    if (tag.depth != 1) return;
    data_seen = data_seen || tag.name == "sheetData";
    if (at == 0 && data_seen && std::find(kBehind.begin(), kBehind.end(), tag.name) != kBehind.end()) at = tag.begin;
  };
  scan.finish = [&](const XmlEnd& end) {
    if (end.depth == 0 && at == 0) at = end.begin;
  };
  if (!scan.run(sheet) || at == 0) return false;
  sheet.insert(at, fmt::format("<{}legacyDrawing "
                               "xmlns:esep=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                               "esep:id=\"{}\"/>",
                               prefix, id));
  return true;
}

}  // namespace esep::xlsx
