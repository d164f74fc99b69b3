// SPDX-License-Identifier: MIT
#include "app/core/verdict_words.h"
#include "app/registers/record_dispatch.h"
#include "cli/commands.h"
#include "cli/report_options.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

int run_dispatch(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::DispatchRequest request;
  request.key = report_key(arguments, arguments.positional(0, "FORM"));
  request.code = arguments.required("code");
  request.date = required_date(arguments, "on");
  request.number = arguments.required("number");
  request.signer = arguments.required("signer");
  const auto recorded = app::record_dispatch(session.engine(), request, session.actor());
  session.tell(Message("DISPATCH-DONE", {{"number", recorded.dispatch.number},
                                         {"date", recorded.dispatch.date.dotted()},
                                         {"code", recorded.dispatch.code},
                                         {"submission", recorded.dispatch.submission},
                                         {"timeliness", session.say(app::status_message(recorded.status))}}));
  if (recorded.replaced) {
    session.tell(Message("DISPATCH-REPLACES",
                         {{"number", recorded.replaced->number}, {"date", recorded.replaced->date.dotted()}}));
  }
  return kOk;
}

}  // namespace

Command dispatch_command() {
  return {"dispatch",
          "FORM --org ORG --period PERIOD --on DATE --number TEXT --signer TEXT --code CODE",
          "CMD-DISPATCH",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"on", '\0', "DATE", "OPT-SENT-ON"},
           {"number", '\0', "TEXT", "OPT-LETTER-NUMBER"},
           {"signer", '\0', "TEXT", "OPT-SIGNER"},
           {"code", '\0', "CODE", "OPT-CODE"}},
          run_dispatch};
}

}  // namespace esep::cli
