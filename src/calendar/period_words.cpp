// SPDX-License-Identifier: MIT
#include "calendar/period_words.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/replace_all.h"
#include "base/text.h"
#include "base/words.h"

namespace esep::calendar {
namespace {

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
constexpr auto kShares = std::to_array<Stem>({{"половин", 0}, {"жартысы", 0}});
constexpr auto kMonthWords = std::to_array<Stem>({{"месяц", 0, true}});
// «6 месяцев», «6 ай»: so many from the beginning of the year. «10-й месяц» is one month.
constexpr auto kMonthsCounted =
    std::to_array<Stem>({{"месяцев", 0}, {"месяца", 0}, {"мес", 0, true}, {"ай", 0}, {"months", 0}});
constexpr auto kYears = std::to_array<Stem>({{"жылы", 0},
                                             {"жылг", 0},
                                             {"жылд", 0},
                                             {"жыл", 0, true},
                                             {"год", 0},
                                             {"г", 0, true},
                                             {"гг", 0, true},
                                             {"ж", 0, true},
                                             {"year", 0}});
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

bool is_number(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

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

}  // namespace

// Kazakh letters by their nearest Russian ones, because many keyboards lack them, and «е» for «ё», which few type.
std::string plain_letters(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kPlain{{{"қ", "к"},
                                                                                         {"ғ", "г"},
                                                                                         {"ң", "н"},
                                                                                         {"ү", "у"},
                                                                                         {"ұ", "у"},
                                                                                         {"ө", "о"},
                                                                                         {"і", "и"},
                                                                                         {"ә", "а"},
                                                                                         {"һ", "х"},
                                                                                         {"ё", "е"}}};
  std::string out = fold_case(text);
  for (const auto& [from, to] : kPlain) out = replace_all(std::move(out), from, to);
  return out;
}

std::string without_slashes(std::string text) { return replace_all(std::move(text), "п/г", "полугодие"); }

// In Latin letters, or in Cyrillic ones that look like them (as plain_letters leaves them).
std::optional<int> roman_number(std::string_view word) {
  constexpr std::array<std::string_view, 12> kNumbers{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                      "vii", "viii", "ix",  "x",  "xi", "xii"};
  const std::string latin = replace_all(replace_all(std::string(word), "и", "i"), "х", "x");
  const auto at = std::find(kNumbers.begin(), kNumbers.end(), latin);
  return at == kNumbers.end() ? std::nullopt : std::optional(static_cast<int>(at - kNumbers.begin()) + 1);
}

bool is_number_ending(std::string_view letter) {
  return letter == "й" || letter == "я" || letter == "е" || letter == "ы";
}

SaidWord said_by(std::string_view word) {
  using Kind = SaidWord::Kind;
  if (is_number(word)) return {Kind::number, 0};
  if (const Stem* month = find_stem(kMonths, word)) return {Kind::month, month->number};
  if (find_stem(kQuarters, word) != nullptr) return {Kind::quarter, 0};
  if (find_stem(kHalves, word) != nullptr) return {Kind::half, 0};
  if (find_stem(kShares, word) != nullptr) return {Kind::share, 0};
  if (find_stem(kMonthWords, word) != nullptr) return {Kind::monthly, 0};
  if (find_stem(kMonthsCounted, word) != nullptr) return {Kind::counted, 0};
  if (find_stem(kRanges, word) != nullptr) return {Kind::range, 0};
  if (const auto number = roman_number(word); number && *number <= 4) return {Kind::ordinal, *number};
  if (const Stem* ordinal = find_stem(kOrdinals, word)) return {Kind::ordinal, ordinal->number};
  if (const int mixed = month_in_mixed_letters(word); mixed > 0) return {Kind::month, mixed};
  if (find_stem(kYears, word) != nullptr) return {Kind::year, 0};
  return {};
}

std::string with_numbered_months(const std::string& text) {
  static const std::set<std::string> kNumbered{"ай", "айы", "айдын", "айынын", "айда", "айында", "айга", "айына"};
  const std::vector<PlacedWord> words = placed_words(text);
  std::string out;
  size_t done = 0;
  for (size_t i = 1; i < words.size(); ++i) {
    const std::string between = text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    const bool hyphen = between == "-" || between == "‑" || between == "–";
    const bool number = words[i - 1].word.size() <= 2 && said_by(words[i - 1].word).kind == SaidWord::Kind::number;
    if (!hyphen || !number || !kNumbered.contains(words[i].word)) continue;
    out += text.substr(done, words[i - 1].end - done) + " месяц";
    done = words[i].end;
  }
  return out + text.substr(done);
}

}  // namespace esep::calendar
