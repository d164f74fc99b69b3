// SPDX-License-Identifier: MIT
#pragma once

#include "app/review/questionnaire.h"
#include "registry/review_book.h"
#include "report/review/review_case.h"

namespace esep::app {

/// Which submissions `review list` shows.
struct ReviewFilter {
  std::string reviewer;  // empty: anybody's
  std::string form, organisation;
  bool overdue = false;    // only what ran over its term
  bool concluded = false;  // also what was returned or approved
};

/// Which recommendations `followup` lists: all that are not closed, or of these only what ran over its term.
enum class Followup { open, overdue };

/// The reviewer's desk, the only way to the steps of a review: all that data/workflow.toml names but `submit`
/// (receive/submit.h). Each step is judged by role, state and four eyes inside the transaction that writes it and its
/// line of history: registry::StepRefused. Steps return the submission (or recommendation) as it is afterwards. A
/// number that is not in the register is Error SUBMISSION-UNKNOWN or RECOMMENDATION-UNKNOWN, a text Error REVIEW-TEXT
/// (usage), a place that cannot be Error PLACE-CELL, PLACE-COLUMN or PLACE-ITEM (usage).
class ReviewDesk {
 public:
  /// Error WORKFLOW-USER-ROLE when a user of esep.toml has a role that data/workflow.toml does not know.
  explicit ReviewDesk(Engine& engine);
  ReviewDesk(const ReviewDesk&) = delete;
  ReviewDesk& operator=(const ReviewDesk&) = delete;

  /// Opens the review for `reviewer`, or for the user himself; its term comes from the workflow.
  report::Submission open(const std::string& submission, const std::string& reviewer, const registry::Actor& actor);
  report::Submission assign(const std::string& submission, const std::string& reviewer, const registry::Actor& actor);
  report::Submission note(const std::string& submission, const report::Place& place, const std::string& text,
                          const registry::Actor& actor);
  /// What was said of the answers when they were read, and what report::check_answers says of them. With an error among
  /// these nothing is kept.
  report::Findings assess(const std::string& submission, const report::Checklist& checklist, const Questionnaire& said,
                          const registry::Actor& actor);
  /// Error RECOMMENDATION-DUE (usage) when the term has passed already.
  report::Recommendation recommend(const std::string& submission, const report::Place& place, const std::string& text,
                                   calendar::Date due, const registry::Actor& actor);
  /// The reporting body says what it did. Error RECOMMENDATION-CLOSED.
  report::Recommendation answer(const std::string& recommendation, const std::string& text,
                                const registry::Actor& actor);
  /// Error RECOMMENDATION-CLOSED.
  report::Recommendation close(const std::string& recommendation, const std::string& text,
                               const registry::Actor& actor);
  /// Error REVIEW-NO-REASON (usage) when neither `text` nor a note or recommendation says why.
  report::Submission send_back(const std::string& submission, const std::optional<std::string>& text,
                               const registry::Actor& actor);
  report::Submission approve(const std::string& submission, const std::optional<std::string>& text,
                             const registry::Actor& actor);
  /// Takes an accepted submission out of force; the revision before it counts again. Error SUBMISSION-STATE.
  report::Submission withdraw(const std::string& submission, const std::string& reason, const registry::Actor& actor);

  /// The last answer to each item of a checklist.
  [[nodiscard]] std::vector<report::Answer> answers(const std::string& submission, const std::string& checklist);
  [[nodiscard]] report::ReviewCase show(const std::string& submission);
  /// Ordered by the last day of the term, then by number; without a term last.
  [[nodiscard]] std::vector<report::ReviewRow> list(const ReviewFilter& filter, calendar::Date today);
  /// Ordered by term.
  [[nodiscard]] std::vector<report::FollowupRow> followup(Followup which, calendar::Date today);

 private:
  [[nodiscard]] std::optional<report::TermState> term(const report::Submission& submission, calendar::Date today);
  void check_place(const std::string& submission, const report::Place& place);

  Engine& engine_;
  report::Workflow workflow_;
  registry::ReviewBook book_;
};

}  // namespace esep::app
