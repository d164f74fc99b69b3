// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/paper/mail_sender.h"
#include "app/paper/remind.h"
#include "base/text.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/report_options.h"
#include "cli/text_table.h"
#include "cli/value_options.h"
#include "text/reminder_json.h"

namespace esep::cli {
namespace {

std::string remark_of(Session& session, const app::Reminded& one) {
  if (!one.repeated) return {};
  return session.say(Message("REMIND-ALREADY", {{"at", one.letter.at}, {"user", one.letter.user}}));
}

void print(Session& session, const std::vector<app::Reminded>& letters) {
  TextTable table({session.say("LIST-FILE"), session.say("STATUS-ORGANISATION"), session.say("LIST-CODE"),
                   session.say("STATUS-SUBJECT"), session.say("STATUS-DUE"), session.say("LIST-REMINDER"),
                   session.say("LIST-ADDRESSES"), session.say("LIST-REMARK")});
  for (const auto& one : letters) {
    const auto& key = one.status.duty.key;
    const auto& due = one.status.duty.due.effective;
    table.add({one.letter.file, app::organisation_title(session.engine(), key.organisation).in(session.lang()),
               key.organisation, key.subject, due ? due->dotted() : "—", session.say(app::reminder_message(one)),
               join(one.addresses, ", "), remark_of(session, one)});
  }
  table.print(session.out());
}

void tell_addresses(Session& session, const app::RemindRequest& request, const std::vector<app::Reminded>& letters) {
  if (request.format != report::OutputFormat::eml) return;
  const bool fresh = std::any_of(letters.begin(), letters.end(),
                                 [](const auto& one) { return !one.repeated && !one.addresses.empty(); });
  if (fresh && request.sender.address == app::kNobodysAddress)
    session.tell(Message("REMIND-NO-SENDER", {{"address", app::kNobodysAddress}}));
  for (const auto& finding : app::address_findings(session.engine(), request, letters)) session.print(finding);
}

std::vector<text::ReminderView> views(const std::vector<app::Reminded>& letters) {
  std::vector<text::ReminderView> out;
  for (const auto& one : letters) {
    out.push_back({one.letter.key, one.letter.kind, one.status.duty.due.effective, one.working_days,
                   one.letter.language, one.letter.file, join(one.addresses, ", "), one.letter.code,
                   one.repeated ? one.letter.at : "", one.repeated ? one.letter.user : ""});
  }
  return out;
}

void tell_outcome(Session& session, const app::RemindRequest& request, const app::RemindOutcome& outcome) {
  const auto& letters = outcome.letters;
  if (outcome.beyond) session.tell(*outcome.beyond);
  if (outcome.calendar_ends) session.tell(*outcome.calendar_ends);
  if (letters.empty()) {
    if (!outcome.beyond) session.tell(outcome.nobody);
    return;
  }
  const auto written = std::count_if(letters.begin(), letters.end(), [](const auto& one) { return !one.repeated; });
  session.tell(Message("REMIND-DONE", {{"count", std::to_string(written)}, {"folder", request.folder.string()}}));
}

int run_remind(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::RemindRequest request;
  request.filter.form = arguments.positional(0, "FORM");
  request.filter.period = period_option(arguments, "period");
  request.filter.organisation = arguments.get("org");
  request.filter.subject = arguments.get("subject");
  request.filter.stage = stage_option(session, request.filter.form);
  app::require_known(session.engine(), request.filter);
  const std::string format = arguments.required("to");
  request.folder = arguments.required("output");
  if (arguments.has("paper-lang")) request.lang = session.paper_lang();
  request.fallback = session.paper_lang();
  request.sender = app::mail_sender(session.engine(),
                                    arguments.has("sender") ? std::optional(arguments.get("sender")) : std::nullopt);
  const registry::Actor actor = session.actor();
  request.utc_offset_minutes = utc_offset_in_kazakhstan(actor.at);
  if (arguments.has("again")) request.written_today = registry::WrittenToday::write_again;
  request.format = app::reminder_format(format);
  const app::RemindOutcome outcome = app::remind(session.engine(), request, actor);
  const auto& letters = outcome.letters;
  for (const auto& one : letters) session.warn_of_substitutes(one.substituted);
  if (session.json()) {
    session.out() << text::reminders_json(views(letters));
  } else {
    print(session, letters);
  }
  tell_addresses(session, request, letters);
  tell_outcome(session, request, outcome);
  return kOk;
}

}  // namespace

Command remind_command() {
  return {"remind",
          "FORM --period PERIOD [--org ORG] --to eml|pdf|docx -o FOLDER",
          "CMD-REMIND",
          {{"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"to", '\0', "eml|pdf|docx", "OPT-REMIND-TO"},
           {"sender", '\0', "SENDER", "OPT-REMIND-SENDER"},
           {"again", '\0', "", "OPT-REMIND-AGAIN"},
           {"output", 'o', "FOLDER", "OPT-REMIND-FOLDER"}},
          run_remind,
          {"esep remind tied-grant-usage --period 2026-10 --to eml -o letters",
           "esep remind tied-grant-usage --period 2026-10 --org km --to pdf -o letters"}};
}

}  // namespace esep::cli
