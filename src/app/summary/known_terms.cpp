// SPDX-License-Identifier: MIT
#include "app/summary/known_terms.h"

#include "app/summary/summary_unowed.h"

namespace esep::app {

void require_known_terms(Engine& engine, const SummaryRequest& request) {
  engine.calendar().require_covered(request.today);
  const form::Summary& summary = *request.summary;
  if (!reads(summary, "duties")) return;
  for (const auto& period : {request.since, request.period}) {
    if (!period) continue;
    report::DutyFilter filter;
    filter.period = period;
    for (const report::Duty& duty : engine.duties(filter)) {
      const bool counted = reads(summary, duty.obligation->id) ||
                           (!duty.obligation->form.empty() && reads(summary, duty.obligation->form));
      if (duty.beyond_calendar && counted) throw Error(*duty.beyond_calendar);
    }
  }
}

}  // namespace esep::app
