// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "base/error.h"

namespace esep::app {

/// NO-OBLIGATION with its reason where there is one: the subject does not run in the period (NO-OBLIGATION-SUBJECT), or
/// the duty begins later (NO-OBLIGATION-BEFORE). `period` as it is said.
[[nodiscard]] Message no_duty_message(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key,
                                      const Message::Value& period);

/// REPORT-NO-DUTY, for a command that cannot go on; its hint names the nearest reports that the organisation does owe.
[[nodiscard]] Error no_duty_error(Engine& engine, const report::ReportKey& key);

}  // namespace esep::app
