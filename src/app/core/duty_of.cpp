// SPDX-License-Identifier: MIT
#include "app/core/duty_of.h"

#include <algorithm>

namespace esep::app {

void ask_whole_calendar(Engine& engine, report::DutyFilter& filter) {
  if (filter.period) return;
  filter.from = calendar::Date::from_ymd(engine.calendar().first_year(), 1, 1);
  filter.to = calendar::Date::from_ymd(engine.calendar().last_year(), 12, 31);
  filter.with_undated = true;
}

std::vector<report::Duty> duties_like(Engine& engine, const report::ReportKey& like, const std::string& obligation) {
  report::DutyFilter filter;
  filter.form = like.form;
  filter.organisation = like.organisation;
  filter.subject = like.subject;
  filter.stage = like.stage;
  filter.obligation = obligation;
  filter.with_undated = true;
  filter.period = calendar::Period::parse(like.period);
  ask_whole_calendar(engine, filter);
  return engine.duties(filter);
}

std::optional<report::Duty> duty_of(const std::vector<report::Duty>& duties, const report::ReportKey& key) {
  const auto at = std::find_if(duties.begin(), duties.end(), [&](const report::Duty& duty) { return duty.key == key; });
  return at == duties.end() ? std::nullopt : std::optional(*at);
}

std::optional<report::Duty> duty_of(Engine& engine, const report::ReportKey& key) {
  return duty_of(duties_like(engine, key), key);
}

}  // namespace esep::app
