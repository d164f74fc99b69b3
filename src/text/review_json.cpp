// SPDX-License-Identifier: MIT
#include "text/review_json.h"

#include "text/json_value.h"

namespace esep::text {
namespace {

std::string submission_number(int64_t id) {
  std::string digits = std::to_string(id);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return "S-" + digits;
}

void put_submission(Json& out, const report::Submission& s) {
  out["submission"] = s.number;
  out["form"] = s.key.form;
  out["organisation"] = s.key.organisation;
  out["subject"] = or_null(s.key.subject);
  out["period"] = or_null(s.key.period);
}

void put_term(Json& out, const std::optional<report::TermState>& term) {
  out["due"] = term ? Json(term->due.iso()) : Json(nullptr);
  out["working_days_left"] = term ? Json(term->left) : Json(nullptr);
  out["working_days_over"] = term && !term->uncounted ? Json(term->over) : Json(nullptr);
}

void put_place(Json& out, const report::Place& place) {
  out["cell"] = or_null(place.cell);
  out["row"] = place.row > 0 ? Json(place.row) : Json(nullptr);
  out["column"] = or_null(place.column);
  out["item"] = or_null(place.item);
}

Json recommendation_json(const report::Recommendation& r) {
  Json out;
  out["recommendation"] = r.number;
  out["submission"] = submission_number(r.submission);
  put_place(out, r.place);
  out["text"] = r.text;
  out["due"] = r.due.iso();
  out["state"] = report::recommendation_state_name(r.state);
  out["user"] = r.user;
  out["at"] = r.at.iso();
  out["answer"] = or_null(r.answer);
  out["answered_by"] = or_null(r.answered_by);
  out["outcome"] = or_null(r.outcome);
  out["closed_by"] = or_null(r.closed_by);
  out["closed_at"] = or_null(r.closed_at);
  return out;
}

Json answer_json(const std::string& checklist, const report::Answer& answer) {
  Json out;
  out["checklist"] = checklist;
  out["item"] = answer.item;
  out["answer"] = report::conformity_name(answer.conformity);
  out["comment"] = or_null(answer.comment);
  out["documents"] = Json::array();
  for (const auto& document : answer.documents) {
    Json one;
    one["type"] = document.kind;
    one["name"] = document.name;
    one["date"] = or_null(document.date);
    out["documents"].push_back(std::move(one));
  }
  out["user"] = answer.user;
  return out;
}

Json assessment_json(const report::AssessmentState& state) {
  Json out;
  out["checklist"] = state.checklist;
  out["items"] = state.items;
  out["answered"] = state.answered;
  out["complete"] = state.complete();
  out["not_assessed"] = state.open;
  out["conclusion"] = state.conclusion ? Json(report::conformity_name(state.conclusion->conformity)) : Json(nullptr);
  return out;
}

}  // namespace

std::string reviews_json(const std::vector<report::ReviewRow>& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    Json one;
    put_submission(one, row.submission);
    one["revision"] = row.submission.revision;
    one["state"] = report::state_name(row.submission.state);
    one["received"] = row.submission.receipt.received.iso();
    one["reviewer"] = or_null(row.reviewer);
    put_term(one, row.term);
    one["concluded"] = or_null(row.concluded);
    one["changed_since"] = or_null(row.changed_since);
    one["open_recommendations"] = row.open_recommendations;
    one["assessments"] = Json::array();
    for (const auto& state : row.assessments) one["assessments"].push_back(assessment_json(state));
    items.push_back(std::move(one));
  }
  return answer("reviews", std::move(items));
}

std::string followup_json(const std::vector<report::FollowupRow>& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    Json one = recommendation_json(row.recommendation);
    one["form"] = row.submission.key.form;
    one["organisation"] = row.submission.key.organisation;
    one["subject"] = or_null(row.submission.key.subject);
    one["period"] = or_null(row.submission.key.period);
    one["working_days_left"] = row.term.left;
    one["working_days_over"] = row.term.uncounted ? Json(nullptr) : Json(row.term.over);
    one["withdrawn"] = nullptr;
    if (const auto& withdrawn = row.withdrawn)
      one["withdrawn"] = {{"date", withdrawn->on.iso()}, {"user", withdrawn->user}, {"reason", withdrawn->reason}};
    items.push_back(std::move(one));
  }
  return answer("recommendations", std::move(items));
}

std::string recommendations_json(const std::vector<report::Recommendation>& recommendations) {
  Json items = Json::array();
  for (const auto& one : recommendations) items.push_back(recommendation_json(one));
  return answer("recommendations", std::move(items));
}

std::string review_json(const report::ReviewCase& view) {
  Json one;
  put_submission(one, view.submission);
  one["revision"] = view.submission.revision;
  one["state"] = report::state_name(view.submission.state);
  one["reviewer"] = view.review ? Json(view.review->reviewer) : Json(nullptr);
  one["approved_earlier"] = nullptr;
  if (view.approved_earlier) {
    const report::EarlierApproval& approved = *view.approved_earlier;
    one["approved_earlier"] = {{"submission", approved.submission},
                               {"revision", approved.revision},
                               {"user", approved.user},
                               {"date", approved.date.iso()}};
  }
  one["opened_at"] = view.review ? Json(view.review->opened_at.iso()) : Json(nullptr);
  one["due"] = view.review ? or_null(view.review->due) : Json(nullptr);
  one["notes"] = Json::array();
  for (const auto& note : view.notes) {
    Json entry;
    put_place(entry, note.place);
    entry["text"] = note.text;
    entry["user"] = note.user;
    entry["at"] = note.at.iso();
    one["notes"].push_back(std::move(entry));
  }
  one["assessment"] = Json::array();
  for (const auto& assessed : view.assessments) {
    for (const auto& answer : assessed.answers) one["assessment"].push_back(answer_json(assessed.checklist, answer));
  }
  one["assessments"] = Json::array();
  for (const auto& assessed : view.assessments) {
    if (assessed.state.items > 0) one["assessments"].push_back(assessment_json(assessed.state));
  }
  one["recommendations"] = Json::array();
  for (const auto& recommendation : view.recommendations)
    one["recommendations"].push_back(recommendation_json(recommendation));
  return answer("reviews", Json::array({std::move(one)}));
}

std::string comparison_json(const std::string& number, const std::string& other, const report::Comparison& changes) {
  Json items = Json::array();
  const auto put = [&](std::string_view what, int64_t before, int64_t after, const std::vector<form::Value>& key,
                       const std::vector<report::CellChange>& cells) {
    Json one;
    one["submission"] = number;
    one["other"] = other;
    one["change"] = what;
    one["row_before"] = before > 0 ? Json(before) : Json(nullptr);
    one["row_after"] = after > 0 ? Json(after) : Json(nullptr);
    one["key"] = Json::array();
    for (const auto& value : key) one["key"].push_back(or_null(form::canonical_text(value)));
    one["cells"] = Json::array();
    for (const auto& cell : cells) {
      Json entry;
      entry["column"] = cell.column;
      entry["before"] = or_null(form::canonical_text(cell.before));
      entry["after"] = or_null(form::canonical_text(cell.after));
      one["cells"].push_back(std::move(entry));
    }
    items.push_back(std::move(one));
  };
  if (!changes.table.sums.empty()) put("sum", 0, 0, {}, changes.table.sums);
  if (!changes.fields.empty()) put(report::row_change_name(report::RowChange::Kind::changed), 0, 0, {}, changes.fields);
  for (const auto& row : changes.table.rows)
    put(report::row_change_name(row.kind), row.row_before, row.row_after, row.key, row.cells);
  return answer("differences", std::move(items));
}

}  // namespace esep::text
