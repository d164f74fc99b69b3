// SPDX-License-Identifier: MIT
#include "cli/incoming.h"

#include <charconv>

#include "base/error.h"

namespace esep::cli {
namespace {

[[noreturn]] void bad(const char* key, const Arguments& arguments, const std::string& name) {
  throw Error(Message(key, {{"option", "--" + name}, {"value", arguments.get(name)}}), "CLI-SEE-HELP",
              Error::Kind::usage);
}

}  // namespace

std::vector<Option> incoming_options() {
  return {{"form", '\0', "FORM", "OPT-FORM"},          {"org", '\0', "ORG", "OPT-ORG"},
          {"subject", '\0', "SUBJECT", "OPT-SUBJECT"}, {"period", '\0', "PERIOD", "OPT-PERIOD"},
          {"stage", '\0', "STAGE", "OPT-STAGE"},       {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
          {"received", '\0', "TIME", "OPT-RECEIVED"},  {"incoming", '\0', "NUMBER", "OPT-INCOMING"}};
}

app::Incoming incoming(Session& session) {
  const Arguments& arguments = session.arguments();
  app::Incoming out;
  out.form = arguments.get("form");
  out.organisation = arguments.get("org");
  out.subject = arguments.get("subject");
  if (const auto period = period_option(arguments, "period")) out.period = period->text();
  out.stage = arguments.get("stage");
  out.incoming_number = arguments.get("incoming");
  out.received = session.now();
  if (arguments.has("received")) {
    const auto received = calendar::LocalTime::parse(arguments.get("received"));
    if (!received) bad("CLI-BAD-DATE", arguments, "received");
    out.received = *received;
  }
  if (arguments.has("occurrence")) {
    const std::string text = arguments.get("occurrence");
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1)
      bad("CLI-BAD-NUMBER", arguments, "occurrence");
    out.occurrence = number;
  }
  return out;
}

void refuse_future(Session& session, const app::Incoming& incoming) {
  const calendar::LocalTime now = session.now();
  const bool whole_day =
      session.arguments().get("today").find('T') == std::string::npos && session.arguments().has("today");
  const bool later = incoming.received.date > now.date ||
                     (incoming.received.date == now.date && !whole_day && incoming.received.minute > now.minute);
  if (!later) return;
  const auto shown = [](const calendar::LocalTime& time) { return time.date.dotted() + " " + time.iso().substr(11); };
  throw Error(Message("CLI-RECEIVED-FUTURE", {{"received", shown(incoming.received)}, {"now", shown(now)}}),
              "CLI-RECEIVED-FUTURE-HINT", Error::Kind::usage);
}

std::optional<calendar::Date> date_option(const Arguments& arguments, const std::string& name) {
  if (!arguments.has(name)) return std::nullopt;
  const auto date = calendar::Date::parse_iso(arguments.get(name));
  if (!date) bad("CLI-BAD-DATE", arguments, name);
  return date;
}

std::optional<calendar::Period> period_option(const Arguments& arguments, const std::string& name) {
  if (!arguments.has(name)) return std::nullopt;
  const auto period = calendar::Period::parse(arguments.get(name));
  if (!period) bad("CLI-BAD-PERIOD", arguments, name);
  return period;
}

}  // namespace esep::cli
