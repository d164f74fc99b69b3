// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

/// Private to this folder.
namespace esep::docx {

/// The page of a section, in twentieths of a point.
struct Page {
  int width = 0;
  int height = 0;
  bool landscape = false;

  static constexpr int kLeft = 1134;  // margins: 2 cm on the left, to file it; 1 cm on the right
  static constexpr int kRight = 567;
  static constexpr int kEdge = 850;  // 1.5 cm
  [[nodiscard]] int text_width() const { return width - kLeft - kRight; }
  bool operator==(const Page&) const = default;
};

[[nodiscard]] Page page_of(const document::Section& section);
/// The properties that end a section: its page and its footer. `goes_on`: on the same page as what stands before.
[[nodiscard]] std::string section_properties(const Page& page, bool goes_on);

}  // namespace esep::docx
