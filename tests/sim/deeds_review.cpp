// SPDX-License-Identifier: MIT
#include <iterator>

#include "app/review/checklists.h"
#include "app/review/desk.h"
#include "base/error.h"
#include "sim/deeds.h"

namespace esep::sim {
namespace {

constexpr const char* kChecklist = "unified-requirements";

bool composed(const Receipt& receipt) { return receipt.key.form == kTotal; }

using Ask = std::function<void(app::ReviewDesk&, const std::string& number, const registry::Actor&)>;

/// A step of the review of one submission. `reviewer`: who is named by `open` and `assign`.
void step(Office& office, const std::string& name, const std::string& action, int number, const std::string& reviewer,
          const Ask& ask) {
  const std::string user = somebody(office, action, office.model.receipts.at(number).key.organisation);
  const std::string named = reviewer.empty() ? user : reviewer;
  Model& model = office.model;
  office.attempt({name, [&model, action, user, number, named] { return model.may_review(action, user, number, named); },
                  1, 1,
                  [&office, ask, number, user](app::Engine& engine) {
                    app::ReviewDesk desk(engine);
                    ask(desk, submission_number(number), office.actor(user));
                  },
                  [&model, action, user, number, named](int) { model.reviewed(action, user, number, named); }});
}

/// Mostly one in this state, sometimes any.
int receipt_in(Office& office, const std::set<State>& states) {
  const bool any = office.dice().chance(15);
  return some_receipt(office, [&](const Receipt& r) { return !composed(r) && (any || states.contains(r.state)); });
}

std::string some_reviewer(Office& office) {
  static const std::vector<std::string> kNames{"Reviewer one", "Reviewer two", "Head",
                                               "Deputy",       "Auditor",      "Agency km"};
  return office.dice().pick(kNames);
}

}  // namespace

void open_review(Office& office) {
  const int number = receipt_in(office, {State::received});
  if (number == 0) return;
  const std::string named = office.dice().chance(40) ? some_reviewer(office) : "";
  step(office, "open", "open", number, named, [named](auto& desk, const auto& of, const auto& actor) {
    desk.open(of, named.empty() ? std::nullopt : std::optional(named), actor);
  });
}

void assign_review(Office& office) {
  const int number = receipt_in(office, {State::under_review});
  if (number == 0) return;
  const std::string named = some_reviewer(office);
  step(office, "assign", "assign", number, named,
       [named](auto& desk, const auto& of, const auto& actor) { desk.assign(of, named, actor); });
}

void note(Office& office) {
  const int number = receipt_in(office, {State::under_review});
  if (number == 0) return;
  step(office, "note", "note", number, "",
       [](auto& desk, const auto& of, const auto& actor) { desk.note(of, {}, "түсіндіріңіз", actor); });
}

void assess(Office& office) {
  const int number =
      some_receipt(office, [](const Receipt& r) { return r.key.form == kGrant && r.state == State::under_review; });
  if (number == 0) return;
  const std::string user = somebody(office, "assess", office.model.receipts.at(number).key.organisation);
  const bool partly = office.dice().chance(30);
  Model& model = office.model;
  const auto checklist = app::load_checklist(office.calm_engine(), kChecklist);
  app::Questionnaire said;
  for (const auto& item : checklist.items) {
    if (partly && item.id == "UR-03") continue;
    report::Answer answer;
    answer.item = item.id;
    said.answers.push_back(answer);
  }
  const auto ask = [&office, number, user, checklist, said](app::Engine& engine) {
    const auto findings =
        app::ReviewDesk(engine).assess(submission_number(number), checklist, said, office.actor(user));
    if (report::has_errors(findings)) throw Error(Message(findings.at(0).code, {}));
  };
  const auto learn = [&model, user, number, said, checklist](int) {
    model.reviewed("assess", user, number, "");
    Receipt& receipt = model.receipts.at(number);
    for (const auto& answer : said.answers) receipt.assessed.insert(answer.item);
    receipt.is_assessed = receipt.assessed.size() == checklist.items.size();
  };
  office.attempt(
      {"assess", [&model, user, number] { return model.may_review("assess", user, number, ""); }, 1, 1, ask, learn});
}

void recommend(Office& office) {
  const int number = receipt_in(office, {State::under_review, State::returned, State::approved});
  if (number == 0) return;
  const auto due = calendar::Date::from_days(office.today() + static_cast<Day>(office.dice().below(60)));
  step(office, "recommend", "recommend", number, "",
       [due](auto& desk, const auto& of, const auto& actor) { desk.recommend(of, {}, "түзетіңіз", due, actor); });
}

void answer_or_close(Office& office) {
  Model& model = office.model;
  if (model.recommendations.empty()) return;
  const int number =
      std::next(model.recommendations.begin(), static_cast<int>(office.dice().below(model.recommendations.size())))
          ->first;
  const bool answers = office.dice().chance(50);
  const std::string action = answers ? "answer" : "close";
  const std::string user =
      somebody(office, action, model.receipts.at(model.recommendations.at(number).receipt).key.organisation);
  const auto ask = [&office, number, user, answers](app::Engine& engine) {
    app::ReviewDesk desk(engine);
    const std::string of = "R-" + submission_number(number).substr(2);
    if (answers) desk.answer(of, "түзетілді", office.actor(user));
    if (!answers) desk.close(of, "қаралды", office.actor(user));
  };
  office.attempt({action, [&model, action, user, number] { return model.may_follow_up(action, user, number); }, 1, 1,
                  ask, [&model, action, user, number](int) { model.followed_up(action, user, number); }});
}

void send_back(Office& office) {
  const int number = receipt_in(office, {State::under_review});
  if (number == 0) return;
  step(office, "send_back", "return", number, "",
       [](auto& desk, const auto& of, const auto& actor) { desk.send_back(of, "толық емес", actor); });
}

void approve(Office& office) {
  const int number = receipt_in(office, {State::under_review});
  if (number == 0) return;
  step(office, "approve", "approve", number, "",
       [](auto& desk, const auto& of, const auto& actor) { desk.approve(of, std::nullopt, actor); });
}

}  // namespace esep::sim
