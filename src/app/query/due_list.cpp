// SPDX-License-Identifier: MIT
#include "app/query/due_list.h"

#include "app/core/known_keys.h"
#include "app/core/names.h"

namespace esep::app {
namespace {

text::CalendarEntry calendar_entry(Engine& engine, const report::Duty& duty, Lang lang) {
  const auto say = say_in(engine, lang);
  const auto& key = duty.key;
  text::CalendarEntry out;
  out.uid = duty.obligation->id + "-" + key.organisation + "-" + key.subject + "-" + key.period + "-" +
            std::to_string(key.occurrence) + "@esep";
  out.summary = say(Message("DUE-ICS-SUMMARY", {{"title", duty.obligation->title},
                                                {"organisation", organisation_title(engine, key.organisation)}}));
  out.description = duty.law().in(lang);
  if (duty.due.computed_calendar)
    out.description += (out.description.empty() ? "" : "\n") + say("DUE-COMPUTED-CALENDAR");
  out.day = *duty.due.effective;
  return out;
}

}  // namespace

std::vector<report::Duty> list_due(Engine& engine, const report::DutyFilter& filter) {
  require_known(engine, filter);
  auto out = engine.duties(filter);
  std::erase_if(out, [&](const report::Duty& duty) {
    return filter.to && !duty.due.effective && duty.event_date && *duty.event_date > *filter.to;
  });
  return out;
}

std::vector<text::CalendarEntry> due_calendar(Engine& engine, const std::vector<report::Duty>& duties, Lang lang) {
  std::vector<text::CalendarEntry> out;
  for (const auto& duty : duties) {
    if (duty.due.effective) out.push_back(calendar_entry(engine, duty, lang));
  }
  return out;
}

}  // namespace esep::app
