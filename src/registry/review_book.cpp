// SPDX-License-Identifier: MIT
#include "registry/review_book.h"

#include "base/error.h"
#include "registry/column_values.h"
#include "registry/details.h"
#include "registry/surplus.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

using report::Action;
using report::Recommendation;
using report::Submission;

constexpr const char* kNoNumber = "—";  // of a report that is not there yet

void bind_place(sqlite::Statement& insert, int first, const report::Place& place) {
  insert.bind(first, place.cell).bind(first + 1, place.row).bind(first + 2, place.column).bind(first + 3, place.item);
}

void add_place(Details& details, const report::Place& place) {
  details.add("cell", place.cell).add("row", place.row).add("column", place.column).add("item", place.item);
}

std::string name_of(Action action) { return std::string(report::action_name(action)); }

}  // namespace

void ReviewBook::judge(const report::StepRequest& request, const report::ReportKey& key, const Actor& actor) const {
  report::StepRequest asked = request;
  asked.user = actor.user;
  asked.organisation = key.organisation;
  auto message = report::refusal(workflow_, users_, actions_by_person(key), asked);
  if (!message) message = report::day_refusal(workflow_, users_, actor.user, actor.at.date, actor.clock);
  const char* hint = request.number == kNoNumber ? "STEP-HINT-RIGHT" : "STEP-HINT";
  if (message) throw StepRefused(titles_ ? titles_(std::move(*message)) : std::move(*message), hint);
}

std::optional<Message> ReviewBook::refusal_now(Action action, const Submission& submission, const Actor& actor) const {
  const std::string reviewer = action == Action::open ? actor.user : "";
  try {
    judge({action, submission.state, submission.number, "", reviewer}, submission.key, actor);
    return std::nullopt;
  } catch (const StepRefused& refused) {
    return refused.message();
  }
}

void ReviewBook::require(Action action, const report::ReportKey& key, report::State state, const std::string& number,
                         const Actor& actor) const {
  judge({action, state, number, "", ""}, key, actor);
}

void ReviewBook::require_submit(const report::ReportKey& key, const Actor& actor) const {
  const auto now = registry_.latest_accepted(key);
  require(Action::submit, key, now ? now->state : report::State::none, now ? now->number : kNoNumber, actor);
}

void ReviewBook::withdraw(const std::string& submission, const std::string& reason, const Actor& actor) {
  registry_.withdraw(submission, reason, actor, [&](const Submission& now) {
    if (registry_.is_locked(now.key.form, now.key.period))
      throw Error(Message("WITHDRAW-LOCKED", {{"period", calendar::Period::parse(now.key.period)->names()}}));
    require(Action::withdraw, now.key, now.state, now.number, actor);
  });
}

Submission ReviewBook::begin(Action action, const std::string& submission, const Actor& actor,
                             const std::string& reviewer) const {
  Submission now = registry_.find(submission);
  judge({action, now.state, now.number, "", reviewer}, now.key, actor);
  return now;
}

void ReviewBook::write_review(int64_t submission, const std::string& reviewer, std::optional<calendar::Date> due,
                              const Actor& actor) {
  auto insert =
      registry_.database().prepare("INSERT INTO review(submission, reviewer, opened_at, due, user) VALUES(?,?,?,?,?)");
  insert.bind(1, submission).bind(2, reviewer).bind(3, actor.at.iso()).bind(5, actor.user);
  bind_date(insert, 4, due);
  insert.run();
}

void ReviewBook::open(const std::string& submission, const std::string& reviewer, std::optional<calendar::Date> due,
                      const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::open, submission, actor, reviewer);
  write_review(s.id, reviewer, due, actor);
  const report::State to = workflow_.step(Action::open).to.value_or(s.state);
  registry_.set_state(s.id, to);
  Details details;
  details.add("number", s.number).add("reviewer", reviewer).add("due", due ? due->iso() : "");
  details.add("to", report::state_name(to));
  registry_.history().append(actor, name_of(Action::open), s.id, details.text());
  transaction.commit();
}

void ReviewBook::assign(const std::string& submission, const std::string& reviewer, const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::assign, submission, actor, reviewer);
  const auto before = review(s.id);
  write_review(s.id, reviewer, before ? before->due : std::nullopt, actor);
  Details details;
  details.add("number", s.number).add("reviewer", reviewer).add("before", before ? before->reviewer : "");
  registry_.history().append(actor, name_of(Action::assign), s.id, details.text());
  transaction.commit();
}

void ReviewBook::move(const Submission& submission, Action action, const std::string& text, const Actor& actor) {
  const report::State to = workflow_.step(action).to.value_or(submission.state);
  registry_.set_state(submission.id, to);
  Details details;
  details.add("number", submission.number).add("text", text).add("to", report::state_name(to));
  registry_.history().append(actor, name_of(action), submission.id, details.text());
}

void ReviewBook::send_back(const std::string& submission, const std::string& text, const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::send_back, submission, actor);
  if (text.empty() && notes(s.id).empty() && recommendations(s.id).empty()) {
    throw Error(Message("REVIEW-NO-REASON", {{"number", s.number}}), {}, Error::Kind::usage);
  }
  move(s, Action::send_back, text, actor);
  transaction.commit();
}

void ReviewBook::approve(const std::string& submission, const std::string& text, const Actor& actor,
                         const report::Checklist* needed) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::approve, submission, actor);
  if (needed != nullptr) {
    const auto state = report::assessment_state(*needed, answers(s.id, needed->id));
    if (auto message = report::incomplete(state, s.number)) {
      throw StepRefused(std::move(*message),
                        Message("ASSESSMENT-HINT", {{"number", s.number}, {"checklist", needed->id}}));
    }
  }
  move(s, Action::approve, text, actor);
  transaction.commit();
}

void ReviewBook::note(const std::string& submission, const report::Place& place, const std::string& text,
                      const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::note, submission, actor);
  auto insert = registry_.database().prepare(
      "INSERT INTO review_note(submission, cell, row, column_id, item, text, user, at) "
      "VALUES(?,?,?,?,?,?,?,?)");
  insert.bind(1, s.id);
  bind_place(insert, 2, place);
  insert.bind(6, text).bind(7, actor.user).bind(8, actor.at.iso()).run();
  Details details;
  details.add("number", s.number);
  add_place(details, place);
  registry_.history().append(actor, name_of(Action::note), s.id, details.add("text", text).text());
  transaction.commit();
}

void ReviewBook::assess(const std::string& submission, const report::Checklist& checklist,
                        const std::vector<report::Answer>& answers, const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::assess, submission, actor);
  auto insert = registry_.database().prepare(
      "INSERT INTO assessment(submission, checklist, checklist_sha256, item, answer, comment, documents, "
      "user, at) "
      "VALUES(?,?,?,?,?,?,?,?,?)");
  Details details;
  details.add("number", s.number).add("checklist", checklist.id).add("checklist_sha256", checklist.sha256);
  for (const report::Answer& answer : answers) {
    const std::string documents = report::documents_text(answer.documents);
    insert.bind(1, s.id).bind(2, checklist.id).bind(3, checklist.sha256).bind(4, answer.item);
    insert.bind(5, report::conformity_name(answer.conformity)).bind(6, answer.comment).bind(7, documents);
    insert.bind(8, actor.user).bind(9, actor.at.iso()).run();
    details.add("item." + answer.item, report::conformity_name(answer.conformity));
    if (!answer.comment.empty()) details.add("comment." + answer.item, answer.comment);
    if (!documents.empty()) details.add("documents." + answer.item, documents);
  }
  registry_.history().append(actor, name_of(Action::assess), s.id, details.text());
  transaction.commit();
}

Recommendation ReviewBook::recommend(const std::string& submission, const report::Place& place, const std::string& text,
                                     calendar::Date due, const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Submission s = begin(Action::recommend, submission, actor);
  const int64_t id = next_id(registry_, RecordKind::recommendation);
  auto insert = registry_.database().prepare(
      "INSERT INTO recommendation(id, submission, cell, row, column_id, item, text, due, state, user, at, "
      "answer, answered_by, "
      "outcome, closed_by, closed_at) VALUES(?,?,?,?,?,?,?,?,'open',?,?,'','','','',NULL)");
  insert.bind(1, id).bind(2, s.id);
  bind_place(insert, 3, place);
  insert.bind(7, text).bind(8, due.iso()).bind(9, actor.user).bind(10, actor.at.iso()).run();
  Details details;
  Recommendation out = recommendation(std::to_string(id));
  details.add("number", s.number).add("recommendation", out.number);
  add_place(details, place);
  registry_.history().append(actor, name_of(Action::recommend), s.id,
                             details.add("text", text).add("due", due.iso()).text());
  transaction.commit();
  return out;
}

Recommendation ReviewBook::turn(const std::string& number, const std::string& text, Action action, const Actor& actor) {
  sqlite::Transaction transaction(registry_.database());
  const Recommendation before = recommendation(number);
  const Submission s = begin(action, std::to_string(before.submission), actor);
  if (before.state == Recommendation::State::closed) {
    throw Error(Message("RECOMMENDATION-CLOSED", {{"number", before.number}}));
  }
  if (action == Action::answer) {
    registry_.database()
        .prepare("UPDATE recommendation SET state = 'answered', answer = ?, answered_by = ? WHERE id = ?")
        .bind(1, text)
        .bind(2, actor.user)
        .bind(3, before.id)
        .run();
  } else {
    registry_.database()
        .prepare(
            "UPDATE recommendation SET state = 'closed', outcome = ?, closed_by = ?, closed_at = ? WHERE id "
            "= ?")
        .bind(1, text)
        .bind(2, actor.user)
        .bind(3, actor.at.iso())
        .bind(4, before.id)
        .run();
  }
  Details details;
  details.add("number", s.number).add("recommendation", before.number).add("text", text);
  registry_.history().append(actor, name_of(action), s.id, details.text());
  transaction.commit();
  return recommendation(number);
}

Recommendation ReviewBook::answer(const std::string& number, const std::string& text, const Actor& actor) {
  return turn(number, text, Action::answer, actor);
}

Recommendation ReviewBook::close(const std::string& number, const std::string& text, const Actor& actor) {
  return turn(number, text, Action::close, actor);
}

}  // namespace esep::registry
