// SPDX-License-Identifier: MIT
#include "app/core/earlier_approval.h"
#include "app/core/names.h"
#include "app/review/desk.h"
#include "app/review/review_text.h"
#include "base/error.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

std::string assessment(Session& session, const report::AssessmentState& state) {
  return session.say(
      app::assessment_message(state, [&](const Message& message) { return session.engine().render_all(message); }));
}

std::string term_words(Session& session, const report::ReviewRow& row) {
  if (row.term && row.term->over > 0)
    return session.say(Message("REVIEW-OVER", {{"days", std::to_string(row.term->over)}}));
  if (row.term && !row.concluded)
    return session.say(Message("REVIEW-LEFT", {{"days", std::to_string(row.term->left)}}));
  return {};
}

std::string review_remarks(Session& session, const report::ReviewRow& row) {
  std::vector<std::string> out;
  for (const auto& one : row.assessments) out.push_back(assessment(session, one));
  if (row.open_recommendations > 0)
    out.push_back(
        session.say(Message("REVIEW-OPEN-RECOMMENDATIONS", {{"count", std::to_string(row.open_recommendations)}})));
  if (!row.changed_since.empty())
    out.push_back(
        session.say(Message("REVIEW-CHANGED", {{"number", row.submission.number}, {"other", row.changed_since}})));
  return join(out, "; ");
}

void print_reviews(Session& session, const std::vector<report::ReviewRow>& rows) {
  TextTable table({session.say("STATUS-NUMBER"), session.say("LIST-REVIEW-TERM"), session.say("LIST-LEFT"),
                   session.say("STATUS-STATE"), session.say("LIST-REVIEWER"), session.say("STATUS-ORGANISATION"),
                   session.say("LIST-FORM"), session.say("BLANK-PERIOD"), session.say("STATUS-SUBJECT"),
                   session.say("LIST-REMARK")});
  for (const auto& row : rows) {
    const report::Submission& s = row.submission;
    table.add({s.number, row.term ? row.term->due.dotted() : "—", term_words(session, row),
               session.say(app::state_message(s.state)), row.reviewer.empty() ? "—" : row.reviewer,
               app::organisation_title(session.engine(), s.key.organisation).in(session.lang()), s.key.form,
               s.key.period, s.key.subject, review_remarks(session, row)});
  }
  table.print(session.out());
}

int list_reviews(Session& session, app::ReviewDesk& desk) {
  const Arguments& arguments = session.arguments();
  app::ReviewFilter filter;
  if (arguments.has("mine")) filter.reviewer = session.actor().user;
  filter.form = arguments.get("form");
  filter.organisation = arguments.get("org");
  filter.overdue = arguments.has("overdue");
  filter.concluded = arguments.has("all");
  const auto rows = desk.list(filter, session.now().date);
  bool over = false;
  for (const auto& row : rows) over = over || (row.term && row.term->over > 0);
  if (session.json()) {
    session.out() << text::reviews_json(rows);
  } else {
    print_reviews(session, rows);
  }
  if (rows.empty()) session.tell("REVIEW-NOTHING");
  return over ? kFindings : kOk;
}

int show(Session& session, app::ReviewDesk& desk, const std::string& number) {
  const report::ReviewCase view = desk.show(number);
  if (session.json()) {
    session.out() << text::review_json(view);
    return kOk;
  }
  std::ostream& out = session.out();
  out << view.submission.number << '\t' << session.say(app::state_message(view.submission.state)) << '\t'
      << (view.review ? shown_in_line(view.review->reviewer) : "—") << '\n';
  if (view.approved_earlier) out << session.say(app::earlier_approval_message(*view.approved_earlier)) << '\n';
  for (const auto& note : view.notes) {
    out << session.say(app::place_message(note.place)) << ": " << shown_in_line(squeeze_spaces(note.text)) << " ("
        << shown_in_line(note.user) << ", " << note.at.date.dotted() << ")\n";
  }
  for (const auto& assessed : view.assessments) {
    if (assessed.state.items > 0) out << assessed.checklist << ": " << assessment(session, assessed.state) << '\n';
    for (const auto& answer : assessed.answers) {
      out << answer.item << ": " << session.say(app::conformity_message(answer.conformity));
      out << (answer.comment.empty() ? "" : " — " + shown_in_line(squeeze_spaces(answer.comment))) << '\n';
    }
  }
  for (const auto& one : view.recommendations) {
    out << one.number << '\t' << session.say(app::recommendation_state_message(one.state)) << '\t' << one.due.iso()
        << '\t' << session.say(app::place_message(one.place)) << '\t' << shown_in_line(squeeze_spaces(one.text))
        << '\n';
  }
  return kOk;
}

report::Submission step(Session& session, app::ReviewDesk& desk, const std::string& verb, const std::string& number) {
  const Arguments& arguments = session.arguments();
  if (verb == "open") return desk.open(number, arguments.get("to"), session.actor());
  if (verb == "assign") return desk.assign(number, arguments.required("to"), session.actor());
  const auto text = arguments.has("text") ? std::optional(arguments.get("text")) : std::nullopt;
  if (verb == "return") return desk.send_back(number, text, session.actor());
  return desk.approve(number, text, session.actor());
}

int take_step(Session& session, app::ReviewDesk& desk, const std::string& verb, const std::string& number) {
  const auto now = step(session, desk, verb, number);
  if (session.json()) {
    session.out() << text::review_json(desk.show(number));
  } else {
    session.tell(
        Message("REVIEW-DONE", {{"number", now.number}, {"state", session.say(app::state_message(now.state))}}));
    if (verb == "return") session.tell(Message("RETURN-NEXT", {{"number", now.number}}));
  }
  return kOk;
}

int run_review(Session& session) {
  static const std::vector<std::string> kVerbs{"list", "show", "open", "assign", "return", "approve"};
  const Arguments& arguments = session.arguments();
  const std::string verb = arguments.positional(0, "list|show|open|assign|return|approve");
  arguments.at_most(verb == "list" ? 1 : 2);
  if (std::find(kVerbs.begin(), kVerbs.end(), verb) == kVerbs.end()) {
    const std::string meant = nearest(verb, kVerbs);
    throw Error(Message("REVIEW-VERB", {{"verb", verb}, {"known", join(kVerbs, ", ")}}),
                meant.empty() ? Message("CLI-SEE-HELP") : Message("CLI-DID-YOU-MEAN", {{"word", meant}}),
                Error::Kind::usage);
  }
  app::ReviewDesk desk(session.engine());
  if (verb == "list") return list_reviews(session, desk);
  const std::string number = arguments.positional(1, "SUBMISSION");
  if (verb == "show") return show(session, desk, number);
  return take_step(session, desk, verb, number);
}

}  // namespace

Command review_command() {
  return {"review",
          "list|show|open|assign|return|approve [SUBMISSION]",
          "CMD-REVIEW",
          {{"mine", '\0', "", "OPT-REVIEW-MINE"},
           {"overdue", '\0', "", "OPT-OVERDUE"},
           {"all", '\0', "", "OPT-REVIEW-ALL"},
           {"form", '\0', "FORM", "OPT-FORM"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"to", '\0', "REVIEWER", "OPT-REVIEW-TO"},
           {"text", '\0', "TEXT", "OPT-REVIEW-TEXT"}},
          run_review,
          {"esep review list --overdue", "esep review open S-000001", "esep review return S-000001 --text \"…\""}};
}

}  // namespace esep::cli
