// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "registry/review_records.h"

namespace esep::registry {

/// A step that the state, the role or the four-eyes rule forbids.
class StepRefused : public Error {
 public:
  using Error::Error;
};

/// The steps of the workflow, written into a register. Every step is one transaction together with its entry of the
/// history. Inside it, state, role and four eyes are judged (report::refusal), so that of two who act at once the
/// second is judged by what the first did. A refusal is a StepRefused with the key of the refusal and STEP-HINT, or
/// STEP-HINT-RIGHT where there is no report yet whose history could be shown.
/// `submission` and `number` are numbers as people write them. Error SUBMISSION-UNKNOWN.
class ReviewBook : public ReviewRecords {
 public:
  /// Puts titles in the place of the ids of a refusal, which the register does not know.
  using Titles = std::function<Message(Message)>;
  /// The first three must outlive it.
  ReviewBook(Registry& registry, const report::Workflow& workflow, const report::Users& users, Titles titles = {})
      : ReviewRecords(registry), registry_(registry), workflow_(workflow), users_(users), titles_(std::move(titles)) {}

  /// Registry::withdraw with the check of rights. Error as there, and WITHDRAW-LOCKED: the period is locked.
  void withdraw(const std::string& submission, const std::string& reason, const Actor& actor);
  /// received → under review. `due` is the last day of the review's term; nullopt: it has none.
  void open(const std::string& submission, const std::string& reviewer, std::optional<calendar::Date> due,
            const Actor& actor);
  void assign(const std::string& submission, const std::string& reviewer, const Actor& actor);
  /// Error REVIEW-NO-REASON: neither `text` nor a note or recommendation says why.
  void send_back(const std::string& submission, const std::string& text, const Actor& actor);
  /// `needed`: the checklist whose answers must be complete; nullptr: none. StepRefused with ASSESSMENT-INCOMPLETE.
  void approve(const std::string& submission, const std::string& text, const Actor& actor,
               const report::Checklist* needed = nullptr);
  void note(const std::string& submission, const report::Place& place, const std::string& text, const Actor& actor);
  /// All answers at once. An item that was answered before is answered anew; the old answer stays in the register.
  void assess(const std::string& submission, const report::Checklist& checklist,
              const std::vector<report::Answer>& answers, const Actor& actor);
  report::Recommendation recommend(const std::string& submission, const report::Place& place, const std::string& text,
                                   calendar::Date due, const Actor& actor);
  /// The reporting body's answer to a recommendation. Error RECOMMENDATION-UNKNOWN, RECOMMENDATION-CLOSED.
  report::Recommendation answer(const std::string& number, const std::string& text, const Actor& actor);
  report::Recommendation close(const std::string& number, const std::string& text, const Actor& actor);

  /// Why the user may not take the step now; who opens a review takes it himself. nullopt: he may.
  [[nodiscard]] std::optional<Message> refusal_now(report::Action action, const report::Submission& submission,
                                                   const Actor& actor) const;
  /// Judges a step that is written elsewhere. Call it inside that step's transaction.
  void require(report::Action action, const report::ReportKey& key, report::State state, const std::string& number,
               const Actor& actor) const;
  /// The same for a report that comes in. Its state is that of the submission in force.
  void require_submit(const report::ReportKey& key, const Actor& actor) const;

 private:
  report::Submission begin(report::Action action, const std::string& submission, const Actor& actor,
                           const std::string& reviewer = {}) const;
  /// `request.user` and `request.organisation` are filled in here.
  void judge(const report::StepRequest& request, const report::ReportKey& key, const Actor& actor) const;
  void write_review(int64_t submission, const std::string& reviewer, std::optional<calendar::Date> due,
                    const Actor& actor);
  void move(const report::Submission& submission, report::Action action, const std::string& text, const Actor& actor);
  report::Recommendation turn(const std::string& number, const std::string& text, report::Action action,
                              const Actor& actor);

  Registry& registry_;
  const report::Workflow& workflow_;
  const report::Users& users_;
  Titles titles_;
};

}  // namespace esep::registry
