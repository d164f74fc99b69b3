// SPDX-License-Identifier: MIT
#include "web/report_of.h"

#include "app/paper/find_report.h"
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

}  // namespace esep::web
