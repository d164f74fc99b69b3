// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// Something done under a duty without a form. `deed.key` without an organisation is that of the subject's register;
/// its `occurrence` 0 is the only one. `event`: the day of the event from which the duty meant arose.
struct FulfilmentRequest {
  report::Fulfilment deed;
  std::optional<calendar::Date> event;
};

struct RecordedFulfilment {
  std::optional<report::Fulfilment> replaced;  // what this record corrects, or takes back
  report::StatusRow status;                    // of the duty after it
  report::Findings findings;                   // DONE-LANGUAGES (warning)
};

/// Checks the right and records that a duty without a form was done, with its entry of the history; the same again
/// corrects it. With `deed.withdrawn` the record in force is taken back, and its other values are not read. Error
/// DONE-UNKNOWN, DONE-HAS-FORM, DONE-NO-PERIOD, CLI-MISSING-OPTION, PERIOD-KIND-… (all usage), ORGANISATION-UNKNOWN,
/// SUBJECT-UNKNOWN, SUBJECT-OF-OTHER, DONE-NO-DUTY, DONE-SEVERAL, DONE-AWAITS-EVENT, DONE-FUTURE, DONE-EARLY,
/// DONE-NOT-RECORDED, registry::StepRefused.
[[nodiscard]] RecordedFulfilment record_fulfilment(Engine& engine, FulfilmentRequest request,
                                                   const registry::Actor& actor);

}  // namespace esep::app
