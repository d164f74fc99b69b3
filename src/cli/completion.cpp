// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include <algorithm>

#include "base/replace_all.h"
#include "base/text.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

// "kk|ru|en": the words among which an argument chooses. None if it names a thing ("FILE").
std::vector<std::string> choices(const Option& option) {
  const bool words = option.value.find('|') != std::string::npos &&
                     std::all_of(option.value.begin(), option.value.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || c == '|' || c == '-'; });
  return words ? split(option.value, '|') : std::vector<std::string>();
}

std::string names_of_commands(const std::string& between) {
  std::string out;
  for (const Command& command : commands()) out += (out.empty() ? "" : between) + command.name;
  return out;
}

void print_bash(std::ostream& out) {
  out << R"(_esep() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} word command=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
)"
      << "      " << names_of_commands("|") << ") command=$word; break;;\n    esac\n  done\n  local options=\"";
  for (const Option& option : global_options()) out << "--" << option.name << ' ';
  out << "\"\n  case $command in\n";
  for (const Command& command : commands()) {
    out << "    " << command.name << ") options+=\"";
    for (const Option& option : command.options) out << " --" << option.name;
    out << "\";;\n";
  }
  out << "    '') options+=\" " << names_of_commands(" ") << "\";;\n  esac\n  case $prev in\n";
  for (const Option& option : global_options()) {
    if (!choices(option).empty())
      out << "    --" << option.name << ") options=\"" << join(choices(option), " ") << "\"; cur=$cur;;\n";
  }
  out << R"(  esac
  if [[ $cur == -* || -z $command || $prev == --lang || $prev == --paper-lang ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _esep esep
)";
}

// A text between single quotes of zsh or fish.
std::string quoted(std::string text, const char* quote) { return "'" + replace_all(std::move(text), "'", quote) + "'"; }

// '--org[code of the organisation]:ORG:_files'
std::string zsh_option(Session& session, const Option& option, const std::string& spelled) {
  std::string text = session.say(Message(option.help, {}));
  for (const char* special : {"\\", "[", "]", ":"}) text = replace_all(text, special, std::string("\\") + special);
  std::string out = spelled + "[" + text + "]";
  if (option.value.empty()) return quoted(out, "'\\''");
  const auto words = choices(option);
  out += ":" + option.value + ":" + (words.empty() ? "_files" : "(" + join(words, " ") + ")");
  return quoted(out, "'\\''");
}

void print_zsh_options(Session& session, const std::vector<Option>& options, const char* indent, std::ostream& out) {
  for (const Option& option : options) {
    out << indent << zsh_option(session, option, "--" + option.name) << '\n';
    if (option.letter != '\0') out << indent << zsh_option(session, option, std::string("-") + option.letter) << '\n';
  }
}

void print_zsh(Session& session, std::ostream& out) {
  out << "#compdef esep\n_esep() {\n  local context state line\n  local -a commands everywhere own\n  commands=(\n";
  for (const Command& command : commands()) {
    const std::string help = replace_all(session.say(Message(command.help, {})), ":", "\\:");
    out << "    " << quoted(command.name + ":" + help, "'\\''") << '\n';
  }
  out << "  )\n  everywhere=(\n";
  print_zsh_options(session, global_options(), "    ", out);
  out << R"(  )
  _arguments -C "${everywhere[@]}" '1: :->command' '*:: :->words'
  case $state in
    command) _describe command commands;;
    words)
      case $words[1] in
)";
  for (const Command& command : commands()) {
    if (command.options.empty()) continue;
    out << "        " << command.name << ") own=(\n";
    print_zsh_options(session, command.options, "          ", out);
    out << "        );;\n";
  }
  out << R"(      esac
      _arguments "${everywhere[@]}" "${own[@]}" '*:file:_files';;
  esac
}
_esep "$@"
)";
}

void print_fish_option(Session& session, const Option& option, const std::string& when, std::ostream& out) {
  out << "complete -c esep" << when << " -l " << option.name;
  if (option.letter != '\0') out << " -s " << option.letter;
  const auto words = choices(option);
  if (!words.empty()) {
    out << " -x -a " << quoted(join(words, " "), "\\'");
  } else if (!option.value.empty()) {
    out << " -r";
  }
  out << " -d " << quoted(session.say(Message(option.help, {})), "\\'") << '\n';
}

void print_fish(Session& session, std::ostream& out) {
  const std::string known = names_of_commands(" ");
  for (const Option& option : global_options()) print_fish_option(session, option, "", out);
  for (const Command& command : commands()) {
    out << "complete -c esep -n 'not __fish_seen_subcommand_from " << known << "' -f -a " << command.name << " -d "
        << quoted(session.say(Message(command.help, {})), "\\'") << '\n';
    const std::string when = " -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const Option& option : command.options) print_fish_option(session, option, when, out);
  }
}

}  // namespace

void print_completion(Session& session, const std::string& shell, std::ostream& out) {
  if (shell == "bash") return print_bash(out);
  if (shell == "zsh") return print_zsh(session, out);
  if (shell == "fish") return print_fish(session, out);
  refuse_value("--completion", shell, {"bash", "zsh", "fish"});
}

}  // namespace esep::cli
