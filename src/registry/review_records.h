// SPDX-License-Identifier: MIT
#pragma once

#include "registry/registry.h"
#include "report/review/checklist.h"
#include "report/review/review.h"

namespace esep::registry {

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

  const Registry* registry_;
};

}  // namespace esep::registry
