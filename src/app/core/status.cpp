// SPDX-License-Identifier: MIT
#include "app/core/status.h"

#include "app/core/completion_day.h"
#include "registry/dispatches.h"

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
  const report::StatusFacts facts{registry.waivers(), registry::Dispatches(registry).all(),
                                  [&engine](const report::Submission& s) { return completion_day(engine, s); }};
  return report::status_of(std::move(duties), submissions, facts, today, engine.calendar());
}

}  // namespace esep::app
