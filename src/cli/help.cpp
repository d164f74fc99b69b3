// SPDX-License-Identifier: MIT
#include "cli/help.h"

namespace esep::cli {
namespace {

std::string spelled(const Option& option) {
  std::string out = option.letter == '\0' ? "    " : std::string("-") + option.letter + ", ";
  out += "--" + option.name;
  if (!option.value.empty()) out += " " + option.value;
  return out;
}

void print_options(Session& session, const std::vector<Option>& options, std::ostream& out) {
  constexpr size_t kColumn = 30;
  for (const Option& option : options) {
    std::string line = "  " + spelled(option);
    if (line.size() < kColumn) line.resize(kColumn, ' ');
    out << line << ' ' << session.say(Message(option.help, {})) << '\n';
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
  out << "esep [-w WS] " << command.name << ' ' << command.usage << "\n\n"
      << session.say(Message(command.help, {})) << "\n\n";
  print_options(session, command.options, out);
  out << '\n' << session.say("HELP-GLOBAL") << '\n';
  print_options(session, global_options(), out);
}

void print_man_page(Session& session, std::ostream& out) {
  out << ".TH ESEP 1\n.SH NAME\nesep \\- " << session.say("HELP-ABOUT") << "\n.SH SYNOPSIS\n.B esep\n"
      << session.say("HELP-USAGE") << "\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out << ".SS " << command.name << ' ' << command.usage << '\n' << session.say(Message(command.help, {})) << '\n';
    for (const Option& option : command.options) {
      out << ".TP\n.B \\-\\-" << option.name << (option.value.empty() ? "" : " " + option.value) << '\n'
          << session.say(Message(option.help, {})) << '\n';
    }
  }
  out << ".SH OPTIONS\n";
  for (const Option& option : global_options()) {
    out << ".TP\n.B \\-\\-" << option.name << (option.value.empty() ? "" : " " + option.value) << '\n'
        << session.say(Message(option.help, {})) << '\n';
  }
}

void print_completion(std::ostream& out) {
  out << "_esep() {\n  local cur=${COMP_WORDS[COMP_CWORD]} word command=\n"
      << "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case $word in\n";
  std::string names;
  for (const Command& command : commands()) names += (names.empty() ? "" : "|") + command.name;
  out << "      " << names << ") command=$word; break;;\n    esac\n  done\n  local options=\"";
  for (const Option& option : global_options()) out << "--" << option.name << ' ';
  out << "\"\n  case $command in\n";
  for (const Command& command : commands()) {
    out << "    " << command.name << ") options+=\"";
    for (const Option& option : command.options) out << " --" << option.name;
    out << "\";;\n";
  }
  out << "    '') options+=\"";
  for (const Command& command : commands()) out << ' ' << command.name;
  out << "\";;\n  esac\n  if [[ $cur == -* || -z $command ]]; then\n    COMPREPLY=($(compgen -W \"$options\" -- "
         "\"$cur\"))\n"
      << "  else\n    COMPREPLY=($(compgen -f -- \"$cur\"))\n  fi\n}\ncomplete -o filenames -F _esep esep\n";
}

}  // namespace esep::cli
