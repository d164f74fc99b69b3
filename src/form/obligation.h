// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "calendar/due_rule.h"
#include "calendar/period.h"

namespace esep::form {

enum class AcceptFrom { period_end, period_start, always };

/// Who owes a report, exactly one of: every subject of `subject_register` that is live in the period (the row's
/// organisation reports), every organisation of `organisation_kinds`, the `organisations` named, or the executors of
/// the roadmaps that report on the form.
struct WhoReports {
  std::string subject_register;
  std::vector<std::string> organisation_kinds;
  std::vector<std::string> organisations;
  bool roadmap_executors = false;
};

/// One of several bodies that get the same thing, each by itself (TG-6). The title has the words of the law before
/// they changed (data/law_words.toml).
struct Addressee {
  std::string id;
  LocalText title;
};

/// Who gets what is owed. A duty without a form may ask for it in `languages`: until it is there in each, it is not
/// done. With `addressees` (data/obligations.toml) the delivery to each is recorded.
struct Recipient {
  LocalText name;
  std::vector<Lang> languages;
  std::vector<Addressee> addressees;
  bool link = false;  // what was done is at an address, which the record must name
};

/// A duty: who reports on which form, for which period, by when. It stands in a form file, in data/obligations.toml
/// (duties without a form) or in an overlay.
struct Obligation {
  std::string id;
  std::string form;   // empty: a duty without a form
  std::string stage;  // empty: the only one
  LocalText title;
  WhoReports who;
  std::optional<calendar::PeriodKind> period;  // absent: arises by an event
  std::string event;                           // that starts the duty or its term; empty: none
  calendar::DueRule due;
  AcceptFrom accept_from = AcceptFrom::period_end;
  int cutoff_minute = 24 * 60;  // local time of the effective day
  /// The heading field of type date that says when the duty was done (published, posted). Its date decides on
  /// timeliness; while it is blank, the duty is open. Empty: the receipt decides. In form files only.
  std::string done_on;
  Recipient recipient;
  LocalText law;
  calendar::Date applies_from;  // a period is due only if it ends on or after this day
  std::optional<calendar::Date> applies_to;
};

}  // namespace esep::form
