// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/receive/checker.h"

namespace esep::app {

/// The result of one file.
struct SubmitResult {
  std::string file;
  const form::FormDefinition* form = nullptr;  // nullptr: not a known form
  report::ReportKey key;
  report::Findings findings;
  std::optional<registry::Registry::Submitted>
      submitted;  // absent: not kept (not a known form, unknown organisation …)
  [[nodiscard]] bool accepted() const { return submitted && submitted->submission.revision > 0; }
};

/// Reads, checks and registers files, each in its own transaction. A recognised report with errors is kept as rejected.
/// A file whose form or organisation is not known is not kept. `done` is called after each file. Nothing is registered
/// as received later than now: Error CLI-RECEIVED-FUTURE (usage). Whoever enters an earlier receipt needs the right
/// `backdate`, else the finding STEP-ROLE. A file that replaces an approved report gets REVISION-AFTER-APPROVAL.
[[nodiscard]] std::vector<SubmitResult> submit_files(Engine& engine, const std::vector<std::string>& files,
                                                     const Incoming& incoming, const registry::Actor& actor,
                                                     const std::function<void(const SubmitResult&)>& done);

}  // namespace esep::app
