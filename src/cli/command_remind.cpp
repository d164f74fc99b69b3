// SPDX-License-Identifier: MIT
#include <set>

#include "app/paper/mail_sender.h"
#include "app/paper/remind.h"
#include "base/text.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/value_options.h"
#include "text/reminder_json.h"

namespace esep::cli {
namespace {

void print(Session& session, const app::Reminded& one) {
  const auto& key = one.status.duty.key;
  session.out() << one.letter.file << '\t' << key.organisation << '\t' << key.subject << '\t'
                << (one.status.duty.due.effective ? one.status.duty.due.effective->iso() : "—") << '\t'
                << session.say(app::reminder_message(one));
  if (one.repeated) {
    session.out() << '\t' << session.say(Message("REMIND-ALREADY", {{"at", one.letter.at}, {"user", one.letter.user}}));
  }
  session.out() << '\n';
}

void tell_addresses(Session& session, const app::RemindRequest& request, const std::vector<app::Reminded>& letters) {
  if (request.format != report::OutputFormat::eml) return;
  std::set<std::string> without;
  bool fresh = false;
  for (const auto& one : letters) {
    if (one.repeated) continue;
    fresh = true;
    if (one.addresses.empty()) without.insert(one.letter.key.organisation);
  }
  if (fresh && request.sender.address == app::kNobodysAddress)
    session.tell(Message("REMIND-NO-SENDER", {{"address", app::kNobodysAddress}}));
  if (!without.empty()) {
    session.tell(Message("REMIND-NO-ADDRESS", {{"organisations", join({without.begin(), without.end()}, ", ")}}));
  }
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

int run_remind(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::RemindRequest request;
  request.filter.form = arguments.positional(0, "FORM");
  request.filter.period = period_option(arguments, "period");
  request.filter.organisation = arguments.get("org");
  request.filter.subject = arguments.get("subject");
  request.filter.stage = arguments.get("stage");
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
  const auto letters = app::remind(session.engine(), request, actor);
  int written = 0;
  for (const auto& one : letters) {
    if (!session.json()) print(session, one);
    written += one.repeated ? 0 : 1;
    session.warn_of_substitutes(one.substituted);
  }
  if (session.json()) session.out() << text::reminders_json(views(letters));
  tell_addresses(session, request, letters);
  if (letters.empty()) {
    session.tell("REMIND-NOBODY");
  } else {
    session.tell(Message("REMIND-DONE", {{"count", std::to_string(written)}, {"folder", request.folder.string()}}));
  }
  return kOk;
}

}  // namespace

Command remind_command() {
  return {"remind",
          "FORM --period PERIOD [--org ORG] --to eml|pdf -o FOLDER",
          "CMD-REMIND",
          {{"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"to", '\0', "eml|pdf", "OPT-REMIND-TO"},
           {"sender", '\0', "SENDER", "OPT-REMIND-SENDER"},
           {"again", '\0', "", "OPT-REMIND-AGAIN"},
           {"output", 'o', "FOLDER", "OPT-REMIND-FOLDER"}},
          run_remind};
}

}  // namespace esep::cli
