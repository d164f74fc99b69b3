// SPDX-License-Identifier: MIT
#include "xlsx/check_sheet.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/replace_all.h"
#include "form/workbook_identity.h"
#include "report/cell_reference.h"
#include "xlsx/check_formula.h"

namespace esep::xlsx {
namespace {

constexpr int kLines = 50;   // column of the sheet at which the lines begin, 0-based: AY
constexpr int kTotals = 56;  // BE
constexpr int kNowhere = 9'999'999;
constexpr uint32_t kWrongFill = 0xFFC7CE;
constexpr uint32_t kReadyFill = 0xC6EFCE;

lxw_row_t row_at(size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_at(int column) { return static_cast<lxw_col_t>(column); }

const std::string& none() {
  static const std::string kNone = "0";
  return kNone;
}

// The mark of a nil report; what the reader takes for a yes besides is not on the list, and so wrong.
std::string is_yes(const std::string& x, const document::InputSpec& input) {
  const std::string yes = input.choices.empty() ? std::string() : input.choices.front();
  return fmt::format("IFERROR(IF(LOWER(TRIM({}))=LOWER({}),1,0),0)", x, literal_formula(safe_text(yes)));
}

// The text with its holes filled in by formulas.
std::string text_formula(std::string text, const std::vector<std::pair<std::string, std::string>>& holes) {
  std::string out;
  while (!text.empty()) {
    size_t at = std::string::npos;
    const std::pair<std::string, std::string>* found = nullptr;
    for (const auto& hole : holes) {
      const size_t here = text.find(hole.first);
      if (here < at) std::tie(at, found) = std::make_pair(here, &hole);
    }
    if (at != 0) out += (out.empty() ? "" : "&") + literal_formula(text.substr(0, at));
    if (found == nullptr) break;
    out += (out.empty() ? "" : "&") + found->second;
    text.erase(0, at + found->first.size());
  }
  return out.empty() ? "\"\"" : out;
}

}  // namespace

CheckSheet::CheckSheet(Workbook& workbook, lxw_worksheet* entry, const document::SelfCheck& texts)
    : workbook_(workbook), entry_(entry), texts_(texts) {}

bool CheckSheet::place_line(int row) {
  if (line_row_ > 0) return false;
  line_row_ = row;
  return true;
}

void CheckSheet::add_field(const document::Field& field, int row, int column) {
  fields_.push_back({&field, row, column});
}

void CheckSheet::add_table(const document::Table& table, int above, int prepared) {
  if (table_ != nullptr || table.columns.empty()) return;
  table_ = &table;
  above_ = above;
  rows_ = std::min(std::max(prepared + (table.blank_rows > 0 ? kRowsBelow : 0), 1), kMaxRows - above - 2);
  read_rows(table);
}

std::string CheckSheet::own(const std::string& range) const { return quoted_name(*sheet_) + "!" + range; }

void CheckSheet::define(const std::string& name, const std::string& formula) {
  if (!defined_.insert(name).second) return;
  require_ok(workbook_define_name(workbook_.handle(), name.c_str(), ("=" + formula).c_str()));
}

void CheckSheet::define_columns() {
  for (size_t i = 0; i < table_->columns.size(); ++i) {
    const std::string letters = report::column_letters(static_cast<int>(i) + 1);
    const std::string range = fmt::format("{0}!${1}${2}:${1}${3}", quoted_name(*entry_), letters, above_ + 1, kMaxRows);
    define(fmt::format("esep_c{}", i + 1), fmt::format("INDEX({0},2):INDEX({0},{1})", range, rows_ + 1));
  }
}

std::string CheckSheet::list_of(const document::InputSpec& input) {
  const std::vector<std::string> words = list_words(input);
  return words.empty() ? "" : workbook_.choice_name(words);
}

bool CheckSheet::has_factor(const document::InputSpec& input) {
  return form::is_numeric_type(input.type) && input.choices.empty() && !input.multiple;
}

std::string CheckSheet::factor_of(const std::string& cell, const document::InputSpec& input) {
  return has_factor(input) ? number_factor_formula(cell, input, "esep_general") : "1";
}

// By what the numbers of a column are multiplied, for each row.
std::string CheckSheet::factor_of(size_t column) const {
  return has_factor(*table_->columns[column].input) ? fmt::format("esep_num{}", column + 1) : "1";
}

// Whether a cell of the column must be filled, for each row.
std::string CheckSheet::wanted_of(size_t column) const {
  const document::InputSpec& input = *table_->columns[column].input;
  if (!input.required) return input.required_if.empty() ? none() : fmt::format("esep_wanted{}", column + 1);
  if (!texts_.grouped) return "esep_begun";
  const int list = table_->columns[column].list;
  if (list < 0) return "esep_head";
  if (is_alone(column)) return fmt::format("(esep_head*(esep_items{}=0))", column + 1);
  return fmt::format("esep_list{}", list + 1);
}

CheckSheet::Line CheckSheet::field_line(const Entry& entry) {
  const document::InputSpec& input = *entry.field->input;
  const std::string cell =
      fmt::format("{}!${}${}", quoted_name(*entry_), report::column_letters(entry.column + 1), entry.row + 1);
  const std::string wanted = !input.required ? none() : input.unless_nil ? "(1-esep_nil)" : "1";
  const std::string right = is_right_formula(cell, input, names_of(entry));
  Line out;
  out.missing = fmt::format("IF(ISERROR({0}),0,{1}*{2})", cell, is_empty_formula(cell, input), wanted);
  out.wrong =
      fmt::format("IF(ISERROR({0}),1,IF({1},0,1-IFERROR(1*{2},0)))", cell, is_empty_formula(cell, input), right);
  if (input.nil_mark) out.wrong += "+esep_nil*(SUM(esep_begun)>0)";
  out.first = fmt::format("ROW({})", cell);
  out.letters = report::column_letters(entry.column + 1);
  out.filled = fmt::format("IFERROR(1-{},1)", is_empty_formula(cell, input));
  out.cached_filled = form::is_blank(entry.field->value) ? 0 : 1;
  out.cached_missing = input.required && out.cached_filled == 0 ? 1 : 0;
  out.cached_row = out.cached_missing > 0 ? entry.row + 1 : 0;
  return out;
}

CheckSheet::Line CheckSheet::column_line(size_t column) {
  const document::InputSpec& input = *table_->columns[column].input;
  const std::string cells = fmt::format("esep_c{}", column + 1);
  const std::string wanted = wanted_of(column);
  CheckNames names = names_of(column);
  Line out;
  out.array = true;
  out.letters = report::column_letters(static_cast<int>(column) + 1);
  out.missing = fmt::format("SUM(IF(ISERROR({0}),0,{1}*{2}))", cells, is_empty_formula(cells, input), wanted);
  out.wrong = fmt::format("SUM({})", is_bad_formula(cells, input, names));
  names.wanted = wanted;
  out.first = fmt::format("MIN(IF({}>0,ROW({}),{}))", is_bad_formula(cells, input, names), cells, kNowhere);
  if (wanted == none()) return out;
  const bool alone = input.required && is_alone(column);
  const std::string of_rows = alone ? "esep_head" : wanted;
  const auto& rows = helper(of_rows).cached;
  const std::vector<int>* items = alone ? &helper(fmt::format("esep_items{}", column + 1)).cached : nullptr;
  for (size_t i = 0; i < rows.size(); ++i) {
    const bool missing = rows[i] == 1 && (alone ? (*items)[i] == 0 : values_[i][column].empty());
    if (!missing) continue;
    ++out.cached_missing;
    if (out.cached_row == 0) out.cached_row = above_ + 2 + static_cast<int>(i);
  }
  return out;
}

// Too few rows, or too many.
CheckSheet::Line CheckSheet::rows_line() const {
  const std::string count = texts_.grouped ? "SUMPRODUCT(--(esep_record=ROW(esep_record)))" : "SUM(esep_begun)";
  Line out;
  out.letters = "A";
  out.missing = fmt::format("MAX(0,{}-{})*(1-esep_nil)", texts_.min_rows, count);
  out.wrong = texts_.max_rows > 0 ? fmt::format("MAX(0,{}-{})", count, texts_.max_rows) : none();
  out.first = fmt::format("ROW(INDEX(esep_c1,1))");
  const std::string name = texts_.grouped ? "esep_record" : "esep_begun";
  const auto& rows = helper(name).cached;
  int records = 0;
  for (size_t i = 0; i < rows.size(); ++i) records += rows[i] == (texts_.grouped ? static_cast<int>(i) + 1 : 1) ? 1 : 0;
  out.cached_missing = std::max(0, texts_.min_rows - records);
  out.cached_row = out.cached_missing > 0 ? above_ + 2 : 0;
  return out;
}

void CheckSheet::add_lines() {
  for (const Entry& entry : fields_) lines_.push_back(field_line(entry));
  for (size_t i = 0; i < table_->columns.size(); ++i) {
    if (table_->columns[i].input) lines_.push_back(column_line(i));
  }
  lines_.push_back(rows_line());
}

void CheckSheet::write_lines() {
  const auto put = [&](size_t row, int column, const std::string& formula, bool array, double result) {
    const std::string text = "=" + formula;
    const auto r = row_at(row);
    const auto c = column_at(column);
    require_ok(array ? worksheet_write_array_formula_num(sheet_, r, c, r, c, text.c_str(), nullptr, result)
                     : worksheet_write_formula_num(sheet_, r, c, text.c_str(), nullptr, result));
  };
  const std::string missing = report::column_letters(kLines + 1);
  const std::string wrong = report::column_letters(kLines + 2);
  for (size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    put(i, kLines, line.missing, line.array, line.cached_missing);
    put(i, kLines + 1, line.wrong, line.array, 0);
    put(i, kLines + 2, fmt::format("IF({0}{2}+{1}{2}=0,{3},{4})", missing, wrong, i + 1, kNowhere, line.first),
        line.array, line.cached_row > 0 ? line.cached_row : kNowhere);
    require_ok(worksheet_write_string(sheet_, row_at(i), column_at(kLines + 3), line.letters.c_str(), nullptr));
    if (!line.filled.empty()) put(i, kLines + 4, line.filled, false, line.cached_filled);
  }
}

// BE1 cells to fill in, BE2 wrong cells, BE3 the first of them, BE4 rows behind the checked ones, BE5 whether there is
// nothing to report, BE6 the last checked row, BE7 whether anything is left, BE8 whether filling in has begun,
// BE9 the format of a cell that was given none.
void CheckSheet::write_totals() {
  const auto column = [&](int offset) {
    const std::string letters = report::column_letters(kLines + 1 + offset);
    return fmt::format("{0}1:{0}{1}", letters, lines_.size());
  };
  const auto nil =
      std::find_if(fields_.begin(), fields_.end(), [](const Entry& e) { return e.field->input->nil_mark; });
  const std::string nil_cell =
      nil == fields_.end()
          ? ""
          : fmt::format("{}!${}${}", quoted_name(*entry_), report::column_letters(nil->column + 1), nil->row + 1);
  const std::string table = fmt::format("{}!$A${}:${}${}", quoted_name(*entry_), above_ + 1,
                                        report::column_letters(static_cast<int>(table_->columns.size())), kMaxRows);
  int missing = 0;
  const Line* first = nullptr;
  int filled = 0;
  for (const Line& line : lines_) {
    missing += line.cached_missing;
    filled += line.cached_filled;
    if (line.cached_row > 0 && (first == nullptr || line.cached_row < first->cached_row)) first = &line;
  }
  const auto& begun = helpers_.front().cached;
  filled += static_cast<int>(std::count(begun.begin(), begun.end(), 1));
  const std::string cell = first == nullptr ? "" : first->letters + std::to_string(first->cached_row);
  const auto put = [&](int row, const std::string& formula, double result) {
    require_ok(worksheet_write_formula_num(sheet_, row_at(static_cast<size_t>(row)), column_at(kTotals),
                                           ("=" + formula).c_str(), nullptr, result));
  };
  put(0, "SUM(" + column(0) + ")", missing);
  put(1, "SUM(" + column(1) + ")", 0);
  require_ok(worksheet_write_formula_str(
      sheet_, 2, column_at(kTotals),
      fmt::format("=IF(BE1+BE2=0,\"\",INDEX({0},MATCH(MIN({1}),{1},0))&MIN({1}))", column(3), column(2)).c_str(),
      nullptr, cell.c_str()));
  put(3, fmt::format("COUNTA(INDEX({0},{1},1):INDEX({0},ROWS({0}),{2}))", table, rows_ + 2, table_->columns.size()), 0);
  put(4, nil == fields_.end() ? none() : is_yes(nil_cell, *nil->field->input), 0);
  put(5, fmt::format("ROW(INDEX(esep_c1,{}))", rows_), above_ + 1 + rows_);
  put(6, "IFERROR(BE1+BE2+BE4,1)", missing);
  require_ok(worksheet_write_formula_str(sheet_, 8, column_at(kTotals), "=CELL(\"format\",$BF$1)", nullptr, "G"));
  put(7, fmt::format("IF(SUM(esep_begun)+SUM({})>0,1,0)", column(4)), filled > 0 ? 1 : 0);
}

void CheckSheet::write_status(int row, int last_column, const Style& line) {
  const Line* first = nullptr;
  int missing = 0;
  for (const Line& one : lines_) {
    missing += one.cached_missing;
    if (one.cached_row > 0 && (first == nullptr || one.cached_row < first->cached_row)) first = &one;
  }
  const std::string left = text_formula(
      texts_.not_ready, {{"{missing}", own("$BE$1")}, {"{wrong}", own("$BE$2")}, {"{cell}", own("$BE$3")}});
  const std::string below = text_formula(texts_.unchecked, {{"{row}", own("$BE$6")}});
  const std::string formula =
      fmt::format("=IFERROR(IF({0}+{1}>0,{2},IF({3}>0,{4},{5})),{6})", own("$BE$1"), own("$BE$2"), left, own("$BE$4"),
                  below, literal_formula(texts_.ready), literal_formula(texts_.unknown));
  std::string shown = first == nullptr ? texts_.unknown : texts_.not_ready;
  shown = replace_all(shown, "{missing}", std::to_string(missing));
  shown = replace_all(shown, "{wrong}", "0");
  if (first != nullptr) shown = replace_all(shown, "{cell}", first->letters + std::to_string(first->cached_row));
  lxw_format* format = workbook_.format(line);
  if (last_column > 0)
    require_ok(worksheet_merge_range(entry_, row_at(static_cast<size_t>(row)), 0, row_at(static_cast<size_t>(row)),
                                     column_at(last_column), "", format));
  require_ok(
      worksheet_write_formula_str(entry_, row_at(static_cast<size_t>(row)), 0, formula.c_str(), format, shown.c_str()));
  mark(row, row, 0, "esep_left>0", workbook_.mark_format(kWrongFill));
  mark(row, row, 0, "esep_left=0", workbook_.mark_format(kReadyFill));
}

void CheckSheet::mark(int first_row, int last_row, int column, const std::string& formula, lxw_format* format) {
  std::string text = "=" + formula;
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = text.data();
  rule.format = format;
  require_ok(worksheet_conditional_format_range(entry_, row_at(static_cast<size_t>(first_row)), column_at(column),
                                                row_at(static_cast<size_t>(last_row)), column_at(column), &rule));
}

// Formulas of a mark may use names, but in older Excel no other sheet.
void CheckSheet::mark_cells() {
  lxw_format* wrong = workbook_.mark_format(kWrongFill);
  for (const Entry& entry : fields_) {
    const document::InputSpec& input = *entry.field->input;
    const std::string cell = fmt::format("${}${}", report::column_letters(entry.column + 1), entry.row + 1);
    const std::string wanted = !input.required    ? none()
                               : input.unless_nil ? "esep_started*(1-esep_nil)"
                                                  : "esep_started";
    CheckNames names = names_of(entry);
    names.factor = factor_of(cell, input);
    names.wanted = wanted;
    std::string formula = is_bad_formula(cell, input, names);
    if (input.nil_mark) formula += "+esep_nil*(SUM(esep_begun)>0)";
    mark(entry.row, entry.row, entry.column, formula + ">0", wrong);
  }
  const int first = above_ + 1;
  for (size_t i = 0; i < table_->columns.size(); ++i) {
    if (!table_->columns[i].input) continue;
    const document::InputSpec& input = *table_->columns[i].input;
    const std::string at = fmt::format("ROW()-ROW($A${})", above_ + 1);
    const std::string wanted = wanted_of(i);
    std::string here = fmt::format("INDEX({},{})", wanted, at);
    if (wanted == none()) here = none();
    if (input.required && is_alone(i))
      here = fmt::format("INDEX(esep_head,{0})*(INDEX(esep_items{1},{0})=0)", at, i + 1);
    const std::string cell = report::cell_name(first + 1, static_cast<int>(i) + 1);
    CheckNames names = names_of(i);
    if (has_factor(input)) names.factor = fmt::format("INDEX({},{})", factor_of(i), at);
    if (!names.judged.empty()) names.judged = fmt::format("INDEX({},{})", names.judged, at);
    names.wanted = here;
    mark(first, first + rows_ - 1, static_cast<int>(i), is_bad_formula(cell, input, names) + ">0", wrong);
  }
}

void CheckSheet::write(int last_column, const Style& line) {
  if (table_ == nullptr || line_row_ == 0) return;
  sheet_ = workbook_.add_sheet(form::WorkbookIdentity::kCheckSheetName, true);
  const std::pair<const char*, const char*> cells[] = {
      {"esep_nil", "$BE$5"}, {"esep_left", "$BE$7"}, {"esep_started", "$BE$8"}, {"esep_general", "$BE$9"}};
  for (const auto& [name, cell] : cells) define(name, own(cell));
  define_columns();
  judge_fields();
  add_helpers();
  add_lines();
  write_helpers();
  write_lines();
  write_totals();
  write_status(line_row_, last_column, line);
  mark_cells();
}

}  // namespace esep::xlsx
