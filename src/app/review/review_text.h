// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/message.h"
#include "report/review/checklist.h"
#include "report/review/review.h"

namespace esep::app {

/// `text` trimmed. Error REVIEW-TEXT (usage) when nothing is left, it is longer than 4,000 characters or is no text.
[[nodiscard]] std::string review_text(const std::string& text);

/// «C14», «UR-12», "row 5"; empty for the report as a whole.
[[nodiscard]] Message place_message(const report::Place& place);
[[nodiscard]] Message conformity_message(report::Conformity conformity);
[[nodiscard]] Message recommendation_state_message(report::Recommendation::State state);

}  // namespace esep::app
