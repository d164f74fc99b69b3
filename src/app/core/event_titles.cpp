// SPDX-License-Identifier: MIT
#include "app/core/event_titles.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"

namespace esep::app {

const EventTitles& Engine::event_titles() {
  if (event_titles_ == nullptr) event_titles_ = std::make_shared<const EventTitles>(catalog());
  return *event_titles_;
}

std::vector<EventField> EventTitles::fields_of(const std::string& event) const {
  const form::EventKind* found = catalog_.event(event);
  return found == nullptr ? std::vector<EventField>{} : found->named_in;
}

std::vector<EventField> EventTitles::fields_of(const std::string& form, const std::string& stage) const {
  std::vector<EventField> out;
  for (const form::EventKind& event : catalog_.events()) {
    std::copy_if(event.named_in.begin(), event.named_in.end(), std::back_inserter(out),
                 [&](const EventField& one) { return one.form == form && one.is_of_stage(stage); });
  }
  return out;
}

LocalText EventTitles::of(const std::string& event) const { return catalog_.event_title(event); }

bool EventTitles::happens_once(const std::string& event) const {
  const form::EventKind* found = catalog_.event(event);
  return found != nullptr && found->once;
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
  const form::EventKind* found = catalog_.event(duty.obligation->event);
  const auto period = calendar::Period::parse(duty.key.period);
  if (found == nullptr || !found->usual || !period) return std::nullopt;
  try {
    return calendar::compute_due(*found->usual, period, std::nullopt, calendar).effective;
  } catch (const Error& error) {
    if (error.message().key != "CALENDAR-YEAR") throw;
    return std::nullopt;
  }
}

}  // namespace esep::app
