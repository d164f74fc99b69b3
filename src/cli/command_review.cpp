// SPDX-License-Identifier: MIT
#include "app/core/earlier_approval.h"
#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/core/verdict_words.h"
#include "app/review/checklists.h"
#include "app/review/desk.h"
#include "app/review/place_words.h"
#include "app/review/review_text.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/remarks.h"
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
  if (row.term && row.term->is_over()) return session.say(app::over_message(*row.term));
  if (row.term && !row.concluded)
    return session.say(Message("REVIEW-LEFT", {{"days", std::to_string(row.term->left)}}));
  return {};
}

std::string review_remarks(Session& session, const report::ReviewRow& row) {
  std::vector<std::string> out;
  if (row.beyond) out.push_back(session.say(*row.beyond));
  for (const auto& one : row.assessments) out.push_back(assessment(session, one));
  if (row.open_recommendations > 0)
    out.push_back(
        session.say(Message("REVIEW-OPEN-RECOMMENDATIONS", {{"count", std::to_string(row.open_recommendations)}})));
  if (!row.changed_since.empty())
    out.push_back(
        session.say(Message("REVIEW-CHANGED", {{"number", row.submission.number}, {"other", row.changed_since}})));
  return join_remarks(std::move(out));
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
               app::organisation_title(session.engine(), s.key.organisation).in(session.lang()),
               app::form_title(session.engine(), s.key.form).in(session.lang()), s.key.period, s.key.subject,
               review_remarks(session, row)});
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
  for (const auto& row : rows) over = over || (row.term && row.term->is_over());
  if (session.json()) {
    session.out() << text::reviews_json(rows);
  } else {
    print_reviews(session, rows);
  }
  if (app::lacks_calendar(rows)) session.tell(app::calendar_ends_message(session.engine().calendar()));
  if (rows.empty()) session.tell("REVIEW-NOTHING");
  return over ? kFindings : kOk;
}

void print_head(Session& session, const report::ReviewCase& view) {
  const report::Submission& s = view.submission;
  TextTable table({session.say("STATUS-NUMBER"), session.say("STATUS-STATE"), session.say("LIST-REVIEWER"),
                   session.say("STATUS-ORGANISATION"), session.say("BLANK-PERIOD"), session.say("STATUS-SUBJECT")});
  table.add({s.number, session.say(app::state_message(s.state)), view.review ? view.review->reviewer : "—",
             app::organisation_title(session.engine(), s.key.organisation).in(session.lang()), s.key.period,
             s.key.subject});
  table.print(session.out());
}

void print_notes(Session& session, const report::ReviewCase& view) {
  TextTable table(
      {session.say("LIST-PLACE"), session.say("LIST-NOTE"), session.say("LIST-USER"), session.say("LIST-TIME")});
  app::PlaceWords places(session.engine());
  for (const auto& note : view.notes)
    table.add({session.say(places.of(view.submission, note.place)), note.text, note.user, note.at.date.dotted()});
  if (!table.empty()) session.out() << '\n';
  table.print(session.out());
}

void print_answers(Session& session, const report::ReviewCase::Assessment& assessed) {
  const auto checklist = app::load_checklist(session.engine(), assessed.checklist);
  session.out() << '\n' << checklist.title.in(session.lang()) << '\n';
  if (assessed.state.items > 0) session.out() << assessment(session, assessed.state) << '\n';
  TextTable table({session.say("LIST-ITEM"), session.say("LIST-QUESTION"), session.say("LIST-ANSWER"),
                   session.say("LIST-COMMENT")});
  for (const auto& answer : assessed.answers) {
    const report::ChecklistItem* item = checklist.item(answer.item);
    table.add({answer.item, item == nullptr ? "" : item->question.in(session.lang()),
               session.say(app::conformity_message(answer.conformity)), answer.comment});
  }
  table.print(session.out());
}

void print_recommendations(Session& session, const report::ReviewCase& view) {
  TextTable table({session.say("LIST-RECOMMENDATION"), session.say("STATUS-STATE"), session.say("STATUS-DUE"),
                   session.say("LIST-PLACE"), session.say("LIST-TEXT")});
  app::PlaceWords places(session.engine());
  for (const auto& one : view.recommendations)
    table.add({one.number, session.say(app::recommendation_state_message(one.state)), one.due.dotted(),
               session.say(places.of(view.submission, one.place)), one.text});
  if (!table.empty()) session.out() << '\n';
  table.print(session.out());
}

int show(Session& session, app::ReviewDesk& desk, const std::string& number) {
  const report::ReviewCase view = desk.show(number);
  if (session.json()) {
    session.out() << text::review_json(view);
    return kOk;
  }
  print_head(session, view);
  if (view.approved_earlier)
    session.out() << session.say(app::earlier_approval_message(*view.approved_earlier)) << '\n';
  print_notes(session, view);
  for (const auto& assessed : view.assessments) print_answers(session, assessed);
  print_recommendations(session, view);
  return kOk;
}

report::Submission step(Session& session, app::ReviewDesk& desk, const std::string& verb, const std::string& number) {
  const Arguments& arguments = session.arguments();
  if (verb == "open") {
    const auto reviewer = arguments.has("to") ? std::optional(arguments.get("to")) : std::nullopt;
    return desk.open(number, reviewer, session.actor());
  }
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

// Each option belongs to some of the verbs.
void refuse_idle(const Arguments& arguments, const std::string& verb) {
  if (verb != "list") arguments.refuse({"mine", "overdue", "all", "form", "org"}, "review list");
  if (verb != "open" && verb != "assign") arguments.refuse({"to"}, "review assign");
  if (verb != "return" && verb != "approve") arguments.refuse({"text"}, "review return");
}

int run_review(Session& session) {
  static const std::vector<std::string> kVerbs{"list", "show", "open", "assign", "return", "approve"};
  const Arguments& arguments = session.arguments();
  const std::string verb = arguments.positional().empty() ? "list" : arguments.positional().front();
  arguments.at_most(verb == "list" ? 1 : 2);
  if (std::find(kVerbs.begin(), kVerbs.end(), verb) == kVerbs.end()) {
    throw Error(Message("REVIEW-VERB", {{"verb", verb}, {"known", join(kVerbs, ", ")}}),
                did_you_mean(verb, kVerbs, "CLI-SEE-HELP"), Error::Kind::usage);
  }
  refuse_idle(arguments, verb);
  app::ReviewDesk desk(session.engine());
  if (verb == "list") return list_reviews(session, desk);
  const std::string number = arguments.positional(1, "SUBMISSION");
  if (verb == "show") return show(session, desk, number);
  return take_step(session, desk, verb, number);
}

}  // namespace

Command review_command() {
  return {"review",
          "[list|show|open|assign|return|approve [SUBMISSION]]",
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
