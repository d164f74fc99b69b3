// SPDX-License-Identifier: MIT
#include "calendar/typed_period.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
    {"кантар", 1},     {"акпан", 2},      {"наурыз", 3},     {"сауир", 4},     {"мамыр", 5},     {"маусым", 6},
    {"шилде", 7},      {"тамыз", 8},      {"кыркуйек", 9},   {"казан", 10},    {"караша", 11},   {"желтоксан", 12},
    {"январ", 1},      {"феврал", 2},     {"март", 3},       {"апрел", 4},     {"май", 5, true}, {"мая", 5, true},
    {"мае", 5, true},  {"маю", 5, true},  {"маем", 5, true}, {"июн", 6},       {"июл", 7},       {"август", 8},
    {"сентябр", 9},    {"октябр", 10},    {"ноябр", 11},     {"декабр", 12},   {"january", 1},   {"february", 2},
    {"march", 3},      {"april", 4},      {"may", 5, true},  {"june", 6},      {"july", 7},      {"august", 8},
    {"september", 9},  {"october", 10},   {"november", 11},  {"december", 12}, {"jan", 1, true}, {"feb", 2, true},
    {"mar", 3, true},  {"apr", 4, true},  {"jun", 6, true},  {"jul", 7, true}, {"aug", 8, true}, {"sep", 9, true},
    {"oct", 10, true}, {"nov", 11, true}, {"dec", 12, true},
});
constexpr auto kQuarters = std::to_array<Stem>(
    {{"токсан", 0}, {"кварт", 0}, {"кв", 0, true}, {"quarter", 0}, {"qtr", 0, true}, {"q", 0, true}});
constexpr auto kHalves = std::to_array<Stem>({{"жартыжыл", 0}, {"полугод", 0}, {"half", 0}, {"h", 0, true}});
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
  for (const auto& [from, to] : kPlain) {
    for (size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
      out.replace(at, from.size(), to);
  }
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

// What the words say, each kind as often as it occurs.
struct Said {
  std::set<int> years, months, ordinals, numbers;
  bool quarter = false, half = false;
};

void take(Said& said, const std::string& word) {
  if (is_number(word)) {
    if (word.size() == 4) {
      said.years.insert(std::stoi(word));
    } else if (word.size() <= 2) {
      said.numbers.insert(std::stoi(word));
    } else {
      said.years.insert(0);  // no year: nothing is understood
    }
    return;
  }
  if (const Stem* month = find_stem(kMonths, word)) {
    said.months.insert(month->number);
  } else if (find_stem(kQuarters, word) != nullptr) {
    said.quarter = true;
  } else if (find_stem(kHalves, word) != nullptr) {
    said.half = true;
  } else if (const auto number = roman(word)) {
    said.ordinals.insert(*number);
  } else if (const Stem* ordinal = find_stem(kOrdinals, word)) {
    said.ordinals.insert(ordinal->number);
  }
}

std::optional<Period> checked(PeriodKind kind, int year, int index) {
  const Period out{kind, year, index};
  return Period::parse(out.text());
}

std::optional<Period> part_of_year(PeriodKind kind, int year, const Said& said) {
  std::set<int> which = said.ordinals;
  which.insert(said.numbers.begin(), said.numbers.end());
  return which.size() == 1 ? checked(kind, year, *which.begin()) : std::nullopt;
}

}  // namespace

std::optional<Period> parse_typed_period(std::string_view typed) {
  const std::string text = trim(typed);
  if (const auto exact = Period::parse(text)) return exact;
  Said said;
  for (const std::string& word : words_of(plain_letters(text))) take(said, word);
  if (said.years.size() != 1 || *said.years.begin() == 0) return std::nullopt;
  const int year = *said.years.begin();
  if (said.quarter && said.half) return std::nullopt;
  if (said.quarter) return said.months.empty() ? part_of_year(PeriodKind::quarter, year, said) : std::nullopt;
  if (said.half) return said.months.empty() ? part_of_year(PeriodKind::half_year, year, said) : std::nullopt;
  if (said.months.size() == 1 && said.numbers.empty()) return checked(PeriodKind::month, year, *said.months.begin());
  if (!said.months.empty()) return std::nullopt;
  if (said.numbers.size() == 1) return checked(PeriodKind::month, year, *said.numbers.begin());
  return said.numbers.empty() && said.ordinals.empty() ? checked(PeriodKind::year, year, 1) : std::nullopt;
}

}  // namespace esep::calendar
