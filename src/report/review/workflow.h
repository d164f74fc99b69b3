// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"
#include "datafile/library.h"
#include "report/submission.h"

/// Who may do what to a submission in which state: data/workflow.toml.
namespace esep::report {

enum class Action { submit, withdraw, open, assign, note, assess, recommend, answer, close, send_back, approve };

[[nodiscard]] std::string_view action_name(Action action);  // "submit" … ; send_back is "return"
[[nodiscard]] std::optional<Action> action_from(std::string_view name);
[[nodiscard]] const std::vector<Action>& all_actions();

struct Role {
  std::string id;
  LocalText title;
};

struct Step {
  Action action = Action::open;
  LocalText title;  // «қарауды бастау»
  std::vector<State> from;
  std::optional<State> to;  // absent: the state stays
  std::vector<std::string> roles;
};

/// Steps on the register, not on one submission.
enum class RegisterAction {
  import,
  event,
  decide,
  answer,
  waive,
  lock,
  unlock,
  attach,
  dispatch,
  done,
  restore,
  queue,           // what the operator of a queue does
  queue_provider,  // what the provider of a circle does in a queue
  export_personal,
  backdate,   // to enter a receipt of an earlier time
  other_day,  // to write under another day than that of the computer's clock
  accounts    // to manage who may sign in
};
[[nodiscard]] std::string_view register_action_name(RegisterAction action);
[[nodiscard]] const std::vector<RegisterAction>& all_register_actions();

struct Right {
  RegisterAction action = RegisterAction::import;
  LocalText title;  // «кезеңді жабу»
  std::vector<std::string> roles;
};

/// A form whose reports must be examined within a number of working days after receipt.
struct Examination {
  std::string form;
  int working_days = 0;
  LocalText law;
  std::string checklist;                  // by which its documentation is assessed; empty: by none in particular
  bool approve_needs_assessment = false;  // approved only after every item and the conclusion were answered
};

struct Workflow {
  std::vector<Role> roles;
  std::vector<Step> steps;    // one per action
  std::vector<Right> rights;  // one per action
  std::vector<Examination> examinations;

  [[nodiscard]] const Role* role(std::string_view id) const;  // nullptr: none
  [[nodiscard]] const Step& step(Action action) const;        // every action has one
  [[nodiscard]] const Right& right(RegisterAction action) const;
  [[nodiscard]] const Examination* examination(std::string_view form) const;  // nullptr: no term
};

/// Mistakes are diagnostics: WORKFLOW-ACTION-TWICE, WORKFLOW-ACTION-MISSING, WORKFLOW-ROLE, and those of every
/// file.
[[nodiscard]] Workflow read_workflow(const datafile::LibraryFile& file, Diagnostics& diagnostics);

}  // namespace esep::report
