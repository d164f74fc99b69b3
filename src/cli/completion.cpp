// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include <algorithm>
#include <set>

#include "app/core/known_keys.h"
#include "base/replace_all.h"
#include "base/text.h"
#include "cli/value_options.h"
#include "form/ids_of.h"

namespace esep::cli {
namespace {

// The ids that the lists show, of a thing that an argument names by its id or title.
std::vector<std::string> ids_named(Session& session, const std::string& argument) {
  app::Engine& engine = session.engine();
  if (argument == "STAGE") return app::known_stages(engine);
  if (argument == "SUMMARY") return form::ids_of(engine.summaries().all());
  return argument == "REGISTER" ? form::ids_of(engine.catalog().registers()) : std::vector<std::string>();
}

// `register` shows roadmaps, too.
std::vector<std::string> with_roadmaps(Session& session, std::vector<std::string> registers) {
  registers.insert(registers.begin(), "show");
  for (auto& id : form::ids_of(session.engine().catalog().roadmaps())) registers.push_back(std::move(id));
  return registers;
}

// What a command may be told first: of `register` the verb, too.
std::vector<std::string> first_words(Session& session, const Command& command) {
  for (const char* argument : {"SUMMARY", "REGISTER"}) {
    if (command.usage.find(argument) == std::string::npos) continue;
    auto out = ids_named(session, argument);
    if (command.name == "register") return with_roadmaps(session, std::move(out));
    if (command.name == "import") out.emplace_back("applications");
    return out;
  }
  return {};
}

// "kk|ru|en": the words among which an argument chooses. None if it names a thing ("FILE").
std::vector<std::string> choices(Session& session, const Option& option) {
  if (auto ids = ids_named(session, option.value); !ids.empty()) return ids;
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

// `--stage) options="draft final"`: an option that several commands have is asked for once.
void print_bash_values(Session& session, std::ostream& out) {
  std::set<std::string> done;
  const auto print = [&](const std::vector<Option>& options) {
    for (const Option& option : options) {
      const auto words = choices(session, option);
      if (words.empty() || !done.insert(option.name).second) continue;
      out << "    --" << option.name << ") options=\"" << join(words, " ") << "\"; given=1;;\n";
    }
  };
  print(global_options());
  for (const Command& command : commands()) print(command.options);
}

void print_bash(Session& session, std::ostream& out) {
  out << R"(_esep() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} word command= given= names=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
)"
      << "      " << names_of_commands("|") << ") command=$word; break;;\n    esac\n  done\n  local options=\"";
  for (const Option& option : global_options()) out << "--" << option.name << ' ';
  out << "\"\n  case $command in\n";
  for (const Command& command : commands()) {
    out << "    " << command.name << ") options+=\"";
    for (const Option& option : command.options) out << " --" << option.name;
    const auto words = first_words(session, command);
    out << "\"" << (words.empty() ? "" : "; names=\"" + join(words, " ") + "\"") << ";;\n";
  }
  out << "    '') options+=\" " << names_of_commands(" ") << "\";;\n  esac\n  case $prev in\n";
  print_bash_values(session, out);
  out << R"(  esac
  if [[ $cur == -* || -z $command || -n $given ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur") $(compgen -W "$names" -- "$cur"))
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
  const auto words = choices(session, option);
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
  out << "#compdef esep\n_esep() {\n  local context state line\n  local -a commands everywhere own names\n  "
         "commands=(\n";
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
    const auto words = first_words(session, command);
    if (command.options.empty() && words.empty()) continue;
    out << "        " << command.name << ") own=(\n";
    print_zsh_options(session, command.options, "          ", out);
    out << "        )" << (words.empty() ? "" : "; names=(" + join(words, " ") + ")") << ";;\n";
  }
  out << R"(      esac
      _arguments "${everywhere[@]}" "${own[@]}" '*:word:{ compadd -a names; _files }';;
  esac
}
_esep "$@"
)";
}

void print_fish_option(Session& session, const Option& option, const std::string& when, std::ostream& out) {
  out << "complete -c esep" << when << " -l " << option.name;
  if (option.letter != '\0') out << " -s " << option.letter;
  const auto words = choices(session, option);
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
    const auto words = first_words(session, command);
    if (!words.empty()) out << "complete -c esep" << when << " -a " << quoted(join(words, " "), "\\'") << '\n';
    for (const Option& option : command.options) print_fish_option(session, option, when, out);
  }
}

}  // namespace

void print_completion(Session& session, const std::string& shell, std::ostream& out) {
  if (shell == "bash") return print_bash(session, out);
  if (shell == "zsh") return print_zsh(session, out);
  if (shell == "fish") return print_fish(session, out);
  refuse_value("--completion", shell, {"bash", "zsh", "fish"});
}

}  // namespace esep::cli
