// SPDX-License-Identifier: MIT
#include "app/core/edition_of.h"

#include "app/core/duty_of.h"

namespace esep::app {
namespace {

std::optional<calendar::Date> event_day(Engine& engine, const report::ReportKey& key) {
  if (key.organisation.empty() && key.subject.empty()) return std::nullopt;
  report::ReportKey without_period = key;
  without_period.period.clear();
  const auto duty = duty_of(engine, without_period);
  return duty ? duty->event_date : std::nullopt;
}

}  // namespace

const form::FormDefinition& edition_of(Engine& engine, const report::ReportKey& key,
                                       const std::optional<calendar::Date>& day) {
  const form::FormCatalog& catalog = engine.catalog();
  const form::FormDefinition& newest = catalog.require(key.form);
  if (newest.period) {
    const auto period = calendar::Period::parse(key.period);
    return period ? catalog.for_period(key.form, *period) : newest;
  }
  if (catalog.editions(key.form).size() > 1) {
    if (const auto event = event_day(engine, key)) return catalog.in_force(key.form, *event);
  }
  return day ? catalog.in_force(key.form, *day) : newest;
}

bool is_of_workspace(const Engine& engine, const form::FormDefinition& form) {
  return engine.has_workspace() && form.file.name.starts_with((engine.workspace() / "forms" / "").string());
}

}  // namespace esep::app
