// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "report/read/locate.h"
#include "report/read/received_file.h"

namespace esep::report {

/// What is read though a person does not see it, or has crossed it out: rows and columns that are hidden, folded,
/// filtered away or too narrow (ROWS-HIDDEN, COLUMNS-HIDDEN), letters in the colour of the ground or tiny
/// (CELLS-FAINT), struck letters (ROWS-STRUCK if a row has no others, else CELLS-STRUCK). And what it reads
/// otherwise: signs of a footnote beside a digit (CELLS-RAISED), values shown several times (CELLS-REPEATED),
/// other values under merged cells (CELLS-COVERED), pictures for letters (CELLS-DINGBATS), or may read: conditional
/// formats (CELLS-CONDITIONAL). Also what is seen as «###» (CELLS-NARROW) or without a line of it (CELLS-LOW), and what
/// will be another value (CELLS-CHANGING), what no page prints (CELLS-UNPRINTED), and what lies under a picture
/// (CELLS-PICTURED). One warning each, with the places.
class HiddenParts {
 public:
  /// `layout`: heading fields are taken at once.
  HiddenParts(const ReceivedFile& file, const Layout& layout);
  /// A row with those of its cells that were read.
  void take(const GridRow& row, const std::vector<const GridCell*>& cells);
  void report();

 private:
  /// Places of one finding, and the first of them.
  struct Places {
    std::vector<std::string> names;
    int row = 0;
    std::string cell;
  };
  /// The places of each kind.
  struct Marked {
    Places struck, faint, raised, repeated, covered, doubtful, dingbats, narrow, low, changing, unprinted, pictured;
  };
  struct MergedCells {
    MergedRange range;
    std::string seen;  // the text in its first cell, which alone is shown
  };
  using Runs = std::vector<std::pair<int, int>>;  // first and last row of each

  void take_cell(const GridRow& row, const GridCell& cell);
  void reach(int row);
  [[nodiscard]] static bool is_in(const std::vector<MergedRange>& ranges, int row, const GridCell& cell);
  [[nodiscard]] bool is_printed(int row, const GridCell& cell) const;
  void take_room(const std::vector<MergedCells>& ranges, int row, const GridCell& cell);
  void take_merged(int row, const GridCell& cell);
  void take_marks(int row, const GridCell& cell, bool text);
  [[nodiscard]] Runs hidden_rows() const;
  static void take_row(Runs& rows, int row);
  static void take_place(Places& places, int row, const GridCell& cell);
  void add(Message message, int row, std::string cell = "");
  void add(Message message, const Places& places);

  const ReceivedFile& file_;
  size_t sheet_;
  Runs rows_;                                       // of the table
  std::vector<std::pair<int, int>> hidden_fields_;  // row and column
  Runs struck_rows_;
  Marked marked_;
  std::vector<MergedCells> merged_;   // from the last row to the first: those not reached yet
  std::vector<MergedCells> open_;     // those that hold the row
  std::vector<MergedRange> printed_;  // empty: all
  std::vector<MergedRange> pictures_;
  std::set<int> text_columns_;  // of the sheet
  std::set<int> columns_;
  int first_row_of_columns_ = 0;
};

}  // namespace esep::report
