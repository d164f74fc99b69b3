// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/help.h"
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

int dispatch(const std::vector<std::string>& words, const Environment& environment, std::ostream& out,
             std::ostream& err, std::unique_ptr<Session>& session) {
  const size_t at = command_index(words);
  const bool version = at == words.size() && std::find(words.begin(), words.end(), "--version") != words.end();
  if (version) {
    out << "esep " << ESEP_VERSION << '\n';
    return kOk;
  }
  if (at == words.size()) {
    session = std::make_unique<Session>(environment, parse(words, global_options()), out, err);
    const bool asked = session->arguments().has("help");
    print_overview(*session, asked ? out : err);
    return asked ? kOk : kUsage;
  }
  const Command& command = command_by_name(words[at]);
  std::vector<std::string> rest = words;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
  std::vector<Option> options = command.options;
  options.insert(options.end(), global_options().begin(), global_options().end());
  session = std::make_unique<Session>(environment, parse(rest, options), out, err);
  if (session->arguments().has("help")) {
    print_command_help(*session, command, out);
    return kOk;
  }
  return command.run(*session);
}

// For wrong usage: the messages still use --lang, or else the workspace's language.
std::unique_ptr<Session> session_to_speak(const std::vector<std::string>& words, const Environment& environment,
                                          std::ostream& out, std::ostream& err) {
  for (const auto& names : std::vector<std::vector<std::string>>{{"lang", "workspace"}, {"lang"}, {"workspace"}}) {
    try {
      return std::make_unique<Session>(environment, pick(words, global_options(), names), out, err);
    } catch (const Error&) {  // an unknown language, a workspace whose settings cannot be read
    }
  }
  return std::make_unique<Session>(environment, Arguments(), out, err);
}

int report_error(const Error& error, Session& session, std::ostream& err) {
  err << "esep: " << session.say(error.message()) << '\n';
  if (const auto* invalid = dynamic_cast<const datafile::DataInvalid*>(&error)) {
    for (const Diagnostic& diagnostic : invalid->diagnostics()) session.print(diagnostic);
  }
  if (!error.hint().empty()) err << session.say(error.hint()) << '\n';
  return error.kind() == Error::Kind::usage ? kUsage : kFailed;
}

}  // namespace

int run(const std::vector<std::string>& words, const Environment& environment, std::ostream& out, std::ostream& err) {
  std::unique_ptr<Session> session;
  try {
    return dispatch(words, environment, out, err, session);
  } catch (const Error& error) {
    try {
      if (session) return report_error(error, *session, err);
      return report_error(error, *session_to_speak(words, environment, out, err), err);
    } catch (const Error& second) {
      err << "esep: " << error.what() << " (" << second.what() << ")\n";
      return kFailed;
    }
  } catch (const std::exception& error) {
    err << "esep: " << error.what() << '\n';
    return kFailed;
  }
}

}  // namespace esep::cli
