// SPDX-License-Identifier: MIT
#include "calendar/period_in_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "calendar/period_words.h"
#include "calendar/typed_period.h"

namespace esep::calendar {
namespace {

using Says = SaidWord::Kind;

struct Word {
  PlacedWord placed;
  SaidWord said;
  [[nodiscard]] bool is_year() const { return said.kind == Says::number && placed.word.size() == 4; }
  [[nodiscard]] bool is_short() const { return said.kind == Says::number && placed.word.size() <= 2; }
  [[nodiscard]] int number() const { return std::stoi(placed.word); }
};

bool names_part(Says kind) {
  return kind == Says::month || kind == Says::quarter || kind == Says::half || kind == Says::share ||
         kind == Says::counted;
}

// Of which the year has several, by their number.
bool is_ordinal_part(Says kind) { return kind == Says::quarter || kind == Says::half || kind == Says::share; }

// The words of one text, and the runs of them that may name a period.
class Scan {
 public:
  Scan(std::string_view text, std::optional<int> year) : text_(plain_letters(text)), year_(year) {
    for (PlacedWord& placed : placed_words(text_)) {
      const SaidWord said = said_by(placed.word);
      words_.push_back({std::move(placed), said});
      settle_month();
    }
  }

  std::vector<PeriodInText> run() {
    for (size_t i = 0; i < words_.size();) i = take(i);
    return std::move(out_);
  }

 private:
  // Behind a number «месяц» counts; alone it is no period.
  void settle_month() {
    Word& last = words_.back();
    if (last.said.kind != Says::monthly) return;
    const size_t before = words_.size() - 2;
    const bool counts = words_.size() > 1 && words_[before].is_short() && trim(gap(before)).empty();
    last.said.kind = counts ? Says::counted : Says::other;
  }

  // What stands between two neighbours.
  [[nodiscard]] std::string_view gap(size_t left) const {
    const size_t begin = words_[left].placed.end;
    return std::string_view(text_).substr(begin, words_[left + 1].placed.begin - begin);
  }
  [[nodiscard]] bool joined(size_t left, std::string_view marks) const {
    return left + 1 < words_.size() && gap(left).size() == 1 && marks.find(gap(left)) != std::string_view::npos;
  }
  // «22.05.2025», «2025-05-22».
  [[nodiscard]] bool is_day(size_t at) const {
    if (at + 2 >= words_.size() || !joined(at, "./-") || !joined(at + 1, "./-")) return false;
    const Word& first = words_[at];
    const Word& last = words_[at + 2];
    return words_[at + 1].is_short() && ((first.is_short() && last.is_year()) || (first.is_year() && last.is_short()));
  }
  // «10.2026», «2026-10»
  [[nodiscard]] bool is_month(size_t at) const {
    if (at > 0 && gap(at - 1).find(' ') == std::string_view::npos) return false;  // a part of a longer number
    if (!joined(at, "./-") || joined(at + 1, "./-")) return false;
    const Word& first = words_[at];
    const Word& last = words_[at + 1];
    return (first.is_short() && last.is_year()) || (first.is_year() && last.is_short() && gap(at) == "-");
  }
  [[nodiscard]] bool ends_clause(size_t left) const {
    const std::string_view between = gap(left);
    return std::any_of(between.begin(), between.end(),
                       [](char c) { return std::string_view(",;()\n\":").find(c) != std::string_view::npos; }) ||
           between.find("«") != std::string_view::npos || between.find("»") != std::string_view::npos ||
           between.find("№") != std::string_view::npos;
  }

  // Takes what begins at the word; returns where to go on.
  size_t take(size_t at) {
    constexpr size_t kWordsOfDay = 3;
    if (is_day(at)) {
      const size_t second =
          at + kWordsOfDay +
          (at + kWordsOfDay < words_.size() && words_[at + kWordsOfDay].said.kind == Says::range ? 1 : 0);
      if (second < words_.size() && is_day(second)) {
        add(at, second + kWordsOfDay);
        return second + kWordsOfDay;
      }
      return at + kWordsOfDay;
    }
    if (is_month(at)) {
      add(at, at + 2);
      return at + 2;
    }
    size_t end = at;
    while (end < words_.size() && words_[end].said.kind != Says::other && !is_day(end)) {
      ++end;
      if (end < words_.size() && ends_clause(end - 1)) break;
    }
    if (end == at) return at + 1;
    take_run(at, end);
    return end;
  }

  void take_run(size_t from, size_t to) {
    const auto has = [&](auto is) {
      return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(from),
                         words_.begin() + static_cast<std::ptrdiff_t>(to), is);
    };
    const bool part = has([](const Word& word) { return names_part(word.said.kind); });
    const bool ordinal_counts = has([](const Word& word) { return is_ordinal_part(word.said.kind); });
    const auto is_filler = [&](const Word& word) {
      return word.said.kind == Says::range || (word.said.kind == Says::ordinal && !ordinal_counts);
    };
    while (from < to && is_filler(words_[from])) ++from;
    while (to > from && is_filler(words_[to - 1])) --to;
    const auto years = std::count_if(words_.begin() + static_cast<std::ptrdiff_t>(from),
                                     words_.begin() + static_cast<std::ptrdiff_t>(to),
                                     [](const Word& word) { return word.is_year(); });
    const bool year_word = has([](const Word& word) { return word.said.kind == Says::year; });
    const bool share = has([](const Word& word) { return word.said.kind == Says::share; });
    if (share && years == 0 && !year_word) return;
    if (years > 1 || (years == 0 && (!part || !year_)) || (!part && !year_word && to - from > 1)) return;
    if (!part && !year_word && !(from == 0 && to == words_.size())) return;
    if (!is_day_by_name(from, to)) add(from, to);
  }

  // «22 мая 2025 года», «2025 жылғы 22 мамырдағы»
  [[nodiscard]] bool is_day_by_name(size_t from, size_t to) const {
    int months = 0, numbers = 0;
    bool other = false;
    for (size_t i = from; i < to; ++i) {
      months += words_[i].said.kind == Says::month ? 1 : 0;
      numbers += words_[i].is_short() ? 1 : 0;
      other = other || is_ordinal_part(words_[i].said.kind);
    }
    return months == 1 && numbers == 1 && !other;
  }

  void add(size_t from, size_t to) {
    const size_t begin = words_[from].placed.begin;
    const std::string said = text_.substr(begin, words_[to - 1].placed.end - begin);
    auto period = parse_typed_period(said, year_);
    const bool of_span = !period && !is_from_january(from, to);
    if (!period) period = last_month(from, to);
    if (!period || period->year < 2000 || period->year > 2099) return;
    out_.push_back({*period, from > 0 ? words_[from - 1].placed.word : "",
                    to < words_.size() ? words_[to].placed.word : "", from == 0 && to == words_.size(), !of_span,
                    of_span});
  }

  // «январь – октябрь», «10 месяцев»: the report grows with the year. Another span may be of something else.
  [[nodiscard]] bool is_from_january(size_t from, size_t to) const {
    for (size_t i = from; i < to; ++i) {
      if (words_[i].said.kind == Says::month) return words_[i].said.number == 1;
    }
    return true;
  }

  // Of «январь – октябрь 2026», «за 10 месяцев 2026 года».
  [[nodiscard]] std::optional<Period> last_month(size_t from, size_t to) const {
    std::optional<int> year = year_;
    std::vector<int> months, numbers;
    bool counted = false;
    for (size_t i = from; i < to; ++i) {
      const Word& word = words_[i];
      if (word.is_year()) year = word.number();
      if (word.said.kind == Says::month) months.push_back(word.said.number);
      if (word.is_short()) numbers.push_back(word.number());
      counted = counted || word.said.kind == Says::counted;
    }
    if (!year) return std::nullopt;
    if (months.size() == 2 && numbers.empty() && months[0] < months[1])
      return Period{PeriodKind::month, *year, months[1]};
    const bool count = counted && months.empty() && numbers.size() == 1 && numbers[0] >= 1 && numbers[0] <= 12;
    return count ? std::optional(Period{PeriodKind::month, *year, numbers[0]}) : std::nullopt;
  }

  std::string text_;
  std::optional<int> year_;
  std::vector<Word> words_;
  std::vector<PeriodInText> out_;
};

}  // namespace

std::vector<PeriodInText> periods_in_text(std::string_view text, std::optional<int> year) {
  return Scan(text, year).run();
}

}  // namespace esep::calendar
