// SPDX-License-Identifier: MIT
#include "app/core/rule_context.h"

namespace esep::app {

table::RuleContext rule_context(const std::optional<calendar::Period>& period, calendar::Date received) {
  table::RuleContext out;
  if (period) {
    out.period_start = period->first_day();
    out.period_end = period->last_day();
  }
  out.received_on = received;
  return out;
}

table::RuleContext rule_context(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key,
                                std::map<std::string, form::Value> fields, calendar::Date received) {
  table::RuleContext out = rule_context(calendar::Period::parse(key.period), received);
  out.head = std::move(fields);
  out.stage = key.stage;
  const auto* subject = form.subject.empty() ? nullptr : engine.row(form.subject, key.subject);
  if (subject != nullptr) out.subject = subject->values;
  return out;
}

}  // namespace esep::app
