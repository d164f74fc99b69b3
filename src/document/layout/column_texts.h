// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "document/layout/canvas.h"

/// What the texts of a table ask of its columns. Private to the layout. All widths are at 1 pt.
namespace esep::document {

struct ColumnTexts {
  /// The title of a group over its columns [first, end).
  struct Group {
    size_t first = 0;
    size_t end = 0;
    double word = 0;
    double title = 0;
  };
  /// A row of the sample: the width of each cell's text on one line, its lines one after another.
  struct SampleRow {
    std::vector<double> texts;
    bool in_record = false;  // it continues a record, so columns without a text need no line
  };

  std::vector<double> words;   // the widest word of each column, its heading's and its rows'
  std::vector<double> titles;  // of each column's own heading on one line
  std::vector<double> texts;   // the longest text of its rows on one line
  std::vector<Group> groups;
  std::vector<SampleRow> sample;  // rows at even distances, at most kSample
  size_t rows = 0;                // of all

  /// Some cell has a text: else the paper is to be filled in by hand.
  [[nodiscard]] bool filled() const;

  static constexpr size_t kSample = 96;
};

/// Reads all rows once.
[[nodiscard]] ColumnTexts measure_texts(const Canvas& canvas, const Table& table);

}  // namespace esep::document
