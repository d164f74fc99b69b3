// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/review_book.h"
#include "report/review/review.h"

namespace esep::app {

/// data/workflow.toml. Error WORKFLOW-USER-ROLE or WORKFLOW-USER-BODY if a user of esep.toml has a role or a body that
/// does not exist.
[[nodiscard]] report::Workflow load_workflow(Engine& engine);

/// Checks a step on the register. registry::StepRefused if the user's roles do not allow it: STEP-ROLE,
/// STEP-USER-UNKNOWN, or if he writes under another day than the computer's and may not: DAY-OTHER.
void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor);
/// The same of a step that concerns one body: also STEP-BODY if the user acts for others.
void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor,
                   const std::string& organisation);
/// The second half of that alone, where the first was asked already.
void require_body(Engine& engine, const registry::Actor& actor, const std::string& organisation);
/// What concerns every body is not for who acts for some only, whatever his roles: STEP-EVERY-BODY.
void require_every_body(Engine& engine, const registry::Actor& actor);
/// The same of a step that concerns every body: also STEP-EVERY-BODY if the user acts for some only.
void require_right_for_all(Engine& engine, report::RegisterAction action, const registry::Actor& actor);
/// The right to replace the register, which may be missing or damaged: its bodies are not asked for.
void require_restore(Engine& engine, const registry::Actor& actor);

/// The body whose row of a register it is: by its organisation, or that of the row to which it belongs. Empty:
/// nobody's.
[[nodiscard]] std::string organisation_of_row(Engine& engine, const form::RegisterDefinition& definition,
                                              const report::RegisterRow& row);

/// What `doctor` says of `[users]`: DOCTOR-USERS-ALL names those of whom nobody has said for which bodies they act.
[[nodiscard]] std::vector<Message> user_remarks(Engine& engine);

/// LOCKED, with the roles that may unlock the period.
[[nodiscard]] Message locked_message(Engine& engine, Message::Value period);

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
