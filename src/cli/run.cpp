// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <new>

#include "base/file_error.h"
#include "base/shown_text.h"
#include "cli/argument_words.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/workspace_place.h"
#include "datafile/data_invalid.h"

namespace esep::cli {
namespace {

// The first word that is neither an option nor a global option's argument.
size_t command_index(const std::vector<std::string>& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with('-')) return i;
    for (const Option& option : global_options()) {
      const bool long_form = words[i] == "--" + option.name;
      const bool short_form = option.letter != '\0' && words[i] == std::string("-") + option.letter;
      if ((long_form || short_form) && !option.value.empty()) {
        ++i;
        break;
      }
    }
  }
  return words.size();
}

// An unknown option hides its argument, which then stands in the place of the command.
const Command& command_at(const std::vector<std::string>& words, size_t at) {
  const auto has_option = [](const Command& command, const std::string& word) {
    return std::any_of(command.options.begin(), command.options.end(), [&](const Option& option) {
      return word == "--" + option.name || (option.letter != '\0' && word == std::string("-") + option.letter);
    });
  };
  const auto& all = commands();
  const bool known = std::any_of(all.begin(), all.end(), [&](const Command& one) { return one.name == words[at]; });
  const std::string before = at == 0 ? "" : words[at - 1];
  if (known || !before.starts_with('-')) return command_by_name(words[at]);
  if (std::any_of(all.begin(), all.end(), [&](const Command& one) { return has_option(one, before); }))
    throw Error(Message("CLI-OPTION-BEFORE", {{"option", before}}), "CLI-SEE-HELP", Error::Kind::usage);
  const Arguments alone =
      parse({before}, global_options());  // an unknown option is refused, with the one that was meant
  return command_by_name(words[at]);
}

std::unique_ptr<Session> begin(const Environment& environment, Arguments arguments, std::ostream& out,
                               std::ostream& err) {
  auto workspace = workspace_place(environment, arguments);
  return std::make_unique<Session>(environment, std::move(arguments), std::move(workspace), out, err);
}

int dispatch(const std::vector<std::string>& words, const Environment& environment, std::ostream& out,
             std::ostream& err, std::unique_ptr<Session>& session) {
  const size_t at = command_index(words);
  const bool version = at == words.size() && std::find(words.begin(), words.end(), "--version") != words.end();
  if (version) {
    out << "esep " << ESEP_VERSION << '\n';
    return kOk;
  }
  if (at == words.size()) {
    session = begin(environment, parse(words, global_options()), out, err);
    const bool asked = session->arguments().has("help");
    print_overview(*session, asked ? out : err);
    return asked ? kOk : kUsage;
  }
  const Command& command = command_at(words, at);
  std::vector<std::string> rest = words;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
  std::vector<Option> options = command.options;
  options.insert(options.end(), global_options().begin(), global_options().end());
  session = begin(environment, parse(rest, options), out, err);
  if (session->arguments().has("help")) {
    print_command_help(*session, command, out);
    return kOk;
  }
  return command.run(*session);
}

// For wrong usage: the messages still use --lang, or else the workspace's language.
std::unique_ptr<Session> session_to_speak(const std::vector<std::string>& words, const Environment& environment,
                                          std::ostream& out, std::ostream& err) {
  for (const auto& names : std::vector<std::vector<std::string>>{{"lang", "workspace"}, {"workspace"}}) {
    try {
      return begin(environment, pick(words, global_options(), names), out, err);
    } catch (const Error&) {  // an unknown language, a workspace whose settings cannot be read
    }
  }
  Arguments language = pick(words, global_options(), {"lang"});
  if (!lang_from_code(language.get("lang"))) language = Arguments();
  return std::make_unique<Session>(environment, std::move(language), std::nullopt, out, err);
}

// What a library throws by itself.
Error of_the_system(const std::exception& error) {
  if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
    return unwritable_file(file->path1(), file->code().value());
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) return Error("PROGRAM-MEMORY");
  return Error(Message("PROGRAM-FAULT", {{"reason", std::string(error.what())}}));
}

int report_error(const Error& found, Session& session) {
  const auto* invalid = dynamic_cast<const datafile::DataInvalid*>(&found);
  const Error error = session.engine().explained(found);
  std::ostream& err = session.err();
  err << "esep: " << session.say(with_argument_words(session, error.message())) << '\n';
  if (invalid != nullptr) {
    for (const Diagnostic& diagnostic : invalid->diagnostics()) session.print(diagnostic);
  }
  if (!error.hint().empty()) err << session.say(error.hint()) << '\n';
  return error.kind() == Error::Kind::usage ? kUsage : kFailed;
}

}  // namespace

int run(const std::vector<std::string>& words, const Environment& environment, std::ostream& out, std::ostream& err) {
  std::unique_ptr<Session> session;
  const auto refused = [&](const Error& error) {
    try {
      if (!session) session = session_to_speak(words, environment, out, err);
      return report_error(error, *session);
    } catch (const std::exception& second) {
      err << "esep: " << shown_in_line(error.what()) << " (" << shown_in_line(second.what()) << ")\n";
      return static_cast<int>(kFailed);
    }
  };
  try {
    const int code = dispatch(words, environment, out, err, session);
    // Who pipes or stores the answer must learn that it is not whole.
    return out.flush() ? code : refused(Error("OUTPUT-LOST", "OUTPUT-LOST-HINT"));
  } catch (const Error& error) {
    return refused(error);
  } catch (const std::exception& error) {
    return refused(of_the_system(error));
  }
}

}  // namespace esep::cli
