// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <algorithm>

#include "base/replace_all.h"
#include "base/text.h"
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

constexpr size_t kLine = 100;   // characters of a line of help
constexpr size_t kWidest = 40;  // texts begin here at the latest
constexpr size_t kNarrow = 31;  // and here where every name is short

// A name and what it means: the text begins at `column`, below the name if that reaches so far, and its further lines
// begin there, too.
void print_entry(const std::string& name, const std::string& text, size_t column, std::ostream& out) {
  const std::string margin(column, ' ');
  std::string line = name;
  size_t width = count_code_points(line);
  if (width >= column) {
    out << line << '\n';
    line.clear();
    width = 0;
  }
  line.append(column - width, ' ');
  width = column;
  bool begun = false;
  for (const std::string& word : split(text, ' ')) {
    const size_t more = count_code_points(word) + (begun ? 1 : 0);
    if (begun && width + more > kLine) {
      out << line << '\n';
      line = margin + word;
      width = column + more - 1;
      continue;
    }
    line += (begun ? " " : "") + word;
    width += more;
    begun = true;
  }
  out << line << '\n';
}

// Where the texts of these options begin: behind the longest name that leaves them room.
size_t column_of(Session& session, const std::vector<Option>& options) {
  size_t out = kNarrow;
  for (const Option& option : options) {
    const size_t width = count_code_points("  " + spelled(session, option)) + 2;
    if (width <= kWidest) out = std::max(out, width);
  }
  return out;
}

void print_options(Session& session, const std::vector<Option>& options, size_t column, std::ostream& out) {
  for (const Option& option : options)
    print_entry("  " + spelled(session, option), session.say(Message(option.help, {})), column, out);
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
  for (const Command& command : commands())
    print_entry("  " + command.name, session.say(Message(command.help, {})), kColumn, out);
  out << '\n' << session.say("HELP-GLOBAL") << '\n';
  print_options(session, global_options(), column_of(session, global_options()), out);
}

void print_command_help(Session& session, const Command& command, std::ostream& out) {
  out << "esep [-w " << argument_words(session, "WS") << "] " << used(session, command) << "\n\n"
      << session.say(Message(command.help, {})) << '\n';
  out << '\n' << session.say("HELP-EXAMPLES") << '\n';
  for (const std::string& example : command.examples) out << "  " << example << '\n';
  if (!command.options.empty()) out << '\n' << session.say("HELP-OPTIONS") << '\n';
  const size_t column = std::max(column_of(session, command.options), column_of(session, global_options()));
  print_options(session, command.options, column, out);
  out << '\n' << session.say("HELP-GLOBAL") << '\n';
  print_options(session, global_options(), column, out);
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
