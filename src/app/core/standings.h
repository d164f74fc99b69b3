// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "app/core/completion_day.h"
#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// How submissions stand by the deadlines known now (report::standing_of). The duties of a form are listed once, with
/// the first question about it. The engine must outlive it.
class Standings {
 public:
  explicit Standings(Engine& engine) : engine_(engine), done_(engine) {}

  /// A submission that was rejected or withdrawn, or that nobody owes any more, stands as its receipt says. One that
  /// the register composed for a period stands as its dispatch says.
  [[nodiscard]] report::Standing of(const report::Submission& submission);

 private:
  using Duties = std::map<report::ReportKey, report::Duty>;
  const Duties& duties_with_an_event(const std::string& form);
  std::optional<calendar::Date> dispatched_on(const report::Submission& submission);

  Engine& engine_;
  CompletionDays done_;
  std::map<std::string, Duties> duties_;            // by form
  std::optional<std::vector<report::Deed>> deeds_;  // read with the first question about a dispatch
};

/// A submission with the verdict and the deadline of today instead of those of its receipt.
[[nodiscard]] report::Submission as_it_stands(const report::Submission& submission, const report::Standing& standing);

}  // namespace esep::app
