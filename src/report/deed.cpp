// SPDX-License-Identifier: MIT
#include "report/deed.h"

#include <algorithm>

#include "base/text.h"

namespace esep::report {

// An earlier program did not name the report.
bool stands_beside(const Deed& earlier, const Deed& later) {
  return earlier.sent && later.sent && !earlier.report.empty() && !later.report.empty() &&
         earlier.report != later.report;
}

namespace {

void take_record(std::vector<const Deed*>& out, const Deed& one) {
  if (one.withdrawn) {
    if (!out.empty()) out.pop_back();
    return;
  }
  std::erase_if(out, [&](const Deed* earlier) { return !stands_beside(*earlier, one); });
  const auto after =
      std::find_if(out.begin(), out.end(), [&](const Deed* earlier) { return one.date < earlier->date; });
  out.insert(after, &one);
}

}  // namespace

std::vector<const Deed*> deeds_of(const std::vector<Deed>& recorded, const std::string& obligation,
                                  const ReportKey& key, const std::string& addressee) {
  std::vector<const Deed*> out;
  for (const Deed& one : recorded) {
    const bool same_duty = one.obligation.empty() ? !key.form.empty() : one.obligation == obligation;
    const bool same_addressee = one.addressee.empty() || one.addressee == addressee;
    if (same_duty && same_addressee && one.key == key) take_record(out, one);
  }
  return out;
}

const Deed* deed_of(const std::vector<Deed>& recorded, const std::string& obligation, const ReportKey& key,
                    const std::string& addressee) {
  const auto all = deeds_of(recorded, obligation, key, addressee);
  return all.empty() ? nullptr : all.back();
}

const Deed* Delivery::deciding() const {
  if (!deed) return nullptr;
  const auto complete = std::find_if(earlier.begin(), earlier.end(),
                                     [](const EarlierLetter& one) { return one.deed.sent->is_complete(); });
  return complete == earlier.end() ? &*deed : &complete->deed;
}

const Deed* Delivery::letter_of(const std::string& report) const {
  if (!deed || !deed->sent || report.empty()) return nullptr;
  if (deed->report == report) return &*deed;
  const auto at =
      std::find_if(earlier.begin(), earlier.end(), [&](const EarlierLetter& one) { return one.deed.report == report; });
  return at == earlier.end() ? nullptr : &at->deed;
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
  const auto delivery = [&](const form::Addressee& addressee) {
    Delivery out{addressee};
    for (const Deed* deed : deeds_of(recorded, obligation.id, key, addressee.id)) {
      if (out.deed) out.earlier.push_back({*out.deed});
      out.deed = *deed;
    }
    return out;
  };
  std::vector<Delivery> out;
  for (const form::Addressee& addressee : obligation.recipient.addressees) out.push_back(delivery(addressee));
  if (!out.empty()) return out;
  Delivery only = delivery({});
  if (only.deed) out.push_back(std::move(only));
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
    const calendar::Date day = one.deciding()->date;
    out = out ? std::max(*out, day) : day;
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
