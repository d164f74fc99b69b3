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

}  // namespace esep::app
