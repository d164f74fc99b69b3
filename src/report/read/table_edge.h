// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/end_marks.h"
#include "report/read/locate.h"
#include "report/read/received_file.h"
#include "report/read/table_words.h"

namespace esep::report {

/// Where a table ends, to the right and below, and what people write there: totals, notes, cells beside the columns,
/// rows under the signatures. Findings ROW-TOTAL, ROW-NOTE, CELLS-BESIDE, ROWS-BELOW.
class TableEdge {
 public:
  TableEdge(const ReceivedFile& file, const Layout& layout);

  /// Index of the form's column in that column of the sheet; -1: it is not ours.
  [[nodiscard]] int form_column_at(int sheet_column) const;
  [[nodiscard]] bool is_blank_row(const GridRow& row) const;
  /// The filled cells of the form's columns.
  [[nodiscard]] std::vector<const GridCell*> own_cells(const GridRow& row) const;
  /// Whether the row only says that there is nothing to report (nil_words.h).
  [[nodiscard]] bool says_nothing(const GridRow& row) const;
  /// Whether one of the form's notes or signatures begins here.
  [[nodiscard]] bool ends_at(const GridRow& row) const { return end_marks_.begin(row); }
  /// Whether the row is a total or a note; then its finding is made. A row is looked at once, in order.
  [[nodiscard]] bool is_stray(const GridRow& row);
  /// Takes note of a row behind the end of the table.
  void pass_below(const GridRow& row);
  /// Findings about all that was passed.
  void report();

 private:
  struct Passed {
    int count = 0;
    int row = 0;
    std::string places;  // the first ones
  };
  /// Notes that follow each other without an entry between them.
  struct Notes {
    int first = 0, last = 0;  // rows; 0: none
    std::string cell, value;  // of the first
  };

  void pass_beside(const GridRow& row);
  [[nodiscard]] bool is_signed(const std::vector<const GridCell*>& cells) const;
  [[nodiscard]] bool may_be_note(const GridRow& row, const GridCell& first) const;
  [[nodiscard]] bool goes_on_with_notes(const GridRow& row, const std::vector<const GridCell*>& cells) const;
  void take_note(const GridRow& row, const GridCell& first);
  void end_notes();
  void add(Severity severity, Message message, int row, const std::string& cell);

  const ReceivedFile& file_;
  const std::string& sheet_;
  TableWords words_;
  EndMarks end_marks_;
  std::vector<int> form_column_;  // by sheet column
  int last_row_ = 0;              // that was an entry
  Passed beside_;
  Passed below_;
  bool entry_below_ = false;  // one of them is surely an entry
  Notes notes_;
};

}  // namespace esep::report
