// SPDX-License-Identifier: MIT
#include "app/core/event_titles.h"

#include <algorithm>
#include <iterator>

#include "app/core/data_file.h"
#include "base/error.h"

namespace esep::app {

EventTitles::EventTitles(const Engine& engine) {
  read_data_file(engine, "data/events.toml", [this](datafile::TableReader& root) {
    for (auto& event : root.tables("event")) {
      const std::string id = event.required_string("id");
      Named& one = events_[id];
      one.title = event.required_text("title");
      one.once = event.boolean_or("once", false);
      if (auto usual = event.optional_table("usual")) one.usual = calendar::DueRule::read(*usual);
      for (auto& named : event.tables("named_in")) {
        fields_.push_back({id, named.required_string("form"), named.required_string("field"), named.strings("stages")});
        named.finish();
      }
      event.finish();
    }
  });
}

const EventTitles& Engine::event_titles() {
  if (event_titles_ == nullptr) event_titles_ = std::make_shared<const EventTitles>(*this);
  return *event_titles_;
}

bool EventField::is_of_stage(const std::string& stage) const {
  return stage.empty() || stages.empty() || std::find(stages.begin(), stages.end(), stage) != stages.end();
}

std::vector<EventField> EventTitles::fields_of(const std::string& event) const {
  std::vector<EventField> out;
  std::copy_if(fields_.begin(), fields_.end(), std::back_inserter(out),
               [&](const EventField& one) { return one.event == event; });
  return out;
}

std::vector<EventField> EventTitles::fields_of(const std::string& form, const std::string& stage) const {
  std::vector<EventField> out;
  std::copy_if(fields_.begin(), fields_.end(), std::back_inserter(out),
               [&](const EventField& one) { return one.form == form && one.is_of_stage(stage); });
  return out;
}

LocalText EventTitles::of(const std::string& event) const {
  const auto found = events_.find(event);
  return found == events_.end() ? LocalText{event, event, event} : found->second.title;
}

bool EventTitles::happens_once(const std::string& event) const {
  const auto found = events_.find(event);
  return found != events_.end() && found->second.once;
}

Message EventTitles::awaited(const report::Duty& duty, calendar::Date today,
                             const calendar::WorkingDays& calendar) const {
  const LocalText event = of(duty.obligation->event);
  const auto usual = usual_day(duty, calendar);
  if (!usual || today <= *usual) return Message("DUE-AWAITS", {{"event", event}});
  return Message("STATUS-NO-EVENT", {{"event", event}, {"date", usual->dotted()}});
}

std::optional<calendar::Date> EventTitles::usual_day(const report::Duty& duty,
                                                     const calendar::WorkingDays& calendar) const {
  const auto found = events_.find(duty.obligation->event);
  const auto period = calendar::Period::parse(duty.key.period);
  if (found == events_.end() || !found->second.usual || !period) return std::nullopt;
  try {
    return calendar::compute_due(*found->second.usual, period, std::nullopt, calendar).effective;
  } catch (const Error& error) {
    if (error.message().key != "CALENDAR-YEAR") throw;
    return std::nullopt;
  }
}

}  // namespace esep::app
