// SPDX-License-Identifier: MIT
#include "app/core/action_title.h"
#include "app/core/message_key.h"
#include "app/query/history_entries.h"
#include "base/error.h"
#include "base/remarks.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

std::string remarks_text(Session& session, const text::EntryView& entry) {
  std::vector<std::string> out;
  for (const Message& remark : app::entry_remarks(entry)) out.push_back(session.say(remark));
  return join_remarks(std::move(out));
}

int run_history(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(0);
  app::HistoryFilter filter;
  filter.organisation = arguments.get("org");
  filter.form = arguments.get("form");
  filter.user = arguments.get("user");
  filter.action = arguments.get("action");
  filter.since = date_option(arguments, "since");
  filter.until = date_option(arguments, "until");
  if (filter.since && filter.until && *filter.until < *filter.since)
    throw Error(Message("CLI-DATES-ORDER", {{"first", "--since"}, {"last", "--until"}}), "CLI-SEE-HELP",
                Error::Kind::usage);
  const auto entries = app::history_entries(session.engine(), filter);
  if (session.json()) {
    session.out() << text::history_json(entries);
  } else {
    TextTable table({"№", session.say("LIST-TIME"), session.say("LIST-USER"), session.say("LIST-ACTION"),
                     session.say("STATUS-NUMBER"), session.say("LIST-HASH"), session.say("LIST-REMARK")});
    for (const auto& entry : entries) {
      table.add({std::to_string(entry.seq), entry.at, entry.user,
                 app::action_words(session.engine(), entry.action, session.lang()), entry.submission,
                 entry.hash.substr(0, 12), remarks_text(session, entry)});
    }
    table.print(session.out());
    if (entries.empty()) session.tell("HISTORY-NOTHING");
  }
  const auto damage = app::history_damage(session.engine());
  for (const auto& one : damage) {
    const std::string key = app::message_key("DOCTOR-ENTRY-", one.kind_name());
    session.err() << session.say(Message(key, {{"seq", std::to_string(one.seq)}})) << '\n';
  }
  return damage.empty() ? kOk : kFindings;
}

}  // namespace

Command history_command() {
  return {"history",
          "[--org ORG] [--form FORM] [--since DATE] [--until DATE] [--user USER] [--action ACTION]",
          "CMD-HISTORY",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"form", '\0', "FORM", "OPT-FORM"},
           {"since", '\0', "DATE", "OPT-SINCE"},
           {"until", '\0', "DATE", "OPT-HISTORY-UNTIL"},
           {"user", '\0', "USER", "OPT-HISTORY-USER"},
           {"action", '\0', "ACTION", "OPT-ACTION"}},
          run_history,
          {"esep history --since 01.11.2026 --org km"}};
}

}  // namespace esep::cli
