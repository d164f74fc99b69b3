// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

struct RecordedEvent {
  report::Event event;
  std::optional<calendar::Date> replaced;  // the date that it replaces
};

/// Checks the right and records the day of an event that starts a term, with its entry of history. An empty
/// organisation is taken from the register of the subject. Error EVENT-UNKNOWN (usage: no obligation depends on it),
/// EVENT-SUBJECT, SUBJECT-OF-OTHER, CLI-MISSING-OPTION (usage: neither organisation nor subject is given),
/// ORGANISATION-UNKNOWN, registry::StepRefused.
RecordedEvent record_event(Engine& engine, report::Event event, const registry::Actor& actor);

}  // namespace esep::app
