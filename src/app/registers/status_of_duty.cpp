// SPDX-License-Identifier: MIT
#include "app/registers/status_of_duty.h"

#include <algorithm>

#include "app/core/duty_of.h"
#include "app/core/status.h"

namespace esep::app {

report::StatusRow status_of_duty(Engine& engine, const report::Duty& duty, calendar::Date today) {
  report::DutyFilter filter;
  filter.obligation = duty.obligation->id;
  filter.organisation = duty.key.organisation;
  filter.subject = duty.key.subject;
  filter.period = calendar::Period::parse(duty.key.period);
  ask_whole_calendar(engine, filter);
  const auto rows = collect_status(engine, filter, today);
  return *std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.duty.key == duty.key; });
}

}  // namespace esep::app
