// SPDX-License-Identifier: MIT
#include "registry/review_records.h"

#include <map>

#include <fmt/core.h>

#include "base/error.h"
#include "registry/column_values.h"
#include "registry/record_number.h"

namespace esep::registry {
namespace {

using report::Action;
using report::Recommendation;

report::Place place_at(const sqlite::Statement& row, int first) {
  return {row.text(first), static_cast<int>(row.integer(first + 1)), row.text(first + 2), row.text(first + 3)};
}

constexpr const char* kRecommendation =
    "SELECT id, submission, cell, row, column_id, item, text, due, state, user, at, answer, answered_by, "
    "outcome, closed_by, "
    "closed_at FROM recommendation";

Recommendation read_recommendation(const sqlite::Statement& row) {
  Recommendation out;
  out.id = row.integer(0);
  out.number = record_number(RecordKind::recommendation, out.id);
  out.submission = row.integer(1);
  out.place = place_at(row, 2);
  out.text = row.text(6);
  out.due = date_at(row, 7).value_or(calendar::Date{});
  out.state = report::recommendation_state_from(row.text(8)).value_or(Recommendation::State::open);
  out.user = row.text(9);
  out.at = time_at(row, 10);
  out.answer = row.text(11);
  out.answered_by = row.text(12);
  out.outcome = row.text(13);
  out.closed_by = row.text(14);
  if (!row.is_null(15)) out.closed_at = time_at(row, 15);
  return out;
}

}  // namespace

std::optional<report::Review> ReviewRecords::review(int64_t submission) const {
  auto row = registry_->database().prepare(
      "SELECT submission, reviewer, opened_at, due, user FROM review WHERE submission = ? ORDER BY id DESC "
      "LIMIT 1");
  row.bind(1, submission);
  if (!row.step()) return std::nullopt;
  return report::Review{row.integer(0), row.text(1), row.text(4), time_at(row, 2), date_at(row, 3)};
}

std::optional<calendar::LocalTime> ReviewRecords::concluded(int64_t submission) const {
  auto row = registry_->database().prepare(
      "SELECT action, at FROM history WHERE submission = ? AND action IN (?, ?, ?) ORDER BY seq DESC LIMIT "
      "1");
  row.bind(1, submission).bind(2, report::action_name(Action::send_back)).bind(3, report::action_name(Action::approve));
  row.bind(4, report::action_name(Action::open));
  // Opened again after a later revision was withdrawn: the review waits again.
  if (!row.step() || row.text(0) == report::action_name(Action::open)) return std::nullopt;
  return time_at(row, 1);
}

std::optional<report::Approval> ReviewRecords::approval(int64_t submission) const {
  const auto row =
      registry_->cached("SELECT user, at FROM history WHERE submission = ? AND action = ? ORDER BY seq DESC LIMIT 1");
  row->bind(1, submission).bind(2, report::action_name(Action::approve));
  if (!row->step()) return std::nullopt;
  return report::Approval{row->text(0), time_at(*row, 1)};
}

std::vector<StepTaken> ReviewRecords::steps(const std::string& form, const std::vector<Action>& actions) const {
  return steps_where("s.form = ?", form, actions);
}

std::vector<StepTaken> ReviewRecords::steps(int64_t submission, const std::vector<Action>& actions) const {
  return steps_where("s.id = ?", submission, actions);
}

std::vector<StepTaken> ReviewRecords::steps_where(const char* what, const sqlite::Value& value,
                                                  const std::vector<Action>& actions) const {
  std::string names;
  for (const Action action : actions)
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", report::action_name(action));
  auto rows = registry_->database().prepare(
      fmt::format("SELECT h.seq, s.id, h.action, h.user, h.at FROM submission AS s JOIN history AS h "
                  "ON h.submission = s.id WHERE {} AND h.action IN ({}) ORDER BY h.seq",
                  what, names));
  rows.bind(1, value);
  std::vector<StepTaken> out;
  while (rows.step()) {
    if (const auto action = report::action_from(rows.text(2)))
      out.push_back({rows.integer(0), rows.integer(1), *action, rows.text(3), time_at(rows, 4)});
  }
  return out;
}

std::optional<report::Submission> ReviewRecords::last_with_step(const report::Submission& submission,
                                                                report::Action action, const char* states) const {
  std::optional<int64_t> id;
  {
    const auto row = registry_->cached(
        fmt::format("SELECT max(s.id) FROM submission AS s JOIN history AS h ON h.submission = s.id AND h.action = ? "
                    "WHERE s.form = ? AND s.stage = ? AND s.organisation = ? AND s.subject = ? AND s.period = ? AND "
                    "s.occurrence = ? AND s.id < ?{}",
                    states));
    row->bind(1, report::action_name(action)).bind(8, submission.id);
    bind_key(*row, 2, submission.key);
    if (row->step()) id = id_at(*row, 0);
  }
  return id ? std::optional(registry_->find(std::to_string(*id))) : std::nullopt;
}

std::optional<report::Submission> ReviewRecords::approved_before(const report::Submission& submission) const {
  return last_with_step(submission, Action::approve, " AND s.state <> 'withdrawn'");
}

std::optional<report::Submission> ReviewRecords::reviewed_before(const report::Submission& submission) const {
  return last_with_step(submission, Action::open, "");
}

std::vector<report::ReviewNote> ReviewRecords::notes(int64_t submission) const {
  std::vector<report::ReviewNote> out;
  auto rows = registry_->database().prepare(
      "SELECT id, submission, cell, row, column_id, item, text, user, at FROM review_note WHERE submission = "
      "? ORDER BY id");
  rows.bind(1, submission);
  while (rows.step()) {
    out.push_back({rows.integer(0), rows.integer(1), place_at(rows, 2), rows.text(6), rows.text(7), time_at(rows, 8)});
  }
  return out;
}

std::vector<report::Answer> ReviewRecords::answers(int64_t submission, const std::string& checklist) const {
  std::map<std::string, report::Answer> last;
  auto rows = registry_->database().prepare(
      "SELECT item, answer, comment, documents, user FROM assessment WHERE submission = ? AND checklist = ? "
      "ORDER BY id");
  rows.bind(1, submission).bind(2, checklist);
  while (rows.step()) {
    report::Answer answer;
    answer.item = rows.text(0);
    answer.conformity = report::conformity_from(rows.text(1)).value_or(report::Conformity::not_applicable);
    answer.comment = rows.text(2);
    answer.documents = report::documents_from(rows.text(3));
    answer.user = rows.text(4);
    last[answer.item] = std::move(answer);
  }
  std::vector<report::Answer> out;
  for (auto& [item, answer] : last) out.push_back(std::move(answer));
  return out;
}

std::vector<std::string> ReviewRecords::checklists(int64_t submission) const {
  std::vector<std::string> out;
  auto rows = registry_->database().prepare(
      "SELECT DISTINCT checklist FROM assessment WHERE submission = ? ORDER BY checklist");
  rows.bind(1, submission);
  while (rows.step()) out.push_back(rows.text(0));
  return out;
}

std::vector<Recommendation> ReviewRecords::recommendations(int64_t submission) const {
  std::vector<Recommendation> out;
  auto rows = registry_->database().prepare(std::string(kRecommendation) + " WHERE submission = ? ORDER BY id");
  rows.bind(1, submission);
  while (rows.step()) out.push_back(read_recommendation(rows));
  return out;
}

std::vector<Recommendation> ReviewRecords::recommendations() const {
  std::vector<Recommendation> out;
  auto rows = registry_->database().prepare(std::string(kRecommendation) + " ORDER BY id");
  while (rows.step()) out.push_back(read_recommendation(rows));
  return out;
}

Recommendation ReviewRecords::recommendation(const std::string& number) const {
  if (const auto id = record_id(RecordKind::recommendation, number)) {
    auto row = registry_->database().prepare(std::string(kRecommendation) + " WHERE id = ?");
    row.bind(1, *id);
    if (row.step()) return read_recommendation(row);
  }
  throw Error(Message("RECOMMENDATION-UNKNOWN", {{"number", number}}), "RECOMMENDATION-UNKNOWN-HINT");
}

report::ActionsByPerson ReviewRecords::actions_by_person(const report::ReportKey& key) const {
  const std::string of_report = fmt::format(" IN (SELECT id FROM submission WHERE {})", kKeyIs);
  report::ActionsByPerson out;
  const auto steps = registry_->cached("SELECT user, action FROM history WHERE submission" + of_report);
  bind_key(*steps, 1, key);
  while (steps->step()) {
    const auto action = report::action_from(steps->text(1));
    // A person who opens a review for somebody else, or assigns it, is not a reviewer.
    if (action && *action != Action::open && *action != Action::assign)
      out[report::person(steps->text(0))].insert(*action);
  }
  const auto named = registry_->cached("SELECT reviewer FROM review WHERE submission" + of_report);
  bind_key(*named, 1, key);
  while (named->step()) out[report::person(named->text(0))].insert(Action::open);
  return out;
}

}  // namespace esep::registry
