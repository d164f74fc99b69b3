// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "intake/xml_part.h"

namespace esep::intake {

/// A colour of a workbook's style: as red, green and blue, or, if only the theme knows it, by its name there.
struct CellColour {
  std::optional<uint32_t> rgb;
  std::string name;

  static constexpr uint32_t kWhite = 0xFFFFFF;
  static constexpr uint32_t kBlack = 0;
  /// Reads `<color rgb="FFFF0000"/>`, `theme`, `indexed` or `auto`, which is `automatic`.
  [[nodiscard]] static CellColour read(XmlAttributes attributes, uint32_t automatic);
  /// A colour of the old palette by its number there.
  [[nodiscard]] static CellColour of_index(int index);
  /// Whether letters of the one are hardly seen on the other.
  [[nodiscard]] bool is_like(const CellColour& other) const;
};

/// What the font of a cell or of a run makes of letters.
struct FontMarks {
  CellColour colour{CellColour::kBlack, ""};
  bool struck = false;
  double size = 0;        // points; 0: unknown
  bool tiny = false;      // too small for eyes
  bool dingbats = false;  // a picture for each letter
  /// Takes what `<strike>`, `<sz>`, `<color>`, `<name>` or `<rFont>` says; another element says nothing.
  void take(std::string_view name, XmlAttributes attributes);
};

}  // namespace esep::intake
