// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/verdict_words.h"
#include "app/paper/status_paper.h"
#include "app/registers/record_deed.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/report_options.h"
#include "cli/value_options.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

std::vector<Lang> languages(const Arguments& arguments) {
  std::vector<Lang> out;
  if (!arguments.has("languages")) return out;
  for (const std::string& code : split(arguments.get("languages"), ',')) {
    const auto lang = lang_from_code(trim(code));
    if (!lang) throw Error(Message("DONE-BAD-LANGUAGE", {{"code", code}}), "CLI-SEE-HELP", Error::Kind::usage);
    out.push_back(*lang);
  }
  return out;
}

app::DeedRequest deed_request(Session& session) {
  const Arguments& arguments = session.arguments();
  app::DeedRequest out;
  out.deed.obligation = arguments.positional(0, "OBLIGATION");
  out.deed.key = report_key(session, "");
  out.deed.key.occurrence = number_option(arguments, "occurrence").value_or(0);
  out.event = date_option(arguments, "event");
  out.deed.addressee = arguments.get("to");
  out.deed.document = trim(arguments.get("document"));
  out.deed.withdrawn = arguments.has("withdraw");
  const bool described = arguments.has("on") || arguments.has("languages") || arguments.has("link");
  if (out.deed.withdrawn && described) throw Error("DONE-WITHDRAW-DATE", "CLI-SEE-HELP", Error::Kind::usage);
  if (out.deed.withdrawn) return out;
  out.deed.date = required_date(arguments, "on");
  out.deed.languages = languages(arguments);
  out.deed.link = trim(arguments.get("link"));
  return out;
}

// Which sentence says that it is recorded: done, delivered, done in part, or all that already.
const char* done_message(const report::Deed& deed, const app::RecordedDeed& recorded) {
  if (recorded.repeated) return "DONE-REPEATED";
  if (!deed.addressee.empty()) return "DONE-DELIVERED";
  const bool whole = std::none_of(recorded.findings.begin(), recorded.findings.end(),
                                  [](const auto& finding) { return finding.code == "DONE-LANGUAGES"; });
  return whole ? "DONE-RECORDED" : "DONE-KEPT";
}

void tell_deed(Session& session, const report::Deed& deed, const app::RecordedDeed& recorded) {
  const LocalText& title = recorded.status.duty.obligation->title;
  if (deed.withdrawn) {
    session.tell(Message("DONE-WITHDRAWN", {{"obligation", title}, {"date", recorded.replaced->date.dotted()}}));
    return;
  }
  const std::string timeliness = session.say(app::status_message(session.engine(), recorded.status));
  session.tell(Message(done_message(deed, recorded),
                       {{"obligation", title}, {"date", deed.date.dotted()}, {"timeliness", timeliness}}));
  if (!deed.addressee.empty()) {
    for (const Message& remark : app::status_remarks(session.engine(), recorded.status, session.now().date))
      session.tell(remark);
  }
  if (!recorded.replaced || recorded.repeated) return;
  if (recorded.replaced->date == deed.date) {
    session.tell("RECORD-CORRECTED");
  } else {
    session.tell(Message("DONE-REPLACES", {{"date", recorded.replaced->date.dotted()}}));
  }
}

int run_done(Session& session) {
  session.arguments().at_most(1);
  const auto wanted = deed_request(session);
  const auto recorded = app::record_deed(session.engine(), wanted, session.actor());
  if (session.json()) session.out() << text::status_json({recorded.status});
  tell_deed(session, wanted.deed, recorded);
  for (report::Finding finding : recorded.findings) {
    finding.file = recorded.status.duty.obligation->title.in(session.lang());
    session.print(finding);
  }
  return kOk;
}

}  // namespace

Command done_command() {
  return {"done",
          "OBLIGATION --org ORG|--subject SUBJECT [--period PERIOD|--event DATE] --on DATE|--withdraw",
          "CMD-DONE",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"event", '\0', "DATE", "OPT-DONE-EVENT"},
           {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
           {"on", '\0', "DATE", "OPT-DONE-ON"},
           {"languages", '\0', "kk,ru", "OPT-DONE-LANGUAGES"},
           {"link", '\0', "URL", "OPT-DONE-LINK"},
           {"document", '\0', "TEXT", "OPT-DOCUMENT"},
           {"to", '\0', "ADDRESSEE", "OPT-ADDRESSEE"},
           {"withdraw", '\0', "", "OPT-DONE-WITHDRAW"}},
          run_done,
          {"esep done open-budgets-financial-statements --org km --period 2025 --on 02.07.2026 --languages kk,ru "
           "--link https://budget.egov.kz/1"}};
}

}  // namespace esep::cli
