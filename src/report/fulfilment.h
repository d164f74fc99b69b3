// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "form/obligation.h"
#include "report/report_key.h"

namespace esep::report {

/// What a body did under a duty without a form: it published, posted or sent something. Such duties may have equal
/// keys, so the obligation is named too.
struct Fulfilment {
  std::string obligation;
  ReportKey key;
  calendar::Date date;
  std::vector<Lang> languages;  // in which it is there
  std::string link;
  std::string document;
  bool withdrawn = false;  // the record takes the earlier one back; it has no date
};

/// The last record for a duty, which corrects the earlier ones; nullptr: none, or it was taken back.
[[nodiscard]] const Fulfilment* fulfilment_of(const std::vector<Fulfilment>& recorded, const std::string& obligation,
                                              const ReportKey& key);

/// The languages that the obligation asks for and the record does not name.
[[nodiscard]] std::vector<Lang> missing_languages(const form::Obligation& obligation, const Fulfilment& fulfilment);

/// "kk,ru", and back; codes of no language are left out.
[[nodiscard]] std::string language_codes(const std::vector<Lang>& languages);
[[nodiscard]] std::vector<Lang> languages_from(std::string_view codes);

}  // namespace esep::report
