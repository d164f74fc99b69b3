// SPDX-License-Identifier: MIT
#include "app/core/status.h"

#include <algorithm>

#include "app/core/completion_day.h"
#include "app/core/duty_of.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/sent_paper.h"
#include "base/error.h"
#include "registry/deeds.h"

namespace esep::app {

const form::Obligation* obligation_without_form(const form::FormCatalog& catalog, const std::string& id) {
  const auto& all = catalog.obligations();
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
  return at != all.end() && at->form.empty() ? &*at : nullptr;
}

StatusRequest status_request(Engine& engine, const std::string& name, report::DutyFilter narrow) {
  StatusRequest out{name, nullptr, std::move(narrow)};
  if (engine.catalog().editions(name).empty()) out.obligation = obligation_without_form(engine.catalog(), name);
  if (out.obligation == nullptr) engine.catalog().require(name);
  if (out.obligation != nullptr) out.form.clear();
  out.filter.form = out.form;
  if (out.obligation != nullptr) out.filter.obligation = out.obligation->id;
  const auto kind = out.obligation == nullptr ? engine.catalog().editions(name).back()->period : out.obligation->period;
  if (kind && !out.filter.period)
    throw Error(Message("CLI-MISSING-OPTION", {{"option", "--period"}}), "CLI-SEE-HELP", Error::Kind::usage);
  if (kind && out.obligation != nullptr && out.filter.period->kind != *kind)
    throw Error(not_of_kind(out.filter.period->text(), *kind), {}, Error::Kind::usage);
  require_known(engine, out.filter);
  ask_whole_calendar(engine, out.filter);
  return out;
}

namespace {

// An event that is awaited although the day has passed by which it usually has happened.
void mark_late_events(Engine& engine, std::vector<report::StatusRow>& rows, calendar::Date today) {
  std::optional<EventTitles> events;
  for (report::StatusRow& row : rows) {
    if (!row.awaits_event()) continue;
    if (!events) events.emplace(engine);
    const auto usual = events->usual_day(row.duty, engine.calendar());
    if (usual && today > *usual) row.usual_event_day = usual;
  }
}

}  // namespace

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
  const report::StatusFacts facts{registry.waivers(), registry::Deeds(registry).all(),
                                  [&engine](const report::Submission& s) { return completion_day(engine, s); }};
  auto out = report::status_of(std::move(duties), submissions, facts, today, engine.calendar());
  mark_late_events(engine, out, today);
  for (auto& row : out) {
    for (auto& delivery : row.deliveries) complete_delivery(engine, delivery);
  }
  return out;
}

}  // namespace esep::app
