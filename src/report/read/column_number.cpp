// SPDX-License-Identifier: MIT
#include "report/read/column_number.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace esep::report {
namespace {

constexpr std::array<std::string_view, 10> kBefore{"графа",   "гр.",   "гр",     "колонка", "кол.",
                                                   "столбец", "баған", "column", "col.",    "№"};
constexpr std::array<std::string_view, 5> kBehind{"баған", "графа", "бағ.", "гр.", "column"};

}  // namespace

std::string plain_column_number(std::string_view text) {
  constexpr size_t kLongest = 40;
  std::string plain = trim(text);
  if (plain.empty() || plain.size() > kLongest || std::all_of(plain.begin(), plain.end(), is_digit)) return plain;
  std::string out = fold_case(plain);
  for (const std::string_view word : kBefore) {
    if (!out.starts_with(word)) continue;
    out.erase(0, word.size());
    break;
  }
  for (const std::string_view word : kBehind) {
    if (!out.ends_with(word)) continue;
    out.resize(out.size() - word.size());
    break;
  }
  const auto strip = [&](std::string_view before, std::string_view behind) {
    while (!out.empty() && before.find(out.front()) != std::string_view::npos) out.erase(0, 1);
    while (!out.empty() && behind.find(out.back()) != std::string_view::npos) out.pop_back();
  };
  if (out.size() < fold_case(plain).size()) strip(" .:", " -.:");  // beside the word
  strip("([", ")].");
  const bool number =
      !out.empty() && std::all_of(out.begin(), out.end(), [](char c) { return is_digit(c) || c == '.'; });
  return number ? out : plain;
}

}  // namespace esep::report
