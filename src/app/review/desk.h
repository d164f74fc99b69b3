// SPDX-License-Identifier: MIT
#pragma once

#include "app/review/questionnaire.h"
#include "registry/review_book.h"
#include "report/review/review_case.h"

namespace esep::app {

/// The filter of `review list`.
struct ReviewFilter {
  std::string reviewer;  // in any spelling; empty: anybody's
  std::string form, organisation;
  bool overdue = false;    // only what ran over its term
  bool concluded = false;  // also returned or approved submissions
};

/// Which recommendations `followup` lists: all that are not closed, or of these only what ran over its term.
enum class Followup { open, overdue };

/// The reviewer's desk, the only way to the steps of a review: all steps of data/workflow.toml except `submit`
/// (receive/submit.h). Role, state and four eyes are checked inside the transaction that writes the step and its entry
/// of history: registry::StepRefused. Steps return the submission (or recommendation) as it is afterwards. Error
/// SUBMISSION-UNKNOWN or RECOMMENDATION-UNKNOWN for an unknown number, REVIEW-TEXT-… (usage) for a text, PLACE-CELL,
/// PLACE-COLUMN or PLACE-ITEM (usage) for a place.
class ReviewDesk {
 public:
  /// Error WORKFLOW-USER-ROLE if a user of esep.toml has a role that data/workflow.toml does not know.
  explicit ReviewDesk(Engine& engine);
  ReviewDesk(const ReviewDesk&) = delete;
  ReviewDesk& operator=(const ReviewDesk&) = delete;

  /// Opens the review for `reviewer`, or for the user; its term comes from the workflow. A reviewer is named as a user
  /// is: Errors USER-NAME, CELL-CHARACTER (usage).
  report::Submission open(const std::string& submission, const std::optional<std::string>& reviewer,
                          const registry::Actor& actor);
  report::Submission assign(const std::string& submission, const std::string& reviewer, const registry::Actor& actor);
  report::Submission note(const std::string& submission, const report::Place& place, const std::string& text,
                          const registry::Actor& actor);
  /// The findings of reading the answers and of report::check_answers. If one is an error, nothing is
  /// recorded.
  report::Findings assess(const std::string& submission, const report::Checklist& checklist, const Questionnaire& said,
                          const registry::Actor& actor);
  /// Error RECOMMENDATION-DUE (usage) if the term has already passed.
  report::Recommendation recommend(const std::string& submission, const report::Place& place, const std::string& text,
                                   calendar::Date due, const registry::Actor& actor);
  /// The reporting body's answer. Error RECOMMENDATION-CLOSED.
  report::Recommendation answer(const std::string& recommendation, const std::string& text,
                                const registry::Actor& actor);
  /// Error RECOMMENDATION-CLOSED.
  report::Recommendation close(const std::string& recommendation, const std::string& text,
                               const registry::Actor& actor);
  /// Error REVIEW-NO-REASON (usage) if neither `text` nor a note or recommendation gives the reason.
  report::Submission send_back(const std::string& submission, const std::optional<std::string>& text,
                               const registry::Actor& actor);
  /// StepRefused with ASSESSMENT-INCOMPLETE if the workflow asks for an assessment and it is not complete.
  report::Submission approve(const std::string& submission, const std::optional<std::string>& text,
                             const registry::Actor& actor);
  /// Withdraws an accepted submission; the revision before it counts again. Error WITHDRAW-WITHDRAWN,
  /// WITHDRAW-REJECTED, WITHDRAW-LOCKED.
  report::Submission withdraw(const std::string& submission, const std::string& reason, const registry::Actor& actor);

  /// Why the user may not take the step now (registry::ReviewBook). nullopt: he may.
  [[nodiscard]] std::optional<Message> refusal(report::Action action, const report::Submission& submission,
                                               const registry::Actor& actor) const {
    return book_.refusal_now(action, submission, actor);
  }

  /// The last answer to each item of a checklist.
  [[nodiscard]] std::vector<report::Answer> answers(const std::string& submission, const std::string& checklist);
  [[nodiscard]] report::ReviewCase show(const std::string& submission);
  /// Ordered by the last day of the term, then by number; reviews without a term come last.
  [[nodiscard]] std::vector<report::ReviewRow> list(const ReviewFilter& filter, calendar::Date today);
  /// Ordered by term.
  [[nodiscard]] std::vector<report::FollowupRow> followup(Followup which, calendar::Date today);

 private:
  [[nodiscard]] std::optional<report::TermState> term(const report::Submission& submission, calendar::Date today,
                                                      const std::optional<calendar::LocalTime>& concluded);
  [[nodiscard]] std::vector<report::ReviewCase::Assessment> assessments(const report::Submission& submission);
  void check_place(const std::string& submission, const report::Place& place);
  void check_area(const std::string& submission, const report::Place& place);

  Engine& engine_;
  report::Workflow workflow_;
  registry::ReviewBook book_;
};

}  // namespace esep::app
