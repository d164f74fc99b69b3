// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/cell_colour.h"
#include "intake/cell_look.h"

namespace esep::intake {

/// What a conditional format makes of a cell that meets it.
struct RuleLook {
  std::optional<CellColour> ink, ground;
  bool struck = false;
  bool tiny = false;
  std::optional<std::string> code;       // of its number format
  std::shared_ptr<const CellLook> look;  // of `code`; nullptr: values are shown as they are
  bool no_value = false;                 // a bar or a sign stands in place of a number

  /// Whether it may hide or change what is read, and not only paint it.
  [[nodiscard]] bool changes_value() const { return code.has_value() || no_value || struck || tiny; }
};

/// Reads `<dxf>`: `<font>`, `<numFmt>` and `<fill>` inside. Of a sheet's own extension, too.
class RuleLookReader {
 public:
  /// `depth`: of the element below `<dxf>`, whose children have 1.
  void start(int depth, std::string_view name, XmlAttributes attributes);
  /// What was read; the next one begins.
  [[nodiscard]] RuleLook take();

 private:
  enum class Part { other, font, fill };
  RuleLook out_;
  Part part_ = Part::other;
};

}  // namespace esep::intake
