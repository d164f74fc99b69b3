// SPDX-License-Identifier: MIT
#pragma once

#include "report/compare/compare.h"
#include "report/review/checklist.h"
#include "report/review/review.h"
#include "text/report_json.h"

/// JSON of reviews (docs/json.md).
namespace esep::text {

[[nodiscard]] std::string reviews_json(const std::vector<report::ReviewRow>& rows);
[[nodiscard]] std::string followup_json(const std::vector<report::FollowupRow>& rows);

/// Everything that was said of one submission.
struct ReviewView {
  report::Submission submission;
  std::optional<report::Review> review;
  std::vector<report::ReviewNote> notes;
  struct Assessed {
    std::string checklist;
    std::vector<report::Answer> answers;
  };
  std::vector<Assessed> assessments;
  std::vector<report::Recommendation> recommendations;
};
[[nodiscard]] std::string review_json(const ReviewView& view);
[[nodiscard]] std::string recommendations_json(const std::vector<report::Recommendation>& recommendations);

/// `number` against the earlier `other`.
[[nodiscard]] std::string comparison_json(const std::string& number, const std::string& other,
                                          const report::Comparison& changes);

}  // namespace esep::text
