// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/core/verdict_words.h"
#include "app/upkeep/waive.h"
#include "cli/commands.h"
#include "cli/report_options.h"
#include "cli/text_table.h"
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
  request.stage = stage_option(session, request.form);
  request.period = period_option(arguments, "period");
  request.until = required_date(arguments, "until");
  request.reason = arguments.required("reason");
  request.basis = arguments.required("basis");
  TextTable table({session.say("STATUS-ORGANISATION"), session.say("LIST-CODE"), session.say("STATUS-SUBJECT"),
                   session.say("LIST-STAGE"), session.say("BLANK-PERIOD"), session.say("LIST-REMARK")});
  for (const auto& waiver : app::waive(session.engine(), request, session.actor())) {
    const report::ReportKey& key = waiver.key;
    table.add({app::organisation_title(session.engine(), key.organisation).in(session.lang()), key.organisation,
               key.subject, key.stage, key.period, session.say(app::waiver_message(waiver))});
  }
  table.print(session.out());
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
          run_waive,
          {"esep waive tied-grant-usage --org km --period 2026-10 --until 15.12.2026 --reason \"…\" --basis \"…\""}};
}

}  // namespace esep::cli
