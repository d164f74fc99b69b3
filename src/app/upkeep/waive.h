// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// Who need not report by the deadline, until when, why, and on which basis (an order, a letter).
struct WaiveRequest {
  std::string form;  // or the id of an obligation without a form
  std::string organisation;
  std::string subject;  // empty: every subject of the organisation
  std::string stage;    // empty: every stage
  std::optional<calendar::Period> period;
  calendar::Date until;
  std::string reason;
  std::string basis;
};

/// Records a waiver for every report that the request names, in one transaction, and returns them. Error WAIVE-WORDS
/// (no reason or no basis), WAIVE-PERIOD, PERIOD-KIND, WAIVE-NO-DUTY (no such report is expected), WAIVE-BEFORE-TERM
/// (usage: it ends before each of the terms, and
/// takes no earlier one back), FORM-UNKNOWN, ORGANISATION-UNKNOWN.
[[nodiscard]] std::vector<report::Waiver> waive(Engine& engine, WaiveRequest request, const registry::Actor& actor);

}  // namespace esep::app
