// SPDX-License-Identifier: MIT
#pragma once

#include "report/duty/status.h"
#include "report/review/checklist.h"
#include "report/review/review.h"

namespace esep::report {

/// Everything that reviewers wrote about one submission.
struct ReviewCase {
  Submission submission;
  std::optional<Review> review;
  std::optional<EarlierApproval> approved_earlier;  // of a revision before this one
  std::vector<ReviewNote> notes;
  struct Assessment {
    std::string checklist;
    std::vector<Answer> answers;
    AssessmentState state;
  };
  std::vector<Assessment> assessments;  // begun, or asked for by the workflow
  std::vector<Recommendation> recommendations;
};

}  // namespace esep::report
