// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include "base/replace_all.h"
#include "base/utf8.h"
#include "cli/argument_words.h"

namespace esep::cli {
namespace {

std::string spelled(Session& session, const Option& option) {
  std::string out = option.letter == '\0' ? "    " : std::string("-") + option.letter + ", ";
  out += "--" + option.name;
  if (!option.value.empty()) out += " " + argument_words(session, option.value);
  return out;
}

// "blank FORM --org ORG"
std::string used(Session& session, const Command& command) {
  return command.name + (command.usage.empty() ? "" : " " + argument_words(session, command.usage));
}

void print_options(Session& session, const std::vector<Option>& options, std::ostream& out) {
  constexpr size_t kColumn = 30;
  for (const Option& option : options) {
    std::string line = "  " + spelled(session, option);
    const size_t width = count_code_points(line);
    if (width < kColumn) line.append(kColumn - width, ' ');
    out << line << ' ' << session.say(Message(option.help, {})) << '\n';
  }
}

void print_man_options(Session& session, const std::vector<Option>& options, std::ostream& out) {
  for (const Option& option : options) {
    out << ".TP\n.B \\-\\-" << option.name << (option.value.empty() ? "" : " " + argument_words(session, option.value))
        << '\n'
        << session.say(Message(option.help, {})) << '\n';
  }
}

}  // namespace

void print_overview(Session& session, std::ostream& out) {
  out << session.say("HELP-ABOUT") << "\n\n" << session.say("HELP-USAGE") << "\n\n";
  constexpr size_t kColumn = 14;
  for (const Command& command : commands()) {
    std::string line = "  " + command.name;
    line.resize(kColumn, ' ');
    out << line << session.say(Message(command.help, {})) << '\n';
  }
  out << '\n' << session.say("HELP-GLOBAL") << '\n';
  print_options(session, global_options(), out);
}

void print_command_help(Session& session, const Command& command, std::ostream& out) {
  out << "esep [-w " << argument_words(session, "WS") << "] " << used(session, command) << "\n\n"
      << session.say(Message(command.help, {})) << '\n';
  out << '\n' << session.say("HELP-EXAMPLES") << '\n';
  for (const std::string& example : command.examples) out << "  " << example << '\n';
  if (!command.options.empty()) out << '\n' << session.say("HELP-OPTIONS") << '\n';
  print_options(session, command.options, out);
  out << '\n' << session.say("HELP-GLOBAL") << '\n';
  print_options(session, global_options(), out);
}

void print_man_page(Session& session, std::ostream& out) {
  out << ".TH ESEP 1\n.SH NAME\nesep \\- " << session.say("HELP-ABOUT") << "\n.SH SYNOPSIS\n.B esep\n"
      << session.say("HELP-USAGE") << "\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out << ".SS " << used(session, command) << '\n' << session.say(Message(command.help, {})) << '\n';
    for (const std::string& example : command.examples) out << ".PP\n.B " << replace_all(example, "-", "\\-") << '\n';
    print_man_options(session, command.options, out);
  }
  out << ".SH OPTIONS\n";
  print_man_options(session, global_options(), out);
}

}  // namespace esep::cli
