// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "app/core/engine.h"
#include "table/rules.h"

namespace esep::app {

/// What rules may read besides the rows, of a report on no subject with nothing in its heading.
[[nodiscard]] table::RuleContext rule_context(const std::optional<calendar::Period>& period, calendar::Date received);

/// The same of a report: `fields` is its heading, what the engine fills in included.
[[nodiscard]] table::RuleContext rule_context(Engine& engine, const form::FormDefinition& form,
                                              const report::ReportKey& key, std::map<std::string, form::Value> fields,
                                              calendar::Date received);

}  // namespace esep::app
