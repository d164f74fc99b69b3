// SPDX-License-Identifier: MIT
#include "intake/text_height.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/text.h"
#include "intake/text_width.h"

namespace esep::intake {
namespace {

// How many lines a cell makes of one. Fonts differ, so a line that is hardly too long is none more.
double wrapped(std::string_view line, double room) {
  constexpr double kDoubt = 0.8;
  return std::max(1.0, std::ceil(text_width(line) * kDoubt / std::max(room, 1.0)));
}

// How many lines must have room so that each with letters is seen: a text keeps to the foot, the middle or the top of
// its cell, and its blank lines take their room.
double lines_needed(std::string_view text, CellStyle::Rest rest, double room) {
  double count = 0, first = -1, last = 0;
  for (const std::string& line : split(text, '\n')) {
    const double lines = wrapped(line, room);
    if (!trim(line).empty()) {
      if (first < 0) first = count;
      last = count + lines;
    }
    count += lines;
  }
  if (first < 0) return 0;
  if (rest == CellStyle::Rest::top) return last;
  if (rest == CellStyle::Rest::bottom) return count - first;
  return 2 * std::max(count / 2 - first, last - count / 2);
}

}  // namespace

bool loses_line(std::string_view text, const CellStyle& style, double height, double room) {
  constexpr double kUsualSize = 11;  // points
  constexpr double kLine = 1.15;     // of the size of its letters
  constexpr double kSeen = 0.5;      // of a line
  if (!style.wraps || style.fits) return false;
  const double line = (style.size > 0 ? style.size : kUsualSize) * kLine;
  const double needed = lines_needed(text, style.rest, room / style.scale);
  return needed > 1 && height < (needed - 1 + kSeen) * line;
}

}  // namespace esep::intake
