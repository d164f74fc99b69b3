// SPDX-License-Identifier: MIT
#include "docx/text.h"

#include <fmt/core.h>

#include "base/text.h"
#include "base/xml_text.h"

namespace esep::docx {

std::string run(std::string_view text, const RunStyle& style) {
  if (text.empty()) return {};
  std::string look;
  if (style.bold) look += "<w:b/>";
  if (style.colour[0] != '\0') look += fmt::format("<w:color w:val=\"{}\"/>", style.colour);
  if (style.half_points > 0) look += fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", style.half_points);
  if (style.link) look += "<w:u w:val=\"single\"/>";
  if (style.raised) look += "<w:vertAlign w:val=\"superscript\"/>";
  std::string out = look.empty() ? "<w:r>" : "<w:r><w:rPr>" + look + "</w:rPr>";
  bool first = true;
  for (const std::string& line : split(text, '\n')) {
    if (!first) out += "<w:br/>";
    first = false;
    if (!line.empty()) out += "<w:t xml:space=\"preserve\">" + xml_escape(line) + "</w:t>";
  }
  return out + "</w:r>";
}

std::string paragraph(const std::string& runs, const ParagraphStyle& style) {
  std::string look;
  if (style.style[0] != '\0') look += fmt::format("<w:pStyle w:val=\"{}\"/>", style.style);
  if (style.with_next) look += "<w:keepNext/>";
  const std::string before = style.before >= 0 ? fmt::format(" w:before=\"{}\"", style.before) : std::string();
  const std::string after = style.after >= 0 ? fmt::format(" w:after=\"{}\"", style.after) : std::string();
  if (!before.empty() || !after.empty()) look += "<w:spacing" + before + after + "/>";
  if (style.align[0] != '\0') look += fmt::format("<w:jc w:val=\"{}\"/>", style.align);
  return "<w:p>" + (look.empty() ? "" : "<w:pPr>" + look + "</w:pPr>") + runs + "</w:p>";
}

}  // namespace esep::docx
