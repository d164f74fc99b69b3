// SPDX-License-Identifier: MIT
#include "app/core/owed_duties.h"

#include <algorithm>

#include "app/core/duty_of.h"

namespace esep::app {
namespace {

bool by_key(const report::Duty& duty, const report::ReportKey& key) { return duty.key < key; }

}  // namespace

OwedDuties::OwedDuties(Engine& engine, report::RegisterRows rows) : engine_(engine), rows_(std::move(rows)) {
  if (engine.has_workspace()) events_ = engine.registry().events();
}

const std::vector<report::Duty>& OwedDuties::duties(const std::string& obligation, const std::string& period) {
  const auto [at, fresh] = listed_.try_emplace({obligation, period});
  if (!fresh) return at->second;
  report::DutyFilter filter;
  filter.obligation = obligation;
  filter.period = calendar::Period::parse(period);
  ask_whole_calendar(engine_, filter);
  at->second = report::list_duties(engine_.catalog(), rows_, events_, engine_.calendar(), filter);
  std::sort(at->second.begin(), at->second.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return at->second;
}

const report::Duty* OwedDuties::find(const form::Obligation& obligation, const report::ReportKey& key) {
  if (obligation.form != key.form || obligation.stage != key.stage) return nullptr;
  const auto& all = duties(obligation.id, key.period);
  const auto at = std::lower_bound(all.begin(), all.end(), key, by_key);
  return at != all.end() && at->key == key ? &*at : nullptr;
}

const report::Duty* OwedDuties::find(const report::ReportKey& key) {
  for (const form::Obligation& one : engine_.catalog().obligations()) {
    if (const report::Duty* found = find(one, key)) return found;
  }
  return nullptr;
}

const report::Duty* OwedDuties::find(const report::Deed& deed) {
  if (deed.obligation.empty()) return find(deed.key);
  for (const form::Obligation& one : engine_.catalog().obligations()) {
    const report::Duty* found = one.id == deed.obligation ? find(one, deed.key) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

bool OwedDuties::starts_a_term(const report::Event& event) {
  const auto counts = [&](const report::Duty& duty) {
    const report::ReportKey& key = duty.key;
    const bool same = key.organisation == event.key.organisation && key.subject == event.key.subject &&
                      key.period == event.key.period && key.occurrence == event.key.occurrence;
    // Of two records of one event the closer one counts; both belong to the duty.
    return same && (duty.event_date.has_value() || duty.not_expected);
  };
  for (const form::Obligation& one : engine_.catalog().obligations()) {
    const bool other_form = !event.key.form.empty() && !one.form.empty() && event.key.form != one.form;
    const bool other_stage = !event.key.stage.empty() && !one.stage.empty() && event.key.stage != one.stage;
    if (one.event != event.event || other_form || other_stage) continue;
    const auto& all = duties(one.id, event.key.period);
    if (std::any_of(all.begin(), all.end(), counts)) return true;
  }
  return false;
}

}  // namespace esep::app
