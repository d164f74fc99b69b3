// SPDX-License-Identifier: MIT
#pragma once

#include "report/review/checklist.h"

/// How far the assessment of a report by a checklist has come. Pure code.
namespace esep::report {

struct AssessmentState {
  std::string checklist;
  int items = 0;                  // of the checklist, the conclusion not counted
  int answered = 0;               // of these
  std::vector<std::string> open;  // ids without an answer, in the order of the checklist; also of the conclusion
  std::optional<Answer> conclusion;
  std::string open_conclusion = {};  // id of the conclusion if it is among `open`
  [[nodiscard]] bool complete() const { return open.empty(); }
};

/// `answers`: the last one to each item. Answers to items that the checklist no longer has do not count.
[[nodiscard]] AssessmentState assessment_state(const Checklist& checklist, const std::vector<Answer>& answers);

/// Why a report may not be approved: ASSESSMENT-INCOMPLETE, ASSESSMENT-INCOMPLETE-OPEN (nor is there a conclusion),
/// ASSESSMENT-NO-CONCLUSION, with the first items that are not answered; nullopt: the assessment is complete and has
/// its conclusion.
[[nodiscard]] std::optional<Message> incomplete(const AssessmentState& state, const std::string& number);

}  // namespace esep::report
