// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace esep {

/// Where a text may be divided into lines (ICU, Unicode Standard Annex 14). All offsets are bytes of valid UTF-8 and
/// lie between characters as a reader sees them. Costs to make; an object serves one thread at a time.
class LineBreaks {
 public:
  explicit LineBreaks(Lang lang);
  ~LineBreaks();
  LineBreaks(const LineBreaks&) = delete;
  LineBreaks& operator=(const LineBreaks&) = delete;

  /// The end of each piece of `text` that stays on one line: behind spaces, hyphens, slashes. Ascending, the last is
  /// the size of the text. Spaces at its end belong to a piece. «№» and its number are one piece, and so are words
  /// joined by a hyphen, a dash or a slash of which one is a number or a single letter («№ 243/НҚ», «2025–2027»,
  /// «и/или»).
  [[nodiscard]] std::vector<size_t> pieces(std::string_view text);

  /// A place within a piece that is wider than its line.
  struct Place {
    size_t at = 0;        // where the next line begins
    bool hyphen = false;  // the line before ends with a hyphen that the text does not have
    int rank = 0;         // 0: good; 1: bearable; 2: only where nothing else fits
  };
  /// Places in ascending order; none when the piece is a single character. A word in letters is divided between
  /// syllables, two letters at least on either side, and gets a hyphen. Anything else (address, number, hash, code)
  /// gets none: it is divided behind / . - _ & = ? and the like; a row of 16 letters and digits or more also behind
  /// every eighth. `token`: the text around the piece from space to space; an address in letters is known by it.
  [[nodiscard]] std::vector<Place> places_within(std::string_view piece, std::string_view token);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

}  // namespace esep
