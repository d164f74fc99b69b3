// SPDX-License-Identifier: MIT
#include "calendar/period.h"

#include <array>

#include <fmt/core.h>

namespace esep::calendar {

namespace {

constexpr std::array<std::string_view, 4> kKindNames{"month", "quarter", "half_year", "year"};
constexpr std::array<std::string_view, 12> kMonthsKk{"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                                                     "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr std::array<std::string_view, 12> kMonthsRu{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                                                     "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr std::array<std::string_view, 12> kMonthsEn{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 4> kRoman{"I", "II", "III", "IV"};

int periods_a_year(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::month:
      return 12;
    case PeriodKind::quarter:
      return 4;
    case PeriodKind::half_year:
      return 2;
    case PeriodKind::year:
      return 1;
  }
  return 1;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Period> checked(PeriodKind kind, std::optional<int> year, std::optional<int> index) {
  if (!year || *year < 1 || !index || *index < 1 || *index > periods_a_year(kind)) return std::nullopt;
  return Period{kind, *year, *index};
}

std::string name_kk(const Period& p, size_t i) {
  switch (p.kind) {
    case PeriodKind::month:
      return fmt::format("{} жылғы {}", p.year, kMonthsKk.at(i));
    case PeriodKind::quarter:
      return fmt::format("{} жылғы {} тоқсан", p.year, kRoman.at(i));
    case PeriodKind::half_year:
      return fmt::format("{} жылғы {} жартыжылдық", p.year, kRoman.at(i));
    case PeriodKind::year:
      break;
  }
  return fmt::format("{} жыл", p.year);
}

std::string name_ru(const Period& p, size_t i) {
  switch (p.kind) {
    case PeriodKind::month:
      return fmt::format("{} {} года", kMonthsRu.at(i), p.year);
    case PeriodKind::quarter:
      return fmt::format("{} квартал {} года", kRoman.at(i), p.year);
    case PeriodKind::half_year:
      return fmt::format("{} полугодие {} года", kRoman.at(i), p.year);
    case PeriodKind::year:
      break;
  }
  return fmt::format("{} год", p.year);
}

std::string name_en(const Period& p, size_t i) {
  switch (p.kind) {
    case PeriodKind::month:
      return fmt::format("{} {}", kMonthsEn.at(i), p.year);
    case PeriodKind::quarter:
      return fmt::format("Q{} {}", p.index, p.year);
    case PeriodKind::half_year:
      return fmt::format("H{} {}", p.index, p.year);
    case PeriodKind::year:
      break;
  }
  return fmt::format("{}", p.year);
}

}  // namespace

std::optional<PeriodKind> period_kind_from(std::string_view word) {
  for (size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames.at(i) == word) return static_cast<PeriodKind>(i);
  }
  return std::nullopt;
}

std::string_view period_kind_name(PeriodKind kind) { return kKindNames.at(static_cast<size_t>(kind)); }

std::optional<Period> Period::parse(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return checked(PeriodKind::year, year, 1);
  if (rest.size() != 3 || rest[0] != '-') return std::nullopt;
  if (rest[1] == 'Q') return checked(PeriodKind::quarter, year, number(rest.substr(2)));
  if (rest[1] == 'H') return checked(PeriodKind::half_year, year, number(rest.substr(2)));
  return checked(PeriodKind::month, year, number(rest.substr(1)));
}

Period Period::containing(PeriodKind kind, Date date) {
  const int months = 12 / periods_a_year(kind);
  return {kind, date.year(), (static_cast<int>(date.month()) - 1) / months + 1};
}

std::string Period::text() const {
  switch (kind) {
    case PeriodKind::month:
      return fmt::format("{:04}-{:02}", year, index);
    case PeriodKind::quarter:
      return fmt::format("{:04}-Q{}", year, index);
    case PeriodKind::half_year:
      return fmt::format("{:04}-H{}", year, index);
    case PeriodKind::year:
      break;
  }
  return fmt::format("{:04}", year);
}

Date Period::first_day() const {
  const int months = 12 / periods_a_year(kind);
  return Date::from_ymd(year, static_cast<unsigned>((index - 1) * months + 1), 1).value();
}

Date Period::last_day() const {
  const int month = index * (12 / periods_a_year(kind));
  return Date::from_ymd(year, static_cast<unsigned>(month), 1).value().end_of_month();
}

Period Period::next() const {
  return index < periods_a_year(kind) ? Period{kind, year, index + 1} : Period{kind, year + 1, 1};
}

Period Period::previous() const {
  return index > 1 ? Period{kind, year, index - 1} : Period{kind, year - 1, periods_a_year(kind)};
}

std::string Period::name(Lang lang) const {
  const auto i = static_cast<size_t>(index - 1);
  switch (lang) {
    case Lang::kk:
      return name_kk(*this, i);
    case Lang::ru:
      return name_ru(*this, i);
    case Lang::en:
      return name_en(*this, i);
  }
  return text();
}

LocalText Period::names() const { return {name(Lang::kk), name(Lang::ru), name(Lang::en)}; }

std::vector<Period> periods_between(PeriodKind kind, Date from, Date to) {
  std::vector<Period> periods;
  if (to < from) return periods;
  const Period last = Period::containing(kind, to);
  for (Period p = Period::containing(kind, from); p <= last; p = p.next()) periods.push_back(p);
  return periods;
}

}  // namespace esep::calendar
