// SPDX-License-Identifier: MIT
#include "report/deed.h"

#include <algorithm>

#include "base/text.h"

namespace esep::report {

const Deed* deed_of(const std::vector<Deed>& recorded, const std::string& obligation, const ReportKey& key,
                    const std::string& addressee) {
  const auto last = std::find_if(recorded.rbegin(), recorded.rend(), [&](const Deed& one) {
    const bool same_duty = one.obligation.empty() ? !key.form.empty() : one.obligation == obligation;
    const bool same_addressee = one.addressee.empty() || one.addressee == addressee;
    return same_duty && same_addressee && one.key == key;
  });
  return last == recorded.rend() || last->withdrawn ? nullptr : &*last;
}

std::string_view paper_change_name(PaperChange::Kind kind) {
  switch (kind) {
    case PaperChange::Kind::withdrawn:
      return "withdrawn";
    case PaperChange::Kind::returned:
      return "returned";
    case PaperChange::Kind::revised:
      return "revised";
    case PaperChange::Kind::came:
      return "came";
  }
  return "withdrawn";
}

std::vector<Delivery> deliveries_of(const form::Obligation& obligation, const ReportKey& key,
                                    const std::vector<Deed>& recorded) {
  std::vector<Delivery> out;
  for (const form::Addressee& addressee : obligation.recipient.addressees) {
    out.push_back({addressee});
    if (const Deed* deed = deed_of(recorded, obligation.id, key, addressee.id)) out.back().deed = *deed;
  }
  if (!out.empty()) return out;
  if (const Deed* deed = deed_of(recorded, obligation.id, key)) out.push_back({{}, *deed});
  return out;
}

std::vector<Lang> missing_languages(const form::Obligation& obligation, const Deed& deed) {
  std::vector<Lang> out = obligation.recipient.languages;
  std::erase_if(out, [&](Lang lang) {
    return std::find(deed.languages.begin(), deed.languages.end(), lang) != deed.languages.end();
  });
  return out;
}

std::optional<calendar::Date> delivered_on(const form::Obligation& obligation,
                                           const std::vector<Delivery>& deliveries) {
  std::optional<calendar::Date> out;
  for (const Delivery& one : deliveries) {
    if (!one.deed || !missing_languages(obligation, *one.deed).empty()) return std::nullopt;
    out = out ? std::max(*out, one.deed->date) : one.deed->date;
  }
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
