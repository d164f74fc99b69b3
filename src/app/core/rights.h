// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/review_book.h"
#include "report/review/review.h"

namespace esep::app {

/// data/workflow.toml. Error WORKFLOW-USER-ROLE if a user of esep.toml has an unknown role.
[[nodiscard]] report::Workflow load_workflow(Engine& engine);

/// Checks a step on the whole register. registry::StepRefused if the user's roles do not allow it.
void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor);

/// The right to register a report: that of the step `submit`, and that nobody has locked the period. Asked inside the
/// transaction that registers it, so that what others did until then counts.
class SubmitRight {
 public:
  explicit SubmitRight(Engine& engine);
  SubmitRight(const SubmitRight&) = delete;
  SubmitRight& operator=(const SubmitRight&) = delete;

  /// registry::StepRefused, LOCKED among them.
  void require(const report::ReportKey& key, const registry::Actor& actor) const;

 private:
  Engine& engine_;
  report::Workflow workflow_;
  registry::ReviewBook book_;
};

}  // namespace esep::app
