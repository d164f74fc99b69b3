// SPDX-License-Identifier: MIT
#include "xlsx/folded_formula.h"

#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/text.h"
#include "base/utf8.h"
#include "xlsx/cell_text.h"

namespace esep::xlsx {
namespace {

// Letters of Kazakh and Russian with the Latin ones of their shape.
const std::vector<std::pair<std::string, std::string>>& twins() {
  static const std::vector<std::pair<std::string, std::string>> kTwins = [] {
    constexpr char32_t kFirst = 0x430;
    constexpr char32_t kLast = 0x4FF;
    std::vector<std::pair<std::string, std::string>> out;
    for (char32_t cp = kFirst; cp <= kLast; ++cp) {
      std::string letter;
      append_code_point(letter, cp);
      if (fold_case(letter) != letter) continue;
      if (std::string twin = fold_look_alikes(letter); twin != letter) out.emplace_back(letter, std::move(twin));
    }
    return out;
  }();
  return kTwins;
}

// The words of a yes are compared letter by letter.
bool folds_letters(const document::InputSpec& input) { return input.accepted.line != form::ColumnType::yes_no; }

}  // namespace

std::string folded_word(const std::string& word, const document::InputSpec& input) {
  return safe_text(folds_letters(input) ? fold_look_alikes(word) : fold_case(word));
}

std::string folded_lines_formula(const std::string& x, const document::InputSpec& input) {
  std::string out = fmt::format("LOWER(SUBSTITUTE({},\"\u00A0\",\" \"))", x);
  if (!folds_letters(input)) return out;
  for (const auto& [letter, twin] : twins()) out = fmt::format("SUBSTITUTE({},\"{}\",\"{}\")", out, letter, twin);
  return out;
}

std::string folded_formula(const std::string& x, const document::InputSpec& input) {
  return fmt::format("TRIM({})", folded_lines_formula(fmt::format("SUBSTITUTE({},CHAR(10),\" \")", x), input));
}

}  // namespace esep::xlsx
