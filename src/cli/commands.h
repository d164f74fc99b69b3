// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace esep::cli {

/// One command. Parser, help, man page and completion come from the table of commands. One source file each.
struct Command {
  std::string name;
  std::string usage;  // arguments, as in "FORM --period PERIOD"
  std::string help;   // key of the message catalogue
  std::vector<Option> options;
  int (*run)(Session&);
  std::vector<std::string> examples{};  // as a user types them: "esep verify report.pdf". At least one
};

[[nodiscard]] const std::vector<Command>& commands();
[[nodiscard]] const std::vector<Option>& global_options();
/// Error CLI-UNKNOWN-COMMAND (usage), with the nearest one.
[[nodiscard]] const Command& command_by_name(const std::string& name);

[[nodiscard]] Command answer_command();
[[nodiscard]] Command account_command();
[[nodiscard]] Command proposals_command();
[[nodiscard]] Command assess_command();
[[nodiscard]] Command attach_command();
[[nodiscard]] Command backup_command();
[[nodiscard]] Command blank_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command decide_command();
[[nodiscard]] Command dispatch_command();
[[nodiscard]] Command done_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command due_command();
[[nodiscard]] Command event_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command followup_command();
[[nodiscard]] Command forms_command();
[[nodiscard]] Command help_command();
[[nodiscard]] Command history_command();
[[nodiscard]] Command import_command();
[[nodiscard]] Command init_command();
[[nodiscard]] Command lock_command();
[[nodiscard]] Command note_command();
[[nodiscard]] Command queue_command();
[[nodiscard]] Command recommend_command();
[[nodiscard]] Command register_command();
[[nodiscard]] Command remind_command();
[[nodiscard]] Command render_command();
[[nodiscard]] Command restore_command();
[[nodiscard]] Command review_command();
[[nodiscard]] Command serve_command();
[[nodiscard]] Command show_command();
[[nodiscard]] Command status_command();
[[nodiscard]] Command submit_command();
[[nodiscard]] Command summary_command();
[[nodiscard]] Command unlock_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command waive_command();
[[nodiscard]] Command withdraw_command();

/// The whole program: words without the program's own name. Returns the exit code.
int run(const std::vector<std::string>& words, const Environment& environment, std::ostream& out, std::ostream& err);

}  // namespace esep::cli
