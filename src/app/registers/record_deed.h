// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// Something done under a duty without a form, or the delivery of a report to one of its addressees. `deed.key` without
/// an organisation is that of the subject's register; its `occurrence` 0 is the only one. `event`: the day of the event
/// from which the duty meant arose.
struct DeedRequest {
  report::Deed deed;
  std::optional<calendar::Date> event;
};

struct RecordedDeed {
  std::optional<report::Deed> replaced;  // what this record corrects, or takes back
  report::StatusRow status;              // of the duty after it
  report::Findings findings;             // DONE-LANGUAGES, DONE-LINK, DONE-BEFORE-APPROVAL (warnings)
  bool repeated = false;                 // all of it was recorded already: nothing was written
};

/// Checks the right and records that a duty without a form was done, or that a report reached the addressee (TG-6),
/// with its entry of the history; the same again corrects it. A delivery is of the revision in force, which is judged
/// inside the transaction. With `deed.withdrawn` the record in force is taken back,
/// and its other values are not read. Error DONE-UNKNOWN, DONE-HAS-FORM, DONE-ADDRESSEE-…, DONE-NO-PERIOD,
/// DONE-LINK-BAD, CLI-MISSING-OPTION, PERIOD-KIND-… (all usage), ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN,
/// SUBJECT-OF-OTHER, DONE-NO-DUTY, DONE-SEVERAL, DONE-NO-REPORT, DONE-BEFORE-REPORT, DONE-AWAITS-EVENT, DONE-FUTURE,
/// DONE-EARLY, DONE-NOT-RECORDED, registry::StepRefused.
[[nodiscard]] RecordedDeed record_deed(Engine& engine, DeedRequest request, const registry::Actor& actor);

}  // namespace esep::app
