// SPDX-License-Identifier: MIT
#include "base/plural.h"

#include <charconv>
#include <memory>
#include <string>

#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include "base/error.h"

namespace esep {

size_t plural_form(std::string_view number, Lang lang) {
  constexpr size_t kMany = 2;
  if (lang == Lang::kk) return 0;
  int32_t value = 0;
  const auto [end, wrong] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (wrong != std::errc{} || end != number.data() + number.size()) return kMany;
  UErrorCode status = U_ZERO_ERROR;
  const std::string code(lang_code(lang));
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu::Locale(code.c_str()), status));
  if (U_FAILURE(status)) throw Error(Message("ICU-FAILED", {{"reason", u_errorName(status)}}));
  std::string category;
  rules->select(value).toUTF8String(category);
  if (category == "one") return 0;
  return category == "few" || lang == Lang::en ? 1 : kMany;
}

}  // namespace esep
