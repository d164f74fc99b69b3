// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

using form::EventField;

/// What the events are called, and by when they usually have happened: data/events.toml, which the catalogue
/// has read; it must outlive this object.
class EventTitles {
 public:
  explicit EventTitles(const form::FormCatalog& catalog) : catalog_(catalog) {}
  /// The event's id where it has no title.
  [[nodiscard]] LocalText of(const std::string& event) const;
  /// It has no second one: another day corrects the first. Of an event that is not listed this is not known.
  [[nodiscard]] bool happens_once(const std::string& event) const;
  /// The fields in which reports give the day of this event.
  [[nodiscard]] std::vector<EventField> fields_of(const std::string& event) const;
  /// The fields of a report in which it gives the day of an event.
  [[nodiscard]] std::vector<EventField> fields_of(const std::string& form, const std::string& stage) const;
  /// The day by which the event of a duty usually has happened; nullopt: the file names none, or the calendar does not
  /// reach it.
  [[nodiscard]] std::optional<calendar::Date> usual_day(const report::Duty& duty,
                                                        const calendar::WorkingDays& calendar) const;

  /// What is said of a duty whose event is not recorded: what it awaits, or that this is not recorded although its
  /// usual day has passed.
  [[nodiscard]] Message awaited(const report::Duty& duty, calendar::Date today,
                                const calendar::WorkingDays& calendar) const;

 private:
  const form::FormCatalog& catalog_;
};

}  // namespace esep::app
