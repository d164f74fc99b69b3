// SPDX-License-Identifier: MIT
#include "app/core/status.h"

#include "app/core/completion_day.h"

namespace esep::app {

std::vector<report::StatusRow> collect_status(Engine& engine, const report::DutyFilter& filter, calendar::Date today) {
  auto& registry = engine.registry();
  auto duties = engine.duties(filter);
  registry::Registry::Filter kept;
  kept.form = filter.form;
  // Duties that an event starts have no period.
  const auto editions = engine.catalog().editions(filter.form);
  const bool periodic = !editions.empty() && editions.back()->period.has_value();
  if (filter.period && periodic) kept.period = filter.period->text();
  const auto submissions = registry.submissions(kept);
  return report::status_of(std::move(duties), submissions, registry.waivers(), today, engine.calendar(),
                           [&engine](const report::Submission& s) { return completion_day(engine, s); });
}

}  // namespace esep::app
