// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "base/message.h"
#include "report/review/review.h"

namespace esep::app {

[[nodiscard]] Message conformity_message(report::Conformity conformity);
/// "assessed: 3 of 27, no conclusion yet". `all` renders in every language.
[[nodiscard]] Message assessment_message(const report::AssessmentState& state,
                                         const std::function<LocalText(const Message&)>& all);
[[nodiscard]] Message recommendation_state_message(report::Recommendation::State state);
/// Of a term that is over: by how many working days, or that the calendar ends before these can be counted.
[[nodiscard]] Message over_message(const report::TermState& term);
/// Behind other words on a recommendation: its report was taken back.
[[nodiscard]] Message withdrawn_remark(const report::Withdrawal& withdrawal);
/// A term or a delay among the rows is not known, because the calendar ends.
[[nodiscard]] bool lacks_calendar(const std::vector<report::ReviewRow>& rows);
[[nodiscard]] bool lacks_calendar(const std::vector<report::FollowupRow>& rows);

}  // namespace esep::app
