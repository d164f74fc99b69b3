// SPDX-License-Identifier: MIT
#include "app/review/desk.h"

#include <algorithm>
#include <map>

#include "app/core/earlier_approval.h"
#include "app/core/known_keys.h"
#include "app/core/rights.h"
#include "app/core/standing_words.h"
#include "app/core/titles.h"
#include "app/core/typed_text.h"
#include "app/core/user_name.h"
#include "app/review/checklists.h"
#include "app/review/report_area.h"
#include "app/review/review_text.h"
#include "base/error.h"
#include "base/text.h"
#include "report/cell_reference.h"

namespace esep::app {
namespace {

using report::State;
using report::Submission;

std::string text_or_none(const std::optional<std::string>& text) { return text ? typed_text(*text) : std::string(); }

std::string name_text(const std::string& name) { return squeeze_spaces(typed_text(name)); }

// The history names a reviewer as it names every user.
std::string reviewer_name(const std::string& name) {
  require_user_name(name, "REVIEWER-NAME-HINT");
  return name_text(name);
}

std::vector<report::Answer> with_clean_texts(std::vector<report::Answer> answers) {
  for (auto& answer : answers) {
    if (!answer.comment.empty()) answer.comment = typed_text(answer.comment);
    for (auto& one : answer.documents) one.name = name_text(one.name);
  }
  return answers;
}

// The checklists of what was answered so far, and the one that the workflow asks for.
std::vector<std::string> assessed_by(const report::Workflow& workflow, const registry::ReviewRecords& records,
                                     const Submission& submission) {
  auto out = records.checklists(submission.id);
  const auto* examination = workflow.examination(submission.key.form);
  if (examination == nullptr || examination->checklist.empty()) return out;
  if (std::find(out.begin(), out.end(), examination->checklist) == out.end()) out.push_back(examination->checklist);
  return out;
}

[[noreturn]] void wrong(const char* key, Message::Args args) {
  throw Error(Message(key, std::move(args)), "CLI-SEE-HELP", Error::Kind::usage);
}

}  // namespace

ReviewDesk::ReviewDesk(Engine& engine)
    : engine_(engine),
      workflow_(load_workflow(engine)),
      book_(engine.registry(), workflow_, engine.users(),
            [&engine](Message refusal) { return with_body_titles(engine, std::move(refusal)); }) {}

Submission ReviewDesk::open(const std::string& submission, const std::optional<std::string>& reviewer,
                            const registry::Actor& actor) {
  const Submission s = engine_.registry().find(submission);
  std::optional<calendar::Date> due;
  if (const auto* examination = workflow_.examination(s.key.form)) {
    due = report::examination_due(s.receipt.received.date, examination->working_days, engine_.calendar());
  }
  book_.open(submission, reviewer ? reviewer_name(*reviewer) : actor.user, due, actor);
  return engine_.registry().find(submission);
}

Submission ReviewDesk::assign(const std::string& submission, const std::string& reviewer,
                              const registry::Actor& actor) {
  book_.assign(submission, reviewer_name(reviewer), actor);
  return engine_.registry().find(submission);
}

Submission ReviewDesk::note(const std::string& submission, const report::Place& place, const std::string& text,
                            const registry::Actor& actor) {
  check_place(submission, place);
  book_.note(submission, place, typed_text(text), actor);
  return engine_.registry().find(submission);
}

report::Recommendation ReviewDesk::recommend(const std::string& submission, const report::Place& place,
                                             const std::string& text, calendar::Date due,
                                             const registry::Actor& actor) {
  check_place(submission, place);
  if (due < actor.at.date) wrong("RECOMMENDATION-DUE", {{"date", due.dotted()}});
  return book_.recommend(submission, place, typed_text(text), due, actor);
}

report::Recommendation ReviewDesk::answer(const std::string& recommendation, const std::string& text,
                                          const registry::Actor& actor) {
  return book_.answer(recommendation, typed_text(text), actor);
}

report::Recommendation ReviewDesk::close(const std::string& recommendation, const std::string& text,
                                         const registry::Actor& actor) {
  return book_.close(recommendation, typed_text(text), actor);
}

Submission ReviewDesk::send_back(const std::string& submission, const std::optional<std::string>& text,
                                 const registry::Actor& actor) {
  book_.send_back(submission, text_or_none(text), actor);
  return engine_.registry().find(submission);
}

Submission ReviewDesk::approve(const std::string& submission, const std::optional<std::string>& text,
                               const registry::Actor& actor) {
  const auto* examination = workflow_.examination(engine_.registry().find(submission).key.form);
  std::optional<report::Checklist> needed;
  if (examination != nullptr && examination->approve_needs_assessment)
    needed = load_checklist(engine_, examination->checklist);
  book_.approve(submission, text_or_none(text), actor, needed ? &*needed : nullptr);
  return engine_.registry().find(submission);
}

Submission ReviewDesk::withdraw(const std::string& submission, const std::string& reason,
                                const registry::Actor& actor) {
  book_.withdraw(submission, typed_text(reason), actor);
  return engine_.registry().find(submission);
}

report::ReviewCase ReviewDesk::show(const std::string& submission) {
  report::ReviewCase out;
  out.submission = engine_.registry().find(submission);
  const int64_t id = out.submission.id;
  out.review = book_.review(id);
  out.approved_earlier = earlier_approval(engine_, out.submission);
  out.notes = book_.notes(id);
  out.assessments = assessments(out.submission);
  out.recommendations = book_.recommendations(id);
  return out;
}

std::vector<report::ReviewCase::Assessment> ReviewDesk::assessments(const Submission& submission) {
  std::vector<report::ReviewCase::Assessment> out;
  const auto known = checklist_ids(engine_);
  for (const std::string& id : assessed_by(workflow_, book_, submission)) {
    const bool gone = std::find(known.begin(), known.end(), id) == known.end();
    auto answers = book_.answers(submission.id, id);
    auto state = gone ? report::AssessmentState{id, 0, 0, {}, {}}
                      : report::assessment_state(load_checklist(engine_, id), answers);
    out.push_back({id, std::move(answers), std::move(state)});
  }
  return out;
}

report::Findings ReviewDesk::assess(const std::string& submission, const report::Checklist& checklist,
                                    const Questionnaire& said, const registry::Actor& actor) {
  const auto before = answers(submission, checklist.id);
  auto findings = report::check_answers(checklist, said.answers, before, said.file);
  const bool wrong = report::has_errors(said.findings) || report::has_errors(findings);
  if (!wrong && !said.answers.empty()) book_.assess(submission, checklist, with_clean_texts(said.answers), actor);
  said.locate(findings);
  findings.insert(findings.begin(), said.findings.begin(), said.findings.end());
  return findings;
}

std::vector<report::Answer> ReviewDesk::answers(const std::string& submission, const std::string& checklist) {
  return book_.answers(engine_.registry().find(submission).id, checklist);
}

// A note at a cell that the report has not would reach nobody.
void ReviewDesk::check_area(const std::string& submission, const report::Place& place) {
  if (place.cell.empty() && place.row == 0) return;
  const auto area = report_area(engine_, engine_.registry().find(submission));
  if (!area) return;
  const auto cell = report::parse_reference(place.cell);
  const bool outside =
      place.row > area->row || (cell && area->column > 0 && (cell->row > area->row || cell->column > area->column));
  const std::string last = area->column > 0 ? report::cell_name(area->row, area->column) : std::to_string(area->row);
  if (outside) wrong("PLACE-OUTSIDE", {{"place", cell ? place.cell : std::to_string(place.row)}, {"last", last}});
}

void ReviewDesk::check_place(const std::string& submission, const report::Place& place) {
  if (!place.cell.empty() && !report::parse_reference(place.cell)) wrong("PLACE-CELL", {{"cell", place.cell}});
  check_area(submission, place);
  if (!place.column.empty()) {
    const Submission s = engine_.registry().find(submission);
    const auto& form = engine_.form_of(s);
    std::vector<std::string> known;
    for (const auto& column : form.columns) known.push_back(column.id);
    if (form.column(place.column) == nullptr)
      wrong("PLACE-COLUMN", {{"column", place.column}, {"known", join(known, ", ")}});
  }
  if (place.item.empty()) return;
  for (const std::string& id : checklist_ids(engine_)) {
    if (load_checklist(engine_, id).item(place.item) != nullptr) return;
  }
  wrong("PLACE-ITEM", {{"item", place.item}});
}

std::optional<report::TermState> ReviewDesk::term(const Submission& submission, calendar::Date today,
                                                  const std::optional<calendar::LocalTime>& concluded) {
  std::optional<calendar::Date> due;
  if (const auto review = book_.review(submission.id)) {
    due = review->due;
  } else if (const auto* examination = workflow_.examination(submission.key.form)) {
    due = report::examination_due(submission.receipt.received.date, examination->working_days, engine_.calendar());
  }
  if (!due) return std::nullopt;
  if (concluded) return report::term_met(*due, concluded->date, engine_.calendar());
  return report::term_on(*due, today, engine_.calendar());
}

std::vector<report::ReviewRow> ReviewDesk::list(const ReviewFilter& filter, calendar::Date today) {
  std::map<report::ReportKey, int> waiting;
  for (const auto& recommendation : book_.recommendations()) {
    if (recommendation.state == report::Recommendation::State::closed) continue;
    ++waiting[engine_.registry().find(std::to_string(recommendation.submission)).key];
  }
  std::vector<report::ReviewRow> out;
  for (Submission& s : engine_.registry().submissions({filter.form, filter.organisation, "", "", ""})) {
    const bool over = s.state == State::returned || s.state == State::approved;
    if (s.state != State::received && s.state != State::under_review && !(filter.concluded && over)) continue;
    if (is_composed(engine_, s)) continue;  // is not examined
    report::ReviewRow row;
    if (over) row.concluded = book_.concluded(s.id);
    const auto review = book_.review(s.id);
    if (review && s.state != State::received) row.reviewer = review->reviewer;
    if (!filter.reviewer.empty() && report::person(row.reviewer) != report::person(filter.reviewer)) continue;
    try {
      row.term = term(s, today, row.concluded);
    } catch (const Error& error) {
      if (error.message().key != "CALENDAR-YEAR") throw;
      row.beyond = error.message();
    }
    if (filter.overdue && (!row.term || !row.term->is_over())) continue;
    for (auto& one : assessments(s)) {
      if (one.state.items > 0) row.assessments.push_back(std::move(one.state));
    }
    if (const auto before = book_.reviewed_before(s)) row.changed_since = before->number;
    if (const auto count = waiting.find(s.key); count != waiting.end()) row.open_recommendations = count->second;
    row.submission = std::move(s);
    out.push_back(std::move(row));
  }
  // What the register knows may be gone from the data by now.
  if (out.empty()) require_known(engine_, {filter.form, "", filter.organisation, "", "", 1});
  std::stable_sort(out.begin(), out.end(), [](const report::ReviewRow& a, const report::ReviewRow& b) {
    if (a.term.has_value() != b.term.has_value()) return a.term.has_value();
    return a.term && b.term && a.term->due < b.term->due;
  });
  return out;
}

std::vector<report::FollowupRow> ReviewDesk::followup(Followup which, calendar::Date today) {
  std::vector<report::FollowupRow> out;
  for (auto& recommendation : book_.recommendations()) {
    if (recommendation.state == report::Recommendation::State::closed) continue;
    const auto term = report::term_on(recommendation.due, today, engine_.calendar());
    if (which == Followup::overdue && !term.is_over()) continue;
    auto submission = engine_.registry().find(std::to_string(recommendation.submission));
    out.push_back({std::move(recommendation), std::move(submission), term});
    out.back().withdrawn = withdrawal_of(engine_, out.back().submission);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const report::FollowupRow& a, const report::FollowupRow& b) { return a.term.due < b.term.due; });
  return out;
}

}  // namespace esep::app
