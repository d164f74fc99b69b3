// SPDX-License-Identifier: MIT
#include "app/core/edition_of.h"

namespace esep::app {
namespace {

std::optional<calendar::Date> event_day(Engine& engine, const report::ReportKey& key) {
  report::DutyFilter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.stage = key.stage;
  // A duty that an event calls for has no period; any will do to list it.
  filter.period = calendar::Period{};
  for (const auto& duty : engine.duties(filter)) {
    if (duty.key.occurrence == key.occurrence && duty.key.subject == key.subject && duty.event_date)
      return duty.event_date;
  }
  return std::nullopt;
}

}  // namespace

const form::FormDefinition& event_edition(Engine& engine, const report::ReportKey& key,
                                          const std::optional<calendar::Date>& received) {
  const auto editions = engine.catalog().editions(key.form);
  if (editions.empty()) return engine.catalog().edition(key.form, "");
  if (editions.size() > 1) {
    if (const auto day = event_day(engine, key)) return engine.catalog().in_force(key.form, *day);
  }
  return received ? engine.catalog().in_force(key.form, *received) : *editions.back();
}

}  // namespace esep::app
