// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "form/form_catalog.h"
#include "report/report_key.h"

namespace esep::report {

/// One row of a register (an organisation, a grant …) by its definition's column ids.
struct RegisterRow {
  std::string key;
  std::map<std::string, form::Value> values;
};
/// Rows of a register by its id, in key order.
using RegisterRows = std::function<const std::vector<RegisterRow>&(std::string_view)>;

/// What a row means, read by the roles of its definition's columns; the engine knows no column by name.
[[nodiscard]] std::string row_text(const form::RegisterDefinition& definition, const RegisterRow& row,
                                   form::RegisterRole role, Lang lang = Lang::kk);
[[nodiscard]] LocalText row_title(const form::RegisterDefinition& definition, const RegisterRow& row);
[[nodiscard]] std::optional<calendar::Date> row_date(const form::RegisterDefinition& definition, const RegisterRow& row,
                                                     form::RegisterRole role);

/// Something that happened and that deadlines hang on (approval, posting, end of a grant).
struct Event {
  std::string event;
  ReportKey key;
  calendar::Date date;
  std::string document;
};

/// Of several records of one event the last: it corrects those before it. In the order of recording.
[[nodiscard]] std::vector<Event> events_in_force(const std::vector<Event>& recorded);

/// One expected report (or duty without a form) with its deadline.
struct Duty {
  const form::Obligation* obligation = nullptr;
  ReportKey key;
  std::optional<calendar::Date> event_date;
  calendar::DueDate due;
  const form::Roadmap* roadmap = nullptr;  // on which an executor reports

  /// The obligation's, or of a roadmap's report the roadmap's own.
  [[nodiscard]] const LocalText& law() const { return roadmap == nullptr ? obligation->law : roadmap->reports.law; }
};

struct DutyFilter {
  std::string form, organisation, subject, stage, obligation;  // empty: any
  std::optional<calendar::Period> period;                      // exactly this one
  std::optional<calendar::Date> from, to;                      // effective date within
  bool with_undated = false;  // duties whose event is awaited or whose source sets no term
};

/// All duties that the filter lets through, ordered by effective date, obligation, organisation, subject, period.
/// `period` or both `from` and `to` must be given.
[[nodiscard]] std::vector<Duty> list_duties(const form::FormCatalog& catalog, const RegisterRows& rows,
                                            const std::vector<Event>& events, const calendar::WorkingDays& calendar,
                                            const DutyFilter& filter);

}  // namespace esep::report
