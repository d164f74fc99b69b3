// SPDX-License-Identifier: MIT
#include "cli/completion.h"
#include "cli/help.h"

namespace esep::cli {
namespace {

int run_help(Session& session) {
  const auto& arguments = session.arguments();
  arguments.at_most(1);
  if (arguments.has("man")) {
    print_man_page(session, session.out());
  } else if (arguments.has("completion")) {
    print_completion(session, arguments.positional().empty() ? "bash" : arguments.positional()[0], session.out());
  } else if (arguments.positional().empty()) {
    print_overview(session, session.out());
  } else {
    print_command_help(session, command_by_name(arguments.positional()[0]), session.out());
  }
  return kOk;
}

}  // namespace

Command help_command() {
  return {"help",     "[COMMAND] | --man | --completion [bash|zsh|fish]",
          "CMD-HELP", {{"man", '\0', "", "OPT-MAN"}, {"completion", '\0', "", "OPT-COMPLETION"}},
          run_help,   {"esep help submit", "esep help --completion zsh"}};
}

}  // namespace esep::cli
