// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "form/form_catalog.h"
#include "report/event.h"
#include "report/register_row.h"
#include "report/report_key.h"

namespace esep::report {

/// One expected report (or duty without a form) with its deadline.
struct Duty {
  const form::Obligation* obligation = nullptr;
  ReportKey key;
  std::optional<calendar::Date> event_date;
  calendar::DueDate due;
  const form::Roadmap* roadmap = nullptr;  // the roadmap on which an executor reports
  /// Why there is no deadline although the event's day is known: the calendar ends before it (CALENDAR-YEAR). Else
  /// nullopt.
  std::optional<Error> beyond_calendar = std::nullopt;
  /// The register forms the report for a period: making the paper is not sending it, and only a recorded dispatch does
  /// the duty.
  bool by_dispatch = false;
  /// It is recorded that the event from which the duty arises does not come for this period; `none_document` on what
  /// basis.
  bool not_expected = false;
  std::string none_document = {};
  /// False only in a status, beside a report that was accepted or a deed that was recorded: by the registers as they
  /// are now nobody has this duty.
  bool owed = true;
  /// Of a window whose register lets it end before it has its working days: that last day. The term takes no notice.
  std::optional<calendar::Date> ends_short = std::nullopt;

  /// The duty lasts from its event to the end of the term, such as a public discussion. Its last day is no deadline:
  /// the report comes after it.
  [[nodiscard]] bool is_window() const {
    return obligation->due.kind == calendar::DueRule::Kind::at_least_working_days;
  }
  /// The obligation's law; for a report on a roadmap, the roadmap's own.
  [[nodiscard]] const LocalText& law() const { return roadmap == nullptr ? obligation->law : roadmap->reports.law; }
};

/// Whether reports on the form are such: the register forms them, for a period.
[[nodiscard]] bool is_done_by_dispatch(const form::FormCatalog& catalog, const std::string& form);

struct DutyFilter {
  std::string form, organisation, subject, stage, obligation;  // empty: any
  std::optional<calendar::Period> period;                      // exactly this one
  std::optional<calendar::Date> from, to;                      // effective date within
  /// Also duties whose event is not recorded, whose source sets no term or whose term ends outside the calendar.
  bool with_undated = false;
};

/// All duties of the filter, ordered by effective date, obligation, organisation, subject, period. `period` or both
/// `from` and `to` must be given; of days behind the end of the calendar no term is listed.
[[nodiscard]] std::vector<Duty> list_duties(const form::FormCatalog& catalog, const RegisterRows& rows,
                                            const std::vector<Event>& events, const calendar::WorkingDays& calendar,
                                            const DutyFilter& filter);

}  // namespace esep::report
