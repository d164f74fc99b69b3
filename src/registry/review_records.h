// SPDX-License-Identifier: MIT
#pragma once

#include "registry/registry.h"
#include "report/review/checklist.h"
#include "report/review/review.h"

namespace esep::registry {

/// A step of the workflow that somebody took.
struct StepTaken {
  int64_t seq = 0;  // of its entry of the history
  int64_t submission = 0;
  report::Action action = report::Action::submit;
  std::string user;
  calendar::LocalTime at;
};

/// The reviews, notes, assessments and recommendations of a register. Reads only.
///
/// Threads: as its Registry, one thread at a time.
class ReviewRecords {
 public:
  /// The register must outlive it.
  explicit ReviewRecords(const Registry& registry) : registry_(&registry) {}

  [[nodiscard]] std::optional<report::Review> review(int64_t submission) const;  // the last
  /// When it was returned or approved last. nullopt: it was neither, or its review was opened again since.
  [[nodiscard]] std::optional<calendar::LocalTime> concluded(int64_t submission) const;
  /// The step by which it was approved last, whatever became of it since. nullopt: it never was.
  [[nodiscard]] std::optional<report::Approval> approval(int64_t submission) const;
  /// The steps of these kinds, of all reports on a form, in the order of the history.
  [[nodiscard]] std::vector<StepTaken> steps(const std::string& form, const std::vector<report::Action>& actions) const;
  /// The same of one submission.
  [[nodiscard]] std::vector<StepTaken> steps(int64_t submission, const std::vector<report::Action>& actions) const;
  /// The last revision of the same report before this one that was approved, withdrawn ones left out.
  [[nodiscard]] std::optional<report::Submission> approved_before(const report::Submission& submission) const;
  /// The last revision of the same report before this one whose review was opened.
  [[nodiscard]] std::optional<report::Submission> reviewed_before(const report::Submission& submission) const;
  [[nodiscard]] std::vector<report::ReviewNote> notes(int64_t submission) const;
  /// The last answer to each item, in the order of the items' ids.
  [[nodiscard]] std::vector<report::Answer> answers(int64_t submission, const std::string& checklist) const;
  /// The checklists of its assessments.
  [[nodiscard]] std::vector<std::string> checklists(int64_t submission) const;
  [[nodiscard]] std::vector<report::Recommendation> recommendations(int64_t submission) const;
  [[nodiscard]] std::vector<report::Recommendation> recommendations() const;
  [[nodiscard]] report::Recommendation recommendation(const std::string& number) const;  // Error RECOMMENDATION-UNKNOWN
  /// Who did what to any revision of this report.
  [[nodiscard]] report::ActionsByPerson actions_by_person(const report::ReportKey& key) const;

 private:
  // `states`: a further condition on the submission `s`.
  [[nodiscard]] std::optional<report::Submission> last_with_step(const report::Submission& submission,
                                                                 report::Action action, const char* states) const;

  // `what`: a condition on the entry `h` and its submission `s`, with one value.
  [[nodiscard]] std::vector<StepTaken> steps_where(const char* what, const sqlite::Value& value,
                                                   const std::vector<report::Action>& actions) const;

  const Registry* registry_;
};

}  // namespace esep::registry
