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
    if (at == answers.end() && item.conclusion) out.open_conclusion = item.id;
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
  std::vector<std::string> open = state.open;
  std::erase(open, state.open_conclusion);
  if (open.empty()) return Message("ASSESSMENT-NO-CONCLUSION", {{"number", number}});
  constexpr size_t kMostNamed = 5;
  const bool all = open.size() <= kMostNamed;
  if (!all) open.resize(kMostNamed);
  return Message(state.open_conclusion.empty() ? "ASSESSMENT-INCOMPLETE" : "ASSESSMENT-INCOMPLETE-OPEN",
                 {{"number", number},
                  {"answered", std::to_string(state.answered)},
                  {"items", std::to_string(state.items)},
                  {"open", join(open, ", ") + (all ? "" : ", …")}});
}

}  // namespace esep::report
