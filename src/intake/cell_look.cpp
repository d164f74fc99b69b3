// SPDX-License-Identifier: MIT
#include "intake/cell_look.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "report/read/parse_date.h"

namespace esep::intake {
namespace {

using report::CellKind;
using report::Look;

bool shows_texts_plainly(const FormatSection& section) {
  return section.has(PartKind::text) &&
         std::all_of(section.parts.begin(), section.parts.end(), [](const FormatPart& part) {
           return part.kind == PartKind::text || (part.kind != PartKind::date && words_of(part.text).empty());
         });
}

// Seconds of the day in the part behind the point of a day's number.
int seconds_of(const std::string& fraction) {
  std::string digits = fraction.substr(0, 9);
  digits.append(9 - digits.size(), '0');
  return static_cast<int>((std::stoll(digits) * 86400 + 500'000'000) / 1'000'000'000);
}

report::CellFormat format_of_moment(const FormatSection& section) {
  const auto has = [&](std::string_view letters) {
    return std::any_of(section.parts.begin(), section.parts.end(), [&](const FormatPart& part) {
      const char first = part.text.starts_with('[') ? part.text[1] : part.text.empty() ? ' ' : part.text.front();
      return part.kind == PartKind::date && letters.find(first) != std::string_view::npos;
    });
  };
  const bool day = section.of_system || has("ymdebg"), time = has("hnsa");
  return day ? (time ? report::CellFormat::date_time : report::CellFormat::date) : report::CellFormat::time;
}

size_t most_beside_digits(const NumberSection& section) {
  constexpr size_t kOfDay = 40;  // names of months, zeros before numbers
  size_t out = section.kind == NumberSection::Kind::date ? kOfDay : section.places + section.least + 2;
  for (const FormatPart& part : section.code.parts) out += part.kind == PartKind::percent ? 3 : part.text.size();
  return out;
}

// Most cells of a table: a whole or decimal number under a format that has room for it.
bool fits(const NumberSection& section, const std::string& text) {
  if (section.kind != NumberSection::Kind::number || section.thousands > 0 || section.percent_sign || section.tenge ||
      section.odd_words || section.minus || text.front() == '-' || text.front() == '0')
    return false;
  const size_t point = text.find('.');
  const bool digits = text.find_first_of("eE") == std::string::npos && section.least <= std::min(point, text.size());
  return digits && (point == std::string::npos || text.size() - point - 1 <= section.places);
}

}  // namespace

CellLook::CellLook(std::string_view code) : code_(FormatCode::parse(code)) {
  for (const FormatSection& section : code_.numbers) {
    sections_.push_back(number_section(section));
    beside_ = std::max(beside_, most_beside_digits(sections_.back()));
  }
  plain_texts_ = !code_.text || shows_texts_plainly(*code_.text);
  coloured_ = (code_.text && code_.text->ink) || std::any_of(code_.numbers.begin(), code_.numbers.end(),
                                                             [](const auto& one) { return one.ink.has_value(); });
  hides_ = std::all_of(code_.numbers.begin(), code_.numbers.end(), [](const FormatSection& section) {
    return std::all_of(section.parts.begin(), section.parts.end(), [](const FormatPart& part) {
      return part.kind == PartKind::literal && trim(part.text).empty();
    });
  });
}

std::string CellLook::text_of(const report::GridCell& cell, report::DateSystem dates) const {
  const auto value = PlainNumber::parse(cell.text);
  if (!value) return cell.text;
  bool only_negative = false;
  const FormatSection& used = code_.section_of(*value, only_negative);
  const NumberSection& section = sections_[static_cast<size_t>(&used - code_.numbers.data())];
  if (section.kind != NumberSection::Kind::date) return shown_number(section, *value, only_negative).text;
  const auto day = report::date_from_serial(cell.text, dates);
  return day ? shown_date(used, *day, seconds_of(value->fraction)).text : cell.text;
}

std::optional<report::CellFormat> CellLook::format_of(const report::GridCell& cell) const {
  const bool several = sections_.size() > 1 && cell.kind == CellKind::number && !cell.formula_without_value;
  const auto value = several ? PlainNumber::parse(cell.text) : std::nullopt;
  if (!value) return std::nullopt;
  bool only_negative = false;
  const FormatSection& used = code_.section_of(*value, only_negative);
  const NumberSection& section = sections_[static_cast<size_t>(&used - code_.numbers.data())];
  if (section.kind == NumberSection::Kind::date) return format_of_moment(used);
  return section.percents > 0 ? report::CellFormat::percent : report::CellFormat::number;
}

std::optional<CellColour> CellLook::ink_of(const report::GridCell& cell) const {
  if (!coloured_) return std::nullopt;
  if (cell.kind == CellKind::text && !cell.formula_without_value) return code_.text ? code_.text->ink : std::nullopt;
  const auto value = cell.kind == CellKind::number ? PlainNumber::parse(cell.text) : std::nullopt;
  bool only_negative = false;
  return value ? code_.section_of(*value, only_negative).ink : std::nullopt;
}

std::optional<Shown> CellLook::of(const report::GridCell& cell, report::DateSystem dates) const {
  if (cell.formula_without_value) return std::nullopt;
  if (cell.kind == CellKind::text) return plain_texts_ ? std::nullopt : of_text(cell.text);
  if (cell.kind == CellKind::number) return of_number(cell.text, dates);
  return cell.kind == CellKind::boolean && hides_ ? std::optional(Shown{Look::other, ""}) : std::nullopt;
}

std::optional<Shown> CellLook::of_number(const std::string& text, report::DateSystem dates) const {
  if (fits(sections_.front(), text) && sections_.front().code.relation == FormatSection::Relation::none)
    return std::nullopt;
  const auto value = PlainNumber::parse(text);
  if (!value) return std::nullopt;
  bool only_negative = false;
  const FormatSection& used = code_.section_of(*value, only_negative);
  const NumberSection& section = sections_[static_cast<size_t>(&used - code_.numbers.data())];
  Shown out;
  if (section.kind == NumberSection::Kind::date) {
    const auto day = report::date_from_serial(text, dates);
    if (!day) return std::nullopt;
    out = shown_date(used, *day, seconds_of(value->fraction));
  } else {
    out = shown_number(section, *value, only_negative);
    const bool zeros =
        section.kind == NumberSection::Kind::number && section.least > std::max<size_t>(value->whole.size(), 1);
    if (out.look == Look::same && (section.percent_sign || section.tenge || zeros)) return out;
  }
  return out.look == Look::same ? std::nullopt : std::optional(std::move(out));
}

std::optional<Shown> CellLook::of_text(const std::string& text) const {
  std::string shown;
  for (const FormatPart& part : code_.text->parts) shown += part.kind == PartKind::text ? text : part.text;
  if (squeeze_spaces(shown) == squeeze_spaces(text)) return std::nullopt;
  return Shown{Look::other, trim(shown)};
}

}  // namespace esep::intake
