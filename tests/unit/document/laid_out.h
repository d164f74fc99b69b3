// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/utf8.h"
#include "document/layout/layout.h"

/// Layout without a font: every letter is half as wide as the text is high, bold ones six tenths.
namespace laid_out {

using namespace esep::document;

class FixedMeasure : public TextMeasure {
 public:
  double width(std::string_view utf8, Face face, double size) const override {
    double out = 0;
    for (size_t pos = 0; pos < utf8.size();) {
      esep::next_code_point(utf8, pos);
      out += face == Face::bold ? 0.6 : 0.5;
    }
    return out * size;
  }
};

struct Pages : PageSink {
  std::vector<Page> pages;
  LayoutResult result;
  void page(Page&& one) override { pages.push_back(std::move(one)); }
};

inline Pages pages_of(const Document& document) {
  Pages out;
  out.result = layout(document, FixedMeasure(), out);
  return out;
}

inline bool inside(const CellBox& box, const TextRun& run) {
  constexpr double kHair = 0.01;
  const double width = FixedMeasure().width(run.text, run.face, run.size);
  return run.x >= box.x - kHair && run.x + width <= box.x + box.width + kHair &&
         run.y - 0.75 * run.size >= box.y - kHair && run.y + 0.25 * run.size <= box.y + box.height + kHair;
}

/// What is wrong with the pages, in words; empty: nothing. Cells overlap none of each other, stand on the page, and
/// every text that stands in a cell, if only with its first letter, stands in it as a whole.
inline std::string faults(const Pages& pages) {
  constexpr double kHair = 0.01;
  std::string out;
  for (size_t p = 0; p < pages.pages.size(); ++p) {
    const Page& page = pages.pages[p];
    const std::string where = "page " + std::to_string(p + 1) + ": ";
    for (size_t i = 0; i < page.cells.size(); ++i) {
      const CellBox& a = page.cells[i];
      if (a.x < 0 || a.y < 0 || a.x + a.width > page.width || a.y + a.height > page.height)
        out += where + "a cell leaves the page\n";
      if (a.width <= 0 || a.height <= 0) out += where + "a cell without size\n";
      for (size_t k = i + 1; k < page.cells.size(); ++k) {
        const CellBox& b = page.cells[k];
        if (a.x + kHair < b.x + b.width && b.x + kHair < a.x + a.width && a.y + kHair < b.y + b.height &&
            b.y + kHair < a.y + a.height)
          out += where + "two cells overlap\n";
      }
    }
    for (const TextRun& run : page.texts) {
      const double width = FixedMeasure().width(run.text, run.face, run.size);
      if (run.size < 7) out += where + "«" + run.text + "» is too small\n";
      if (run.x < -kHair || run.x + width > page.width + kHair || run.y < run.size * 0.7 || run.y > page.height) {
        out += where + "«" + run.text + "» leaves the page\n";
      }
      for (const CellBox& box : page.cells) {
        const bool begins = run.x >= box.x && run.x < box.x + box.width && run.y > box.y && run.y < box.y + box.height;
        if (begins && !inside(box, run)) out += where + "«" + run.text + "» leaves its cell\n";
      }
    }
  }
  return out;
}

/// Texts of a page in drawing order, artifacts too.
inline std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> out;
  for (const TextRun& run : page.texts) out.push_back(run.text);
  return out;
}

inline size_t count(const Page& page, const std::string& text) {
  size_t out = 0;
  for (const TextRun& run : page.texts) out += run.text == text ? 1 : 0;
  return out;
}

inline Document document_of(std::vector<Block> blocks, bool landscape = false) {
  Document out;
  out.title = "Есеп";
  Section section;
  section.landscape = landscape;
  section.blocks = std::move(blocks);
  out.sections.push_back(std::move(section));
  return out;
}

}  // namespace laid_out
