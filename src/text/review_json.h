// SPDX-License-Identifier: MIT
#pragma once

#include "report/compare/compare.h"
#include "report/review/review_case.h"
#include "text/report_json.h"

/// The JSON of reviews (docs/json.md).
namespace esep::text {

[[nodiscard]] std::string reviews_json(const std::vector<report::ReviewRow>& rows);
[[nodiscard]] std::string followup_json(const std::vector<report::FollowupRow>& rows);

[[nodiscard]] std::string review_json(const report::ReviewCase& one);
[[nodiscard]] std::string recommendations_json(const std::vector<report::Recommendation>& recommendations);

/// What submission `number` changed against the earlier one `other`.
[[nodiscard]] std::string comparison_json(const std::string& number, const std::string& other,
                                          const report::Comparison& changes);

}  // namespace esep::text
