// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "base/words.h"

namespace esep {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_space(char32_t cp) {
  if (cp > U' ' && cp < 0x85) return false;
  return cp == U' ' || (cp >= 0x09 && cp <= 0x0D) || cp == 0x85 || cp == 0xA0 || cp == 0x1680 ||
         (cp >= 0x2000 && cp <= 0x200B) || cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F ||
         cp == 0x2060 || cp == 0x3000 || cp == 0xFEFF;
}

// Cyrillic (lower case) to the Latin letter of the same shape. Case folding comes first.
constexpr std::array<std::pair<char32_t, char32_t>, 19> kLookAlikes{{{U'а', U'a'},
                                                                     {U'ԍ', U'g'},
                                                                     {U'в', U'b'},
                                                                     {U'с', U'c'},
                                                                     {U'е', U'e'},
                                                                     {U'һ', U'h'},
                                                                     {U'н', U'h'},
                                                                     {U'і', U'i'},
                                                                     {U'ј', U'j'},
                                                                     {U'к', U'k'},
                                                                     {U'м', U'm'},
                                                                     {U'о', U'o'},
                                                                     {U'р', U'p'},
                                                                     {U'ѕ', U's'},
                                                                     {U'т', U't'},
                                                                     {U'у', U'y'},
                                                                     {U'ү', U'y'},
                                                                     {U'х', U'x'},
                                                                     {U'ё', U'e'}}};

constexpr char32_t kReplacement = U'\uFFFD';  // also the result for a byte that is not UTF-8

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

size_t distance_of(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

std::u32string to_u32(std::string_view text) {
  std::u32string out;
  for (size_t pos = 0; pos < text.size();) out += next_code_point(text, pos);
  return out;
}

}  // namespace

std::string trim(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  size_t end = text.size();
  while (end > begin) {
    size_t last = end - 1;
    while (last > begin && end - last < 4 && is_continuation(text[last])) --last;
    size_t next = last;
    if (!is_space(next_code_point(text, next)) || next != end) break;
    end = last;
  }
  return std::string(text.substr(begin, end - begin));
}

std::string squeeze_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t cp = next_code_point(text, pos);
    if (is_space(cp)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    if (cp == kReplacement) {
      append_code_point(out, cp);
    } else {
      out.append(text, begin, pos - begin);
    }
  }
  return out;
}

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string fold_case(std::string_view text) {
  const bool rare = may_need_cleaning(text);
  const std::string squeezed = squeeze_spaces(rare ? to_nfc(drop_invisible(text)) : text);
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(squeezed);
  folded.foldCase();
  std::string out;
  folded.toUTF8String(out);
  return rare ? to_nfc(out) : out;
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(kEllipsis);
}

std::string without_sentences(std::string_view text, std::string_view part) {
  std::string out;
  const auto ends_line = [&](size_t at) { return at == text.size() || text[at] == '\n'; };
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    for (bool over = false; !over && !ends_line(end); ++end)
      over = ends_sentence(text.substr(end, 1)) && (ends_line(end + 1) || text[end + 1] == ' ');
    const std::string_view sentence = text.substr(begin, end - begin);
    if (sentence.find(part) == std::string_view::npos) out += sentence;
    if (end < text.size() && text[end] == '\n') out += text[end++];
    begin = end;
  }
  return out;
}

std::string closed_once(std::string text) {
  const bool twice = text.ends_with('.') && std::string_view(text).substr(0, text.size() - 1).ends_with(kEllipsis);
  if (twice) text.pop_back();
  return text;
}

std::string as_sentence(std::string_view phrase) {
  size_t rest = 0;
  if (phrase.empty()) return {};
  std::string out;
  append_code_point(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(next_code_point(phrase, rest)))));
  out += phrase.substr(rest);
  return ends_sentence(out) ? out : out + ".";
}

std::string fold_look_alikes(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string out;
  for (size_t pos = 0; pos < folded.size();) {
    const char32_t cp = next_code_point(folded, pos);
    const auto* twin =
        std::find_if(kLookAlikes.begin(), kLookAlikes.end(), [&](const auto& p) { return p.first == cp; });
    append_code_point(out, twin == kLookAlikes.end() ? cp : twin->second);
  }
  return out;
}

std::vector<PlacedWord> placed_words(std::string_view text) {
  enum class Kind { other, letter, digit };
  const auto kind_of = [](char32_t cp) {
    const auto c = static_cast<UChar32>(cp);
    return u_isdigit(c) ? Kind::digit : u_isalpha(c) ? Kind::letter : Kind::other;
  };
  std::vector<PlacedWord> out;
  Kind before = Kind::other;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t cp = next_code_point(text, pos);
    const Kind kind = kind_of(cp);
    if (kind != Kind::other) {
      if (kind != before) out.push_back({{}, begin, begin});
      append_code_point(out.back().word, cp);
      out.back().end = pos;
    }
    before = kind;
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (PlacedWord& placed : placed_words(text)) out.push_back(std::move(placed.word));
  return out;
}

size_t edit_distance(std::string_view a, std::string_view b) { return distance_of(to_u32(a), to_u32(b)); }

namespace {

// As `edit_distance`, but two letters typed in the wrong order are one mistake.
size_t typing_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> at(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) at[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) at[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      at[i][j] = std::min({at[i - 1][j] + 1, at[i][j - 1] + 1, at[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) at[i][j] = std::min(at[i][j], at[i - 2][j - 2] + 1);
    }
  }
  return at[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr size_t kLongest = 400;  // in bytes; nobody mistypes more, and comparing is dear
  if (word.size() > kLongest) return "";
  const std::u32string wanted = to_u32(fold_case(word));
  std::string best;
  size_t best_distance = wanted.size() / 3 + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongest) continue;
    const std::u32string known = to_u32(fold_case(candidate));
    if (std::max(wanted.size(), known.size()) - std::min(wanted.size(), known.size()) >= best_distance) continue;
    const size_t distance = typing_distance(wanted, known);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  size_t begin = 0;
  while (true) {
    const size_t end = text.find(separator, begin);
    out.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

}  // namespace esep
