// SPDX-License-Identifier: MIT
#include "cli/value_options.h"

#include <charconv>

#include "base/error.h"

namespace esep::cli {
namespace {

// What `parse` makes of the option; `key` tells that it makes nothing of it.
template <typename Parse>
auto parsed(const Arguments& arguments, const std::string& name, const char* key, Parse parse)
    -> decltype(parse(std::string())) {
  if (!arguments.has(name)) return std::nullopt;
  const std::string text = arguments.get(name);
  if (auto value = parse(text)) return value;
  throw Error(Message(key, {{"option", "--" + name}, {"value", text}}), "CLI-SEE-HELP", Error::Kind::usage);
}

std::optional<int> number_from(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<calendar::Date> date_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-DATE",
                [](const std::string& text) { return calendar::Date::parse_iso(text); });
}

calendar::Date required_date(const Arguments& arguments, const std::string& name) {
  arguments.require(name);
  return *date_option(arguments, name);
}

std::optional<calendar::LocalTime> time_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-DATE",
                [](const std::string& text) { return calendar::LocalTime::parse(text); });
}

std::optional<calendar::Period> period_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-PERIOD",
                [](const std::string& text) { return calendar::Period::parse(text); });
}

calendar::Period required_period(const Arguments& arguments, const std::string& name) {
  arguments.require(name);
  return *period_option(arguments, name);
}

std::optional<int> number_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-NUMBER", number_from);
}

}  // namespace esep::cli
