// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/dispatch.h"

namespace esep::app {

/// A paper sent: `key` without an organisation is that of the form's only reporter. `code` as printed on the paper.
struct DispatchRequest {
  report::ReportKey key;
  std::string code;
  calendar::Date date;
  std::string number;
  std::string signer;
};

struct RecordedDispatch {
  report::Dispatch dispatch;
  std::optional<report::Dispatch> replaced;  // what this record corrects
  report::StatusRow status;                  // of the duty after it
};

/// Records that the paper of a composed report was sent; only this does such a duty. Error DISPATCH-WORDS (usage: no
/// number or no signer), DISPATCH-NO-DUTY, DISPATCH-CODE (the register knows no paper of this report with this code),
/// DISPATCH-FUTURE, DISPATCH-BEFORE-PAPER, FORM-UNKNOWN, WAIVE-PERIOD, PERIOD-KIND-…, ORGANISATION-UNKNOWN.
[[nodiscard]] RecordedDispatch record_dispatch(Engine& engine, const DispatchRequest& request,
                                               const registry::Actor& actor);

}  // namespace esep::app
