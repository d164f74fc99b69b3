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
  /// Whether letters of the one are hardly seen on the other.
  [[nodiscard]] bool is_like(const CellColour& other) const;
};

/// Whether letters of that size in points are too small for eyes.
[[nodiscard]] bool is_tiny_size(std::string_view points);

}  // namespace esep::intake
