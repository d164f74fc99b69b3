// SPDX-License-Identifier: MIT
#include "app/receive/as_of_day.h"

#include <algorithm>
#include <vector>

#include "base/words.h"
#include "calendar/period_words.h"

namespace esep::app {
namespace {

using calendar::Date;
using calendar::SaidWord;

std::optional<Date> day_of(int year, int month, int day) {
  return Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

int small_number(const std::string& word) { return word.size() <= 2 ? std::stoi(word) : 0; }

// A day and its month, one behind the other; the only year of the text.
std::optional<Date> only_day(const std::vector<std::string>& words, int default_year) {
  int day = 0, month = 0, year = 0, count = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const SaidWord said = calendar::said_by(words[i]);
    if (said.kind == SaidWord::Kind::number && words[i].size() == 4) year = std::stoi(words[i]);
    if (said.kind != SaidWord::Kind::number || i + 1 >= words.size()) continue;
    const SaidWord next = calendar::said_by(words[i + 1]);
    const bool by_name = next.kind == SaidWord::Kind::month;
    const bool by_number = next.kind == SaidWord::Kind::number && i + 2 < words.size() && words[i + 2].size() == 4 &&
                           calendar::said_by(words[i + 2]).kind == SaidWord::Kind::number;
    if (small_number(words[i]) == 0 || (!by_name && !by_number)) continue;
    day = small_number(words[i]);
    month = by_name ? next.number : small_number(words[i + 1]);
    ++count;
  }
  return count == 1 ? day_of(year > 0 ? year : default_year, month, day) : std::nullopt;
}

}  // namespace

std::optional<Date> as_of_day(std::string_view text, const HeadingWords& words, const calendar::Period& period) {
  const std::vector<std::string> said = words_of(calendar::plain_letters(text));
  const bool of_state = words.as_of.stand_in(text) || (!said.empty() && words.as_of_before.stand_in(said.front()));
  if (!of_state) return std::nullopt;
  const Date behind = period.last_day().plus_days(1);
  const auto in_year = only_day(said, period.year);
  const auto nearest = only_day(said, behind.year());
  return nearest == behind ? nearest : in_year;
}

std::optional<calendar::Period> as_of_period(std::string_view text, const HeadingWords& words,
                                             const calendar::Period& period) {
  const auto day = as_of_day(text, words, period);
  return day ? std::optional(calendar::Period::containing(period.kind, day->plus_days(-1))) : std::nullopt;
}

bool names_other_span(std::string_view text, const HeadingWords& words, const calendar::Period& period) {
  // «Вторая половина 2026 года» is the whole of a half-year.
  std::string others;
  for (const std::string& word : words_of(calendar::plain_letters(text))) {
    const bool whole =
        period.kind == calendar::PeriodKind::half_year && calendar::said_by(word).kind == SaidWord::Kind::share;
    if (!whole) others += word + " ";
  }
  if (words.part_of_period.stand_in(others)) return true;
  const bool of_new_year = period.first_day() == calendar::Period{calendar::PeriodKind::year, period.year}.first_day();
  return !of_new_year && std::any_of(words.from_new_year.begin(), words.from_new_year.end(),
                                     [&](const auto& one) { return one.stands_in(text); });
}

}  // namespace esep::app
