// SPDX-License-Identifier: MIT
#include "report/read/parse_cell.h"

#include <algorithm>

#include "base/character_kind.h"
#include "base/letters_for_digits.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "font/printable.h"
#include "form/identifier.h"
#include "report/read/choice_line.h"
#include "report/read/labelled_date.h"
#include "report/read/parse_date.h"
#include "report/read/parse_number.h"
#include "report/read/shown_cell.h"
#include "report/read/taken_words.h"

namespace esep::report {
namespace {

using form::ColumnType;
using form::Value;
using form::ValueSpec;

constexpr int kExcelTextLimit = 32000;

// A received cell is read as people mean it; a text of our own as it stands.
enum class Origin { received, own };

struct Reader {
  const ValueSpec& column;
  const GridCell& cell;
  DateSystem dates;
  ParsedCell out;
  Origin origin = Origin::received;

  void fail(std::string code, Message::Args args = {}, Severity severity = Severity::error) {
    args.emplace_back("value", cut_short(cell.text, 200));
    args.emplace_back("title", column.title.text);
    Message message(code, std::move(args));
    out.problems.push_back({std::move(code), std::move(message), severity});
  }
};

// `reads`: whether the text is a value of this kind. One that is, but for letters that look like digits, has its own
// sentence.
void fail_typed(Reader& in, const char* code, const std::string& text, const auto& reads, Message::Args args = {}) {
  in.fail(code, std::move(args));
  const auto meant = in.cell.kind == CellKind::text ? letters_for_digits(text) : std::nullopt;
  if (!meant || !reads(meant->suggestion)) return;
  in.out.problems.back().message = {"IDENT-LETTER-FOR-DIGIT",
                                    {{"title", in.column.title.text},
                                     {"value", cut_short(text, 200)},
                                     {"letters", meant->letters},
                                     {"suggestion", meant->suggestion}}};
}

// A date or a time where a number belongs: the cell shows one thing and holds another.
void fail_dated(Reader& in, const char* code) {
  const std::string shown = in.cell.shown ? *in.cell.shown : seen_text(in.cell, in.dates);
  in.fail(code, {{"shown", shown}});
  if (shown != in.cell.text) in.out.problems.back().message.key = "NUMBER-AS-DATE";
}

bool is_only_space(std::string_view text) {
  const bool plain = !text.empty() && text.front() > ' ' && text.front() < 0x7F;  // the usual cell, without copying it
  return !plain && trim(text).empty();
}

bool is_word_for_none(std::string_view folded) { return std::find(kNone.begin(), kNone.end(), folded) != kNone.end(); }

// Dashes of any length and kind, or – where a text would be a wrong value – a word for "none".
bool is_nothing(const ValueSpec& column, std::string_view text) {
  constexpr size_t kLongest = 40;
  const auto first = static_cast<unsigned char>(text.front());
  const bool plain = first > ' ' && first < 0x80 && first != '-' && first != 'n' && first != 'N';
  if (plain || text.size() > kLongest) return false;
  const std::string word = fold_case(text);
  bool dashes = !word.empty();
  for (size_t pos = 0; pos < word.size();) {
    const char32_t cp = next_code_point(word, pos);
    dashes = dashes && (cp == U'-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == U' ');
  }
  if (dashes) return true;
  // In a required cell the word is a wrong value, and its finding says how to write a right one.
  const bool takes_words = column.type == ColumnType::text || column.type == ColumnType::yes_no || column.required;
  return !takes_words && is_word_for_none(word);
}

void read_text(Reader& in, std::string text) {
  const size_t limit = static_cast<size_t>(in.column.max_length > 0 ? in.column.max_length : kExcelTextLimit);
  // A text has at most as many graphemes as bytes, so most texts need no counting.
  if (text.size() > limit) {
    if (const size_t length = count_graphemes(text); length > limit) {
      in.fail("CELL-TEXT-TOO-LONG", {{"length", std::to_string(length)}, {"limit", std::to_string(limit)}});
      return;
    }
  }
  in.out.value = std::move(text);
}

// A typed number that people read in another way than as the column's number.
bool is_doubtful(Reader& in, const char* code, const std::string& canonical) {
  constexpr int kHundredths = 2;
  if (in.column.type == ColumnType::percent) return false;
  const auto readings = in.column.scale <= kHundredths ? two_readings(canonical) : std::nullopt;
  const bool percent = trim(in.cell.text).ends_with('%');
  if (!percent && !readings) return false;
  in.fail(code, percent ? Message::Args{} : Message::Args{{"small", readings->small}, {"large", readings->large}});
  in.out.problems.back().message.key = percent ? "NUMBER-WITH-PERCENT" : "NUMBER-TWO-READINGS";
  return true;
}

std::optional<Decimal> read_decimal(Reader& in, const char* code) {
  const bool is_number = in.cell.kind == CellKind::number;
  if (is_number && in.cell.format != CellFormat::general && in.cell.format != CellFormat::number &&
      in.cell.format != CellFormat::percent && in.cell.format != CellFormat::text) {
    fail_dated(in, code);
    return std::nullopt;
  }
  const auto canonical = is_number ? std::optional<std::string>(in.cell.text) : canonical_number(in.cell.text);
  if (!canonical) {
    fail_typed(in, code, in.cell.text, canonical_number);
    return std::nullopt;
  }
  if (!is_number && in.origin == Origin::received && is_doubtful(in, code, *canonical)) return std::nullopt;
  auto value = Decimal::parse(*canonical);
  const bool large = !value && is_too_large_number(*canonical);
  if (is_number && in.cell.format == CellFormat::percent && in.column.type == ColumnType::percent && value) {
    value = checked_mul(*value, Decimal::from_units(100 * Decimal::kUnit));
  }
  if (!value) {
    in.fail("CELL-SCALE", {{"scale", std::to_string(in.column.scale)}});
    if (large) in.out.problems.back().message.key = "NUMBER-LARGE";
  }
  return value;
}

void read_number(Reader& in) {
  if (in.column.type == ColumnType::integer) {
    const auto value = read_decimal(in, "CELL-INTEGER");
    if (!value) return;
    if (const auto whole = value->to_integer()) {
      in.out.value = *whole;
    } else {
      in.fail("CELL-INTEGER");
    }
    return;
  }
  const char* code = in.column.type == ColumnType::money     ? "CELL-MONEY"
                     : in.column.type == ColumnType::percent ? "CELL-PERCENT"
                                                             : "CELL-DECIMAL";
  const auto value = read_decimal(in, code);
  if (!value) return;
  if (value->places() > in.column.scale) {
    in.fail("CELL-SCALE", {{"scale", std::to_string(in.column.scale)}});
    return;
  }
  in.out.value = *value;
}

std::optional<calendar::Date> read_received_date(const std::string& received) {
  const std::string text = without_from(received);
  const auto typed = parse_typed_date(text);
  return typed ? typed : parse_worded_date(text);
}

std::optional<calendar::Date> read_date(const Reader& in) {
  if (in.cell.kind == CellKind::number) return likely_day(in.cell, in.dates);
  return in.origin == Origin::own ? parse_typed_date(in.cell.text) : read_received_date(in.cell.text);
}

void read_identifier(Reader& in, const char* code) {
  std::string text = squeeze_spaces(in.cell.text);
  // An address without its spaces is another address; identifiers are printed in groups.
  if (in.column.type == ColumnType::url && text.find(' ') != std::string::npos) {
    in.fail(code);
    in.out.problems.back().message.key =
        text.find("://") != text.rfind("://") ? "IDENT-URL-SEVERAL" : "IDENT-URL-SPACE";
    return;
  }
  if (in.column.type == ColumnType::url && is_word_for_none(fold_case(text))) {
    in.fail(code);
    in.out.problems.back().message.key = "IDENT-URL-NONE";
    return;
  }
  std::erase(text, ' ');
  // Excel drops the leading zeros of a number; twelve digits with a right check digit are certain.
  const bool digits_only = in.column.type == ColumnType::iin || in.column.type == ColumnType::bin;
  if (digits_only && in.cell.kind == CellKind::number && text.size() < 12) text.insert(0, 12 - text.size(), '0');
  auto problem =
      in.column.type == ColumnType::url ? form::check_url(text) : form::check_identifier(in.column.type, text);
  if (!problem) {
    in.out.value = std::move(text);
    return;
  }
  in.fail(code);
  // The code says which identifier is wrong, the sentence says how.
  Message& said = in.out.problems.back().message;
  said.key = std::move(problem->key);
  said.args.front().second = cut_short(text, 200);  // without blanks, as it was judged
  for (auto& arg : problem->args) said.args.push_back(std::move(arg));
}

void read_choice(Reader& in) {
  if (const auto* choice = find_choice(in.column, seen_text(in.cell, in.dates))) {
    in.out.value = choice->id;
  } else {
    in.fail("CELL-CHOICE", {{"choices", choice_titles(in.column)}});
    if (in.column.multiple) in.out.problems.back().message.key = "CHOICE-SEVERAL";
  }
}

void read_yes_no(Reader& in) {
  const std::string word = fold_case(in.cell.text);
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) in.out.value = true;
  if (std::find(kNo.begin(), kNo.end(), word) != kNo.end()) in.out.value = false;
  if (form::is_blank(in.out.value)) in.fail("CELL-YES-NO");
}

void read_labelled_dates(Reader& in) {
  std::vector<std::string> lines;
  std::string text = in.cell.text;
  std::replace(text.begin(), text.end(), ';', '\n');
  for (const std::string& raw : split(text, '\n')) {
    const std::string line = squeeze_spaces(raw);
    if (line.empty()) continue;
    auto parsed = labelled_date(in.column, line);
    if (!parsed) {
      fail_typed(in, "CELL-LABELLED-DATE", line,
                 [&](const std::string& meant) { return labelled_date(in.column, meant).has_value(); },
                 {{"line", line}, {"choices", choice_titles(in.column)}});
      return;
    }
    lines.push_back(std::move(*parsed));
  }
  in.out.value = join(lines, "\n");
}

void read_single(Reader& in) {
  switch (in.column.type) {
    case ColumnType::text:
      return read_text(in, seen_text(in.cell, in.dates));
    case ColumnType::integer:
    case ColumnType::decimal:
    case ColumnType::money:
    case ColumnType::percent:
      return read_number(in);
    case ColumnType::date:
      if (const auto date = read_date(in)) {
        in.out.value = *date;
        if (in.cell.kind == CellKind::text && has_two_readings(without_from(in.cell.text)))
          in.fail("CELL-DATE-ORDER", {{"date", date->dotted()}}, Severity::warning);
      } else {
        fail_typed(in, "CELL-DATE", in.cell.text, [](const std::string& meant) { return read_received_date(meant); });
      }
      return;
    case ColumnType::choice:
      return read_choice(in);
    case ColumnType::yes_no:
      return read_yes_no(in);
    case ColumnType::url:
      return read_identifier(in, "CELL-URL");
    case ColumnType::iin:
      return read_identifier(in, "CELL-IIN");
    case ColumnType::bin:
      return read_identifier(in, "CELL-BIN");
    case ColumnType::bic:
      return read_identifier(in, "CELL-BIC");
    case ColumnType::vin:
      return read_identifier(in, "CELL-VIN");
  }
}

// The same choice twice in a cell is kept once.
void drop_twice(Reader& in, std::vector<std::string>& ids) {
  std::vector<std::string> once;
  for (const std::string& id : ids) {
    if (std::find(once.begin(), once.end(), id) == once.end()) {
      once.push_back(id);
    } else {
      const form::Choice* choice = find_choice(in.column, id);
      in.fail("CELL-CHOICE-TWICE", {{"choice", choice->title}}, Severity::warning);
    }
  }
  ids = std::move(once);
}

bool is_of_shaped_script(char32_t cp) { return kind_of(cp) == CharacterKind::shaped; }

bool is_dash(const ValueSpec& column, const GridCell& cell) {
  return cell.kind == CellKind::text && is_nothing(column, cell.text) && find_choice(column, cell.text) == nullptr;
}

// Several values in one cell, one per line (or behind `;`): each is read by itself, kept as canonical lines.
void read_multiple(Reader& in) {
  std::vector<std::string> lines;
  std::string text = in.cell.text;
  const bool of_choices = in.column.type == ColumnType::choice;
  if (in.column.type != ColumnType::text && !of_choices) std::replace(text.begin(), text.end(), ';', '\n');
  std::vector<std::string> values;
  for (const std::string& line : split(text, '\n')) {
    const auto parts = of_choices ? choice_parts(in.column, trim(line)) : std::vector<std::string>{trim(line)};
    values.insert(values.end(), parts.begin(), parts.end());
  }
  for (std::string& value : values) {
    GridCell part = in.cell;
    part.text = std::move(value);
    if (part.text.empty()) continue;
    Reader one{in.column, part, in.dates, {}};
    read_single(one);
    for (auto& problem : one.out.problems) in.out.problems.push_back(std::move(problem));
    lines.push_back(form::canonical_text(one.out.value));
  }
  if (!in.out.problems.empty()) return;
  if (of_choices) drop_twice(in, lines);
  in.out.value = join(lines, "\n");
}

ParsedCell parse(const ValueSpec& column, const GridCell& cell, DateSystem dates, Origin origin) {
  Reader in{column, cell, dates, {}, origin};
  if (cell.kind == CellKind::error) {
    in.fail("CELL-ERROR-VALUE");
  } else if (cell.formula_without_value) {
    in.fail("CELL-FORMULA");
  } else if (!is_valid_utf8(cell.text)) {
    GridCell scrubbed = cell;
    scrubbed.text = scrub_utf8(cell.text);
    Reader safe{column, scrubbed, dates, {}};
    safe.fail("CELL-UTF8");
    return safe.out;
  } else if (cell.kind == CellKind::blank || is_only_space(cell.text)) {
    return in.out;
  } else if (origin == Origin::received && is_dash(column, cell)) {
    in.out.dash = true;
    if (is_word_for_none(fold_case(cell.text))) in.out.word = cell.text;
    return in.out;
  } else if (column.pattern == form::LinePattern::labelled_date) {
    read_labelled_dates(in);
  } else if (column.multiple && cell.kind == CellKind::text) {
    read_multiple(in);
  } else {
    read_single(in);
  }
  if (in.out.has_error()) in.out.value = std::monostate{};
  return std::move(in.out);
}

}  // namespace

bool ParsedCell::has_error() const {
  return std::any_of(problems.begin(), problems.end(),
                     [](const CellProblem& p) { return p.severity == Severity::error; });
}

ParsedCell parse_cell(const ValueSpec& column, const GridCell& cell, DateSystem dates) {
  const bool is_text = cell.kind == CellKind::text && !cell.formula_without_value && is_valid_utf8(cell.text);
  const bool replaced = is_text && has_replaced_letters(cell.text);
  const bool rare = is_text && (replaced || may_need_cleaning(cell.text) || cell.text.find('?') != std::string::npos ||
                                !font::unprintable(cell.text).empty());
  if (!rare) {
    ParsedCell out = parse(column, cell, dates, Origin::received);
    judge_shown(column, cell, out);
    return out;
  }
  if (replaced || (column.type != ColumnType::url && has_lost_letters(cell.text))) {
    Reader lost{column, cell, dates, {}};
    lost.fail("CELL-LETTERS-LOST");
    if (replaced) lost.out.problems.back().message.key = "LETTERS-REPLACED";
    return lost.out;
  }
  GridCell clean = cell;
  const std::string visible = drop_invisible(cell.text);
  clean.text = to_nfc(visible);
  if (const std::u32string characters = font::unprintable(clean.text); !characters.empty()) {
    Reader unprinted{column, clean, dates, {}};
    const bool of_script = std::any_of(characters.begin(), characters.end(), is_of_shaped_script);
    unprinted.fail(of_script ? "CELL-SCRIPT" : "CELL-CHARACTER", {{"characters", font::named(characters)}});
    return unprinted.out;
  }
  ParsedCell out = parse(column, clean, dates, Origin::received);
  if (visible.size() < cell.text.size()) {
    Message note("CELL-INVISIBLE", {{"title", column.title.text}});
    out.problems.push_back({"CELL-INVISIBLE", std::move(note), Severity::info});
  }
  judge_shown(column, cell, out);
  return out;
}

ParsedCell parse_typed(const ValueSpec& column, std::string_view typed) {
  GridCell cell;
  cell.kind = typed.empty() ? CellKind::blank : CellKind::text;
  cell.text = std::string(typed);
  return parse(column, cell, DateSystem::from_1900, Origin::own);
}

}  // namespace esep::report
