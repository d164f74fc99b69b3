// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// A paper sent: `deed.key` without an organisation is that of the form's only reporter, `deed.sent->code` as a person
/// types it; the number of the report and the count of missing ones are found here. With `deed.withdrawn` the record in
/// force is taken back, and only the key and the addressee are read.
struct DispatchRequest {
  report::Deed deed;
  bool incomplete = false;  // the caller says that the paper was sent without the reports that it calls missing
};

struct RecordedDispatch {
  report::Deed deed;
  std::optional<report::Deed> replaced;  // what this record corrects, or takes back
  report::StatusRow status;              // of the duty after it
  bool repeated = false;                 // all of it was recorded already: nothing was written
};

/// Checks the right and records that the paper of a composed report was sent; only this does such a duty. A paper that
/// was composed before the term of the reports in it was over is never taken, one with reports missing only if the
/// caller says so, and not in the place of a complete one. Error DISPATCH-WORDS (usage: no number or no signer),
/// DISPATCH-NO-DUTY, DISPATCH-CODE (the register knows no paper of this report with this code), DISPATCH-FUTURE,
/// DISPATCH-BEFORE-PAPER, DISPATCH-EARLY, DISPATCH-INCOMPLETE, DISPATCH-COMPLETE (usage: nothing is missing),
/// DISPATCH-REPLACES-COMPLETE, DONE-ADDRESSEE-…, DONE-NOT-RECORDED, FORM-UNKNOWN, WAIVE-PERIOD, PERIOD-KIND-…,
/// ORGANISATION-UNKNOWN, registry::StepRefused.
[[nodiscard]] RecordedDispatch record_dispatch(Engine& engine, const DispatchRequest& request,
                                               const registry::Actor& actor);

}  // namespace esep::app
