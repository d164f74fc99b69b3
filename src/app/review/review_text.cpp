// SPDX-License-Identifier: MIT
#include "app/review/review_text.h"

#include <algorithm>

namespace esep::app {

Message conformity_message(report::Conformity conformity) {
  switch (conformity) {
    case report::Conformity::conforms:
      return "CONFORMITY-CONFORMS";
    case report::Conformity::partly:
      return "CONFORMITY-PARTLY";
    case report::Conformity::does_not:
      return "CONFORMITY-DOES-NOT";
    case report::Conformity::not_applicable:
      break;
  }
  return "CONFORMITY-NOT-APPLICABLE";
}

Message assessment_message(const report::AssessmentState& state, const std::function<LocalText(const Message&)>& all) {
  Message::Args args{{"answered", std::to_string(state.answered)}, {"items", std::to_string(state.items)}};
  if (!state.conclusion) return {state.complete() ? "ASSESSMENT-COMPLETE" : "ASSESSMENT-OPEN", std::move(args)};
  args.emplace_back("conclusion", all(conformity_message(state.conclusion->conformity)));
  return {state.complete() ? "ASSESSMENT-CONCLUDED" : "ASSESSMENT-OPEN-CONCLUDED", std::move(args)};
}

Message recommendation_state_message(report::Recommendation::State state) {
  switch (state) {
    case report::Recommendation::State::open:
      return "RECOMMENDATION-IS-OPEN";
    case report::Recommendation::State::answered:
      return "RECOMMENDATION-IS-ANSWERED";
    case report::Recommendation::State::closed:
      break;
  }
  return "RECOMMENDATION-IS-CLOSED";
}

Message over_message(const report::TermState& term) {
  if (term.uncounted) return Message("REVIEW-OVER-UNCOUNTED");
  return {"REVIEW-OVER", {{"days", std::to_string(term.over)}}};
}

Message withdrawn_remark(const report::Withdrawal& withdrawal) {
  return {"FOLLOWUP-WITHDRAWN", {{"date", withdrawal.on.dotted()}, {"reason", withdrawal.reason}}};
}

bool lacks_calendar(const std::vector<report::ReviewRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const report::ReviewRow& row) {
    return row.beyond.has_value() || (row.term && row.term->uncounted);
  });
}

bool lacks_calendar(const std::vector<report::FollowupRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const report::FollowupRow& row) { return row.term.uncounted; });
}

}  // namespace esep::app
