// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/changing_formula.h"
#include "intake/look_rule.h"
#include "intake/rich_text.h"
#include "intake/shared_strings.h"
#include "intake/sheet_measures.h"
#include "intake/styles.h"
#include "intake/xml_part.h"
#include "report/read/grid.h"

namespace esep::intake {

/// The tables to which the cells of a sheet refer.
struct SheetContext {
  const SharedStrings* strings = nullptr;
  const CellStyles* styles = nullptr;
  report::DateSystem dates = report::DateSystem::from_1900;
  std::string sheet;
  ProblemList* problems = nullptr;
  uint64_t* text_bytes = nullptr;         // of the file, read so far: thousands of cells may refer to one long string
  report::UnreadTexts* unread = nullptr;  // what its view says, and headers and footers, found behind the rows
  const LookRules* rules = nullptr;       // conditional formats
  std::map<std::string, std::string>* links = nullptr;  // hyperlinks, by cell: the id of a relationship
  const std::vector<report::MergedRange>* merged = nullptr;
};

/// Makes rows from a worksheet part: worksheet / sheetData / row / c / (f, v, is). Cells without value and rows without
/// cells are left out. A damaged value (not a number, a missing shared string) is a problem of that cell, and reading
/// goes on. A wrong order or reference ends the part.
class SheetHandler final : public XmlHandler {
 public:
  explicit SheetHandler(SheetContext context) : context_(std::move(context)) {}

  bool accepts_root(std::string_view name, std::string_view name_space) override;
  void start(std::string_view name, XmlAttributes attributes) override;
  void end() override;
  void text(std::string_view text) override;

  /// The next finished row, swapped into `row`; false if this chunk has no more rows.
  bool take(report::GridRow& row);
  /// The last row that began.
  [[nodiscard]] int row_number() const { return row_number_; }

 private:
  enum class Where { sheet, columns, data, row, cell, value, formula, inline_text, page, page_text, links };
  /// Finished rows that wait to be taken. Their memory serves the next ones.
  struct ReadyRows {
    std::vector<report::GridRow> rows;
    size_t count = 0;
    size_t taken = 0;
    size_t bytes = 0;
    size_t of_row = 0;  // bytes of the row that is being read
  };
  enum class Type { number, shared, inline_text, formula_text, boolean, error, date, unknown };

  void begin_row(XmlAttributes attributes);
  void end_row();
  void begin_cell(XmlAttributes attributes);
  void end_cell();
  void begin_in_cell(std::string_view name, XmlAttributes attributes);
  void skip(std::string_view name, XmlAttributes attributes);
  static Type type_of(std::string_view name);
  // Fills `cell_`; false if the cell is blank.
  bool make_value();
  bool make_number();
  bool make_shared_text();
  bool make_text(std::string text);
  void judge_runs(const RunMarks& marks);
  bool make_boolean();
  bool make_date();
  bool make_damaged(const char* code);
  void judge_look();
  void judge_room(const CellStyle& style, const CellLook* look);
  void judge_height();
  void judge_faint(const CellStyle& style, const CellLook* look, const RuleLook& rule);
  void show(Shown shown);
  void add_cell();
  void take_page_text();
  void take_link(std::string_view name, XmlAttributes attributes);
  void fail_at(Problem problem);
  [[nodiscard]] std::string_view raw() const;

  SheetContext context_;
  Where where_ = Where::sheet;
  int skipped_ = 0;
  int row_number_ = 0;
  int column_ = 0;
  SheetMeasures measures_;
  report::GridRow row_;

  report::GridCell cell_;
  const CellStyle* style_ = nullptr;
  Type type_ = Type::number;
  bool has_value_ = false;
  std::string value_;  // of the cell; behind the rows the text of a header or footer
  SheetFormula formula_;
  RichText inline_;

  ReadyRows ready_;
};

}  // namespace esep::intake
