// SPDX-License-Identifier: MIT
#include "report/read/shown_cell.h"

#include <algorithm>

#include "form/shown_value.h"
#include "report/read/parse_number.h"

namespace esep::report {
namespace {

using form::ColumnType;

constexpr const char* kPart = "CELL-SHOWN-PART";

bool is_identifier(ColumnType type) {
  return type == ColumnType::iin || type == ColumnType::bin || type == ColumnType::bic || type == ColumnType::vin;
}

// The digits of an identifier, in groups or with leading zeros.
bool shows_digits(const form::ValueSpec& column, const GridCell& cell, const form::Value& value) {
  if (!is_identifier(column.type)) return false;
  std::string digits = *cell.shown;
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits == cell.text || digits == form::canonical_text(value);
}

// The digits of a number in a text column, as phones are shown: with brackets, dashes and blanks.
std::string digits_of_text(const form::ValueSpec& column, const GridCell& cell) {
  const bool number = column.type == ColumnType::text && cell.kind == CellKind::number && !cell.shown->empty();
  const bool plain = number && cell.shown->find_first_not_of("0123456789()+- ") == std::string::npos;
  std::string digits = *cell.shown;
  if (!plain || digits.front() == '-' || digits.back() == ')') return "";
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits;
}

// A long number may be written in groups; a short one, or one with further digits, is another text.
bool shows_more(const std::string& digits, const GridCell& cell) {
  constexpr size_t kPhone = 6;
  return digits.ends_with(cell.text) && (digits.size() > cell.text.size() || digits.size() < kPhone);
}

Look look_of(const form::ValueSpec& column, const GridCell& cell, const form::Value& value) {
  if (const std::string digits = digits_of_text(column, cell); digits.ends_with(cell.text))
    return shows_more(digits, cell) ? Look::part : Look::same;
  const bool percent = cell.shown->find('%') != std::string::npos;
  if (cell.look != Look::same) return shows_digits(column, cell, value) ? Look::same : cell.look;
  if (!percent || column.type == ColumnType::percent) return Look::same;
  // «45 %» of 45 is at least the same number; of 0.45 it is another one.
  return cell.format == CellFormat::percent ? Look::other : Look::part;
}

// Behind this sign a person reads letters and digits from the right to the left.
bool is_turned(const GridCell& cell) { return cell.text.find("\u202E") != std::string::npos; }

void judge_order(const form::ValueSpec& column, const GridCell& cell, ParsedCell& parsed) {
  if (!is_turned(cell)) return;
  std::erase_if(parsed.problems, [](const CellProblem& one) { return one.code == "CELL-INVISIBLE"; });
  Message message("SHOWN-TURNED", {{"title", column.title.text}, {"value", form::shown_texts(column, parsed.value)}});
  parsed.problems.push_back({"CELL-SHOWN", std::move(message)});
  parsed.value = std::monostate{};
}

// A sign of a footnote was read as a digit, or characters that a person does not read. HiddenParts names texts.
void judge_marks(const form::ValueSpec& column, const CellMarks& marks, ParsedCell& parsed) {
  if (!marks.raised && !marks.partly) return;
  Message message(marks.raised ? "SHOWN-RAISED" : "SHOWN-PARTLY",
                  {{"title", column.title.text}, {"value", form::shown_texts(column, parsed.value)}});
  parsed.problems.push_back({"CELL-SHOWN", std::move(message)});
  parsed.value = std::monostate{};
}

bool is_of_days(const GridCell& cell) {
  return cell.format == CellFormat::date || cell.format == CellFormat::date_time;
}

// A day of which a person sees the number: the cell has lost the format of a date.
void judge_serial(const form::ValueSpec& column, const GridCell& cell, ParsedCell& parsed) {
  if (column.type != ColumnType::date || cell.kind != CellKind::number || is_of_days(cell)) return;
  Message message(
      "SHOWN-SERIAL",
      {{"title", column.title.text}, {"shown", cell.text}, {"value", form::shown_texts(column, parsed.value)}});
  parsed.problems.push_back({kPart, std::move(message), Severity::warning});
}

// What shows another value than `GridCell::text`. The cure of a date is the format of a date.
const char* other_key(const form::ValueSpec& column, const GridCell& cell) {
  const bool day = column.type == ColumnType::date || is_of_days(cell);
  if (day && *cell.shown == kOtherCalendar) return "SHOWN-CALENDAR";
  if (cell.shown->empty()) return day ? "SHOWN-EMPTY-DATE" : "SHOWN-EMPTY";
  return day ? "SHOWN-DATE" : "CELL-SHOWN";
}

}  // namespace

void judge_shown(const form::ValueSpec& column, const GridCell& cell, ParsedCell& parsed) {
  if (parsed.has_error() || form::is_blank(parsed.value)) return;
  judge_order(column, cell, parsed);
  if (parsed.has_error()) return;
  if (column.type != ColumnType::text) judge_marks(column, cell.marks, parsed);
  if (parsed.has_error()) return;
  if (!cell.shown) return judge_serial(column, cell, parsed);
  const Look look = look_of(column, cell, parsed.value);
  if (look == Look::same) return;
  Message::Args args{
      {"title", column.title.text}, {"shown", *cell.shown}, {"value", form::shown_texts(column, parsed.value)}};
  if (look == Look::part) {
    const bool more = shows_more(digits_of_text(column, cell), cell);
    Message message(cell.shown->empty() ? "SHOWN-NO-ZERO" : more ? "SHOWN-MORE" : kPart, std::move(args));
    parsed.problems.push_back({kPart, std::move(message), Severity::warning});
    return;
  }
  Message message(other_key(column, cell), std::move(args));
  parsed.problems.push_back({"CELL-SHOWN", std::move(message)});
  parsed.value = std::monostate{};
}

GridCell without_unit(GridCell cell, const Units& wanted) {
  if (wanted.empty() || !cell.shown || cell.look != Look::other || cell.kind != CellKind::number) return cell;
  const Units shown = units_in(*cell.shown);
  if (shown.empty() || !std::includes(wanted.begin(), wanted.end(), shown.begin(), shown.end())) return cell;
  const size_t end = cell.shown->find_last_of("0123456789");
  const auto number = end == std::string::npos ? std::nullopt : canonical_number(cell.shown->substr(0, end + 1));
  if (!number || Decimal::parse(*number) != Decimal::parse(cell.text)) return cell;
  cell.look = Look::same;
  cell.shown.reset();
  return cell;
}

std::optional<CellProblem> unit_doubt(const form::ValueSpec& column, const GridCell& cell, const form::Value& value,
                                      const Units& wanted) {
  if (wanted.empty() || form::is_blank(value) || !form::is_numeric_type(column.type)) return std::nullopt;
  const std::string& shown = cell.shown ? *cell.shown : cell.text;
  if (!names_tenge(shown) || !units_in(shown).empty()) return std::nullopt;
  Message message("SHOWN-UNIT",
                  {{"title", column.title.text}, {"shown", shown}, {"value", form::shown_texts(column, value)}});
  return CellProblem{kPart, std::move(message), Severity::warning};
}

ShownParts::ShownParts(const form::FormDefinition& form) {
  for (const form::Column& column : form.columns) units_.push_back(wanted_units(form, column));
}

bool ShownParts::take(size_t column, int row, std::string cell, const CellProblem& problem) {
  constexpr int kMostPlaces = 5;
  if (problem.code != kPart) return false;
  Part& part = parts_[column];
  if (++part.count == 1) {
    part.row = row;
    part.problem = problem;
  } else if (part.count <= kMostPlaces + 1) {
    part.further += (part.further.empty() ? "" : ", ") + std::move(cell);
  } else if (part.count == kMostPlaces + 2) {
    part.further += " …";
  }
  return true;
}

std::vector<ShownParts::Gathered> ShownParts::gathered() const {
  std::vector<Gathered> out;
  for (const auto& [column, part] : parts_) {
    Gathered one{column, part.row, part.problem};
    if (part.count > 1) {
      Message& message = one.problem.message;
      message.key = message.key == kPart            ? "SHOWN-IN-PARTS"
                    : message.key == "SHOWN-MORE"   ? "SHOWN-MORE-MANY"
                    : message.key == "SHOWN-UNIT"   ? "SHOWN-UNIT-MANY"
                    : message.key == "SHOWN-SERIAL" ? "SHOWN-SERIALS"
                                                    : "SHOWN-NO-ZEROS";
      message.args.emplace_back("count", std::to_string(part.count - 1));
      message.args.emplace_back("cells", part.further);
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace esep::report
