// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "xlsx/check_formula.h"
#include "xlsx/workbook.h"

namespace esep::xlsx {

/// The hidden sheet with the formulas by which a blank judges itself, the red of its wrong cells, and the line that
/// says what is left. All formulas carry their results for the blank as it is handed out, because LibreOffice does not
/// calculate a workbook that it opens.
class CheckSheet {
 public:
  /// Rows below the prepared ones that are checked; the line says when there are more.
  static constexpr int kRowsBelow = 500;

  CheckSheet(Workbook& workbook, lxw_worksheet* entry, const document::SelfCheck& texts);
  /// An open cell above the table, 0-based.
  void add_field(const document::Field& field, int row, int column);
  /// The table whose rows begin under `above`, 0-based; `prepared` rows are written.
  void add_table(const document::Table& table, int above, int prepared);
  /// The row of the line, 0-based; its first place counts. False where it has one.
  [[nodiscard]] bool place_line(int row);
  /// Writes the sheet, the marks and the line, unless it has no place.
  void write(int last_column, const Style& line);

 private:
  struct Line {  // what is counted in one cell or one column
    std::string missing, wrong, first, letters;
    std::string filled = {};  // of a field: 1 if it is not blank
    bool array = false;
    int cached_missing = 0;
    int cached_row = 0;  // 1-based; 0: nothing is missing
    int cached_filled = 0;
  };
  struct Entry {
    const document::Field* field;
    int row, column;
    std::string judged = {};  // the name of the cell that counts what is wrong in it; empty: none
  };
  /// A helper column with a result for each row of the table.
  struct Helper {
    std::string name = {};
    std::vector<std::string> formulas;
    std::vector<int> cached;
    bool text = false;   // the results are texts, of the blank empty ones
    bool array = false;  // each formula is an array formula
  };

  // check_sheet.cpp
  [[nodiscard]] std::string own(const std::string& range) const;
  void define(const std::string& name, const std::string& formula);
  void define_columns();
  [[nodiscard]] std::string list_of(const document::InputSpec& input);
  [[nodiscard]] static bool has_factor(const document::InputSpec& input);
  [[nodiscard]] static std::string factor_of(const std::string& cell, const document::InputSpec& input);
  [[nodiscard]] std::string factor_of(size_t column) const;
  [[nodiscard]] std::string wanted_of(size_t column) const;
  void add_lines();
  [[nodiscard]] Line field_line(const Entry& entry);
  [[nodiscard]] Line column_line(size_t column);
  [[nodiscard]] Line rows_line() const;
  void write_lines();
  void write_totals();
  void write_status(int row, int last_column, const Style& line);
  void mark_cells();
  void mark(int first_row, int last_row, int column, const std::string& formula, lxw_format* format);

  // check_rows.cpp
  void read_rows(const document::Table& table);
  void add_helpers();
  void add_record_helpers();
  [[nodiscard]] const Helper& helper(const std::string& name) const;
  void add_helper(const std::string& name, Helper helper);
  [[nodiscard]] std::string filled_in_row(const std::vector<size_t>& columns, bool unlike_record, int row);
  [[nodiscard]] std::string block(size_t first, size_t last);
  [[nodiscard]] bool is_filled(int row, const std::vector<size_t>& columns) const;
  [[nodiscard]] Helper begun_rows();
  [[nodiscard]] Helper records();
  [[nodiscard]] Helper heads() const;
  [[nodiscard]] Helper list_rows(const std::vector<size_t>& columns);
  [[nodiscard]] Helper items(size_t column) const;
  [[nodiscard]] std::string holds_formula(const document::RequiredIf& condition);
  [[nodiscard]] bool holds(const document::RequiredIf& condition, size_t row) const;
  [[nodiscard]] Helper wanted_rows(const std::vector<document::RequiredIf>& conditions);
  [[nodiscard]] Helper factors(size_t column) const;
  [[nodiscard]] bool is_alone(size_t column) const;

  // check_judges.cpp
  void judge_fields();
  void add_judges(size_t column);
  [[nodiscard]] CheckNames names_of(const Entry& entry);
  [[nodiscard]] CheckNames names_of(size_t column);
  void write_helpers();
  void put_step(size_t row, int column, const JudgeStep& step, double result);
  /// 0-based; the columns between belong to lines, totals and steps of fields.
  [[nodiscard]] static int column_of_helper(size_t index);

  Workbook& workbook_;
  lxw_worksheet* entry_;
  lxw_worksheet* sheet_ = nullptr;
  const document::SelfCheck& texts_;
  const document::Table* table_ = nullptr;
  int line_row_ = 0;  // 0: none
  int above_ = 0;     // 0-based row of the sheet
  int rows_ = 0;      // that are checked
  std::vector<Entry> fields_;
  std::vector<std::vector<std::string>> values_;  // of the prepared rows; "" blank
  std::vector<std::vector<size_t>> lists_;        // columns of each list
  std::vector<size_t> head_;
  std::vector<Line> lines_;
  std::vector<Helper> helpers_;
  std::set<std::string> defined_;
};

}  // namespace esep::xlsx
