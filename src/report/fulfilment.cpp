// SPDX-License-Identifier: MIT
#include "report/fulfilment.h"

#include <algorithm>

#include "base/text.h"

namespace esep::report {

const Fulfilment* fulfilment_of(const std::vector<Fulfilment>& recorded, const std::string& obligation,
                                const ReportKey& key) {
  const auto last = std::find_if(recorded.rbegin(), recorded.rend(),
                                 [&](const Fulfilment& one) { return one.obligation == obligation && one.key == key; });
  return last == recorded.rend() || last->withdrawn ? nullptr : &*last;
}

std::vector<Lang> missing_languages(const form::Obligation& obligation, const Fulfilment& fulfilment) {
  std::vector<Lang> out = obligation.recipient.languages;
  std::erase_if(out, [&](Lang lang) {
    return std::find(fulfilment.languages.begin(), fulfilment.languages.end(), lang) != fulfilment.languages.end();
  });
  return out;
}

std::string language_codes(const std::vector<Lang>& languages) {
  std::vector<std::string> codes;
  for (const Lang lang : languages) codes.emplace_back(lang_code(lang));
  return join(codes, ",");
}

std::vector<Lang> languages_from(std::string_view codes) {
  std::vector<Lang> out;
  for (const std::string& code : split(codes, ',')) {
    if (const auto lang = lang_from_code(trim(code))) out.push_back(*lang);
  }
  return out;
}

}  // namespace esep::report
