// SPDX-License-Identifier: MIT
#include "app/query/due_list.h"

#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "registry/deeds.h"

namespace esep::app {
namespace {

// "G-001 – name": the duty's subject; empty if it has none.
std::string subject_of(Engine& engine, const report::Duty& duty, Lang lang) {
  const std::string& reg = duty.obligation->who.subject_register;
  const auto* row = reg.empty() ? nullptr : engine.row(reg, duty.key.subject);
  if (row == nullptr) return duty.key.subject;
  return duty.key.subject + " – " + report::row_title(engine.catalog().register_by_id(reg), *row).in(lang);
}

text::CalendarEntry calendar_entry(Engine& engine, const report::Duty& duty, Lang lang) {
  const auto say = say_in(engine, lang);
  const auto& key = duty.key;
  text::CalendarEntry out;
  out.uid = duty.obligation->id + "-" + key.organisation + "-" + key.subject + "-" + key.period + "-" +
            std::to_string(key.occurrence) + "@esep";
  const auto period = calendar::Period::parse(key.period);
  const std::string period_name = period ? period->name(lang) : "";
  std::string title = duty.obligation->title.in(lang);
  for (const std::string& one : {key.subject, period_name}) title += one.empty() ? "" : ", " + one;
  out.summary = say(
      Message("DUE-ICS-SUMMARY", {{"title", title}, {"organisation", organisation_title(engine, key.organisation)}}));
  const auto describe = [&](const std::string& label, const std::string& text) {
    if (!text.empty()) out.description += (out.description.empty() ? "" : "\n") + label + text;
  };
  describe(say("BLANK-SUBJECT") + ": ", subject_of(engine, duty, lang));
  describe(say("BLANK-PERIOD") + ": ", period_name);
  describe("", duty.law().in(lang));
  if (duty.due.computed_calendar) describe("", say("DUE-COMPUTED-CALENDAR"));
  out.day = *duty.due.effective;
  return out;
}

}  // namespace

std::vector<report::Duty> list_due(Engine& engine, const report::DutyFilter& filter) {
  require_known(engine, filter);
  auto out = engine.duties(filter);
  std::erase_if(out, [&](const report::Duty& duty) {
    if (duty.not_expected) return true;
    return filter.to && !duty.due.effective && duty.event_date && *duty.event_date > *filter.to;
  });
  return out;
}

std::vector<report::Deed> recorded_deeds(Engine& engine) {
  if (!engine.has_workspace()) return {};
  return registry::Deeds(engine.registry()).all();
}

std::vector<text::CalendarEntry> due_calendar(Engine& engine, const std::vector<report::Duty>& duties, Lang lang) {
  std::vector<text::CalendarEntry> out;
  for (const auto& duty : duties) {
    if (duty.due.effective) out.push_back(calendar_entry(engine, duty, lang));
  }
  return out;
}

}  // namespace esep::app
