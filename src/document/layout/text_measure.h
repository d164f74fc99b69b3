// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::document {

enum class Face { regular, bold, italic };

/// Widths of texts, so that layout needs no font library.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// In points, without kerning.
  [[nodiscard]] virtual double width(std::string_view utf8, Face face, double size) const = 0;
};

}  // namespace esep::document
