// SPDX-License-Identifier: MIT
#include "intake/format_code.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::intake {
namespace {

using Kind = FormatPart::Kind;
using Relation = FormatSection::Relation;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == small(b); });
}

// Bytes of the character at the front.
size_t character(std::string_view rest) {
  size_t end = 0;
  if (!rest.empty()) (void)next_code_point(rest, end);
  return end;
}

// Reads one section; `rest` then begins behind it, at the semicolon or the end.
class SectionReader {
 public:
  explicit SectionReader(std::string_view& rest) : rest_(rest) {}

  FormatSection read() {
    while (!rest_.empty() && rest_.front() != ';') take();
    settle_commas();
    settle_minutes();
    return std::move(out_);
  }

 private:
  void take() {
    const char c = small(rest_.front());
    if (c == '"') return quoted();
    if (c == '[') return bracket();
    if (c == '\\') return escaped();
    if (c == '_' || c == '*') {  // a space as wide as the next character; the next character repeated
      rest_.remove_prefix(1);
      const std::string_view next = cut(character(rest_));
      if (c == '_' || next != " ") add(Kind::literal, c == '_' ? " " : std::string(next));
      return;
    }
    if (word() || exponent()) return;
    if (std::string_view("ymdhsebg").find(c) != std::string_view::npos) return date_letters(c);
    sign(c);
  }

  void add(Kind kind, std::string text) { out_.parts.push_back({kind, std::move(text)}); }
  std::string_view cut(size_t length) {
    const std::string_view out = rest_.substr(0, length);
    rest_.remove_prefix(out.size());
    return out;
  }

  void quoted() {
    rest_.remove_prefix(1);
    add(Kind::literal, std::string(cut(std::min(rest_.find('"'), rest_.size()))));
    cut(1);
  }

  void escaped() {
    rest_.remove_prefix(1);
    add(Kind::literal, std::string(cut(character(rest_))));
  }

  bool word() {
    for (const std::string_view word : {"general", "am/pm", "a/p"}) {
      if (!begins_with(rest_, word)) continue;
      add(word == "general" ? Kind::general : Kind::date, std::string(word));
      rest_.remove_prefix(word.size());
      return true;
    }
    return false;
  }

  bool exponent() {
    if (!begins_with(rest_, "e+") && !begins_with(rest_, "e-")) return false;
    add(Kind::exponent, std::string(cut(2)));
    return true;
  }

  void date_letters(char c) {
    size_t length = 1;
    while (length < rest_.size() && small(rest_[length]) == c) ++length;
    rest_.remove_prefix(length);
    if (c == 'g') out_.calendar = FormatSection::Calendar::other;
    if (c == 'b' && length == 1 && !rest_.empty() && (rest_.front() == '1' || rest_.front() == '2')) {
      if (cut(1) == "2") out_.calendar = FormatSection::Calendar::other;  // of the Hijra
      return;
    }
    if (c == 'b') out_.calendar = FormatSection::Calendar::buddhist;
    add(Kind::date, std::string(length, c));
  }

  void sign(char c) {
    if (c == '0' || c == '#' || c == '?') {
      add(Kind::digit, std::string(1, c));
    } else if (c == '.') {
      add(Kind::point, ".");
    } else if (c == ',') {
      add(Kind::group, ",");
    } else if (c == '%') {
      add(Kind::percent, "%");
    } else if (c == '/') {
      add(Kind::slash, "/");
    } else if (c == '@') {
      add(Kind::text, "@");
    } else {
      add(Kind::literal, std::string(cut(character(rest_))));
      return;
    }
    rest_.remove_prefix(1);
  }

  void bracket() {
    const size_t close = std::min(rest_.find(']'), rest_.size());
    const std::string_view inside = rest_.substr(1, close - 1);
    rest_.remove_prefix(std::min(close + 1, rest_.size()));
    if (inside.empty()) return;
    if (inside.front() == '$') return currency(inside.substr(1));
    if (inside.front() == '~' && !begins_with(inside, "~gregorian"))
      out_.calendar =
          begins_with(inside, "~buddhist") ? FormatSection::Calendar::buddhist : FormatSection::Calendar::other;
    if (std::string_view("<>=").find(inside.front()) != std::string_view::npos) return condition(inside);
    if (colour(inside)) return;
    const char first = small(inside.front());
    const bool elapsed = (first == 'h' || first == 'm' || first == 's') &&
                         std::all_of(inside.begin(), inside.end(), [&](char c) { return small(c) == first; });
    if (elapsed) add(Kind::date, "[" + std::string(1, first) + "]");
  }

  // `[White]`, `[Color2]`: the first eight of the old palette by their names, which files hold in English.
  bool colour(std::string_view inside) {
    constexpr std::array<std::string_view, 8> kNames{"black", "white",  "red",     "green",
                                                     "blue",  "yellow", "magenta", "cyan"};
    constexpr int kFirst = 8;  // of Excel's numbers in the palette
    for (size_t i = 0; i < kNames.size(); ++i) {
      if (inside.size() != kNames[i].size() || !begins_with(inside, kNames[i])) continue;
      out_.ink = CellColour::of_index(kFirst + static_cast<int>(i));
      return true;
    }
    if (!begins_with(inside, "color")) return false;
    int number = 0;
    for (const char c : inside.substr(5, 3)) number = is_digit(c) ? number * 10 + (c - '0') : number;
    out_.ink = CellColour::of_index(kFirst - 1 + number);
    return true;
  }

  // `[$₸-43F]`, `[$₸-kk-KZ]`: a sign of money and a language. The time of the system (F400) is a time as any other.
  void currency(std::string_view inside) {
    const size_t dash = std::min(inside.find('-'), inside.size());
    if (dash > 0) add(Kind::literal, std::string(inside.substr(0, dash)));
    const std::string_view language = inside.substr(std::min(dash + 1, inside.size()));
    if (begins_with(language, "f800") || begins_with(language, "x-sysdate")) out_.of_system = true;
    calendar(language);
    if (language.ends_with("43F") || language.ends_with("43f") || begins_with(language, "kk")) out_.lang = Lang::kk;
    if (language.ends_with("409") || language.ends_with("809") || begins_with(language, "en")) out_.lang = Lang::en;
  }

  // `[$-107041E]`: from the right four digits of the language, two of the calendar, two of the shapes of digits.
  void calendar(std::string_view language) {
    constexpr std::array<int, 8> kGregorian{0, 1, 2, 9, 10, 11, 12, 127};
    constexpr int kBuddhist = 7;
    uint32_t number = 0;
    const auto [end, error] = std::from_chars(language.data(), language.data() + language.size(), number, 16);
    if (error != std::errc{} || end != language.data() + language.size() || out_.of_system) return;
    const int used = static_cast<int>(number >> 16 & 0xFF);
    if (std::find(kGregorian.begin(), kGregorian.end(), used) != kGregorian.end()) return;
    out_.calendar = used == kBuddhist ? FormatSection::Calendar::buddhist : FormatSection::Calendar::other;
  }

  void condition(std::string_view inside) {
    constexpr std::array<std::pair<std::string_view, Relation>, 6> kSigns{{{"<=", Relation::less_equal},
                                                                           {">=", Relation::greater_equal},
                                                                           {"<>", Relation::not_equal},
                                                                           {"<", Relation::less},
                                                                           {">", Relation::greater},
                                                                           {"=", Relation::equal}}};
    for (const auto& [sign, relation] : kSigns) {
      if (!inside.starts_with(sign)) continue;
      const auto limit = PlainNumber::parse(inside.substr(sign.size()));
      if (!limit) return;
      out_.relation = relation;
      out_.limit = *limit;
      return;
    }
  }

  // A comma between digits groups them, one behind the last digit means thousands, any other is only shown.
  void settle_commas() {
    auto& parts = out_.parts;
    bool point = false;
    for (size_t i = 0; i < parts.size(); ++i) {
      point = point || parts[i].kind == Kind::point;
      if (parts[i].kind != Kind::group) continue;
      size_t before = i;
      while (before > 0 && (parts[before - 1].kind == Kind::group || parts[before - 1].kind == Kind::thousand))
        --before;
      const bool behind_digit = before > 0 && parts[before - 1].kind == Kind::digit;
      size_t after = i + 1;
      while (after < parts.size() && parts[after].kind == Kind::group) ++after;
      const bool before_digit = !point && after < parts.size() && parts[after].kind == Kind::digit;
      if (!behind_digit) {
        parts[i].kind = Kind::literal;
      } else if (!before_digit) {
        parts[i].kind = Kind::thousand;
      }
    }
  }

  // `m` beside hours or seconds are minutes.
  void settle_minutes() {
    FormatPart* last = nullptr;
    for (FormatPart& part : out_.parts) {
      if (part.kind != Kind::date) continue;
      const auto is = [](const FormatPart* one, char c) {
        return one != nullptr && (one->text.front() == c || one->text.starts_with(std::string("[") + c));
      };
      if (part.text.front() == 'm' && part.text.size() <= 2 && is(last, 'h')) part.text.assign(part.text.size(), 'n');
      if (part.text.front() == 's' && last != nullptr && last->text.front() == 'm' && last->text.size() <= 2)
        last->text.assign(last->text.size(), 'n');
      last = &part;
    }
  }

  std::string_view& rest_;
  FormatSection out_;
};

bool meets(const FormatSection& section, const PlainNumber& value) {
  const auto order = value <=> section.limit;
  switch (section.relation) {
    case Relation::less:
      return order < 0;
    case Relation::less_equal:
      return order <= 0;
    case Relation::equal:
      return order == 0;
    case Relation::not_equal:
      return order != 0;
    case Relation::greater:
      return order > 0;
    case Relation::greater_equal:
      return order >= 0;
    case Relation::none:
      return true;
  }
  return true;
}

bool is_for_negative(const FormatSection& section) {
  const bool below = section.relation == Relation::less || section.relation == Relation::less_equal;
  return below && (section.limit.negative || section.limit.is_zero());
}

}  // namespace

bool FormatSection::has(FormatPart::Kind kind) const {
  return std::any_of(parts.begin(), parts.end(), [&](const FormatPart& part) { return part.kind == kind; });
}

FormatCode FormatCode::parse(std::string_view code) {
  constexpr size_t kMostSections = 4;
  FormatCode out;
  for (std::string_view rest = code; out.numbers.size() < kMostSections;) {
    out.numbers.push_back(SectionReader(rest).read());
    if (rest.empty()) break;
    rest.remove_prefix(1);
  }
  if (out.numbers.size() == kMostSections || out.numbers.back().has(Kind::text)) {
    out.text = std::move(out.numbers.back());
    out.numbers.pop_back();
  }
  if (out.numbers.empty()) out.numbers.push_back(*out.text);
  return out;
}

const FormatSection& FormatCode::section_of(const PlainNumber& value, bool& only_negative) const {
  only_negative = false;
  const bool conditions = std::any_of(numbers.begin(), numbers.end(),
                                      [](const FormatSection& section) { return section.relation != Relation::none; });
  if (!conditions) {
    only_negative = value.negative && numbers.size() > 1;
    const size_t wanted = value.negative ? 1 : value.is_zero() ? 2 : 0;
    return numbers[wanted < numbers.size() ? wanted : 0];
  }
  for (size_t i = 0; i + 1 < numbers.size() || (i < numbers.size() && numbers[i].relation != Relation::none); ++i) {
    // A second section without a condition of its own is the negative one.
    const bool negative_one = i == 1 && numbers[i].relation == Relation::none && numbers.size() > 2;
    if (negative_one ? !value.negative : !meets(numbers[i], value)) continue;
    only_negative = negative_one || is_for_negative(numbers[i]);
    return numbers[i];
  }
  return numbers.back();
}

std::string_view built_in_code(int id) {
  constexpr std::array<std::pair<int, std::string_view>, 27> kCodes{{{1, "0"},
                                                                     {2, "0.00"},
                                                                     {3, "#,##0"},
                                                                     {4, "#,##0.00"},
                                                                     {5, "#,##0;-#,##0"},
                                                                     {6, "#,##0;-#,##0"},
                                                                     {7, "#,##0.00;-#,##0.00"},
                                                                     {8, "#,##0.00;-#,##0.00"},
                                                                     {9, "0%"},
                                                                     {10, "0.00%"},
                                                                     {11, "0.00E+00"},
                                                                     {12, "# ?/?"},
                                                                     {13, "# ?\?/?\?"},
                                                                     {15, "d-mmm-yy"},
                                                                     {16, "d-mmm"},
                                                                     {17, "mmm-yy"},
                                                                     {18, "h:mm"},
                                                                     {20, "h:mm"},
                                                                     {37, "#,##0_);(#,##0)"},
                                                                     {38, "#,##0_);(#,##0)"},
                                                                     {39, "#,##0.00_);(#,##0.00)"},
                                                                     {40, "#,##0.00_);(#,##0.00)"},
                                                                     {41, "#,##0;-#,##0;\"-\""},
                                                                     {42, "#,##0;-#,##0;\"-\""},
                                                                     {43, "#,##0.00;-#,##0.00;\"-\""},
                                                                     {44, "#,##0.00;-#,##0.00;\"-\""},
                                                                     {48, "##0.0E+0"}}};
  const auto at = std::find_if(kCodes.begin(), kCodes.end(), [id](const auto& one) { return one.first == id; });
  return at == kCodes.end() ? std::string_view() : at->second;
}

}  // namespace esep::intake
