// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

struct RecordedEvent {
  report::Event event;
  std::optional<calendar::Date> replaced;  // the date that it takes the place of
};

/// Records the day of an event that deadlines hang on, for those who may, with its line of history. An empty
/// organisation is taken from the register of the subject. Error EVENT-UNKNOWN (usage: no obligation waits for it),
/// EVENT-SUBJECT, SUBJECT-OF-OTHER, CLI-MISSING-OPTION (usage: neither organisation nor subject say whose event it is),
/// ORGANISATION-UNKNOWN, registry::StepRefused.
RecordedEvent record_event(Engine& engine, report::Event event, const registry::Actor& actor);

}  // namespace esep::app
