// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/line_breaks.h"
#include "document/layout/cut.h"
#include "document/layout/text_measure.h"

namespace esep::document {

/// What a line ends with when it was cut within a word: U+00AD, drawn as a hyphen. It is no part of the text
/// (ISO 32000-1, 14.8.2.2.3).
inline constexpr std::string_view kCutHyphen = "\u00AD";
/// Takes it off the line's end; false if there was none.
bool drop_cut_hyphen(std::string& line);

/// A line on paper.
struct Line {
  std::string text;  // as drawn
  Cut cut = {};
};
/// Keeps the first `most` lines; the last of them shows as much as `fits` and an ellipsis, and says all the rest.
void shorten(std::vector<Line>& lines, size_t most, const std::function<bool(const std::string&)>& fits);

/// Breaks texts into lines (base/line_breaks.h). One for a whole paper: making it costs more than a line does.
class LineWrapper {
 public:
  LineWrapper(const TextMeasure& measure, Lang lang) : measure_(measure), breaks_(lang) {}

  /// Lines of at most `width` points; each holds one character at least. A run of spaces becomes one. A piece wider
  /// than a line begins on a line of its own and is cut at the best place that fits. An empty text has no line.
  [[nodiscard]] std::vector<Line> lines(std::string_view text, double width, Face face, double size) const;

  /// The width at 1 pt of the widest piece that is not cut without need, or `widest` if that is more.
  [[nodiscard]] double widest_piece(std::string_view text, Face face, double widest = 0) const;

 private:
  const TextMeasure& measure_;
  mutable LineBreaks breaks_;
};

}  // namespace esep::document
