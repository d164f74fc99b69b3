// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Private to this folder: runs and paragraphs of WordprocessingML.
namespace esep::docx {

struct RunStyle {
  bool bold = false;
  bool link = false;
  bool raised = false;
  int half_points = 0;      // 0: as the paragraph's style has it
  const char* colour = "";  // "9C0006"; empty: automatic
};

struct ParagraphStyle {
  const char* style = "";  // a style of styles.xml; empty: the ordinary one
  const char* align = "";  // "right", "center"; empty: left
  bool with_next = false;  // stays on the page of what follows
  int before = -1;         // twentieths of a point; -1: as the style has it
  int after = -1;
};

/// A run of text; its line breaks become line breaks. Empty for an empty text.
[[nodiscard]] std::string run(std::string_view text, const RunStyle& style = {});
/// A paragraph of runs.
[[nodiscard]] std::string paragraph(const std::string& runs, const ParagraphStyle& style = {});

}  // namespace esep::docx
