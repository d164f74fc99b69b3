// SPDX-License-Identifier: MIT
#include "docx/page.h"

#include <utility>

#include <fmt/core.h>

namespace esep::docx {

Page page_of(const document::Section& section) {
  Page out{11906, 16838, section.landscape};
  if (section.paper == document::Paper::a3) out = {16838, 23811, section.landscape};
  if (section.landscape) std::swap(out.width, out.height);
  return out;
}

std::string section_properties(const Page& page, bool goes_on) {
  return fmt::format(
      "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>{}<w:pgSz w:w=\"{}\" w:h=\"{}\"{}/><w:pgMar "
      "w:top=\"{e}\" w:right=\"{}\" w:bottom=\"{e}\" w:left=\"{}\" w:header=\"400\" w:footer=\"400\" "
      "w:gutter=\"0\"/></w:sectPr>",
      goes_on ? "<w:type w:val=\"continuous\"/>" : "", page.width, page.height,
      page.landscape ? " w:orient=\"landscape\"" : "", Page::kRight, Page::kLeft, fmt::arg("e", Page::kEdge));
}

}  // namespace esep::docx
