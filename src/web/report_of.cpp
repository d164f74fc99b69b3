// SPDX-License-Identifier: MIT
#include "web/report_of.h"

#include <algorithm>

#include "app/paper/find_report.h"
#include "app/review/desk.h"
#include "base/error.h"

namespace esep::web {

std::optional<report::Submission> report_of(const Visitor& visitor, const PathValues& values) {
  try {
    report::Submission out = app::find_named(visitor.engine(), values.at("number"));
    if (visitor.acts_for(out.key.organisation)) return out;
  } catch (const Error& error) {
    if (error.message().key != "SUBMISSION-UNKNOWN") throw;
  }
  return std::nullopt;
}

bool has_recommendation(const Visitor& visitor, const report::Submission& submission, const std::string& number) {
  const auto all = app::ReviewDesk(visitor.engine()).show(submission.number).recommendations;
  return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.number == number; });
}

}  // namespace esep::web
