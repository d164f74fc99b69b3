// SPDX-License-Identifier: MIT
#include "intake/shown_date.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "calendar/period.h"
#include "report/read/taken_words.h"

namespace esep::intake {
namespace {

using report::Look;

std::string month_name(calendar::Date day, Lang lang) {
  const std::string name = calendar::Period::containing(calendar::PeriodKind::month, day).name(lang);
  const size_t space = lang == Lang::kk ? name.rfind(' ') : name.find(' ');
  return lang == Lang::kk ? name.substr(space + 1) : name.substr(0, space);
}

std::string first_letters(const std::string& word, size_t letters) {
  size_t end = 0;
  for (; letters > 0 && end < word.size(); --letters) (void)next_code_point(word, end);
  return word.substr(0, end);
}

constexpr int kBuddhist = 543;  // years before ours

std::string two_digits(int year, size_t length) {
  return length > 2 ? std::to_string(year) : fmt::format("{:02}", year % 100);
}

std::string shown_part(const std::string& letters, Lang lang, calendar::Date day, int seconds) {
  const size_t length = letters.size();
  const auto number = [&](unsigned value) { return length > 1 ? fmt::format("{:02}", value) : std::to_string(value); };
  switch (letters.front()) {
    case 'b':
      return two_digits(day.year() + kBuddhist, length);
    case 'y':
    case 'e':
      return two_digits(day.year(), letters.front() == 'e' ? 4 : length);
    case 'm':
      if (length < 3) return number(day.month());
      return length == 4 ? month_name(day, lang) : first_letters(month_name(day, lang), length == 3 ? 3 : 1);
    case 'd':
      return length < 3 ? number(day.day()) : "";
    case 'h':
    case '[':
      return number(static_cast<unsigned>(seconds / 3600));
    case 'n':
      return number(static_cast<unsigned>(seconds / 60 % 60));
    case 's':
      return number(static_cast<unsigned>(seconds % 60));
    default:
      return "";
  }
}

// What the letters of a format tell of a day.
struct Told {
  std::string order;  // of `d`, `m`, `y`, each once
  bool month_by_name = false;
  bool short_year = false;
  bool digits = false;  // of the format's own
  bool words = false;   // beyond «г.», «жылғы»

  [[nodiscard]] bool whole() const { return order.size() == 3; }
};

void take_letters(const std::string& letters, Told& told) {
  const char first = letters.front() == 'e' || letters.front() == 'b' ? 'y' : letters.front();
  const bool weekday = first == 'd' && letters.size() > 2;
  if ((first != 'd' && first != 'm' && first != 'y') || weekday) return;
  if (told.order.find(first) == std::string::npos) told.order += first;
  if (first == 'm' && letters.size() > 2) told.month_by_name = true;
  if (first == 'y' && letters.front() != 'e' && letters.size() < 3) told.short_year = true;
}

void take_words(const std::string& literal, Told& told) {
  for (const std::string& word : words_of(fold_case(literal))) {
    const bool digits = word.front() >= '0' && word.front() <= '9';
    const bool known =
        std::find(report::kDateWords.begin(), report::kDateWords.end(), word) != report::kDateWords.end() ||
        word == "t";
    told.digits = told.digits || digits;
    told.words = told.words || (!digits && !known);
  }
}

// A number of a month before one that could be a month, too.
Look look_of_order(const Told& told, calendar::Date day) {
  const bool usual = told.order == "dmy" || told.order == "ymd" || told.month_by_name;
  if (usual || day.day() == day.month()) return Look::same;
  return day.day() <= 12 ? Look::other : Look::part;
}

Look look_of(const Told& told, calendar::Date day) {
  if (told.order.empty() || told.digits) return Look::other;
  if (!told.whole()) return told.words ? Look::other : Look::part;
  const Look order = look_of_order(told, day);
  if (order != Look::same) return order;
  const bool clear = !told.short_year || (day.year() >= 1950 && day.year() < 2050);
  return told.words || !clear ? Look::part : Look::same;
}

}  // namespace

Shown shown_date(const FormatSection& section, calendar::Date day, int seconds) {
  Shown out;
  Told told;
  for (const FormatPart& part : section.parts) {
    if (part.kind == PartKind::date) {
      take_letters(part.text, told);
      const bool buddhist = section.calendar == FormatSection::Calendar::buddhist && part.text.front() == 'y';
      out.text += buddhist ? two_digits(day.year() + kBuddhist, part.text.size())
                           : shown_part(part.text, section.lang, day, seconds);
    } else if (part.kind != PartKind::digit && part.kind != PartKind::text) {
      take_words(part.text, told);
      out.text += part.text;
    }
  }
  out.text = squeeze_spaces(out.text);
  out.look = section.of_system ? Look::same : look_of(told, day);
  const bool of_days = !told.order.empty() && section.calendar != FormatSection::Calendar::gregorian;
  if (!of_days) return out;
  out.look = Look::other;
  if (section.calendar == FormatSection::Calendar::other) out.text = report::kOtherCalendar;
  return out;
}

}  // namespace esep::intake
