// SPDX-License-Identifier: MIT
#include "app/core/early_records.h"

#include <functional>

#include "app/core/completion_day.h"
#include "app/core/verdict_words.h"

namespace esep::app {
namespace {

std::optional<calendar::Date> day_done(Engine& engine, const report::Duty& duty, const report::Submission& submission) {
  const bool names_one = !duty.obligation->done_on.empty() && engine.find_form_of(submission) != nullptr;
  return names_one ? completion_day(engine, submission) : std::nullopt;
}

std::vector<Message> remarks_on(Engine& engine, const std::function<bool(const report::Duty&)>& wanted) {
  OwedDuties duties(engine);
  std::vector<Message> out;
  for (const DutyRecord& one : duty_records(engine)) {
    const auto early = too_early(engine, duties, one);
    if (!early) continue;
    const report::Duty& duty = *duty_of(duties, one);
    if (!wanted(duty)) continue;
    out.push_back(
        Message("TOO-EARLY", {{"what", engine.render_all(record_message(engine, one))},
                              {"why", engine.render_all(too_early_message(engine, duty.obligation->event, *early))}}));
  }
  return out;
}

}  // namespace

std::optional<report::TooEarly> too_early(Engine& engine, OwedDuties& duties, const DutyRecord& record) {
  const report::Duty* duty = duty_of(duties, record);
  if (duty == nullptr || !duty->event_date) return std::nullopt;
  if (record.kind == DutyRecord::Kind::deed) return report::too_early(*duty, *record.deed);
  const report::Submission submission = engine.registry().find(record.name);
  return report::too_early(*duty, submission.receipt.received.date, day_done(engine, *duty, submission));
}

std::vector<Message> early_remarks(Engine& engine) {
  return remarks_on(engine, [](const report::Duty&) { return true; });
}

std::vector<Message> early_remarks(Engine& engine, const report::Event& event) {
  return remarks_on(engine, [&](const report::Duty& duty) {
    const report::ReportKey& key = duty.key;
    return duty.obligation->event == event.event && duty.event_date == event.date &&
           key.organisation == event.key.organisation && key.subject == event.key.subject &&
           key.period == event.key.period && key.occurrence == event.key.occurrence;
  });
}

}  // namespace esep::app
