// SPDX-License-Identifier: MIT
#include <algorithm>

#include "document/layout/canvas.h"

namespace esep::document {

PageFoot page_foot(const Document& document, const TextMeasure& measure) {
  const bool narrow = std::any_of(document.sections.begin(), document.sections.end(), [](const Section& section) {
    return !section.hidden && !section.workbook_only && (!section.landscape || section.list);
  });
  const double width = (narrow ? 595.28 : 841.89) - Canvas::kLeft - Canvas::kRight;
  const LineWrapper wrapper(measure, document.lang);
  const auto lines = wrapper.lines(document.footer, width * PageFoot::kWidth, Face::regular, PageFoot::kLetters);
  if (lines.size() <= PageFoot::kMostLines) return {document.footer};
  if (!document.short_footer.empty()) return {document.short_footer, false};
  return {document.code.empty() ? document.footer : document.code, false};
}

void Canvas::read_foot() {
  if (at_foot_.width == width()) return;
  at_foot_.width = width();
  at_foot_.lines = lines(foot_.text, width() * PageFoot::kWidth, Face::regular, PageFoot::kLetters);
  shorten(at_foot_.lines, PageFoot::kMostLines, [](const std::string&) { return true; });
  const size_t more = at_foot_.lines.size() > kFootLines ? at_foot_.lines.size() - kFootLines : 0;
  at_foot_.height = static_cast<double>(more) * PageFoot::kLine;
}

}  // namespace esep::document
