// SPDX-License-Identifier: MIT
#include "app/core/later_entries.h"
#include "app/core/names.h"
#include "app/paper/proposal_paper.h"
#include "app/registers/decide.h"
#include "app/registers/proposal_list.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/text_table.h"
#include "cli/value_options.h"
#include "text/proposals_json.h"

namespace esep::cli {
namespace {

std::string day_of(const std::optional<calendar::Date>& day) { return day ? day->dotted() : "—"; }

std::string late_by(Session& session, const report::ProposalVerdict& verdict) {
  if (verdict.working_days_late == 0) return {};
  return " (" + session.say(Message("REVIEW-OVER", {{"days", std::to_string(verdict.working_days_late)}})) + ")";
}

void print_proposals(Session& session, const std::vector<report::ProposalRow>& rows) {
  std::vector<std::string> headings;
  for (const char* key :
       {"PROPOSALS-KEY", "PROPOSALS-DOCUMENT", "LIST-CODE", "STATUS-ORGANISATION", "PROPOSALS-POSTED",
        "PROPOSALS-STATE", "PROPOSALS-DECIDE-BY", "PROPOSALS-DECIDED", "PROPOSALS-ANSWER-BY", "PROPOSALS-ANSWERED"})
    headings.push_back(session.say(key));
  TextTable table(std::move(headings));
  for (const auto& row : rows) {
    const bool decided = row.decision.given.has_value();
    const bool answered = row.answer.given.has_value();
    const bool awaits_answer = row.state == report::ProposalState::awaits_answer;
    table.add({row.proposal, app::document_title(session.engine(), row).in(session.lang()), row.document,
               app::organisation_title(session.engine(), row.organisation).in(session.lang()), day_of(row.posted_on),
               session.say(app::proposal_state_message(session.engine(), row)),
               day_of(row.decision.due) + (decided ? "" : late_by(session, row.decision)),
               day_of(row.decision.given) + (decided ? late_by(session, row.decision) : ""),
               day_of(row.answer.due) + (awaits_answer ? late_by(session, row.answer) : ""),
               day_of(row.answer.given) + (answered ? late_by(session, row.answer) : "")});
  }
  table.print(session.out());
}

int list_them(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.refuse({"date"}, "proposals withdraw");
  arguments.refuse({"reason"}, "proposals keep");
  const app::ProposalFilter filter{arguments.get("subject"), arguments.get("org"), arguments.has("open"),
                                   arguments.has("overdue")};
  const auto rows = app::list_proposals(session.engine(), filter, session.now().date);
  if (session.json()) {
    session.out() << text::proposals_json(rows);
  } else if (asks_for_file(arguments)) {
    const PaperPlace place = paper_place(arguments);
    session.write_paper(place,
                        app::make_proposal_list(session.engine(), rows, session.now().date, session.paper_lang()),
                        {registry::PaperKind::status, "proposals"});
  } else {
    print_proposals(session, rows);
    if (const auto later = app::later_entries_message(session.engine(), session.now().date)) session.tell(*later);
  }
  if (rows.empty()) session.tell("PROPOSALS-NOTHING");
  for (const auto& row : rows) {
    if (row.is_overdue()) return kFindings;
  }
  return kOk;
}

int withdraw_one(Session& session) {
  const Arguments& arguments = session.arguments();
  const std::string& key = arguments.positional(1, "PROPOSAL");
  arguments.refuse({"reason"}, "proposals keep");
  const auto date = date_option(arguments, "date").value_or(session.now().date);
  const auto late = app::withdraw_proposal(session.engine(), key, date, session.actor());
  session.tell(Message("PROPOSAL-TAKEN-BACK", {{"key", key}, {"date", date.dotted()}}));
  if (late) session.tell(*late);
  return kOk;
}

int keep_one(Session& session) {
  const Arguments& arguments = session.arguments();
  const std::string& key = arguments.positional(1, "PROPOSAL");
  arguments.refuse({"date"}, "proposals withdraw");
  app::keep_proposal(session.engine(), key, arguments.required("reason"), session.actor());
  session.tell(Message("PROPOSAL-KEPT", {{"key", key}}));
  return kOk;
}

int run_proposals(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(2);
  if (arguments.positional().empty()) return list_them(session);
  const std::string& verb = arguments.positional(0, "VERB");
  if (verb == "withdraw" || verb == "keep")
    arguments.refuse({"subject", "org", "open", "overdue", "to", "output", "force"}, "proposals list");
  if (verb == "list" && arguments.positional().size() == 1) return list_them(session);
  if (verb == "withdraw") return withdraw_one(session);
  if (verb == "keep") return keep_one(session);
  throw Error(Message("CLI-BAD-VALUE", {{"option", "proposals"}, {"value", verb}, {"known", "list, withdraw, keep"}}),
              "CLI-SEE-HELP", Error::Kind::usage);
}

}  // namespace

Command proposals_command() {
  return {"proposals",
          "[list [--open|--overdue]|withdraw PROPOSAL|keep PROPOSAL --reason TEXT]",
          "CMD-PROPOSALS",
          with_paper_options({{"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
                              {"org", '\0', "ORG", "OPT-ORG"},
                              {"open", '\0', "", "OPT-PROPOSALS-OPEN"},
                              {"overdue", '\0', "", "OPT-OVERDUE"},
                              {"date", '\0', "DATE", "OPT-WITHDRAWN-ON"},
                              {"reason", '\0', "TEXT", "OPT-REASON"}}),
          run_proposals,
          {"esep proposals --overdue", "esep proposals withdraw U-008"}};
}

}  // namespace esep::cli
