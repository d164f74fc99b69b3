// SPDX-License-Identifier: MIT
#include "calendar/typed_period.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/replace_all.h"
#include "base/text.h"
#include "base/words.h"

namespace esep::calendar {
namespace {

using Words = std::vector<std::string>;

// Beginnings, because the words are declined: «октября», «қазанның». Folded as plain_letters() folds.
struct Stem {
  std::string_view begins;
  int number;
  bool whole = false;  // the word is this and no more
};

constexpr auto kMonths = std::to_array<Stem>({
    {"кантар", 1},     {"акпан", 2},       {"наурыз", 3},     {"сауир", 4},      {"мамыр", 5},      {"маусым", 6},
    {"шилде", 7},      {"тамыз", 8},       {"кыркуйек", 9},   {"казан", 10},     {"караша", 11},    {"желтоксан", 12},
    {"январ", 1},      {"феврал", 2},      {"март", 3},       {"апрел", 4},      {"май", 5, true},  {"мая", 5, true},
    {"мае", 5, true},  {"маю", 5, true},   {"маем", 5, true}, {"июн", 6},        {"июл", 7},        {"август", 8},
    {"сентябр", 9},    {"октябр", 10},     {"ноябр", 11},     {"декабр", 12},    {"january", 1},    {"february", 2},
    {"march", 3},      {"april", 4},       {"may", 5, true},  {"june", 6},       {"july", 7},       {"august", 8},
    {"september", 9},  {"october", 10},    {"november", 11},  {"december", 12},  {"jan", 1, true},  {"feb", 2, true},
    {"mar", 3, true},  {"apr", 4, true},   {"jun", 6, true},  {"jul", 7, true},  {"aug", 8, true},  {"sep", 9, true},
    {"oct", 10, true}, {"nov", 11, true},  {"dec", 12, true}, {"янв", 1, true},  {"фев", 2, true},  {"февр", 2, true},
    {"мар", 3, true},  {"апр", 4, true},   {"авг", 8, true},  {"сен", 9, true},  {"сент", 9, true}, {"окт", 10, true},
    {"ноя", 11, true}, {"нояб", 11, true}, {"дек", 12, true}, {"кан", 1, true},  {"акп", 2, true},  {"нау", 3, true},
    {"сау", 4, true},  {"мам", 5, true},   {"мау", 6, true},  {"шил", 7, true},  {"там", 8, true},  {"кыр", 9, true},
    {"каз", 10, true}, {"кар", 11, true},  {"жел", 12, true}, {"sept", 9, true},
});
constexpr auto kQuarters = std::to_array<Stem>(
    {{"токсан", 0}, {"кварт", 0}, {"кв", 0, true}, {"quarter", 0}, {"qtr", 0, true}, {"q", 0, true}});
constexpr auto kHalves = std::to_array<Stem>({{"жартыжыл", 0}, {"полугод", 0}, {"half", 0}, {"h", 0, true}});
// «6 месяцев», «6 ай»: so many from the beginning of the year. «10-й месяц» is one month.
constexpr auto kMonthsCounted =
    std::to_array<Stem>({{"месяцев", 0}, {"месяца", 0}, {"мес", 0, true}, {"ай", 0}, {"months", 0}});
// From one to the other.
constexpr auto kRanges = std::to_array<Stem>({{"по", 0, true}, {"до", 0, true}, {"дейин", 0}, {"to", 0, true}});
constexpr auto kOrdinals = std::to_array<Stem>({{"биринши", 1},
                                                {"екинши", 2},
                                                {"ушинши", 3},
                                                {"тортинши", 4},
                                                {"перв", 1},
                                                {"втор", 2},
                                                {"трет", 3},
                                                {"четверт", 4},
                                                {"first", 1},
                                                {"second", 2},
                                                {"third", 3},
                                                {"fourth", 4}});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

// Kazakh letters by their nearest Russian ones, because many keyboards lack them.
std::string plain_letters(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kPlain{
      {{"қ", "к"}, {"ғ", "г"}, {"ң", "н"}, {"ү", "у"}, {"ұ", "у"}, {"ө", "о"}, {"і", "и"}, {"ә", "а"}, {"һ", "х"}}};
  std::string out = fold_case(text);
  for (const auto& [from, to] : kPlain) out = replace_all(std::move(out), from, to);
  return out;
}

// I–IV in Latin letters or in Cyrillic ones that look like them (as plain_letters leaves them).
std::optional<int> roman(std::string_view word) {
  int ones = 0;
  while (!word.empty()) {
    if (word.starts_with("i")) {
      word.remove_prefix(1);
    } else if (word.starts_with("и")) {
      word.remove_prefix(std::string_view("и").size());
    } else {
      return ones == 1 && word == "v" ? std::optional(4) : std::nullopt;
    }
    ++ones;
  }
  return ones >= 1 && ones <= 3 ? std::optional(ones) : std::nullopt;
}

template <size_t N>
const Stem* find_stem(const std::array<Stem, N>& stems, std::string_view word) {
  const auto at = std::find_if(stems.begin(), stems.end(), [&](const Stem& stem) {
    return stem.whole ? word == stem.begins : word.starts_with(stem.begins);
  });
  return at == stems.end() ? nullptr : &*at;
}

// Of a word in which letters of another alphabet stand for those that look alike.
int month_in_mixed_letters(std::string_view word) {
  const std::string folded = fold_look_alikes(word);
  for (const Stem& stem : kMonths) {
    const std::string begins = fold_look_alikes(stem.begins);
    if (stem.whole ? folded == begins : folded.starts_with(begins)) return stem.number;
  }
  return 0;
}

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
  if (is_number(word)) return take_number(said, word);
  if (const Stem* month = find_stem(kMonths, word)) {
    said.months.push_back(month->number);
  } else if (find_stem(kQuarters, word) != nullptr) {
    said.quarter = true;
  } else if (find_stem(kHalves, word) != nullptr) {
    said.half = true;
  } else if (find_stem(kMonthsCounted, word) != nullptr) {
    said.counted = true;
  } else if (find_stem(kRanges, word) != nullptr) {
    said.range = true;
  } else if (const auto number = roman(word)) {
    said.ordinals.insert(*number);
  } else if (const Stem* ordinal = find_stem(kOrdinals, word)) {
    said.ordinals.insert(ordinal->number);
  } else if (const int mixed = month_in_mixed_letters(word); mixed > 0) {
    said.months.push_back(mixed);
  }
}

Said said_in(std::string_view text) {
  Said said;
  for (const std::string& word : words_of(plain_letters(text))) take(said, word);
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

}  // namespace

std::optional<Period> parse_typed_period(std::string_view typed, std::optional<int> year) {
  const std::string text = trim(typed);
  if (const auto exact = Period::parse(text)) return exact;
  const Said said = said_in(text);
  if (said.years.empty()) return year && said.names_part() ? of_said(*year, said) : std::nullopt;
  const int named = *said.years.begin();
  return said.years.size() == 1 && named > 0 ? of_said(named, said) : std::nullopt;
}

}  // namespace esep::calendar
