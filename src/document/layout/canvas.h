// SPDX-License-Identifier: MIT
#pragma once

#include "document/layout/layout.h"
#include "document/layout/line_wrapper.h"

namespace esep::document {

/// What stands at the foot of each page.
struct PageFoot {
  std::string text;
  bool whole = true;  // else the footer stands behind the last section, with nothing left out

  static constexpr double kLetters = 7;
  static constexpr double kLine = kLetters * 1.2;
  static constexpr double kWidth = 0.85;    // of the text's; the number of the page takes the rest
  static constexpr size_t kMostLines = 10;  // more would take too much of the page
};
/// The footer, or its short form, else the code, if that takes more lines than a page of the document has below its
/// text.
[[nodiscard]] PageFoot page_foot(const Document& document, const TextMeasure& measure);

/// The current page, and the step to the next one. Private to the layout.
class Canvas {
 public:
  /// All must outlive it.
  Canvas(const Document& document, const TextMeasure& measure, const PageFoot& foot, PageSink& sink)
      : document_(document), measure_(measure), foot_(foot), wrapper_(measure, document.lang), sink_(sink) {}

  void begin_section(const Section& section, Paper paper);
  void new_page();
  void finish();
  /// Starts a new page unless `height` is left on this one.
  void need(double height);

  [[nodiscard]] double left() const { return kLeft; }
  [[nodiscard]] double width() const { return page_.width - kLeft - kRight; }
  [[nodiscard]] double bottom() const { return page_.height - kBottom - at_foot_.height; }
  [[nodiscard]] double top() const { return kTop; }
  [[nodiscard]] double room() const { return bottom() - y; }
  [[nodiscard]] Paper paper() const { return paper_; }
  [[nodiscard]] bool at_top() const { return y <= kTop + 0.01; }

  int node(StructNode::Kind kind, int parent);
  /// Text at (x, baseline); node -1 for artifacts.
  void text(double x, double baseline, std::string text, Face face, double size, int node);
  void text(double x, double baseline, const Line& line, Face face, double size, int node);
  void text(TextRun run);
  void stroke(double x1, double y1, double x2, double y2) { stroke(Stroke{x1, y1, x2, y2}); }
  void stroke(const Stroke& stroke) { page_.strokes.push_back(stroke); }
  void fill(const Fill& fill) { page_.fills.push_back(fill); }
  void cell(const CellBox& box) { page_.cells.push_back(box); }
  void link(Link link) { page_.links.push_back(std::move(link)); }
  void bookmark(const std::string& title) { result.bookmarks.push_back({title, result.pages}); }

  [[nodiscard]] std::vector<Line> lines(std::string_view text, double line_width, Face face, double size) const {
    return wrapper_.lines(text, line_width, face, size);
  }
  [[nodiscard]] double text_width(std::string_view text, Face face, double size) const {
    return measure_.width(text, face, size);
  }
  [[nodiscard]] const LineWrapper& wrapper() const { return wrapper_; }
  [[nodiscard]] const TextMeasure& measure() const { return measure_; }
  [[nodiscard]] const Document& document() const { return document_; }

  double y = kTop;     // where the next block begins
  double largest = 9;  // letters of a table
  int section_node = -1;
  double follow = 0;  // height of what stands on the page on which the block that is laid out ends
  LayoutResult result;

 private:
  static constexpr double kLeft = 56.7;    // 20 mm
  static constexpr double kRight = 28.3;   // 10 mm
  static constexpr double kTop = 42.5;     // 15 mm
  static constexpr double kBottom = 48.0;  // 17 mm
  static constexpr size_t kFootLines = 3;  // that have room within
  void emit();
  void read_foot();  // for pages of this width
  friend PageFoot page_foot(const Document& document, const TextMeasure& measure);

  const Document& document_;
  const TextMeasure& measure_;
  const PageFoot& foot_;
  LineWrapper wrapper_;
  PageSink& sink_;
  Page page_;
  Paper paper_ = Paper::a4;
  struct FootLines {  // on pages of this width
    std::vector<Line> lines;
    double width = 0;
    double height = 0;  // that they take of the text's room
  } at_foot_;
  bool open_ = false;
};

/// layout/table.cpp
void lay_out_table(Canvas& canvas, const Table& table);
[[nodiscard]] bool has_column_blocks(const Canvas& canvas, const Table& table);
/// layout/code.cpp: for a document that has a code
inline constexpr double kCodeSide = 56.7;  // 20 mm
void lay_out_code(Canvas& canvas);
/// chart/layout_chart.cpp
void lay_out_chart(Canvas& canvas, const Chart& chart);

}  // namespace esep::document
