// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/core/engine.h"
#include "registry/review_book.h"

namespace esep::app {

/// Which submissions `review list` shows.
struct ReviewFilter {
  std::string reviewer;  // empty: anybody's
  std::string form, organisation;
  bool overdue = false;    // only what ran over its term
  bool concluded = false;  // also what was returned or approved
};

/// The reviewer's desk: workflow and users of the workspace over its register. Error WORKFLOW-USER-ROLE when a user of
/// esep.toml has a role that data/workflow.toml does not know.
class ReviewDesk {
 public:
  explicit ReviewDesk(Engine& engine);
  ReviewDesk(const ReviewDesk&) = delete;
  ReviewDesk& operator=(const ReviewDesk&) = delete;

  [[nodiscard]] registry::ReviewBook& book() { return book_; }
  [[nodiscard]] const report::Workflow& workflow() const { return workflow_; }

  /// Opens the review for `reviewer`, or for the user himself; its term comes from the workflow.
  void open(const std::string& submission, const std::string& reviewer, const registry::Actor& actor);
  void assign(const std::string& submission, const std::string& reviewer, const registry::Actor& actor);
  /// Error REVIEW-TEXT, PLACE-CELL, PLACE-COLUMN, PLACE-ITEM (usage) and those of the book.
  void note(const std::string& submission, const report::Place& place, const std::string& text,
            const registry::Actor& actor);
  /// Error RECOMMENDATION-DUE when the term has passed already.
  report::Recommendation recommend(const std::string& submission, const report::Place& place, const std::string& text,
                                   calendar::Date due, const registry::Actor& actor);
  /// With errors among the findings nothing is kept.
  report::Findings assess(const std::string& submission, const report::Checklist& checklist,
                          const std::vector<report::Answer>& answers, const std::string& file,
                          const registry::Actor& actor);

  /// Ordered by the last day of the term, then by number; without a term last.
  [[nodiscard]] std::vector<report::ReviewRow> list(const ReviewFilter& filter, calendar::Date today);
  /// Recommendations not closed, ordered by term.
  [[nodiscard]] std::vector<report::FollowupRow> followup(bool overdue, calendar::Date today);

 private:
  [[nodiscard]] std::optional<report::TermState> term(const report::Submission& submission, calendar::Date today);
  void check_place(const std::string& submission, const report::Place& place);

  Engine& engine_;
  report::Workflow workflow_;
  registry::ReviewBook book_;
};

/// data/checklists/<id>.toml. Error CHECKLIST-UNKNOWN.
[[nodiscard]] report::Checklist load_checklist(const Engine& engine, const std::string& id);
[[nodiscard]] std::vector<std::string> checklist_ids(const Engine& engine);

/// What was recommended on any report of this organisation, subject and form and is not closed. For the next blank.
[[nodiscard]] std::vector<report::Recommendation> open_recommendations(Engine& engine, const std::string& organisation,
                                                                       const std::string& subject,
                                                                       const std::string& form);

/// The same as lines for the next blank: number, term, place, text. `say` renders in the paper's language.
[[nodiscard]] std::vector<std::string> reminder_lines(Engine& engine, const report::ReportKey& key,
                                                      const std::function<std::string(const Message&)>& say);

/// `text` trimmed. Error REVIEW-TEXT (usage) when nothing is left, it is longer than 4,000 characters or is no text.
[[nodiscard]] std::string review_text(const std::string& text);

/// «C14», «UR-12», "row 5"; empty for the report as a whole.
[[nodiscard]] Message place_message(const report::Place& place);
[[nodiscard]] Message conformity_message(report::Conformity conformity);
[[nodiscard]] Message recommendation_state_message(report::Recommendation::State state);

}  // namespace esep::app
