// SPDX-License-Identifier: MIT
#include "report/review/assessment.h"

#include <algorithm>

#include "base/text.h"

namespace esep::report {

AssessmentState assessment_state(const Checklist& checklist, const std::vector<Answer>& answers) {
  AssessmentState out;
  out.checklist = checklist.id;
  for (const ChecklistItem& item : checklist.items) {
    const auto at =
        std::find_if(answers.begin(), answers.end(), [&](const Answer& one) { return one.item == item.id; });
    if (at == answers.end()) out.open.push_back(item.id);
    if (!item.conclusion) {
      ++out.items;
      out.answered += at == answers.end() ? 0 : 1;
    } else if (at != answers.end()) {
      out.conclusion = *at;
    }
  }
  return out;
}

std::optional<Message> incomplete(const AssessmentState& state, const std::string& number) {
  if (state.complete()) return std::nullopt;
  // The list of what is open names the conclusion too, so that the figures count it.
  const size_t answered = static_cast<size_t>(state.answered) + (state.conclusion ? 1 : 0);
  return Message("ASSESSMENT-INCOMPLETE", {{"number", number},
                                           {"answered", std::to_string(answered)},
                                           {"items", std::to_string(answered + state.open.size())},
                                           {"open", join(state.open, ", ")}});
}

}  // namespace esep::report
