// SPDX-License-Identifier: MIT
#include "xlsx/check_formula.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/text.h"
#include "report/read/taken_words.h"
#include "xlsx/cell_text.h"
#include "xlsx/folded_formula.h"

namespace esep::xlsx {
namespace {

using form::ColumnType;

constexpr const char* kLatin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr const char* kLatinOrDigit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr const char* kVin = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

std::string without(const std::string& x, const std::string& part) {
  return fmt::format("SUBSTITUTE({},\"{}\",\"\")", x, part);
}

std::string number_limit(const form::Value& value, const char* fallback) {
  if (const auto* number = std::get_if<Decimal>(&value)) return number->to_string();
  if (const auto* whole = std::get_if<int64_t>(&value)) return std::to_string(*whole);
  return fallback;
}

// A text of digits counts if the program writes the number in the same way.
std::string is_number(const std::string& x, const document::InputSpec& input, const std::string& factor) {
  const int scale = input.type == ColumnType::integer ? 0 : input.scale;
  const std::string plain = fmt::format("ISNUMBER({0})*(1-ISLOGICAL({0}))", x);
  const std::string typed = fmt::format("ISTEXT({0})*IFERROR((\"\"&VALUE({0})={0})*ISERROR(SEARCH(\"E\",{0})),0)", x);
  return fmt::format(
      "(({0}+{1})>0)*({2}>0)*(ROUND(VALUE({3})*{2},{4})=VALUE({3})*{2})*(VALUE({3})*{2}>={5})*(VALUE({3})*{2}<={6})",
      plain, typed, factor, x, scale, number_limit(input.min, "-922337203685477"),
      number_limit(input.max, "922337203685477"));
}

std::string is_of_letters(const std::string& text, int first, int last, const char* letters) {
  std::string out;
  for (int i = first; i <= last; ++i)
    out += fmt::format("{}ISNUMBER(FIND(MID({},{},1),\"{}\"))", out.empty() ? "" : "*", text, i, letters);
  return out;
}

// Twelve digits with their check digit; a number may have lost its leading zeros.
std::string is_twelve_digits(const std::string& x, bool person) {
  const std::string t = without(fmt::format("TEXT({},\"000000000000\")", x), " ");
  const auto digit = [&](int at) { return fmt::format("MID({},{},1)", t, at); };
  const auto weighed = [&](int shift) {
    std::string sum;
    for (int i = 0; i < 11; ++i) sum += fmt::format("{}{}*{}", i == 0 ? "" : "+", digit(i + 1), (i + shift) % 11 + 1);
    return "MOD(" + sum + ",11)";
  };
  const std::string length = fmt::format("(LEN({})=12)", t);
  const std::string check = fmt::format("(IF({0}<10,{0},{1})=VALUE({2}))", weighed(0), weighed(2), digit(12));
  if (!person) {
    return fmt::format(
        "{0}*(VALUE(MID({1},3,2))>=1)*(VALUE(MID({1},3,2))<=12)*(VALUE({2})>=4)*(VALUE({2})<=6)*"
        "(VALUE({3})<=3)*{4}",
        length, t, digit(5), digit(6), check);
  }
  const std::string born =
      fmt::format("DATE(1800+INT((VALUE({0})-1)/2)*100+VALUE(MID({1},1,2)),MID({1},3,2),MID({1},5,2))", digit(7), t);
  return fmt::format(
      "{0}*(VALUE({1})>=3)*(VALUE({1})<=6)*(MONTH({2})=VALUE(MID({3},3,2)))*(DAY({2})=VALUE(MID({3},5,2)))*{4}", length,
      digit(7), born, t, check);
}

std::string is_code(const std::string& x, ColumnType type) {
  const std::string t = without(fmt::format("UPPER({})", x), " ");
  if (type == ColumnType::vin) return fmt::format("(LEN({})=17)*{}", t, is_of_letters(t, 1, 17, kVin));
  return fmt::format("((LEN({0})=8)+(LEN({0})=11))*{1}*{2}", t, is_of_letters(t, 1, 6, kLatin),
                     is_of_letters("(" + t + "&\"AAA\")", 7, 11, kLatinOrDigit));
}

// As form::check_url: a scheme, a host of at least two labels, a port.
std::string is_url(const std::string& x) {
  const std::string t = fmt::format("TRIM(SUBSTITUTE({},CHAR(10),\" \"))", x);
  const auto part = [](const std::string& text, const char* mark, int at) {
    return fmt::format("TRIM(MID(SUBSTITUTE({},\"{}\",REPT(\" \",300)),{},300))", text, mark, at * 300 + 1);
  };
  const std::string authority =
      part(fmt::format("SUBSTITUTE(SUBSTITUTE(LEFT({},300),\"?\",\"/\"),\"#\",\"/\")", t), "/", 2);
  const std::string host = part(authority, ":", 0);
  const std::string port = part(authority, ":", 1);
  std::string out = fmt::format("((LEFT(LOWER({0}),7)=\"http://\")+(LEFT(LOWER({0}),8)=\"https://\")>0)", t);
  for (const char* breaker : {"\" \"", "\"\u00A0\"", "\"<\"", "\">\"", "\"\"\"\""})
    out += fmt::format("*ISERROR(FIND({},{}))", breaker, t);
  out += fmt::format("*ISERROR(FIND(\"@\",{}))*ISNUMBER(FIND(\".\",{}))*ISERROR(FIND(\"..\",\".\"&{}&\".\"))",
                     authority, host, host);
  return out + fmt::format("*((ISERROR(FIND(\":\",{}))+IFERROR(1*(\"\"&VALUE({})={}),0))>0)", authority, port, port);
}

// Excel looks for no longer text.
bool is_searchable(const document::InputSpec& input) {
  constexpr size_t kLongest = 200;
  const std::vector<std::string> words = list_words(input);
  return std::all_of(words.begin(), words.end(),
                     [](const std::string& word) { return clip(word, kLongest).size() == word.size(); });
}

bool has_words(const document::InputSpec& input) { return !input.choices.empty() || !input.accepted.words.empty(); }

}  // namespace

// The marks by which a list is searched for a pattern are searched for as they stand.
std::string is_of_list_formula(const std::string& folded, const std::string& list) {
  std::string pattern = folded;
  for (const char* mark : {"~", "*", "?"}) pattern = fmt::format("SUBSTITUTE({},\"{}\",\"~{}\")", pattern, mark, mark);
  return fmt::format("ISNUMBER(MATCH({},{},0))", pattern, list);
}

std::string is_empty_formula(const std::string& x) {
  // No-break and narrow spaces, then dashes of every length.
  constexpr std::array<const char*, 13> kNothing{"\u00A0", "\u2009", "\u202F", "\u200B", "\uFEFF", "-",     "\u2010",
                                                 "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"};
  std::string out = "CLEAN(" + x + ")";
  for (const char* part : kNothing) out = without(out, part);
  return "(LEN(TRIM(" + out + "))=0)";
}

// Excel tells a date by "D"; LibreOffice by "G", which in Excel is the format of an ordinary cell.
std::string number_factor_formula(const std::string& cell, const document::InputSpec& input,
                                  const std::string& general) {
  const char* percentage = input.type == ColumnType::percent ? "100" : "1";
  return fmt::format(
      "IF(ISLOGICAL({0}),0,IF(ISNUMBER({0}),IF(OR(LEFT(CELL(\"format\",{0}))=\"D\",AND(CELL(\"format\",{0})=\"G\",{1}<>"
      "\"G\")),0,"
      "IF(LEFT(CELL(\"format\",{0}))=\"P\",{2},1)),1))",
      cell, general, percentage);
}

std::string is_empty_formula(const std::string& x, const document::InputSpec& input) {
  const ColumnType type = input.accepted.line;
  const bool takes_words = input.required || type == ColumnType::text || type == ColumnType::yes_no;
  if (takes_words) return is_empty_formula(x);
  const std::vector<std::string> listed = list_words(input);
  std::string none = "|";
  for (const std::string_view word : report::kNone) {
    if (std::find(listed.begin(), listed.end(), fold_look_alikes(word)) == listed.end())
      none += std::string(word) + "|";
  }
  return fmt::format("(({}+ISNUMBER(FIND(\"|\"&LOWER(TRIM({}))&\"|\",\"{}\")))>0)", is_empty_formula(x), x, none);
}

std::string is_right_formula(const std::string& x, const document::InputSpec& input, const CheckNames& names) {
  if (!names.judged.empty()) return "(" + names.judged + "=0)";
  if (input.multiple) return "1";
  if (has_words(input) && !is_searchable(input)) return "1";
  if (has_words(input))
    return fmt::format("((ISLOGICAL({0})*{1}+{2})>0)", x, input.type == ColumnType::yes_no ? 1 : 0,
                       is_of_list_formula(folded_formula(x, input), names.list));
  switch (input.type) {
    case ColumnType::integer:
    case ColumnType::decimal:
    case ColumnType::money:
    case ColumnType::percent:
      return is_number(x, input, names.factor);
    case ColumnType::iin:
      return is_twelve_digits(x, true);
    case ColumnType::bin:
      return is_twelve_digits(x, false);
    case ColumnType::bic:
    case ColumnType::vin:
      return is_code(x, input.type);
    case ColumnType::url:
      return is_url(x);
    case ColumnType::text:
      return fmt::format("(LEN({})<={})", x, input.max_length > 0 ? input.max_length : 32000);
    case ColumnType::date:
    case ColumnType::choice:
    case ColumnType::yes_no:
      break;
  }
  return "1";
}

std::string is_bad_formula(const std::string& x, const document::InputSpec& input, const CheckNames& names) {
  return fmt::format("IF(ISERROR({0}),1,IF({1},{2},1-IFERROR(1*{3},0)))", x, is_empty_formula(x, input), names.wanted,
                     is_right_formula(x, input, names));
}

std::string literal_formula(const std::string& text) {
  constexpr size_t kPart = 200;  // of 255
  std::string out;
  for (std::string rest = text; out.empty() || !rest.empty();) {
    const std::string part = clip(rest, kPart);
    rest.erase(0, part.size());
    out += out.empty() ? "\"" : "&\"";
    for (const char c : part) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  return out;
}

}  // namespace esep::xlsx
