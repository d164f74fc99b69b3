// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// What the events are called: data/events.toml. Error DataInvalid if that file is wrong.
class EventTitles {
 public:
  explicit EventTitles(const Engine& engine);
  /// The event's id where it has no title.
  [[nodiscard]] LocalText of(const std::string& event) const;

 private:
  std::map<std::string, LocalText> titles_;
};

}  // namespace esep::app
