// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/submission.h"
#include "web/page.h"

namespace esep::web {

/// The page of a review. After a form in which something is wrong it has what was typed, and says what is wrong.
[[nodiscard]] http::Response review_shown(const Visitor& visitor, const report::Submission& submission,
                                          const std::vector<Mistake>& mistakes, int status);

}  // namespace esep::web
