// SPDX-License-Identifier: MIT
#include "report/read/units.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "report/read/taken_words.h"

namespace esep::report {

std::set<std::string> units_in(std::string_view text) {
  std::set<std::string> out;
  for (const std::string& word : words_of(fold_case(text))) {
    const auto at = std::find_if(kUnitStems.begin(), kUnitStems.end(),
                                 [&](const auto& unit) { return word.starts_with(unit.first); });
    if (at != kUnitStems.end()) out.emplace(at->second);
  }
  for (const char sign : {'%', '$'}) {
    if (text.find(sign) != std::string_view::npos) out.emplace(1, sign);
  }
  if (text.find("€") != std::string_view::npos) out.emplace("€");
  if (text.find("₽") != std::string_view::npos) out.emplace("₽");
  return out;
}

}  // namespace esep::report
