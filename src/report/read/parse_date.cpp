// SPDX-License-Identifier: MIT
#include "report/read/parse_date.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/text.h"
#include "base/words.h"
#include "calendar/period_words.h"
#include "report/read/taken_words.h"

namespace esep::report {
namespace {

std::optional<int> number(std::string_view digits, size_t min_length, size_t max_length) {
  if (digits.size() < min_length || digits.size() > max_length) return std::nullopt;
  int out = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
  return out;
}

// Text that people and programs put after a date.
std::string without_tail(std::string text) {
  const auto cut = [&](const auto& tails) {
    const auto tail = std::find_if(tails.begin(), tails.end(), [&](auto one) { return text.ends_with(one); });
    if (tail != tails.end()) text.resize(text.size() - tail->size());
    return tail != tails.end();
  };
  if (!cut(kDateTails) && cut(kRareDateTails)) text = trim(text);
  if (const size_t colon = text.find(':'); colon != std::string::npos) {
    const size_t space = text.find_first_of(" T");
    if (space != std::string::npos && space < colon) text.resize(space);
  }
  return text;
}

}  // namespace

std::optional<calendar::Date> parse_typed_date(std::string_view typed) {
  const std::string text = without_tail(squeeze_spaces(typed));
  for (const char separator : {'.', '/', '-'}) {
    const auto parts = split(text, separator);
    if (parts.size() != 3) continue;
    const bool year_first = parts[0].size() == 4;
    const auto year = number(year_first ? parts[0] : parts[2], 4, 4);
    const auto month = number(parts[1], 1, 2);
    const auto day = number(year_first ? parts[2] : parts[0], 1, 2);
    if (!year || !month || !day) return std::nullopt;
    return calendar::Date::from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  }
  return std::nullopt;
}

std::optional<calendar::Date> parse_typed_day(std::string_view typed) {
  return typed.find(':') == std::string_view::npos ? parse_typed_date(typed) : std::nullopt;
}

std::optional<calendar::Date> parse_worded_date(std::string_view typed) {
  using Kind = calendar::SaidWord::Kind;
  constexpr size_t kYearDigits = 4;
  std::optional<int> day, month, year;
  for (const std::string& word : words_of(calendar::plain_letters(typed))) {
    const calendar::SaidWord said = calendar::said_by(word);
    if (said.kind == Kind::year && year) continue;
    std::optional<int>& part = said.kind == Kind::month ? month : word.size() == kYearDigits ? year : day;
    const bool taken = part || (said.kind != Kind::month && said.kind != Kind::number);
    if (taken || (said.kind == Kind::month && !day)) return std::nullopt;
    part = said.kind == Kind::month ? std::optional(said.number) : number(word, 1, kYearDigits);
  }
  if (!day || !month || !year) return std::nullopt;
  return calendar::Date::from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

bool has_two_readings(std::string_view typed) {
  constexpr int kMonths = 12;
  const auto parts = split(without_tail(squeeze_spaces(typed)), '/');
  if (parts.size() != 3 || parts[0].size() == 4) return false;
  const auto first = number(parts[0], 1, 2);
  const auto second = number(parts[1], 1, 2);
  return first && second && *first != *second && *first <= kMonths && *second <= kMonths;
}

std::optional<calendar::Date> date_from_serial(std::string_view serial, DateSystem dates) {
  const std::string_view whole = serial.substr(0, serial.find('.'));
  const auto days = number(whole, 1, 7);
  if (!days) return std::nullopt;
  constexpr int kEpoch1900 = -25568;  // 1899-12-31, so that serial 1 is 1900-01-01
  constexpr int kEpoch1904 = -24107;  // 1904-01-01 is serial 0
  constexpr int kPhantomLeapDay = 60;
  constexpr int kLastSerial = 2958465;  // 9999-12-31
  constexpr int kLater1904 = 1462;      // serial of a day from 1900, less that from 1904
  const bool from_1904 = dates == DateSystem::from_1904;
  if (*days > (from_1904 ? kLastSerial - kLater1904 : kLastSerial)) return std::nullopt;
  if (from_1904) return calendar::Date::from_days(kEpoch1904 + *days);
  if (*days == 0 || *days == kPhantomLeapDay) return std::nullopt;
  return calendar::Date::from_days(kEpoch1900 - 1 + *days + (*days < kPhantomLeapDay ? 1 : 0));
}

std::optional<calendar::Date> likely_day(const GridCell& cell, DateSystem dates) {
  if (cell.kind != CellKind::number) return std::nullopt;
  const auto date = date_from_serial(cell.text, dates);
  const bool formatted = cell.format == CellFormat::date || cell.format == CellFormat::date_time;
  return date && (formatted || (date->year() >= 2000 && date->year() < 2100)) ? date : std::nullopt;
}

std::string seen_text(const GridCell& cell, DateSystem dates) {
  const bool is_date = cell.format == CellFormat::date || cell.format == CellFormat::date_time;
  if (cell.kind == CellKind::number && is_date) {
    if (const auto date = date_from_serial(cell.text, dates)) return date->dotted();
  }
  return trim(cell.text);
}

GridCell as_shown(GridCell cell) {
  if (cell.look != Look::other || !cell.shown) return cell;
  cell.kind = cell.shown->empty() ? CellKind::blank : CellKind::text;
  cell.format = CellFormat::general;
  cell.text = *cell.shown;
  cell.look = Look::same;
  cell.shown.reset();
  return cell;
}

}  // namespace esep::report
