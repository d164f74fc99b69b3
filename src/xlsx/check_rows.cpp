// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "report/cell_reference.h"
#include "xlsx/check_formula.h"
#include "xlsx/check_sheet.h"
#include "xlsx/folded_formula.h"

namespace esep::xlsx {

void CheckSheet::read_rows(const document::Table& table) {
  const size_t width = table.columns.size();
  for (size_t i = 0; i < width; ++i) {
    const int list = texts_.grouped ? table.columns[i].list : -1;
    if (list < 0) {
      head_.push_back(i);
      continue;
    }
    if (lists_.size() <= static_cast<size_t>(list)) lists_.resize(static_cast<size_t>(list) + 1);
    lists_[static_cast<size_t>(list)].push_back(i);
  }
  const auto cursor = table.rows ? table.rows() : nullptr;
  document::Row row;
  while (cursor && cursor->next(row)) {
    std::vector<std::string> texts(width);
    for (size_t i = 0; i < std::min(width, row.cells.size()); ++i)
      texts[i] = row.cells[i].continued ? std::string() : form::canonical_text(row.cells[i].value);
    values_.push_back(std::move(texts));
  }
  values_.resize(static_cast<size_t>(rows_), std::vector<std::string>(width));
}

bool CheckSheet::is_filled(int row, const std::vector<size_t>& columns) const {
  const auto& texts = values_[static_cast<size_t>(row)];
  return std::any_of(columns.begin(), columns.end(), [&](size_t i) { return !texts[i].empty(); });
}

bool CheckSheet::is_alone(size_t column) const {
  const int list = texts_.grouped ? table_->columns[column].list : -1;
  return list >= 0 && lists_[static_cast<size_t>(list)].size() == 1;
}

// The name of neighbouring columns of the table.
std::string CheckSheet::block(size_t first, size_t last) {
  const std::string name = fmt::format("esep_b{}_{}", first + 1, last + 1);
  const std::string range =
      fmt::format("{}!${}${}:${}${}", quoted_name(*entry_), report::column_letters(static_cast<int>(first) + 1),
                  above_ + 1, report::column_letters(static_cast<int>(last) + 1), kMaxRows);
  define(name, fmt::format("INDEX({0},2,1):INDEX({0},{1},{2})", range, rows_ + 1, last - first + 1));
  return name;
}

// How many of these cells of a row are filled; those only that differ from the head of the record above, if wanted.
std::string CheckSheet::filled_in_row(const std::vector<size_t>& columns, bool unlike_record, int row) {
  std::string out;
  for (size_t i = 0; i < columns.size();) {
    size_t end = i + 1;
    while (end < columns.size() && columns[end] == columns[end - 1] + 1) ++end;
    const std::string name = block(columns[i], columns[end - 1]);
    const std::string cells = fmt::format("INDEX({},ROW(),0)", name);
    std::string counted = "(1-" + is_empty_formula(cells) + ")";
    if (unlike_record) counted += fmt::format("*(1-EXACT({},INDEX({},B{},0)))", cells, name, row);
    out += fmt::format("{}SUMPRODUCT({}*1)", out.empty() ? "" : "+", counted);
    i = end;
  }
  return out;
}

// A row is begun if anything stands in it, a dash too.
CheckSheet::Helper CheckSheet::begun_rows() {
  const std::string all = block(0, table_->columns.size() - 1);
  std::vector<size_t> columns(table_->columns.size());
  for (size_t i = 0; i < columns.size(); ++i) columns[i] = i;
  Helper out;
  for (int i = 0; i < rows_; ++i) {
    out.formulas.push_back(fmt::format("IFERROR(IF(SUMPRODUCT(--(LEN(TRIM(INDEX({},ROW(),0)))>0))>0,1,0),1)", all));
    out.cached.push_back(is_filled(i, columns) ? 1 : 0);
  }
  return out;
}

// The row at which the record of each row begins; 0: none has begun.
CheckSheet::Helper CheckSheet::records() {
  Helper out;
  int record = 0;
  for (int i = 0; i < rows_; ++i) {
    const std::string any = filled_in_row(head_, false, i);
    if (i == 0) {
      out.formulas.push_back(fmt::format("IF(A1=0,0,IFERROR(IF({}>0,1,0),1))", any));
    } else {
      out.formulas.push_back(fmt::format("IF(A{0}=0,B{1},IFERROR(IF(IF(B{1}=0,{2},{3})>0,{0},B{1}),{0}))", i + 1, i,
                                         any, filled_in_row(head_, true, i)));
    }
    const auto& row = values_[static_cast<size_t>(i)];
    const bool begins = std::any_of(head_.begin(), head_.end(), [&](size_t c) {
      return !row[c].empty() && (record == 0 || row[c] != values_[static_cast<size_t>(record) - 1][c]);
    });
    if (begins) record = i + 1;
    out.cached.push_back(record);
  }
  return out;
}

// Whether the head of a record must stand in the row; also in a row above all records.
CheckSheet::Helper CheckSheet::heads() const {
  const Helper& begun = helper("esep_begun");
  const Helper& record = helper("esep_record");
  Helper out;
  for (size_t i = 0; i < static_cast<size_t>(rows_); ++i) {
    out.formulas.push_back(fmt::format("IF(A{0}=0,0,IF(OR(B{0}=0,B{0}=ROW()),1,0))", i + 1));
    const bool wanted = record.cached[i] == 0 || record.cached[i] == static_cast<int>(i) + 1;
    out.cached.push_back(begun.cached[i] == 1 && wanted ? 1 : 0);
  }
  return out;
}

CheckSheet::Helper CheckSheet::list_rows(const std::vector<size_t>& columns) {
  Helper out;
  for (int i = 0; i < rows_; ++i) {
    out.formulas.push_back(fmt::format("IFERROR(IF({}>0,1,0),1)", filled_in_row(columns, false, i)));
    out.cached.push_back(is_filled(i, columns) ? 1 : 0);
  }
  return out;
}

// The filled cells of a column from the row on to the end of its record.
CheckSheet::Helper CheckSheet::items(size_t column) const {
  const std::string letters = report::column_letters(column_of_helper(helpers_.size()) + 1);
  const auto& record = helper("esep_record").cached;
  Helper out;
  out.formulas.resize(static_cast<size_t>(rows_));
  out.cached.resize(static_cast<size_t>(rows_));
  for (size_t i = out.cached.size(); i-- > 0;) {
    const bool last = i + 1 == out.cached.size();
    const std::string cell = fmt::format("INDEX(esep_c{},ROW(),1)", column + 1);
    const std::string below = last ? std::string("0") : fmt::format("IF(B{0}=B{1},{2}{0},0)", i + 2, i + 1, letters);
    out.formulas[i] = fmt::format("IFERROR(1-{},1)+{}", is_empty_formula(cell), below);
    out.cached[i] =
        (values_[i][column].empty() ? 0 : 1) + (!last && record[i] == record[i + 1] ? out.cached[i + 1] : 0);
  }
  return out;
}

// Words of a list that the cell of this row holds, or any value.
std::string CheckSheet::holds_formula(const document::RequiredIf& condition) {
  const std::string cell = fmt::format("INDEX(esep_c{},ROW(),1)", condition.column + 1);
  const document::InputSpec& input = *table_->columns[condition.column].input;
  const std::string filled = "(1-" + is_empty_formula(cell, input) + ")";
  if (condition.words.empty()) return filled;
  std::vector<std::string> words;
  for (const std::string& word : condition.words) words.push_back(folded_word(word, input));
  const std::string listed = is_of_list_formula(folded_formula(cell, input), workbook_.choice_name(words));
  return condition.other ? filled + "*(1-" + listed + ")" : "1*" + listed;
}

bool CheckSheet::holds(const document::RequiredIf& condition, size_t row) const {
  const std::string& text = values_[row][condition.column];
  const bool listed = std::find(condition.words.begin(), condition.words.end(), text) != condition.words.end();
  return !text.empty() && (condition.words.empty() || listed != condition.other);
}

CheckSheet::Helper CheckSheet::wanted_rows(const std::vector<document::RequiredIf>& conditions) {
  std::string any;
  for (const auto& one : conditions) any += (any.empty() ? "" : "+") + holds_formula(one);
  const char* gate = texts_.grouped ? "C" : "A";  // rows that begin a record; rows with anything
  const auto& begun = helper(texts_.grouped ? "esep_head" : "esep_begun").cached;
  Helper out;
  for (size_t i = 0; i < begun.size(); ++i) {
    out.formulas.push_back(fmt::format("IF({}{}=0,0,IFERROR(IF({}>0,1,0),0))", gate, i + 1, any));
    out.cached.push_back(begun[i] == 1 && std::any_of(conditions.begin(), conditions.end(),
                                                      [&](const auto& one) { return holds(one, i); })
                             ? 1
                             : 0);
  }
  return out;
}

CheckSheet::Helper CheckSheet::factors(size_t column) const {
  const std::string cell = fmt::format("INDEX(esep_c{},ROW(),1)", column + 1);
  const std::string formula = number_factor_formula(cell, *table_->columns[column].input, "esep_general");
  Helper out;
  out.formulas.assign(static_cast<size_t>(rows_), formula);
  out.cached.assign(static_cast<size_t>(rows_), 1);
  return out;
}

const CheckSheet::Helper& CheckSheet::helper(const std::string& name) const {
  return *std::find_if(helpers_.begin(), helpers_.end(), [&](const Helper& one) { return one.name == name; });
}

void CheckSheet::add_helper(const std::string& name, Helper helper) {
  const std::string letters = report::column_letters(column_of_helper(helpers_.size()) + 1);
  define(name, own(fmt::format("${0}$1:${0}${1}", letters, rows_)));
  helper.name = name;
  helpers_.push_back(std::move(helper));
}

void CheckSheet::add_helpers() {
  add_helper("esep_begun", begun_rows());
  if (texts_.grouped) add_record_helpers();
  for (size_t i = 0; i < table_->columns.size(); ++i) {
    const auto& input = table_->columns[i].input;
    if (input && has_factor(*input)) add_helper(fmt::format("esep_num{}", i + 1), factors(i));
    if (input && !input->required_if.empty())
      add_helper(fmt::format("esep_wanted{}", i + 1), wanted_rows(input->required_if));
    if (input) add_judges(i);
  }
}

void CheckSheet::add_record_helpers() {
  add_helper("esep_record", records());
  add_helper("esep_head", heads());
  for (size_t i = 0; i < lists_.size(); ++i) {
    if (lists_[i].size() > 1) add_helper(fmt::format("esep_list{}", i + 1), list_rows(lists_[i]));
  }
  for (size_t i = 0; i < table_->columns.size(); ++i) {
    const auto& input = table_->columns[i].input;
    if (input && input->required && is_alone(i)) add_helper(fmt::format("esep_items{}", i + 1), items(i));
  }
}

}  // namespace esep::xlsx
