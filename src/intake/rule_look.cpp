// SPDX-License-Identifier: MIT
#include "intake/rule_look.h"

#include <utility>

namespace esep::intake {

// LibreOffice writes the format General into every look; it changes nothing there.
// A fill without a pattern is solid here, and its colour is the one that elsewhere lies behind a pattern.
void RuleLookReader::start(int depth, std::string_view name, XmlAttributes attributes) {
  if (depth == 1) {
    part_ = name == "font" ? Part::font : name == "fill" ? Part::fill : Part::other;
    const auto code = name == "numFmt" ? attribute(attributes, "formatCode") : std::nullopt;
    if (code && *code != "General") out_.code = *code;
  } else if (part_ == Part::font && depth == 2) {
    FontMarks marks;
    marks.take(name, attributes);
    if (name == "color") out_.ink = marks.colour;
    out_.struck = out_.struck || marks.struck;
    out_.tiny = out_.tiny || marks.tiny;
  } else if (part_ == Part::fill && name == "patternFill") {
    const auto pattern = attribute(attributes, "patternType").value_or("solid");
    if (pattern != "solid") part_ = Part::other;
  } else if (part_ == Part::fill && name == "bgColor") {
    out_.ground = CellColour::read(attributes, CellColour::kWhite);
  }
}

RuleLook RuleLookReader::take() {
  part_ = Part::other;
  if (out_.code && *out_.code != "@") out_.look = std::make_shared<const CellLook>(*out_.code);
  return std::exchange(out_, {});
}

}  // namespace esep::intake
