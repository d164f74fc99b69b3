// SPDX-License-Identifier: MIT
#include "app/receive/event_day.h"

#include <algorithm>

#include "app/core/event_titles.h"
#include "app/receive/at_field.h"

namespace esep::app {
namespace {

// The event of the report: of its body, subject and period, recorded for its stage rather than for all.
std::optional<calendar::Date> recorded_day(Engine& engine, const CheckedFile& file, const EventField& at) {
  std::optional<calendar::Date> out;
  bool close = false;
  for (const report::Event& one : report::events_in_force(engine.registry().events())) {
    const report::ReportKey& key = one.key;
    const bool same = one.event == at.event && key.organisation == file.key.organisation &&
                      key.subject == file.key.subject && key.period == file.key.period &&
                      key.occurrence == file.key.occurrence && (key.form.empty() || key.form == file.key.form);
    if (!same || !at.is_of_stage(key.stage)) continue;
    const bool closer = !key.stage.empty();
    if (close && !closer) continue;
    close = closer;
    out = one.none ? std::nullopt : std::optional(one.date);
  }
  return out;
}

}  // namespace

report::Findings event_day_differs(Engine& engine, const CheckedFile& file) {
  report::Findings out;
  if (!engine.has_workspace() || file.form == nullptr || file.key.organisation.empty()) return out;
  const EventTitles& events = engine.event_titles();
  for (const EventField& one : events.fields_of(file.key.form, file.key.stage)) {
    const form::Field* field = file.form->field(one.field);
    const auto at = file.head.find(one.field);
    const auto* said = at == file.head.end() ? nullptr : std::get_if<calendar::Date>(&at->second);
    const auto day = field == nullptr || said == nullptr ? std::nullopt : recorded_day(engine, file, one);
    if (!day || *day == *said) continue;
    Message message("EVENT-DAY-DIFFERS", {{"title", field->title.text},
                                          {"shown", said->dotted()},
                                          {"event", events.of(one.event)},
                                          {"recorded", day->dotted()}});
    auto finding = report::Finding::of("EVENT-DAY-DIFFERS", std::move(message)).as(Severity::warning);
    out.push_back(at_field(file, one.field, std::move(finding)));
  }
  return out;
}

}  // namespace esep::app
