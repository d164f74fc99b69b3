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
};

/// The last record of each event, which corrects the earlier ones, in the order of recording.
[[nodiscard]] std::vector<Event> events_in_force(const std::vector<Event>& recorded);

}  // namespace esep::report
