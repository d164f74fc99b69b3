// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "report/report_key.h"

namespace esep::report {

/// Something that happened and that deadlines hang on (approval, posting, end of a grant).
struct Event {
  std::string event;
  ReportKey key;
  calendar::Date date;
  std::string document;
};

/// Of several records of one event the last: it corrects those before it. In the order of recording.
[[nodiscard]] std::vector<Event> events_in_force(const std::vector<Event>& recorded);

}  // namespace esep::report
