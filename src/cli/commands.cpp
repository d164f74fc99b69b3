// SPDX-License-Identifier: MIT
#include "cli/commands.h"

#include "base/error.h"
#include "base/text.h"

namespace esep::cli {

const std::vector<Option>& global_options() {
  static const std::vector<Option> kOptions{{"workspace", 'w', "WS", "OPT-WORKSPACE"},
                                            {"as", '\0', "USER", "OPT-AS"},
                                            {"lang", '\0', "kk|ru|en", "OPT-LANG"},
                                            {"paper-lang", '\0', "kk|ru", "OPT-PAPER-LANG"},
                                            {"today", '\0', "DATE", "OPT-TODAY"},
                                            {"json", '\0', "", "OPT-JSON"},
                                            {"quiet", 'q', "", "OPT-QUIET"},
                                            {"version", '\0', "", "OPT-VERSION"},
                                            {"help", 'h', "", "OPT-HELP"}};
  return kOptions;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands{
      init_command(),      import_command(),   register_command(), due_command(),    blank_command(),
      check_command(),     submit_command(),   withdraw_command(), event_command(),  done_command(),
      status_command(),    serve_command(),    show_command(),     render_command(), dispatch_command(),
      history_command(),   forms_command(),    summary_command(),  decide_command(), answer_command(),
      proposals_command(), queue_command(),    review_command(),   note_command(),   assess_command(),
      recommend_command(), followup_command(), remind_command(),   waive_command(),  lock_command(),
      unlock_command(),    attach_command(),   verify_command(),   doctor_command(), backup_command(),
      restore_command(),   export_command(),   account_command(),  help_command()};
  return kCommands;
}

const Command& command_by_name(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.name == name) return command;
    names.push_back(command.name);
  }
  const std::string meant = nearest(name, names);
  if (meant.empty())
    throw Error(Message("CLI-UNKNOWN-COMMAND", {{"command", name}}), "CLI-SEE-HELP", Error::Kind::usage);
  throw Error(Message("CLI-UNKNOWN-COMMAND-MEANT", {{"command", name}, {"meant", meant}}), "CLI-SEE-HELP",
              Error::Kind::usage);
}

}  // namespace esep::cli
