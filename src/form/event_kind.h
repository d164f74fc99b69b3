// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "calendar/due_rule.h"

namespace esep::form {

/// A heading field in which a report gives the day of an event.
struct EventField {
  std::string event;
  std::string form;
  std::string field;
  std::vector<std::string> stages = {};  // of the reports; empty: any

  [[nodiscard]] bool is_of_stage(const std::string& stage) const;  // an empty one is of all
};

/// An event of data/events.toml, from which terms run.
struct EventKind {
  std::string id;
  LocalText title;
  bool once = false;                       // it has no second one: another day corrects the first
  std::optional<calendar::DueRule> usual;  // by when the event of a period usually has happened
  std::vector<EventField> named_in;
};

}  // namespace esep::form
