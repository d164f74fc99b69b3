// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "form/obligation.h"
#include "report/report_key.h"
#include "report/submission.h"

namespace esep::report {

/// The letter with which a paper was sent that the register composed.
struct SentPaper {
  std::string code;    // of the paper
  std::string number;  // of the letter
  std::string signer;
  /// Reports that the paper itself says are missing; nullopt: an earlier program recorded the letter and did not count
  /// them.
  std::optional<int> missing = std::nullopt;
  int returned = 0;  // reports in the paper that were returned by then; no column of its own, the findings tell it
  [[nodiscard]] bool is_complete() const { return missing == 0 && returned == 0; }
  bool operator==(const SentPaper&) const = default;
};

/// What a body did under a duty beside handing in a report: it published, posted or delivered something, or sent a
/// paper that the register composed (`sent`). Duties without a form may have equal keys, so the obligation is named
/// too.
struct Deed {
  std::string obligation;  // empty: an earlier program recorded a dispatch; the key tells the duty
  ReportKey key;
  std::string addressee = {};  // id of one of the obligation's addressees; empty: of all that it has
  calendar::Date date;
  /// Number of the report: the composed one on the paper sent, or the one that was delivered. Empty: a thing published,
  /// or a delivery that a program before this key recorded.
  std::string report = {};
  std::optional<SentPaper> sent = std::nullopt;  // a dispatch
  std::vector<Lang> languages = {};              // in which it is there
  std::string link = {};
  std::string document = {};
  bool withdrawn = false;  // the record takes the earlier one back; it has no date
  bool operator==(const Deed&) const = default;
};

/// The records of a duty to an addressee that count, in order of their days. Of a thing done this is the last record,
/// which corrects the earlier ones. Each report that was sent has a letter of its own: a record of the same report
/// corrects it, one of another report stands beside it. A withdrawal takes the last of them back.
[[nodiscard]] std::vector<const Deed*> deeds_of(const std::vector<Deed>& recorded, const std::string& obligation,
                                                const ReportKey& key, const std::string& addressee = "");

/// Both records are letters with different reports: the later one does not correct the earlier.
[[nodiscard]] bool stands_beside(const Deed& earlier, const Deed& later);

/// The last of these; nullptr: there is none.
[[nodiscard]] const Deed* deed_of(const std::vector<Deed>& recorded, const std::string& obligation,
                                  const ReportKey& key, const std::string& addressee = "");

/// What happened to a report after the paper that contains it was composed.
struct PaperChange {
  enum class Kind { withdrawn, returned, revised, came };
  Kind kind = Kind::withdrawn;
  std::string submission;  // the report's number; of `revised`: the later one's
  std::string organisation;
  calendar::Date since;
};
[[nodiscard]] std::string_view paper_change_name(PaperChange::Kind kind);  // "withdrawn" …

/// The revision that was delivered or sent, as it stands now.
struct DeliveredRevision {
  int revision = 0;
  State state = State::received;
  int replaced_by = 0;            // the revision that took its place; 0: none
  std::string later_number = {};  // of that revision
  calendar::Date later_on = {};   // on which it came, or was composed
};

/// A letter before the last one.
struct EarlierLetter {
  Deed deed;
  int revision = 0;                                        // of the report sent; 0: not known
  std::optional<calendar::Date> withdrawn = std::nullopt;  // the report sent, on this day
};

/// What is recorded of a duty and one of its addressees.
struct Delivery {
  form::Addressee addressee;  // without an id: the duty names none
  std::optional<Deed> deed = std::nullopt;
  /// The sent paper was composed before the term of the reports in it was over: that term.
  std::optional<calendar::Date> before_term = std::nullopt;
  int returned = 0;                                          // reports in the sent paper that were returned by then
  std::vector<PaperChange> changes = {};                     // the sent paper does not say this
  std::optional<DeliveredRevision> revision = std::nullopt;  // of a report that was delivered, or sent as a paper
  std::vector<EarlierLetter> earlier = {};                   // in order of their days

  /// The record that decides on timeliness: the first letter with a complete paper; without one the last record. A
  /// corrected paper does not make a timely one late. nullptr: nothing is recorded.
  [[nodiscard]] const Deed* deciding() const;
  /// The letter with which this report was sent; nullptr: it was not.
  [[nodiscard]] const Deed* letter_of(const std::string& report) const;
};

/// One for each addressee of the obligation; without addressees the one that is recorded, or none.
[[nodiscard]] std::vector<Delivery> deliveries_of(const form::Obligation& obligation, const ReportKey& key,
                                                  const std::vector<Deed>& recorded);

/// The languages that the obligation asks for and the record does not name.
[[nodiscard]] std::vector<Lang> missing_languages(const form::Obligation& obligation, const Deed& deed);

/// The day on which the last of the deliveries was complete; nullopt: one is missing, or a language of one.
[[nodiscard]] std::optional<calendar::Date> delivered_on(const form::Obligation& obligation,
                                                         const std::vector<Delivery>& deliveries);

/// "kk,ru", and back; codes of no language are left out.
[[nodiscard]] std::string language_codes(const std::vector<Lang>& languages);
[[nodiscard]] std::vector<Lang> languages_from(std::string_view codes);

}  // namespace esep::report
