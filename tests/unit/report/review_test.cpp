// SPDX-License-Identifier: MIT
#include "report/review/review.h"

#include <sstream>

#include <catch2/catch.hpp>

#include "report/review/checklist.h"

using namespace esep;
using report::Action;
using report::State;

namespace {

report::Workflow shipped_workflow() {
  Diagnostics diagnostics;
  auto out = report::read_workflow(datafile::Library().get("data/workflow.toml"), diagnostics);
  REQUIRE(diagnostics.empty());
  return out;
}

calendar::WorkingDays whole_calendar() {
  Diagnostics diagnostics;
  auto out = calendar::WorkingDays::load(datafile::Library(), diagnostics);
  REQUIRE_FALSE(has_errors(diagnostics));
  return out;
}

calendar::Date on_day(const char* iso) { return *calendar::Date::parse_iso(iso); }

std::string key_of(const std::optional<Message>& message) { return message ? message->key : "may"; }

// Who may do what in which state, by hand: a agency, g registrar, r reviewer, p approver, u auditor, c coordinator,
// o operator of the portal, b administrator of a budget programme, q operator of circles, v provider, k administrator
// of accounts; - nobody.
constexpr const char* kMatrix = R"(
            none   rejected  received  under_review  returned  approved  superseded  withdrawn
submit      agcbq  agcbq     agcbq     agcbq         agcbq     agcbq     -           agcbq
withdraw    -      -         agcbq     agcbq         agcbq     agcbq     agcbq       -
open        -      -         grp       -             -         -         -           -
assign      -      -         -         gp            -         -         -           -
note        -      -         -         rp            -         -         -           -
assess      -      -         -         r             -         -         -           -
recommend   -      -         -         r             r         r         -           -
answer      -      -         agcbq     agcbq         agcbq     agcbq     agcbq       agcbq
close       -      -         rp        rp            rp        rp        rp          rp
return      -      -         -         rp            -         -         -           -
approve     -      -         -         p             -         -         -           -
)";

const std::map<char, std::string> kRoles{
    {'a', "agency"},         {'g', "registrar"},   {'r', "reviewer"},        {'p', "approver"},
    {'u', "auditor"},        {'c', "coordinator"}, {'o', "portal_operator"}, {'b', "programme_administrator"},
    {'q', "queue_operator"}, {'v', "provider"},    {'k', "account_admin"},   {'d', "day_keeper"}};

State state_of(const std::string& word) { return word == "none" ? State::none : *report::state_from(word); }

struct MatrixRow {
  Action action;
  std::vector<std::pair<State, std::string>> cells;
};

std::vector<MatrixRow> matrix() {
  std::istringstream text(kMatrix);
  std::string line;
  std::getline(text, line);
  std::getline(text, line);
  std::vector<State> states;
  std::istringstream header(line);
  for (std::string word; header >> word;) states.push_back(state_of(word));
  std::vector<MatrixRow> out;
  while (std::getline(text, line)) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    MatrixRow row{*report::action_from(word), {}};
    for (const State state : states) {
      words >> word;
      row.cells.emplace_back(state, word);
    }
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

TEST_CASE("every state, action and role: the shipped workflow is the matrix written by hand") {
  const auto workflow = shipped_workflow();
  const auto rows = matrix();
  REQUIRE(rows.size() == report::all_actions().size());
  int judged = 0;
  for (const MatrixRow& row : rows) {
    REQUIRE(row.cells.size() == 8);
    for (const auto& [state, may] : row.cells) {
      for (const auto& [letter, role] : kRoles) {
        const report::Users users{{{"person", {{role}}}, {"other", {{"reviewer"}}}}};
        const report::StepRequest request{row.action, state, "S-000001", "person", "other"};
        const auto refused = report::refusal(workflow, users, {}, request);
        INFO(report::action_name(row.action)
             << " in " << report::state_name(state) << " as " << role << ": " << key_of(refused));
        CHECK(refused.has_value() == (may.find(letter) == std::string::npos));
        ++judged;
      }
    }
  }
  CHECK(judged == 11 * 8 * 12);
}

TEST_CASE("without a table of users everybody has every role, and a user who is not in it has none") {
  const auto workflow = shipped_workflow();
  for (const MatrixRow& row : matrix()) {
    for (const auto& [state, may] : row.cells) {
      const report::StepRequest request{row.action, state, "S-000001", "person", "other"};
      CHECK(report::refusal(workflow, std::nullopt, {}, request).has_value() == (may == "-"));
      CHECK(key_of(report::refusal(workflow, report::Users{{{"other", {{"reviewer"}}}}}, {}, request)) ==
            "STEP-USER-UNKNOWN");
    }
  }
}

TEST_CASE("a review goes only to somebody who may review") {
  const auto workflow = shipped_workflow();
  const report::Users users{{{"p", {{"approver"}}}, {"a", {{"agency"}}}, {"r", {{"reviewer"}}}}};
  CHECK(key_of(report::refusal(workflow, users, {}, {Action::open, State::received, "S-000001", "p", "a"})) ==
        "STEP-REVIEWER-ROLE");
  CHECK(key_of(report::refusal(workflow, users, {}, {Action::open, State::received, "S-000001", "p", "nobody"})) ==
        "STEP-USER-UNKNOWN");
  CHECK(key_of(report::refusal(workflow, users, {}, {Action::open, State::received, "S-000001", "p", "r"})) == "may");
}

TEST_CASE("a user with bodies acts for these only, and a registrar does not take the review himself") {
  const auto workflow = shipped_workflow();
  const report::Users users{{{"a", {{"agency"}, {{"km", "oam"}}}}, {"g", {{"registrar"}}}, {"r", {{"reviewer"}}}}};
  report::StepRequest request{Action::submit, State::none, "S-000001", "a", "", "km"};
  CHECK(key_of(report::refusal(workflow, users, {}, request)) == "may");
  request.organisation = "dsm";
  CHECK(key_of(report::refusal(workflow, users, {}, request)) == "STEP-BODY");
  CHECK(key_of(report::body_refusal(users, "a", "oam")) == "may");
  CHECK(key_of(report::body_refusal(users, "a", "")) == "STEP-BODY");
  CHECK(key_of(report::body_refusal(users, "g", "dsm")) == "may");
  const report::Users idle{{{"n", {{"agency"}, std::set<std::string>{}}}}};
  CHECK(key_of(report::body_refusal(idle, "n", "dsm")) == "STEP-BODY-NONE");
  CHECK(key_of(report::every_body_refusal(idle, "n")) == "STEP-BODY-NONE");
  CHECK(key_of(report::body_refusal(std::nullopt, "a", "dsm")) == "may");
  CHECK(key_of(report::every_body_refusal(users, "a")) == "STEP-EVERY-BODY");
  CHECK(key_of(report::every_body_refusal(users, "g")) == "may");
  CHECK(key_of(report::refusal(workflow, users, {}, {Action::open, State::received, "S-000001", "g", "g"})) ==
        "STEP-OPEN-SELF");
  CHECK(key_of(report::refusal(workflow, users, {}, {Action::open, State::received, "S-000001", "g", "r"})) == "may");
}

TEST_CASE("another day than the clock's is a right beside that to the step") {
  const auto workflow = shipped_workflow();
  const report::Users users{{{"a", {{"agency"}}}, {"k", {{"agency", "day_keeper"}}}}};
  const auto on = [&](const char* user, const char* clock, const report::Users& of) {
    return key_of(
        report::day_refusal(workflow, of, user, on_day("2026-11-20"), calendar::LocalTime{on_day(clock), 600}));
  };
  CHECK(on("a", "2026-11-20", users) == "may");
  CHECK(on("a", "2026-11-21", users) == "DAY-OTHER");
  CHECK(on("stranger", "2026-11-21", users) == "DAY-OTHER");
  CHECK(on("k", "2026-11-21", users) == "may");
  CHECK(on("a", "2026-11-21", std::nullopt) == "may");
  CHECK_FALSE(report::day_refusal(workflow, users, "a", on_day("2026-11-20"), std::nullopt));
  CHECK(key_of(report::right_refusal(workflow, users, report::RegisterAction::backdate, "a")) == "STEP-ROLE");
}

TEST_CASE("four eyes: what one person did bars the other half, whatever the roles") {
  const auto workflow = shipped_workflow();
  const std::set<Action> reporting{Action::submit, Action::withdraw, Action::answer};
  const std::set<Action> reviewing{Action::open,  Action::note,      Action::assess, Action::recommend,
                                   Action::close, Action::send_back, Action::approve};
  for (const Action done : report::all_actions()) {
    for (const Action wanted : report::all_actions()) {
      std::string expected = "may";
      const bool names_self = wanted == Action::open || wanted == Action::assign;
      if (reporting.contains(done) && (reviewing.contains(wanted) || names_self)) expected = "FOUR-EYES-SUBMITTED";
      if (reviewing.contains(done) && reporting.contains(wanted)) expected = "FOUR-EYES-REVIEWED";
      if (done == Action::recommend && wanted == Action::approve) expected = "FOUR-EYES-RECOMMENDED";
      if (done == Action::approve && wanted == Action::recommend) expected = "FOUR-EYES-APPROVED";
      // The first state in which the step may be taken at all.
      const State state = workflow.step(wanted).from.front();
      const report::ActionsByPerson actions{{"person", {done}}};
      INFO(report::action_name(done) << ", then " << report::action_name(wanted));
      CHECK(key_of(report::refusal(workflow, std::nullopt, actions, {wanted, state, "S-000001", "person", "person"})) ==
            expected);
      CHECK(key_of(report::refusal(workflow, std::nullopt, actions, {wanted, state, "S-000001", "other", "other"})) ==
            "may");
    }
  }
}

TEST_CASE("one person under two spellings is one person") {
  const auto workflow = shipped_workflow();
  const report::ActionsByPerson actions{{report::person("С. Арман"), {Action::submit}}};
  for (const char* name : {"С. Арман", " с.  арман", "C. Арман" /* a Latin C */}) {
    CHECK(key_of(report::refusal(workflow, std::nullopt, actions,
                                 {Action::note, State::under_review, "S-000001", name, ""})) == "FOUR-EYES-SUBMITTED");
  }
  CHECK(key_of(report::refusal(workflow, std::nullopt, actions,
                               {Action::note, State::under_review, "S-000001", "С. Асан", ""})) == "may");
}

TEST_CASE("who submitted may give the review to somebody else") {
  const auto workflow = shipped_workflow();
  const report::ActionsByPerson actions{{"registrar", {Action::submit}}};
  CHECK(key_of(report::refusal(workflow, std::nullopt, actions,
                               {Action::open, State::received, "S-000001", "registrar", "r"})) == "may");
  CHECK(key_of(report::refusal(workflow, std::nullopt, actions,
                               {Action::open, State::received, "S-000001", "r", "registrar"})) ==
        "FOUR-EYES-SUBMITTED");
}

TEST_CASE("ten working days from the day after receipt, over weekends and holidays") {
  const auto calendar = whole_calendar();
  CHECK(report::examination_due(on_day("2026-11-18"), 10, calendar).iso() == "2026-12-02");
  CHECK(report::examination_due(on_day("2026-12-09"), 10, calendar).iso() == "2026-12-24");  // 16 December is a holiday
  CHECK(report::examination_due(on_day("2026-11-21"), 10, calendar).iso() == "2026-12-04");  // received on a Saturday
  const auto due = on_day("2026-12-02");
  const auto on = [&](const char* iso) { return report::term_on(due, on_day(iso), calendar); };
  CHECK((on("2026-11-18").left == 10 && on("2026-11-18").over == 0));
  CHECK((on("2026-11-21").left == 8 && on("2026-11-21").over == 0));
  CHECK((on("2026-12-02").left == 0 && on("2026-12-02").over == 0));
  CHECK((on("2026-12-03").left == 0 && on("2026-12-03").over == 1));
  CHECK(on("2026-12-05").over == 2);  // Saturday: the Monday after it has not come yet
  CHECK(on("2026-12-07").over == 3);
  // On a Friday the term ended: on the Saturday it is over, and no working day has passed yet.
  CHECK(report::term_on(on_day("2026-12-04"), on_day("2026-12-05"), calendar).over == 1);
  const auto behind = report::term_on(on_day("2026-12-04"), on_day("2090-03-01"), calendar);
  CHECK((behind.is_over() && behind.uncounted && behind.over == 0 && behind.left == 0));
  const auto met = [&](const char* iso) { return report::term_met(due, on_day(iso), calendar); };
  CHECK((met("2026-11-21").left == 8 && met("2026-11-21").over == 0));
  CHECK(met("2026-12-05").over == 3);  // what was concluded on a day off counts as done on the next working day
  CHECK(met("2026-12-07").over == 3);
}

TEST_CASE("a workflow file with mistakes is refused with all of them") {
  Diagnostics diagnostics;
  const std::string text = R"([[role]]
id = "reviewer"
title = { kk = "қараушы", ru = "рассматривающий" }
[[step]]
action = "open"
title = { kk = "ашу", ru = "открыть" }
from = ["receivd"]
roles = ["reviewr"]
[[step]]
action = "open"
title = { kk = "ашу", ru = "открыть" }
from = []
roles = []
[[examination]]
form = "f"
working_days = 0
law = { kk = "а", ru = "б" }
)";
  static_cast<void>(report::read_workflow({"data/workflow.toml", "data/workflow.toml", text}, diagnostics));
  std::map<std::string, int> codes;
  for (const auto& diagnostic : diagnostics) ++codes[diagnostic.code];
  CHECK(codes == std::map<std::string, int>{{"TOML-BAD-VALUE", 2},
                                            {"WORKFLOW-ACTION-MISSING", 27},
                                            {"WORKFLOW-ACTION-TWICE", 1},
                                            {"WORKFLOW-ROLE", 1}});
  CHECK(diagnostics.front().line == 7);
  CHECK(diagnostics.front().did_you_mean == "received");
}

TEST_CASE("the shipped checklist: every official item names its article, answers are checked against it") {
  Diagnostics diagnostics;
  const auto checklist = report::read_checklist(datafile::Library().get("data/checklists/unified-requirements.toml"),
                                                "unified-requirements", diagnostics);
  REQUIRE(diagnostics.empty());
  REQUIRE(checklist.items.size() >= 25);
  for (const auto& item : checklist.items) {
    CHECK(item.reference.empty() == (item.basis == "own"));
    CHECK(item.official_number.empty());
  }
  const auto answers = report::read_answers("a.toml", R"([[document]]
id = "tz"
type = "normative_technical"
name = "Техникалық тапсырма"
date = 2026-03-01
[[answer]]
item = "UR-01"
answer = "conforms"
documents = ["tz"]
[[answer]]
item = "UR-02"
answer = "partly"
[[answer]]
item = "UR-01"
answer = "does_not"
comment = "жоқ"
[[answer]]
item = "UR-99"
answer = "conforms"
)",
                                            diagnostics);
  REQUIRE(diagnostics.empty());
  REQUIRE(answers.size() == 4);
  CHECK(report::documents_from(report::documents_text(answers[0].documents)) == answers[0].documents);
  CHECK(answers[0].documents[0].date->iso() == "2026-03-01");
  const auto findings = report::check_answers(checklist, answers, {}, "a.toml");
  std::vector<std::string> codes;
  for (const auto& finding : findings) codes.push_back(finding.code);
  REQUIRE(codes.size() == 3 + checklist.items.size() - 2);
  CHECK(codes[0] == "ANSWER-COMMENT");
  CHECK(codes[1] == "ANSWER-TWICE");
  CHECK(codes[2] == "ANSWER-ITEM");
  CHECK(codes[3] == "ANSWER-ABSENT");
  CHECK(findings[3].severity == Severity::warning);
}

TEST_CASE("an assessment is complete when every item and the conclusion are answered") {
  Diagnostics diagnostics;
  const std::string head =
      "title = { kk = \"ә\", ru = \"я\", en = \"a\" }\nlaw = { kk = \"ә\", ru = \"я\", en = \"a\" }\n";
  const auto item = [](const std::string& id, const std::string& more) {
    return "[[item]]\nid = \"" + id + "\"\nbasis = \"own\"\nquestion = { kk = \"ә\", ru = \"я\", en = \"a\" }\n" + more;
  };
  const std::string whole = item("C", "conclusion = true\n");
  const auto checklist =
      report::read_checklist({"c.toml", "c.toml", head + item("A", "") + item("B", "") + whole}, "c", diagnostics);
  REQUIRE(diagnostics.empty());
  const report::Answer a{"A", report::Conformity::partly, "x", {}, ""};
  const report::Answer b{"B", report::Conformity::conforms, "", {}, ""};
  const report::Answer c{"C", report::Conformity::conforms, "", {}, ""};
  const report::Answer gone{"Z", report::Conformity::conforms, "", {}, ""};
  const auto part = report::assessment_state(checklist, {a, c, gone});
  CHECK(part.items == 2);
  CHECK(part.answered == 1);
  CHECK(part.open == std::vector<std::string>{"B"});
  CHECK(part.conclusion.has_value());
  CHECK(report::incomplete(part, "S-000001")->key == "ASSESSMENT-INCOMPLETE");
  const auto unconcluded = report::assessment_state(checklist, {a, b});
  CHECK(unconcluded.open == std::vector<std::string>{"C"});
  CHECK(report::incomplete(unconcluded, "S-000001")->key == "ASSESSMENT-NO-CONCLUSION");
  CHECK(report::incomplete(report::assessment_state(checklist, {b}), "S-000001")->key == "ASSESSMENT-INCOMPLETE-OPEN");
  CHECK_FALSE(report::incomplete(report::assessment_state(checklist, {a, b, c}), "S-000001"));
  const auto findings = report::check_answers(checklist, {c}, {a, b}, "a.toml");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "ANSWER-CONCLUSION-DIFFERS");
  static_cast<void>(
      report::read_checklist({"c.toml", "c.toml", head + whole + item("D", "conclusion = true\n")}, "c", diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "CHECKLIST-CONCLUSION-TWICE");
}

TEST_CASE("an answers file with an unknown word or document is refused with its place") {
  Diagnostics diagnostics;
  static_cast<void>(report::read_answers(
      "a.toml", "[[answer]]\nitem = \"UR-01\"\nanswer = \"conform\"\ndocuments = [\"x\"]\n", diagnostics));
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].line == 3);
  CHECK(diagnostics[0].did_you_mean == "conforms");
  CHECK(diagnostics[1].line == 4);
}
