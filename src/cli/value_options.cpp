// SPDX-License-Identifier: MIT
#include "cli/value_options.h"

#include <algorithm>
#include <charconv>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/letters_for_digits.h"
#include "base/text.h"
#include "calendar/typed_period.h"
#include "report/read/parse_date.h"

namespace esep::cli {
namespace {

// What `parse` makes of the option; `key` tells that it makes nothing of it.
template <typename Parse>
auto parsed(const Arguments& arguments, const std::string& name, const char* key, Parse parse)
    -> decltype(parse(std::string())) {
  if (!arguments.has(name)) return std::nullopt;
  const std::string text = arguments.get(name);
  if (auto value = parse(text)) return value;
  const auto meant = letters_for_digits(text);
  if (meant && parse(meant->suggestion))
    throw Error(
        Message(
            "CLI-LETTER-FOR-DIGIT",
            {{"option", "--" + name}, {"value", text}, {"letters", meant->letters}, {"suggestion", meant->suggestion}}),
        "CLI-SEE-HELP", Error::Kind::usage);
  throw Error(Message(key, {{"option", "--" + name}, {"value", text}}), "CLI-SEE-HELP", Error::Kind::usage);
}

std::optional<int> number_from(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number > 0 ? std::optional(number) : std::nullopt;
}

bool is_day_alone(const std::string& text) { return text.find_first_of(" T") == std::string::npos; }

// What `parse_local` takes, and «18.11.2026 16:05». A day alone does not say when.
std::optional<calendar::Instant> typed_instant(const std::string& text) {
  if (const auto exact = calendar::Instant::parse_local(text)) return exact;
  const auto time = is_day_alone(text) ? std::nullopt : typed_time(text);
  return time ? std::optional(calendar::Instant::at(time->date, time->minute)) : std::nullopt;
}

// The last moment that belongs to it.
calendar::Instant end_of_day(calendar::Date day) { return {calendar::Instant::at(day.plus_days(1), 0).micros - 1}; }

}  // namespace

// "2026-11-18T16:05", «18.11.2026», «18.11.2026 16:05».
std::optional<calendar::LocalTime> typed_time(const std::string& text) {
  constexpr std::string_view kMidnight = "24:00";  // of the blanks: the end of the day
  if (text.ends_with(kMidnight)) return typed_time(text.substr(0, text.size() - kMidnight.size()) + "23:59");
  if (const auto exact = calendar::LocalTime::parse(text)) return exact;
  const size_t end = std::min(text.find_first_of(" T"), text.size());
  const auto date = report::parse_typed_date(text.substr(0, end));
  if (!date) return std::nullopt;
  return calendar::LocalTime::parse(end == text.size() ? date->iso() : date->iso() + "T" + text.substr(end + 1));
}

std::optional<calendar::Date> date_option(const Arguments& arguments, const std::string& name) {
  const bool hour = report::parse_typed_date(arguments.get(name)).has_value();
  return parsed(arguments, name, hour ? "CLI-DAY-WITH-HOUR" : "CLI-BAD-DATE",
                [](const std::string& text) { return report::parse_typed_day(text); });
}

calendar::Date required_date(const Arguments& arguments, const std::string& name) {
  arguments.require(name);
  return *date_option(arguments, name);
}

std::optional<calendar::LocalTime> time_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-DATE", typed_time);
}

std::optional<calendar::Instant> instant_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-TIME", typed_instant);
}

std::optional<calendar::Instant> as_of_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-DATE", [](const std::string& text) {
    if (!is_day_alone(text)) return typed_instant(text);
    const auto day = report::parse_typed_date(text);
    return day ? std::optional(end_of_day(*day)) : std::nullopt;
  });
}

std::optional<calendar::Period> period_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-PERIOD",
                [](const std::string& text) { return calendar::parse_typed_period(text); });
}

calendar::Period required_period(const Arguments& arguments, const std::string& name) {
  arguments.require(name);
  return *period_option(arguments, name);
}

void refuse_value(const std::string& option, const std::string& value, const std::vector<std::string>& known) {
  throw Error(Message("CLI-BAD-VALUE", {{"option", option}, {"value", value}, {"known", join(known, ", ")}}),
              did_you_mean(value, known, "CLI-SEE-HELP"), Error::Kind::usage);
}

std::optional<int> number_option(const Arguments& arguments, const std::string& name) {
  return parsed(arguments, name, "CLI-BAD-NUMBER", number_from);
}

}  // namespace esep::cli
