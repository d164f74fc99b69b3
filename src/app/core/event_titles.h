// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// What the events are called, and by when they usually have happened: data/events.toml, read once. Error DataInvalid
/// if that file is wrong.
class EventTitles {
 public:
  explicit EventTitles(const Engine& engine);
  /// The event's id where it has no title.
  [[nodiscard]] LocalText of(const std::string& event) const;
  /// The day by which the event of a duty usually has happened; nullopt: the file names none, or the calendar does not
  /// reach it.
  [[nodiscard]] std::optional<calendar::Date> usual_day(const report::Duty& duty,
                                                        const calendar::WorkingDays& calendar) const;

  /// What is said of a duty whose event is not recorded: what it awaits, or that this is not recorded although its
  /// usual day has passed.
  [[nodiscard]] Message awaited(const report::Duty& duty, calendar::Date today,
                                const calendar::WorkingDays& calendar) const;

 private:
  struct Named {
    LocalText title;
    std::optional<calendar::DueRule> usual;
  };
  std::map<std::string, Named> events_;
};

}  // namespace esep::app
