// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "base/replace_all.h"
#include "base/text.h"
#include "report/read/taken_words.h"
#include "xlsx/check_formula.h"
#include "xlsx/folded_formula.h"

namespace esep::xlsx {
namespace {

using form::ColumnType;

constexpr size_t kFormulaLimit = 8000;  // characters; Excel takes 8192

// Text that people put after a date, as report::parse_typed_date cuts it off.
std::string without_tail_of_date(const std::string& x) {
  std::string out = fmt::format("TRIM(SUBSTITUTE(SUBSTITUTE({},\"\u00A0\",\" \"),CHAR(10),\" \"))&\"|\"", x);
  for (const std::string_view tail : report::kDateTails) out = fmt::format("SUBSTITUTE({},\"{}|\",\"^\")", out, tail);
  return fmt::format("TRIM(SUBSTITUTE(SUBSTITUTE({},\"^\",\"\"),\"|\",\"\"))", out);
}

std::string count_of(const std::string& x, const char* mark) {
  return fmt::format("LEN({0})-LEN(SUBSTITUTE({0},\"{1}\",\"\"))", x, mark);
}

int serial_of(const form::Value& value, int fallback) {
  constexpr int kExcelEpoch = 25569;  // serial of 1970-01-01
  constexpr int kFirst = 367;         // Excel's dates before 1901 are not sure
  const auto* date = std::get_if<calendar::Date>(&value);
  return date == nullptr ? fallback : std::max(date->days() + kExcelEpoch, kFirst);
}

struct Days {
  std::string low, high;
};

Days days_of(const document::InputSpec& input) {
  constexpr int kLast = 2958465;  // 31.12.9999
  return {std::to_string(serial_of(input.min, 367)), std::to_string(serial_of(input.max, kLast))};
}

// A number without the format of a date is one if it lies in this century. How programs name that format:
// number_factor_formula.
std::string is_wrong_number_of_day(const std::string& x, const Days& days) {
  return fmt::format(
      "IF(OR(ISLOGICAL({0}),INT({0})<{1},INT({0})>{2},AND(LEFT(CELL(\"format\",{0}))<>\"D\","
      "OR(CELL(\"format\",{0})<>\"G\",esep_general=\"G\"),OR({0}<36526,{0}>=73051))),1,0)",
      x, days.low, days.high);
}

// First the text without leading zeros and with a dot before each number, then its day, then whether the day is
// written so.
std::vector<JudgeStep> steps_of_date(const std::string& x, const document::InputSpec& input,
                                     const std::vector<std::string>& cells) {
  std::string clean = without_tail_of_date(x);
  clean = fmt::format("SUBSTITUTE(\".\"&SUBSTITUTE(SUBSTITUTE({},\"/\",\".\"),\"-\",\".\"),\".0\",\".\")", clean);
  const std::string mixed = fmt::format("OR({}=1,{}=1)", count_of(x, "/"), count_of(x, "-"));
  const std::string first = fmt::format("IFERROR(IF(OR(ISNUMBER({0}),{1}),\"\",{2}),\"\")", x, mixed, clean);
  const auto word = [&](int at) {
    return fmt::format("TRIM(MID(SUBSTITUTE({},\".\",REPT(\" \",20)),{},20))", cells[0], at * 20 + 1);
  };
  const std::string year_first = fmt::format("AND(MID({0},6,1)=\".\",ISERROR(FIND(\".\",MID({0},2,4))))", cells[0]);
  const std::string second =
      fmt::format("IFERROR(DATE(IF({0},{1},{3}),{2},IF({0},{3},{1})),0)", year_first, word(1), word(2), word(3));
  const Days days = days_of(input);
  const std::string third = fmt::format(
      "IFERROR(IF(ISNUMBER({x}),{number},IF(AND({day}>={low},{day}<={high},OR({text}=\".\"&DAY({day})&\".\"&MONTH({day}"
      ")"
      "&\".\"&YEAR({day}),{text}=\".\"&YEAR({day})&\".\"&MONTH({day})&\".\"&DAY({day}))),0,IF(LEN({x})=0,0,1))),1)",
      fmt::arg("x", x), fmt::arg("number", is_wrong_number_of_day(x, days)), fmt::arg("day", cells[1]),
      fmt::arg("low", days.low), fmt::arg("high", days.high), fmt::arg("text", cells[0]));
  return {{first, true, false}, {second, false, false}, {third, false, false}};
}

// LibreOffice makes no dates of several lines at once, so the days of the month are counted.
std::string is_day_of_month(const std::string& day, const std::string& month, const std::string& leap) {
  const std::string shorter = fmt::format("(({0}=4)+({0}=6)+({0}=9)+({0}=11)+({0}=2)*(3-{1}))", month, leap);
  return fmt::format("({1}>=1)*({1}<=12)*({0}>=1)*({0}<=31-{2})", day, month, shorter);
}

// A text of one of the lines: «dd.mm.yyyy» only, for a line has no steps.
std::string is_written_date(const std::string& x) {
  const std::string year = fmt::format("VALUE(MID({},7,4))", x);
  const std::string leap = fmt::format("(MOD({0},4)=0)*(((MOD({0},100)<>0)+(MOD({0},400)=0))>0)", year);
  return fmt::format("(LEN({0})=10)*(MID({0},3,1)=\".\")*(MID({0},6,1)=\".\")*{1}*({2}>=1900)", x,
                     is_day_of_month(fmt::format("VALUE(MID({},1,2))", x), fmt::format("VALUE(MID({},4,2))", x), leap),
                     year);
}

// A sum over the twelve digits of each line, by their weights. What is no digit makes it large.
std::string sum_of_digits(const std::string& x, const std::string& weights) {
  return fmt::format("MMULT(IFERROR(FIND(MID({},{{1,2,3,4,5,6,7,8,9,10,11,12}},1),\"0123456789\")-1,999),{{{}}})", x,
                     weights);
}

// As is_right_formula judges one identifier of twelve digits; formulas of digits one by one would be too long.
std::string is_line_of_digits(const std::string& line, bool person) {
  const std::string x = fmt::format("SUBSTITUTE({},\" \",\"\")", line);
  const auto sum = [&](const char* weights) { return sum_of_digits(x, weights); };
  const std::string first = fmt::format("MOD({},11)", sum("1;2;3;4;5;6;7;8;9;10;11;0"));
  const std::string second = fmt::format("MOD({},11)", sum("3;4;5;6;7;8;9;10;11;1;2;0"));
  const std::string check = fmt::format("(LEN({0})=12)*({1}<999)*(IF({2}<10,{2},{3})={4})", x,
                                        sum("1;1;1;1;1;1;1;1;1;1;1;1"), first, second, sum("0;0;0;0;0;0;0;0;0;0;0;1"));
  const std::string month = sum("0;0;10;1;0;0;0;0;0;0;0;0");
  const std::string fifth = sum("0;0;0;0;1;0;0;0;0;0;0;0");
  if (!person) {
    return fmt::format("{0}*({1}>=1)*({1}<=12)*({2}>=4)*({2}<=6)*({3}<=3)", check, month, fifth,
                       sum("0;0;0;0;0;1;0;0;0;0;0;0"));
  }
  const std::string year = sum("10;1;0;0;0;0;0;0;0;0;0;0");
  const std::string century = sum("0;0;0;0;0;0;1;0;0;0;0;0");
  const std::string leap = fmt::format("(MOD({0},4)=0)*((({0}>0)+({1}>4))>0)", year, century);
  return fmt::format("{0}*({1}>=3)*({1}<=6)*{2}", check, century,
                     is_day_of_month(sum("0;0;0;0;10;1;0;0;0;0;0;0"), month, leap));
}

std::string is_right_line(const std::string& line, const document::InputSpec& input, const std::string& list) {
  if (input.accepted.labelled) {
    const std::string label = fmt::format("TRIM(LEFT({0},FIND(\":\",{0})-1))", line);
    std::string date = fmt::format("TRIM(MID({0},FIND(\":\",{0})+1,40))", line);
    date = fmt::format("SUBSTITUTE({},\"{}\",\"\")", date, report::kDateTails.front());
    return (list.empty() ? "(LEN(" + label + ")>0)" : is_of_list_formula(label, list)) + "*" + is_written_date(date);
  }
  const bool person = input.accepted.line == ColumnType::iin;
  if (person || input.accepted.line == ColumnType::bin) return is_line_of_digits(line, person);
  if (input.accepted.line == ColumnType::choice) return is_of_list_formula(line, list);
  if (input.accepted.line == ColumnType::date) return is_written_date(line);
  document::InputSpec one = input;
  one.multiple = false;
  one.type = input.accepted.line;
  one.accepted.words.clear();
  return is_right_formula(line, one, {});
}

// The text as a formula's literal; its line ends are CHAR(10).
std::string literal_of_lines(const std::string& text) {
  return replace_all(literal_formula(text), "\n", "\"&CHAR(10)&\"");
}

std::vector<std::string> marks_between(const document::InputSpec& input) {
  std::vector<std::string> out{",", ";", "/"};
  for (const std::string_view word : report::kBetweenChoices)
    out.push_back(" " + folded_word(std::string(word), input) + " ");
  return out;
}

// What stands between two choices (report/read/choice_line.cpp) becomes two line ends.
std::string choices_in_lines(std::string out, const document::InputSpec& input) {
  for (const std::string& mark : marks_between(input))
    out = fmt::format("SUBSTITUTE({},\"{}\",CHAR(10)&CHAR(10))", out, mark);
  return fmt::format("SUBSTITUTE(SUBSTITUTE({},\" \"&CHAR(10),CHAR(10)),CHAR(10)&\" \",CHAR(10))", out);
}

// Titles that are divided in the same way are found whole in `lines`, and taken away: as many in one step as Excel
// nests.
std::vector<JudgeStep> steps_of_divided_titles(const document::InputSpec& input,
                                               const std::vector<std::string>& cells) {
  constexpr int kNested = 20;
  std::vector<JudgeStep> out;
  int nested = kNested;
  for (const std::string& word : list_words(input)) {
    std::string lines = word;
    for (const std::string& mark : marks_between(input)) lines = replace_all(lines, mark, "\n\n");
    lines = replace_all(replace_all(lines, " \n", "\n"), "\n ", "\n");
    if (lines == word) continue;
    const std::string found = literal_of_lines("\n" + lines + "\n");
    if (nested++ == kNested || out.back().formula.size() + found.size() > kFormulaLimit) {
      if (out.size() + 2 == cells.size()) return {};
      out.push_back({cells[out.size()], true, false});
      nested = 1;
    }
    out.back().formula = fmt::format("SUBSTITUTE({},{},CHAR(10))", out.back().formula, found);
  }
  return out;
}

// A number that the reader does not take in such a line.
std::string is_wrong_number(const std::string& x, const document::InputSpec& input) {
  document::InputSpec one = input;
  one.type = input.accepted.line;
  if (one.type == ColumnType::date) return is_wrong_number_of_day(x, days_of(one)) + "=1";
  return number_factor_formula(x, one, "esep_general") + "=0";
}

std::string lines_of(const std::string& x, const document::InputSpec& input) {
  std::string text = fmt::format("SUBSTITUTE({},CHAR(13),\"\")", x);
  const ColumnType type = input.accepted.line;
  if (type == ColumnType::date && !input.accepted.labelled)
    text = fmt::format("IF(ISNUMBER({0}),RIGHT(\"0\"&DAY({0}),2)&\".\"&RIGHT(\"0\"&MONTH({0}),2)&\".\"&YEAR({0}),{1})",
                       x, text);
  if ((type == ColumnType::date && !input.accepted.labelled) || form::is_numeric_type(type))
    text = fmt::format("IF(ISNUMBER({0}),IF({1},\"?\",{2}),{2})", x, is_wrong_number(x, input), text);
  if (type == ColumnType::iin || type == ColumnType::bin)
    text = fmt::format("IF(ISNUMBER({0}),TEXT({0},\"000000000000\"),{1})", x, text);
  const bool listed = input.accepted.line == ColumnType::choice || !input.accepted.words.empty();
  if (listed) text = folded_lines_formula(text, input);
  if (input.accepted.line == ColumnType::choice) return choices_in_lines("CHAR(10)&" + text + "&CHAR(10)", input);
  if (input.accepted.line != ColumnType::text || input.accepted.labelled)
    text = fmt::format("SUBSTITUTE({},\";\",CHAR(10))", text);
  return "CHAR(10)&" + text + "&CHAR(10)";
}

// First the lines, each between line ends; last, how many of them are wrong.
std::vector<JudgeStep> steps_of_lines(const std::string& x, const document::InputSpec& input, const std::string& list,
                                      const std::vector<std::string>& cells) {
  std::vector<JudgeStep> out{{fmt::format("IFERROR({},CHAR(10))", lines_of(x, input)), true, false}};
  if (input.accepted.line == ColumnType::choice && !input.accepted.labelled) {
    for (JudgeStep& step : steps_of_divided_titles(input, cells)) out.push_back(std::move(step));
  }
  const std::string& lines = cells[out.size() - 1];
  const std::string places = fmt::format("ROW(INDEX($A:$A,1):INDEX($A:$A,LEN({})))", lines);
  const std::string line = fmt::format("TRIM(MID({0},{1}+1,FIND(CHAR(10),{0}&CHAR(10),{1}+1)-{1}-1))", lines, places);
  const std::string formula =
      fmt::format("IFERROR(SUM(IF(MID({},{},1)=CHAR(10),IF(LEN({})=0,0,1-IFERROR(1*{},0)),0)),1)", lines, places, line,
                  is_right_line(line, input, list));
  if (formula.size() > kFormulaLimit) return {};
  out.push_back({formula, false, true});
  return out;
}

}  // namespace

std::vector<std::string> list_words(const document::InputSpec& input) {
  std::vector<std::string> out;
  for (const std::string& word : input.accepted.words.empty() ? input.choices : input.accepted.words) {
    std::string folded = folded_word(word, input);
    if (std::find(out.begin(), out.end(), folded) == out.end()) out.push_back(std::move(folded));
  }
  return out;
}

std::vector<JudgeStep> judge_steps(const std::string& x, const document::InputSpec& input, const std::string& list,
                                   const std::vector<std::string>& cells) {
  if (input.multiple) return steps_of_lines(x, input, list, cells);
  return input.type == ColumnType::date ? steps_of_date(x, input, cells) : std::vector<JudgeStep>();
}

}  // namespace esep::xlsx
