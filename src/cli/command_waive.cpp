// SPDX-License-Identifier: MIT
#include "app/core/verdict_words.h"
#include "app/upkeep/waive.h"
#include "cli/commands.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

int run_waive(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::WaiveRequest request;
  request.form = arguments.positional(0, "FORM");
  request.organisation = arguments.required("org");
  request.subject = arguments.get("subject");
  request.stage = arguments.get("stage");
  request.period = period_option(arguments, "period");
  request.until = required_date(arguments, "until");
  request.reason = arguments.required("reason");
  request.basis = arguments.required("basis");
  for (const auto& waiver : app::waive(session.engine(), request, session.actor())) {
    session.out() << waiver.key.organisation << '\t' << waiver.key.subject << '\t' << waiver.key.stage << '\t'
                  << waiver.key.period << '\t' << session.say(app::waiver_message(waiver)) << '\n';
  }
  if (request.until < session.now().date) session.tell(Message("WAIVE-PAST", {{"date", request.until.dotted()}}));
  return kOk;
}

}  // namespace

Command waive_command() {
  return {"waive",
          "FORM|OBLIGATION --org ORG --period PERIOD --until DATE --reason TEXT --basis TEXT",
          "CMD-WAIVE",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"until", '\0', "DATE", "OPT-UNTIL"},
           {"reason", '\0', "TEXT", "OPT-REASON"},
           {"basis", '\0', "TEXT", "OPT-BASIS"}},
          run_waive};
}

}  // namespace esep::cli
