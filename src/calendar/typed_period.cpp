// SPDX-License-Identifier: MIT
#include "calendar/typed_period.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/letters_for_digits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "calendar/period_words.h"

namespace esep::calendar {
namespace {

// What the words say, in their order.
struct Said {
  std::set<int> years, ordinals;
  std::vector<int> months, numbers;
  bool quarter = false, half = false, counted = false, range = false;
  [[nodiscard]] bool names_part() const { return quarter || half || counted || !months.empty(); }
};

void take_number(Said& said, const std::string& word) {
  if (word.size() == 4) {
    said.years.insert(std::stoi(word));
  } else if (word.size() <= 2) {
    said.numbers.push_back(std::stoi(word));
  } else {
    said.years.insert(0);  // no year: nothing is understood
  }
}

void take(Said& said, const std::string& word) {
  const SaidWord said_word = said_by(word);
  switch (said_word.kind) {
    case SaidWord::Kind::number:
      return take_number(said, word);
    case SaidWord::Kind::month:
      said.months.push_back(said_word.number);
      return;
    case SaidWord::Kind::ordinal:
      said.ordinals.insert(said_word.number);
      return;
    case SaidWord::Kind::quarter:
      said.quarter = true;
      return;
    case SaidWord::Kind::half:
    case SaidWord::Kind::share:
      said.half = true;
      return;
    case SaidWord::Kind::counted:
      said.counted = true;
      return;
    case SaidWord::Kind::range:
      said.range = true;
      return;
    case SaidWord::Kind::monthly:
    case SaidWord::Kind::year:
    case SaidWord::Kind::other:
      return;
  }
}

Said said_in(std::string_view text) {
  Said said;
  for (const std::string& word : words_of(with_numbered_months(without_slashes(plain_letters(text))))) take(said, word);
  for (const std::string_view dash : {"-", "–", "—", "‑", "−", "…", ".."}) {
    said.range = said.range || text.find(dash) != std::string_view::npos;
  }
  return said;
}

// The period that begins and ends on these days.
std::optional<Period> of_days(std::optional<Date> first, std::optional<Date> last) {
  if (!first || !last) return std::nullopt;
  for (const PeriodKind kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::half_year, PeriodKind::year}) {
    const Period out = Period::containing(kind, *first);
    if (out.first_day() == *first && out.last_day() == *last) return out;
  }
  return std::nullopt;
}

struct Day {
  int day = 0, month = 0;
  [[nodiscard]] std::optional<Date> of(int year) const {
    return Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  }
};

std::optional<Period> of_months(int year, int first, int last) {
  const auto end = Day{1, last}.of(year);
  return end ? of_days(Day{1, first}.of(year), end->end_of_month()) : std::nullopt;
}

std::optional<Period> part_of_year(PeriodKind kind, int year, const Said& said) {
  std::set<int> which = said.ordinals;
  which.insert(said.numbers.begin(), said.numbers.end());
  if (which.size() != 1) return std::nullopt;
  const auto out = Period::parse(Period{kind, year, *which.begin()}.text());
  if (!out || said.months.empty()) return out;
  const auto of_named = of_months(year, said.months.front(), said.months.back());  // «октябрь – декабрь (IV квартал)»
  return said.range && of_named == out ? out : std::nullopt;
}

// Months by their names: one, or the first and the last; days beside them are the first and the last.
std::optional<Period> of_named_months(int year, const Said& said) {
  const bool one = std::set<int>(said.months.begin(), said.months.end()).size() == 1;
  if (!one && (!said.range || said.months.size() != 2)) return std::nullopt;
  const int first = said.months.front();
  const int last = said.months.back();
  if (said.numbers.size() == 2 && said.range)
    return of_days(Day{said.numbers[0], first}.of(year), Day{said.numbers[1], last}.of(year));
  const bool is_day = one && said.numbers.size() == 1 && Day{said.numbers[0], first}.of(year);
  return said.numbers.empty() || is_day ? of_months(year, first, last) : std::nullopt;
}

// A month, or two days written in numbers.
std::optional<Period> of_numbers(int year, const std::vector<int>& n) {
  if (n.empty()) return Period{PeriodKind::year, year, 1};
  if (n.size() == 1) return of_months(year, n[0], n[0]);
  if (n.size() != 4) return std::nullopt;
  const auto days_first = of_days(Day{n[0], n[1]}.of(year), Day{n[2], n[3]}.of(year));
  return days_first ? days_first : of_days(Day{n[1], n[0]}.of(year), Day{n[3], n[2]}.of(year));
}

std::optional<Period> of_said(int year, const Said& said) {
  if (said.quarter || said.half) {
    if ((said.quarter && said.half) || said.counted) return std::nullopt;
    return part_of_year(said.quarter ? PeriodKind::quarter : PeriodKind::half_year, year, said);
  }
  if (said.counted && !said.numbers.empty())
    return said.numbers.size() == 1 && said.months.empty() ? of_months(year, 1, said.numbers[0]) : std::nullopt;
  if (!said.months.empty()) return of_named_months(year, said);
  return said.ordinals.empty() && !said.counted ? of_numbers(year, said.numbers) : std::nullopt;
}

// «VI.2026», and «06.26» near a known year.
std::optional<Period> short_month(std::string_view text, std::optional<int> known) {
  const std::vector<PlacedWord> words = placed_words(text);
  if (words.size() != 2 || words[1].begin != words[0].end + 1) return std::nullopt;
  const std::string& month = words[0].word;
  const std::string& year = words[1].word;
  const auto is_digits = [](const std::string& word) {
    return word.find_first_not_of("0123456789") == std::string::npos;
  };
  const bool marked = std::string_view("./-").find(text[words[0].end]) != std::string_view::npos;
  if (!marked || !is_digits(year) || words[0].begin > 0) return std::nullopt;
  if (const auto number = roman_number(month); number && year.size() == 4)
    return of_months(std::stoi(year), *number, *number);
  if (!known || !is_digits(month) || month.size() > 2 || year.size() != 2) return std::nullopt;
  const int whole = 2000 + std::stoi(year);
  return std::abs(whole - *known) <= 1 ? of_months(whole, std::stoi(month), std::stoi(month)) : std::nullopt;
}

// «202610», «102026»: of the two readings only one has a year of our time and a month.
std::optional<Period> unparted_month(std::string_view text) {
  constexpr size_t kDigits = 6;
  constexpr int kHundred = 100, kTenThousand = 10000, kFirstYear = 1990, kLastYear = 2100;
  if (text.size() != kDigits || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const int number = std::stoi(std::string(text));
  const auto month = [](int year, int one) {
    return year >= kFirstYear && year < kLastYear ? of_months(year, one, one) : std::nullopt;
  };
  const auto year_first = month(number / kHundred, number % kHundred);
  return year_first ? year_first : month(number % kTenThousand, number / kTenThousand);
}

// «I–VI 2026», «I - IX мес. 2026 г.»: the first and the last month. Behind a fourth month they cannot be quarters.
std::optional<Period> roman_months(std::string_view text, std::optional<int> known) {
  constexpr int kQuarterCount = 4;
  const std::vector<PlacedWord> words = placed_words(text);
  if (words.size() < 2) return std::nullopt;
  const auto first = roman_number(words[0].word), last = roman_number(words[1].word);
  const std::string_view between = text.substr(words[0].end, words[1].begin - words[0].end);
  if (!first || !last || *last <= kQuarterCount || *first >= *last ||
      between.find_first_of("-–—") == std::string_view::npos)
    return std::nullopt;
  for (size_t i = 2; i < words.size(); ++i) {
    const SaidWord said = said_by(words[i].word);
    const bool is_year = said.kind == SaidWord::Kind::number && words[i].word.size() == 4;
    if (!is_year && said.kind != SaidWord::Kind::year && said.kind != SaidWord::Kind::counted) return std::nullopt;
    if (is_year) known = std::stoi(words[i].word);
  }
  return known ? of_months(*known, *first, *last) : std::nullopt;
}

// Letters at a number that are no word of a period: «1О.2026», «2026-Н1», «2026-1а», but not «2026г.», «1го полугодия».
bool has_stray_letters(std::string_view text) {
  if (letters_for_digits(text)) return true;
  const std::vector<PlacedWord> words = placed_words(plain_letters(text));
  const auto kind = [&](size_t i) { return said_by(words[i].word).kind; };
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].end != words[i].begin) continue;
    if (kind(i) == SaidWord::Kind::number && kind(i - 1) == SaidWord::Kind::other) return true;
    const bool is_letter = count_code_points(words[i].word) == 1;
    if (kind(i - 1) == SaidWord::Kind::number && kind(i) == SaidWord::Kind::other && is_letter &&
        !is_number_ending(words[i].word))
      return true;
  }
  return false;
}

}  // namespace

std::optional<Period> parse_typed_period(std::string_view typed, std::optional<int> year) {
  const std::string text = trim(typed);
  if (const auto exact = Period::parse(text)) return exact;
  if (const auto month = unparted_month(text)) return month;
  if (const auto month = short_month(plain_letters(text), year)) return month;
  if (const auto months = roman_months(plain_letters(text), year)) return months;
  if (has_stray_letters(text)) return std::nullopt;
  const Said said = said_in(text);
  if (said.years.empty()) return year && said.names_part() ? of_said(*year, said) : std::nullopt;
  const int named = *said.years.begin();
  return said.years.size() == 1 && named > 0 ? of_said(named, said) : std::nullopt;
}

}  // namespace esep::calendar
