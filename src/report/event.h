// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "report/report_key.h"

namespace esep::report {

/// A recorded event that starts a term (approval, posting, end of a grant).
struct Event {
  std::string event;
  ReportKey key;
  calendar::Date date;
  std::string document;
  bool withdrawn = false;  // the record takes the event back; it has no date
  bool none = false;       // the event does not come for this key; it has no date
  bool operator==(const Event&) const = default;
};

/// The last record of each event, which corrects the earlier ones, in the order of recording. An event whose last
/// record takes it back is not there.
[[nodiscard]] std::vector<Event> events_in_force(const std::vector<Event>& recorded);

}  // namespace esep::report
