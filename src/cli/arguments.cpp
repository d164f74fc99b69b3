// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <algorithm>

#include <boost/program_options.hpp>

#include "app/core/typed_text.h"
#include "base/error.h"
#include "base/text.h"
#include "base/unicode.h"

namespace esep::cli {
namespace {

namespace po = boost::program_options;

constexpr const char* kWords = " ";  // the words that belong to no option, under a name that nobody types

[[noreturn]] void usage(const char* key, Message::Args args) {
  throw Error(Message(key, std::move(args)), "CLI-SEE-HELP", Error::Kind::usage);
}

[[noreturn]] void unknown(const std::string& spelled, const std::vector<Option>& options) {
  const std::string option = spelled.substr(0, spelled.find('='));
  std::vector<std::string> names;
  for (const Option& known : options) names.push_back("--" + known.name);
  const std::string meant = nearest(option, names);
  if (meant.empty()) usage("CLI-UNKNOWN-OPTION", {{"option", option}});
  usage("CLI-UNKNOWN-OPTION-MEANT", {{"option", option}, {"meant", meant}});
}

// How an option is used that has no value where it needs one, or one where it takes none.
[[noreturn]] void misused(std::string_view spelled, const std::vector<Option>& options) {
  const std::string name(spelled.substr(std::min(spelled.find_first_not_of('-'), spelled.size())));
  const std::string word = name.substr(0, name.find('='));
  const auto at = std::find_if(options.begin(), options.end(), [&](const Option& one) {
    return one.name == word || (one.letter != '\0' && word == std::string(1, one.letter));
  });
  const std::string option = at == options.end() ? std::string(spelled) : "--" + at->name;
  if (at == options.end() || at->value.empty()) usage("CLI-OPTION-NO-VALUE", {{"option", option}});
  throw Error(Message("CLI-OPTION-VALUE", {{"option", option}, {"value", at->value}}), Message(at->help, {}),
              Error::Kind::usage);
}

po::options_description describe(const std::vector<Option>& options) {
  po::options_description out;
  for (const Option& option : options) {
    const std::string name = option.letter == '\0' ? option.name : option.name + "," + option.letter;
    if (option.value.empty()) {
      out.add_options()(name.c_str(), "");
    } else {
      out.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  out.add_options()(kWords, po::value<std::vector<std::string>>(), "");
  return out;
}

// What is stored or compared has one way to write each letter, and can stand on a paper; the name of a file stays as
// the system has it.
std::string value_of(const std::string& option, const std::string& value, const std::vector<Option>& options) {
  const auto at = std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.name == option; });
  if (at == options.end()) return value;
  const std::string_view what = at->value;
  const bool is_path = what.find("FILE") != std::string_view::npos || what.find("FOLDER") != std::string_view::npos ||
                       what.find('.') != std::string_view::npos || what == "WS" || what == "DIR";
  if (is_path || option == "as") return value;  // the name of a user is judged as one (app/core/user_name.h)
  if (auto problem = app::unprintable_message(value))
    throw Error(std::move(*problem), Message("CLI-TYPED-IN", {{"option", "--" + option}}), Error::Kind::usage);
  return to_nfc(value);
}

}  // namespace

std::string Arguments::get(const std::string& name) const {
  const auto at = values_.find(name);
  return at == values_.end() ? "" : at->second;
}

void Arguments::require(const std::string& name) const {
  if (get(name).empty()) usage("CLI-MISSING-OPTION", {{"option", "--" + name}});
}

std::string Arguments::required(const std::string& name) const {
  require(name);
  return get(name);
}

void Arguments::at_least_one(const std::string& what) const {
  if (positional_.empty()) usage("CLI-MISSING-ARGUMENT", {{"argument", what}});
}

const std::string& Arguments::positional(size_t index, const std::string& what) const {
  require_positional(index, what);
  return positional_[index];
}

void Arguments::require_positional(size_t index, const std::string& what) const {
  if (index >= positional_.size()) usage("CLI-MISSING-ARGUMENT", {{"argument", what}});
}

void Arguments::at_most(size_t count) const {
  if (positional_.size() > count) usage("CLI-EXTRA-ARGUMENT", {{"argument", positional_[count]}});
}

void Arguments::refuse(const std::vector<std::string>& names, const std::string& use) const {
  for (const std::string& name : names) {
    if (has(name)) usage("CLI-OPTION-IDLE", {{"option", "--" + name}, {"use", use}});
  }
}

Arguments parse(const std::vector<std::string>& words, const std::vector<Option>& options) {
  const po::options_description description = describe(options);
  po::positional_options_description positional;
  positional.add(kWords, -1);
  Arguments out;
  try {
    constexpr auto kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const po::parsed_options parsed =
        po::command_line_parser(words).options(description).positional(positional).style(kStyle).run();
    for (const auto& option : parsed.options) {
      const bool apart = option.original_tokens.size() == 2;
      if (option.string_key != kWords && apart && option.original_tokens[1].starts_with("--")) {
        misused(option.original_tokens[0], options);
      }
      if (option.string_key == kWords) {
        out.positional_.insert(out.positional_.end(), option.value.begin(), option.value.end());
        continue;
      }
      const std::string value = option.value.empty() ? "" : value_of(option.string_key, option.value.front(), options);
      if (!out.values_.emplace(option.string_key, value).second) {
        usage("CLI-TWICE", {{"option", "--" + option.string_key}});
      }
    }
  } catch (const po::unknown_option& error) {
    unknown(error.get_option_name(), options);
  } catch (const po::error_with_option_name& error) {
    misused(error.get_option_name(), options);
  }
  return out;
}

Arguments pick(const std::vector<std::string>& words, const std::vector<Option>& options,
               const std::vector<std::string>& names) {
  Arguments out;
  for (const Option& option : options) {
    if (std::find(names.begin(), names.end(), option.name) == names.end()) continue;
    const std::string long_form = "--" + option.name;
    const std::string short_form = option.letter == '\0' ? long_form : std::string("-") + option.letter;
    for (size_t i = 0; i < words.size() && !out.has(option.name); ++i) {
      const bool apart = (words[i] == long_form || words[i] == short_form) && i + 1 < words.size();
      if (apart) out.values_[option.name] = words[i + 1];
      if (words[i].starts_with(long_form + "=")) out.values_[option.name] = words[i].substr(long_form.size() + 1);
    }
  }
  return out;
}

}  // namespace esep::cli
