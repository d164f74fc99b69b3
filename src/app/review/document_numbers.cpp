// SPDX-License-Identifier: MIT
#include "app/review/document_numbers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/replace_all.h"
#include "base/text.h"

namespace esep::app {
namespace {

std::vector<std::string> tokens_of(std::string_view cell) {
  std::string text = fold_case(cell);
  for (const char* apart : {"№", "#", ",", ";"}) text = replace_all(std::move(text), apart, " ");
  for (const char* dash : {"-", "‐", "‑", "–", "—", "−", "…"}) text = replace_all(std::move(text), dash, " - ");
  std::vector<std::string> out;
  for (std::string& one : split(text, ' ')) {
    while (!one.empty() && (one.back() == '.' || one.back() == ')')) one.pop_back();
    if (!one.empty()) out.push_back(std::move(one));
  }
  return out;
}

// «1 және 2», «құжат 1»
bool is_filler(const std::string& word) {
  constexpr std::array<std::string_view, 7> kWhole{"и", "және", "мен", "and", "no", "док", "құж"};
  constexpr std::array<std::string_view, 3> kBegins{"документ", "құжат", "document"};
  return std::find(kWhole.begin(), kWhole.end(), word) != kWhole.end() ||
         std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view one) { return word.starts_with(one); });
}

std::optional<int> number(const std::string& word) {
  constexpr size_t kMostDigits = 4;
  const bool digits = word.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || word.empty() || word.size() > kMostDigits) return std::nullopt;
  return std::stoi(word);
}

}  // namespace

std::vector<std::string> document_numbers(std::string_view cell) {
  constexpr int kMostInRange = 100;
  std::vector<std::string> out;
  const auto add = [&](const std::string& one) {
    if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
  };
  const std::vector<std::string> tokens = tokens_of(cell);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const auto first = number(tokens[i]);
    const bool range = i + 2 < tokens.size() && tokens[i + 1] == "-";
    const auto last = range ? number(tokens[i + 2]) : std::nullopt;
    if (first && last) {
      const bool readable = *first <= *last && *last - *first < kMostInRange;
      if (!readable) add(tokens[i] + "–" + tokens[i + 2]);
      for (int n = *first; readable && n <= *last; ++n) add(std::to_string(n));
      i += 2;
    } else if (first) {
      add(std::to_string(*first));
    } else if (tokens[i] != "-" && !is_filler(tokens[i])) {
      add(tokens[i]);
    }
  }
  return out;
}

}  // namespace esep::app
