// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "report/submission.h"
#include "web/route.h"

namespace esep::web {

/// The report that `{number}` of an address names, by number or code, if the visitor acts for its body: nobody learns
/// that others exist.
[[nodiscard]] std::optional<report::Submission> report_of(const Visitor& visitor, const PathValues& values);

/// The report has a recommendation of this number.
[[nodiscard]] bool has_recommendation(const Visitor& visitor, const report::Submission& submission,
                                      const std::string& number);

}  // namespace esep::web
