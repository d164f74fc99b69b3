// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

struct RecordedEvent {
  report::Event event;
  std::optional<report::Event> replaced;  // the record that it replaces
  std::optional<report::Event> narrower;  // one of a single form or stage, which still counts there
  std::optional<report::Event> wider;     // one of all forms or stages, in whose place this one counts for its own
  std::optional<Message> differs;         // EVENT-REGISTER-DAY: the register of the subject says another day
  /// EVENT-REPORT-DAY: a report in force gives another day in its heading. TOO-EARLY: of before the event, or composed
  /// before the discussion that it opens is over.
  /// EVENT-NONE-RECORD: a report or a deed that contradicts that the event does not come.
  std::vector<Message> reports;

  /// All of it was recorded already: nothing was written.
  [[nodiscard]] bool is_repeated() const { return replaced == event; }
};

/// Checks the right and records the day of an event that starts a term, with its entry of history. An empty
/// organisation is taken from the register of the subject. An event that starts no term is refused. With `event.none`
/// it records that the event does not come in the period: what it would start is not expected then. Error EVENT-UNKNOWN
/// (usage: no obligation depends on it), EVENT-OF-OTHER-FORM, EVENT-SUBJECT, SUBJECT-OF-OTHER, CLI-MISSING-OPTION
/// (usage: organisation, subject or period is not given), EVENT-NO-SUBJECT, EVENT-NO-PERIOD, ORGANISATION-UNKNOWN,
/// EVENT-FUTURE, EVENT-EARLY and EVENT-PERIOD-YEAR (data/plausible.toml), EVENT-OCCURRENCE (the one before is not
/// recorded), EVENT-OCCURRENCE-LATER (`none`, though the next one is recorded), EVENT-ONCE (usage: data/events.toml
/// knows no second one), EVENT-NONE-PERIOD (usage), CALENDAR-YEAR, EVENT-OWES-NOTHING, registry::StepRefused.
RecordedEvent record_event(Engine& engine, report::Event event, const registry::Actor& actor);

/// Takes back an event that was recorded by mistake, with its entry of history; its date is not read. Gives what was
/// recorded. Error as `record_event` for its name and parties, EVENT-NOT-RECORDED, EVENT-OCCURRENCE-LATER.
report::Event withdraw_event(Engine& engine, report::Event event, const registry::Actor& actor);

/// Events of one duty are counted one after another. Error EVENT-OCCURRENCE: the one before is not recorded, whatever
/// its form, stage and date.
void require_occurrence_before(Engine& engine, const report::Event& event);

}  // namespace esep::app
