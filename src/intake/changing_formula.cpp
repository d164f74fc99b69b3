// SPDX-License-Identifier: MIT
#include "intake/changing_formula.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace esep::intake {
namespace {

constexpr std::array<std::string_view, 5> kChanging{"TODAY(", "NOW(", "RAND(", "RANDBETWEEN(", "RANDARRAY("};

bool is_of_name(char c) {
  return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// In capitals, without blanks and without texts between quotation marks.
std::string plain_formula(std::string_view formula) {
  std::string out;
  bool text = false;
  for (const char c : formula) {
    if (c == '"') text = !text;
    if (!text && c != ' ') out += c;
  }
  return ascii_upper(out);
}

}  // namespace

bool changes_by_itself(std::string_view formula) {
  const std::string plain = plain_formula(formula);
  return std::any_of(kChanging.begin(), kChanging.end(), [&](std::string_view name) {
    for (size_t at = plain.find(name); at != std::string::npos; at = plain.find(name, at + 1)) {
      if (at == 0 || !is_of_name(plain[at - 1])) return true;
    }
    return false;
  });
}

void SheetFormula::begin(std::optional<int> shared) {
  text_.clear();
  shared_ = shared;
}

bool SheetFormula::changes_by_itself() {
  constexpr size_t kMostShared = 1000;
  const bool out = intake::changes_by_itself(text_) || (text_.empty() && shared_ && changing_.contains(*shared_));
  if (out && shared_ && changing_.size() < kMostShared) changing_.insert(*shared_);
  return out;
}

}  // namespace esep::intake
