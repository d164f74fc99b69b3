// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "report/finding.h"

/// A received file from intake/: sheets of cells. Rows are pulled one by one; memory never holds 100,000 of them.
namespace esep::report {

enum class CellKind { blank, text, number, boolean, error };
enum class CellFormat { general, number, percent, date, time, date_time, text };
/// Whether a person reads the value in the cell: all of it, a part (rounded, without its year), or something else.
enum class Look : char { same, part, other };

/// In `GridCell::shown`: a day counted by another calendar than ours.
inline constexpr const char* kOtherCalendar = "…";

/// How the value of a cell is written, where that is not plain.
struct CellMarks {
  bool struck = false;    // crossed out, or a part of its text is
  bool faint = false;     // letters that nobody can see: in the colour of the ground, or tiny
  bool partly = false;    // struck or faint in a part, while another part is plain
  bool raised = false;    // a digit stands higher or lower than what is beside it, as the sign of a footnote
  bool doubtful = false;  // a conditional format may hide its value or show another one
  bool dingbats = false;  // its font, or that of a run, has a picture for each letter
  bool repeated = false;  // shown as often as the cell has room for it
  bool narrow = false;    // a number or a date for which the column has no room: it is seen as «###»
  bool low = false;       // its row is fixed at a height at which a line of its text is not seen
  bool changing = false;  // a formula that gives another value another day
};

struct GridCell {
  int column = 0;  // 1-based
  CellKind kind = CellKind::blank;
  CellFormat format = CellFormat::general;
  /// text: the characters; number: canonical decimal notation as the file has it, at most 15 significant digits
  /// ("46316", "0.125"); boolean: "true"/"false"; error: "#DIV/0!".
  std::string text;
  bool hidden = false;                 // its row or its column is not shown
  bool formula = false;                // the cell has a formula
  bool formula_without_value = false;  // … and the file does not hold its result
  Look look = Look::same;
  CellMarks marks;  // beside the other small members: a sheet may have millions of cells
  /// What a person reads in the cell, if its number format shows more or less than the value; else nullptr.
  std::shared_ptr<const std::string> shown;
};

/// Whether a reader sees nothing in it.
[[nodiscard]] inline bool is_blank_cell(const GridCell& cell) {
  return cell.kind == CellKind::blank || trim(cell.text).empty();
}

struct GridRow {
  int row = 0;  // 1-based, as Excel shows it; for CSV the line
  bool hidden = false;
  std::vector<GridCell> cells;  // ascending, blanks left out
  size_t fields = 0;            // of CSV: the values of the record, blank ones too; else 0
};

struct MergedRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// From which day a workbook counts its dates.
enum class DateSystem { from_1900, from_1904 };

struct SheetInfo {
  std::string name;  // empty for CSV
  bool hidden = false;
};

/// What a person reads on a sheet beside its cells.
struct UnreadTexts {
  std::vector<std::string> noted;     // cells with a note of a person
  std::vector<std::string> boxes;     // texts of text boxes
  std::vector<std::string> page;      // headers and footers
  std::vector<MergedRange> pictures;  // the cells over which pictures, charts and shapes lie
  bool formulas_shown = false;        // the sheet shows formulas in place of their values, and days as numbers
  bool rules_left = false;            // it has more conditional formats than were read
};

class RowCursor {
 public:
  virtual ~RowCursor() = default;
  /// False at the end. Damage inside a sheet ends it, and `Grid::problems()` describes the damage.
  virtual bool next(GridRow& row) = 0;
  /// The same as far as that row, without reading through blank rows behind it.
  virtual bool next_to(int last_row, GridRow& row) { return next(row) && row.row <= last_row; }
};

/// One received file. Opened once; sheets can be read any number of times.
class Grid {
 public:
  virtual ~Grid() = default;
  [[nodiscard]] virtual const std::vector<SheetInfo>& sheets() const = 0;
  [[nodiscard]] virtual std::unique_ptr<RowCursor> rows(size_t sheet) = 0;
  /// Merged ranges of a sheet; empty if the format has none.
  [[nodiscard]] virtual std::vector<MergedRange> merged(size_t sheet) = 0;
  /// The ranges of a sheet that its pages print; empty: all of it.
  [[nodiscard]] virtual std::vector<MergedRange> printed(size_t /*sheet*/) { return {}; }
  /// Known when the rows of the sheet have been read to the end.
  [[nodiscard]] virtual UnreadTexts unread(size_t /*sheet*/) { return {}; }
  /// The addresses outside of the file to which hyperlinks lead, by cell. Known at the same time.
  [[nodiscard]] virtual std::map<std::string, std::string> links(size_t /*sheet*/) { return {}; }
  [[nodiscard]] virtual DateSystem date_system() const { return DateSystem::from_1900; }
  /// CSV and JSON have no A1 addresses; their findings have only the line.
  [[nodiscard]] virtual bool has_cells() const { return true; }
  /// JSON: the row that names the table's columns by id; rows of two cells (id, value) for the heading fields stand
  /// before it. 0: the caller must look for the table.
  [[nodiscard]] virtual int header_row() const { return 0; }
  /// Problems found while reading (damage, limits), with the file name.
  [[nodiscard]] virtual const Findings& problems() const = 0;
};

}  // namespace esep::report
