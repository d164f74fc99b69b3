// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/layout/cut.h"
#include "document/layout/text_measure.h"

/// Pages of a Document: the place of every text and line. Units are points; y grows downwards from the top edge.
namespace esep::document {

/// A node of the logical structure (PDF: StructElem). Parents come before their children. It is small, because a long
/// paper has hundreds of thousands of nodes.
struct StructNode {
  enum class Kind : uint8_t {
    document,
    section,
    heading1,
    heading2,
    paragraph,
    table,
    row,
    header_cell,
    data_cell,
    figure
  } kind = Kind::document;
  bool column_scope = true;  // header cells: for the column, else for the row
  uint16_t column_span = 1;
  uint16_t row_span = 1;
  int parent = -1;
};
using Structure = std::deque<StructNode>;  // grows in place: a vector would need half as much memory again

struct TextRun {
  double x = 0, y = 0;  // y of the baseline
  double size = 10;
  Face face = Face::regular;
  bool grey = false;
  std::string text;  // may end in kCutHyphen (layout/line_wrapper.h)
  int node = -1;     // structure node it belongs to; -1: an artifact (page number, repeated header)
  Cut cut = {};
};
struct Stroke {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double weight = 0.5;
  double dash = 0;  // length of dashes and gaps; 0: a whole line
  std::array<double, 3> rgb{0, 0, 0};
};
struct Fill {
  double x = 0, y = 0, width = 0, height = 0;
  std::array<double, 3> rgb{1, 1, 1};
};
/// A cell's rectangle, for tests that no word leaves its cell.
struct CellBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// What opens a web address.
struct Link {
  CellBox box;
  std::string address;
};

struct Page {
  double width = 0, height = 0;
  std::vector<Fill> fills;
  std::vector<Stroke> strokes;
  std::vector<TextRun> texts;
  std::vector<CellBox> cells;
  std::vector<Link> links;
};

struct Bookmark {
  std::string title;
  int page = 0;  // 0-based
};

/// Receives each page as soon as it is full, so that memory never holds all pages of a long table.
class PageSink {
 public:
  virtual ~PageSink() = default;
  virtual void page(Page&& page) = 0;
};

struct LayoutResult {
  Structure structure;
  std::vector<Bookmark> bookmarks;
  int pages = 0;
};

/// Lays out the sections that go on paper. No text is drawn below 7 pt; a table too wide for the page is split into
/// column blocks. Key columns are repeated in each block; every other column is in exactly one.
[[nodiscard]] LayoutResult layout(const Document& document, const TextMeasure& measure, PageSink& sink);

}  // namespace esep::document
