// SPDX-License-Identifier: MIT
#include "app/core/deed_words.h"
#include "app/core/verdict_words.h"
#include "app/paper/outdated.h"
#include "app/registers/record_dispatch.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/report_options.h"
#include "cli/value_options.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

app::DispatchRequest dispatch_request(Session& session) {
  const Arguments& arguments = session.arguments();
  app::DispatchRequest out;
  out.deed.key = report_key(session, arguments.positional(0, "FORM"));
  session.engine().catalog().require(out.deed.key.form);
  out.deed.addressee = arguments.get("to");
  out.deed.withdrawn = arguments.has("withdraw");
  out.incomplete = arguments.has("incomplete");
  if (out.deed.withdrawn) {
    for (const char* other : {"on", "number", "signer", "code", "incomplete"}) {
      if (arguments.has(other)) throw Error("DISPATCH-WITHDRAW-WORDS", "CLI-SEE-HELP", Error::Kind::usage);
    }
    return out;
  }
  const std::string code = arguments.required("code");
  out.deed.date = required_date(arguments, "on");
  out.deed.sent = report::SentPaper{code, arguments.required("number"), arguments.required("signer")};
  return out;
}

// A corrected paper stands beside those that were sent before.
void tell_earlier(Session& session, const report::Delivery& delivery) {
  for (const report::EarlierLetter& one : delivery.earlier) {
    session.tell(Message("DISPATCH-BESIDE", {{"number", one.deed.sent->number}, {"date", one.deed.date.dotted()}}));
  }
}

void tell_dispatch(Session& session, const app::RecordedDispatch& recorded) {
  const report::Deed& deed = recorded.deed;
  if (deed.withdrawn) {
    session.tell(Message("DISPATCH-WITHDRAWN",
                         {{"number", recorded.replaced->sent->number}, {"date", recorded.replaced->date.dotted()}}));
    return;
  }
  session.tell(Message(recorded.repeated ? "DISPATCH-REPEATED" : "DISPATCH-DONE",
                       {{"number", deed.sent->number},
                        {"date", deed.date.dotted()},
                        {"code", deed.sent->code},
                        {"submission", deed.report},
                        {"timeliness", session.say(app::status_message(session.engine(), recorded.status))}}));
  if (recorded.replaced && !recorded.repeated) {
    session.tell(Message("DISPATCH-REPLACES",
                         {{"number", recorded.replaced->sent->number}, {"date", recorded.replaced->date.dotted()}}));
  }
  for (const report::Delivery& one : recorded.status.deliveries) {
    if (one.addressee.id == deed.addressee && !recorded.replaced) tell_earlier(session, one);
    const auto later = one.addressee.id == deed.addressee ? app::later_message(one) : std::nullopt;
    if (later) session.tell(*later);
    const Message changed = one.deed ? app::changed_paper_message(session.engine(), one) : Message();
    if (one.addressee.id == deed.addressee && !changed.empty()) session.tell(changed);
  }
  if (recorded.status.origin.outdated) session.tell(*recorded.status.origin.outdated);
}

int run_dispatch(Session& session) {
  session.arguments().at_most(1);
  const auto wanted = dispatch_request(session);
  auto recorded = app::record_dispatch(session.engine(), wanted, session.actor());
  std::vector<report::StatusRow> rows{std::move(recorded.status)};
  app::mark_outdated(session.engine(), rows);
  if (session.json()) session.out() << text::status_json(rows);
  recorded.status = std::move(rows.front());
  tell_dispatch(session, recorded);
  return kOk;
}

}  // namespace

Command dispatch_command() {
  return {"dispatch",
          "FORM --org ORG --period PERIOD --on DATE --number TEXT --signer TEXT --code CODE [--incomplete]|--withdraw",
          "CMD-DISPATCH",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"on", '\0', "DATE", "OPT-SENT-ON"},
           {"number", '\0', "TEXT", "OPT-LETTER-NUMBER"},
           {"signer", '\0', "TEXT", "OPT-SIGNER"},
           {"code", '\0', "CODE", "OPT-CODE"},
           {"incomplete", '\0', "", "OPT-INCOMPLETE"},
           {"to", '\0', "ADDRESSEE", "OPT-ADDRESSEE"},
           {"withdraw", '\0', "", "OPT-DISPATCH-WITHDRAW"}},
          run_dispatch,
          {"esep dispatch roadmap-consolidated --org oam --period 2026-H1 --on 20.07.2026 --number 12-3/451 --signer "
           "\"…\" --code 1A2B-3C4D-5E6F"}};
}

}  // namespace esep::cli
