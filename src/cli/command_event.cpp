// SPDX-License-Identifier: MIT
#include "app/core/event_titles.h"
#include "app/core/titles.h"
#include "app/registers/record_event.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/event_command.h"
#include "cli/report_options.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

std::string day_of(Session& session, const report::Event& event) {
  return event.none ? session.say("EVENT-NONE") : event.date.dotted();
}

// What happened, to whom, on which day.
Message::Args event_words(Session& session, const report::Event& event) {
  return {{"event", session.engine().event_titles().of(event.event)},
          {"about", app::key_words(session.engine(), event.key)},
          {"date", day_of(session, event)}};
}

// What the new record takes the place of.
void tell_replaced(Session& session, const app::RecordedEvent& recorded) {
  if (!recorded.replaced) return;
  if (recorded.replaced->none) {
    session.tell("EVENT-REPLACES-NONE");
  } else if (recorded.replaced->date == recorded.event.date && !recorded.event.none) {
    session.tell("RECORD-CORRECTED");
  } else if (recorded.event.none || session.engine().event_titles().happens_once(recorded.event.event)) {
    session.tell(Message("EVENT-REPLACES-DAY", {{"date", day_of(session, *recorded.replaced)}}));
  } else {
    session.tell(Message("EVENT-REPLACES", {{"date", day_of(session, *recorded.replaced)},
                                            {"next", std::to_string(recorded.event.key.occurrence + 1)}}));
  }
}

int run_event(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  report::Event event;
  event.event = arguments.positional(0, "EVENT");
  event.key = report_key(session, arguments.get("form"));
  event.document = arguments.get("document");
  event.none = arguments.has("none");
  if (event.none && (arguments.has("date") || arguments.has("withdraw")))
    throw Error("EVENT-NONE-DATE", "CLI-SEE-HELP", Error::Kind::usage);
  if (arguments.has("withdraw")) {
    if (arguments.has("date")) throw Error("EVENT-WITHDRAW-DATE", "CLI-SEE-HELP", Error::Kind::usage);
    event = app::withdraw_event(session.engine(), std::move(event), session.actor());
    session.tell(Message("EVENT-WITHDRAWN", event_words(session, event)));
    return kOk;
  }
  if (!event.none) event.date = required_date(arguments, "date");
  const auto recorded = app::record_event(session.engine(), std::move(event), session.actor());
  const bool repeated = recorded.is_repeated();
  session.tell(Message(repeated ? "EVENT-REPEATED" : "EVENT-DONE", event_words(session, recorded.event)));
  if (!repeated) tell_replaced(session, recorded);
  if (recorded.narrower) {
    const report::ReportKey& key = recorded.narrower->key;
    session.tell(
        Message("EVENT-NARROWER", {{"about", app::report_words(session.engine(), {key.form, key.stage, "", "", "", 1})},
                                   {"date", day_of(session, *recorded.narrower)},
                                   {"command", event_command(recorded.narrower->event, key) + " --withdraw"}}));
  }
  if (recorded.wider) {
    const report::ReportKey& key = recorded.event.key;
    session.tell(
        Message("EVENT-WIDER", {{"about", app::report_words(session.engine(), {key.form, key.stage, "", "", "", 1})},
                                {"date", day_of(session, *recorded.wider)}}));
  }
  if (recorded.differs) session.tell(*recorded.differs);
  for (const Message& one : recorded.reports) session.tell(one);
  return kOk;
}

}  // namespace

Command event_command() {
  return {"event",
          "EVENT --org ORG|--subject SUBJECT [--period PERIOD] --date DATE|--none|--withdraw",
          "CMD-EVENT",
          {{"form", '\0', "FORM", "OPT-FORM"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
           {"date", '\0', "DATE", "OPT-EVENT-DATE"},
           {"none", '\0', "", "OPT-EVENT-NONE"},
           {"withdraw", '\0', "", "OPT-EVENT-WITHDRAW"},
           {"document", '\0', "TEXT", "OPT-DOCUMENT"}},
          run_event,
          {"esep event approved --org KZ-71 --period 2027 --date 10.12.2026",
           "esep event approved --org KZ-71 --period 2027 --withdraw"}};
}

}  // namespace esep::cli
