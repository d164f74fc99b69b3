// SPDX-License-Identifier: MIT
#include "app/core/mask_personal.h"

#include <algorithm>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"

namespace esep::app {
namespace {

constexpr size_t kShown = 4;
constexpr size_t kFewestDigits = 10;
constexpr size_t kLongest = 14;
constexpr size_t kNumber = 12;
constexpr size_t kDay = 10;  // of "05.11.2026"

// A character of the text; `digit` is its value as "0" to "9", or 0.
struct Sign {
  std::string_view bytes;
  char digit = 0;
};

// Of every script in which keyboards and Word write them: 3, ３, ٣, ۳.
char digit_of(char32_t cp) {
  for (const char32_t zero : {U'0', U'\uFF10', U'\u0660', U'\u06F0'}) {
    if (cp >= zero && cp <= zero + 9) return static_cast<char>('0' + (cp - zero));
  }
  return 0;
}

using Signs = std::vector<Sign>;

Signs signs_of(std::string_view text) {
  Signs out;
  if (!is_valid_utf8(text)) {
    for (size_t i = 0; i < text.size(); ++i)
      out.push_back({text.substr(i, 1), digit_of(static_cast<unsigned char>(text[i]))});
    return out;
  }
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t cp = next_code_point(text, pos);
    out.push_back({text.substr(begin, pos - begin), digit_of(cp)});
  }
  return out;
}

// Digits from `at` on, without anything between them.
std::string digits_from(const Signs& signs, size_t at) {
  std::string out;
  for (; at < signs.size() && signs[at].digit != 0; ++at) out += signs[at].digit;
  return out;
}

bool is_hex(const Sign& sign) {
  const char c = sign.bytes.size() == 1 ? sign.bytes.front() : ' ';
  return sign.digit != 0 || (c >= 'a' && c <= 'f');
}

// Digits within a hash: letters of one on both sides, or as many of its characters as a hash has.
bool is_in_hash(const Signs& signs, size_t at, size_t end) {
  constexpr size_t kHash = 32;
  size_t first = at;
  size_t last = end;
  while (first > 0 && is_hex(signs[first - 1])) --first;
  while (last < signs.size() && is_hex(signs[last])) ++last;
  return (first < at && last > end) || last - first >= kHash;
}

// The fifth digit of an organisation's number is its kind, 4 to 6; of a personal number it is the tens of a day, 0
// to 3.
bool is_organisation(std::string_view digits) {
  return digits.size() == kNumber && digits[4] >= '4' && digits[4] <= '6';
}

// A personal number begins with a birthday (two digits each of year, month and day) and a digit of sex and century.
bool begins_with_birthday(std::string_view digits) {
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const int day = (digits[4] - '0') * 10 + (digits[5] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && digits[6] <= '6';
}

// What people, and programs unseen, put between groups of digits.
bool is_separator(const Sign& sign) {
  const std::string_view one = sign.bytes;
  if (one.size() == 1) return std::string_view(" -./_\t\n").find(one.front()) != std::string_view::npos;
  for (const std::string_view known :
       {"\u00a0", "\u2007", "\u2009", "\u202f", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}) {
    if (one == known) return true;
  }
  return drop_invisible(one).empty();
}

// "05.11.2026 12.30": a day as people write it, and the time behind it.
bool begins_with_date(const Signs& signs, size_t at) {
  if (at + kDay > signs.size()) return false;
  for (size_t i = 0; i < kDay; ++i) {
    const bool between = i == 2 || i == 5;
    const bool right = between ? signs[at + i].bytes.find_first_of("./-") == 0 : signs[at + i].digit != 0;
    if (!right) return false;
  }
  return at + kDay == signs.size() || signs[at + kDay].digit == 0;
}

// How many signs from `at` on are twelve digits in groups that can be a personal number; 0: there is none.
size_t grouped_number(const Signs& signs, size_t at) {
  constexpr size_t kMostBetween = 3;
  std::string digits = digits_from(signs, at);
  size_t end = at + digits.size();
  while (!digits.empty() && digits.size() < kNumber) {
    size_t next = end;
    while (next < signs.size() && next - end < kMostBetween && is_separator(signs[next])) ++next;
    const std::string more = next == end ? "" : digits_from(signs, next);
    if (more.empty()) return 0;
    digits += more;
    end = next + more.size();
  }
  const bool grouped = end - at > kNumber;
  return grouped && digits.size() == kNumber && begins_with_birthday(digits) ? end - at : 0;
}

// A part of a text that is masked as a whole, or stays.
struct Part {
  size_t end = 0;
  bool masked = false;
};

Part part_at(const Signs& signs, size_t at) {
  const std::string digits = digits_from(signs, at);
  if (digits.empty()) return {at + 1, false};
  if (begins_with_date(signs, at)) return {at + kDay, false};
  if (const size_t length = grouped_number(signs, at)) return {at + length, true};
  const size_t end = at + digits.size();
  const bool personal = digits.size() >= kFewestDigits && digits.size() <= kLongest && !is_organisation(digits) &&
                        !is_in_hash(signs, at, end);
  return {end, personal};
}

void put_masked(const Signs& signs, size_t at, size_t end, std::string& out) {
  size_t digits = static_cast<size_t>(std::count_if(signs.begin() + static_cast<std::ptrdiff_t>(at),
                                                    signs.begin() + static_cast<std::ptrdiff_t>(end),
                                                    [](const Sign& sign) { return sign.digit != 0; }));
  for (; at < end; ++at) {
    const bool masked = signs[at].digit != 0 && digits-- > kShown;
    out += masked ? "*" : signs[at].bytes;
  }
}

}  // namespace

bool asks_personal_number(const form::FormDefinition& form) {
  const auto personal = [](const form::ValueSpec& spec) { return spec.type == form::ColumnType::iin; };
  return std::any_of(form.columns.begin(), form.columns.end(), personal) ||
         std::any_of(form.fields.begin(), form.fields.end(), personal);
}

std::string mask_number(std::string_view number) {
  const Signs signs = signs_of(number);
  std::string out;
  put_masked(signs, 0, signs.size(), out);
  return out;
}

std::string mask_text(std::string_view text) {
  const Signs signs = signs_of(text);
  std::string out;
  for (size_t at = 0; at < signs.size();) {
    const Part part = part_at(signs, at);
    if (part.masked) {
      put_masked(signs, at, part.end, out);
    } else {
      for (size_t i = at; i < part.end; ++i) out += signs[i].bytes;
    }
    at = part.end;
  }
  return out;
}

bool holds_personal_number(std::string_view text) {
  const Signs signs = signs_of(text);
  for (size_t at = 0; at < signs.size();) {
    const Part part = part_at(signs, at);
    const std::string digits = part.masked ? digits_from(signs, at) : "";
    const bool grouped = part.masked && digits.size() < part.end - at;
    if (grouped || (digits.size() == kNumber && begins_with_birthday(digits))) return true;
    at = part.end;
  }
  return false;
}

}  // namespace esep::app
