// SPDX-License-Identifier: MIT
#include "app/summary/known_terms.h"

#include "app/core/status.h"
#include "app/core/verdict_words.h"
#include "app/summary/summary_unowed.h"

namespace esep::app {
namespace {

bool is_counted(const form::Summary& summary, const form::Obligation& obligation) {
  return reads(summary, obligation.id) || (!obligation.form.empty() && reads(summary, obligation.form));
}

}  // namespace

void require_known_terms(Engine& engine, const SummaryRequest& request) {
  const form::Summary& summary = *request.summary;
  if (!reads(summary, "duties")) return;
  for (const auto& period : {request.since, request.period}) {
    if (!period) continue;
    report::DutyFilter filter;
    filter.period = period;
    for (const report::Duty& duty : engine.duties(filter)) {
      if (duty.beyond_calendar && is_counted(summary, *duty.obligation)) throw Error(*duty.beyond_calendar);
    }
  }
}

std::optional<Message> delays_beyond_calendar(Engine& engine, const SummaryRequest& request) {
  const form::Summary& summary = *request.summary;
  if (engine.calendar().covers(request.today) || !reads(summary, "duties")) return std::nullopt;
  for (const auto& period : {request.since, request.period}) {
    if (!period) continue;
    report::DutyFilter filter;
    filter.period = period;
    for (const report::StatusRow& row : collect_status(engine, filter, request.today)) {
      if (row.origin.uncounted && is_counted(summary, *row.duty.obligation))
        return calendar_ends_message(engine.calendar());
    }
  }
  return std::nullopt;
}

}  // namespace esep::app
