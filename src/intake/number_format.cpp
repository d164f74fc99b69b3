// SPDX-License-Identifier: MIT
#include "intake/number_format.h"

#include <algorithm>

namespace esep::intake {

using report::CellFormat;

CellFormat built_in_format(int id) {
  const auto within = [id](int first, int last) { return id >= first && id <= last; };
  if (id == 9 || id == 10) return CellFormat::percent;
  if (within(1, 8) || within(11, 13) || within(37, 44) || id == 48) return CellFormat::number;
  if (id == 22) return CellFormat::date_time;
  if (within(18, 21) || within(32, 33) || within(45, 47)) return CellFormat::time;
  if (within(14, 17) || within(27, 36) || within(50, 58)) return CellFormat::date;
  return id == 49 ? CellFormat::text : CellFormat::general;
}

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The meaning of one section's letters.
struct Letters {
  bool date = false, month_or_minute = false, time = false, percent = false, text = false, digits = false;
};

// `[h]`, `[mm]`, `[ss]` count elapsed time; colours, conditions and `[$-419]` mean nothing here.
bool is_elapsed(std::string_view inside) {
  if (inside.empty()) return false;
  const char first = lower(inside.front());
  return (first == 'h' || first == 'm' || first == 's') &&
         std::all_of(inside.begin(), inside.end(), [first](char c) { return lower(c) == first; });
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

// Length of the piece at the front of `rest`; its meaning goes to `letters`.
size_t take(std::string_view rest, Letters& letters) {
  const char c = lower(rest.front());
  if (c == '"') return std::min(rest.find('"', 1), rest.size() - 1) + 1;
  if (c == '\\' || c == '_' || c == '*') return std::min<size_t>(2, rest.size());
  if (c == '[') {
    const size_t close = std::min(rest.find(']'), rest.size() - 1);
    letters.time = letters.time || is_elapsed(rest.substr(1, close - 1));
    return close + 1;
  }
  for (const std::string_view word : {"general", "am/pm", "a/p"}) {
    if (!starts_with_word(rest, word)) continue;
    if (word != "general") letters.time = true;
    return word.size();
  }
  if ((c == 'e') && rest.size() > 1 && (rest[1] == '+' || rest[1] == '-')) return 2;
  if (c == 'y' || c == 'd') letters.date = true;
  if (c == 'm') letters.month_or_minute = true;
  if (c == 'h' || c == 's') letters.time = true;
  if (c == '%') letters.percent = true;
  if (c == '@') letters.text = true;
  if (c == '0' || c == '#' || c == '?') letters.digits = true;
  return 1;
}

}  // namespace

CellFormat classify_format(std::string_view code) {
  Letters letters;
  while (!code.empty() && code.front() != ';') code.remove_prefix(std::min(take(code, letters), code.size()));
  if (letters.date) return letters.time ? CellFormat::date_time : CellFormat::date;
  if (letters.time) return CellFormat::time;
  if (letters.month_or_minute) return CellFormat::date;
  if (letters.percent) return CellFormat::percent;
  if (letters.digits) return CellFormat::number;
  return letters.text ? CellFormat::text : CellFormat::general;
}

}  // namespace esep::intake
