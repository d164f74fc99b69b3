// SPDX-License-Identifier: MIT
#include "cli/report_options.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/core/known_keys.h"
#include "base/error.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

constexpr int kLastMinuteOfDay = 24 * 60 - 1;

}  // namespace

std::vector<Option> incoming_options() {
  return {{"form", '\0', "FORM", "OPT-FORM"},          {"org", '\0', "ORG", "OPT-ORG"},
          {"subject", '\0', "SUBJECT", "OPT-SUBJECT"}, {"period", '\0', "PERIOD", "OPT-PERIOD"},
          {"stage", '\0', "STAGE", "OPT-STAGE"},       {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
          {"received", '\0', "TIME", "OPT-RECEIVED"},  {"incoming", '\0', "NUMBER", "OPT-INCOMING"}};
}

std::vector<std::string> files_named(Session& session) {
  std::vector<std::string> out;
  std::set<std::filesystem::path> met;
  std::set<std::filesystem::path> told;
  for (const std::string& file : session.arguments().positional()) {
    std::error_code unknown;
    const auto place = std::filesystem::weakly_canonical(file, unknown);
    const auto& known = unknown ? std::filesystem::path(file) : place;
    if (met.insert(known).second) {
      out.push_back(file);
    } else if (told.insert(known).second) {
      session.tell(Message("CLI-FILE-TWICE", {{"file", file}}));
    }
  }
  return out;
}

std::string stage_option(Session& session, const std::string& form) {
  return app::stage_meant(session.engine(), form, session.arguments().get("stage"));
}

report::ReportKey report_key(Session& session, const std::string& form) {
  const Arguments& arguments = session.arguments();
  const auto period = period_option(arguments, "period");
  return {form,
          stage_option(session, form),
          arguments.get("org"),
          arguments.get("subject"),
          period ? period->text() : "",
          number_option(arguments, "occurrence").value_or(1)};
}

void tell_of_options(Session& session, const report::Findings& findings) {
  const bool unnamed = std::any_of(findings.begin(), findings.end(), [](const report::Finding& finding) {
    return finding.message.key.ends_with("-UNNAMED-PLAIN");
  });
  if (unnamed) session.tell(Message("CLI-NAME-REPORT"));
}

app::Incoming incoming(Session& session) {
  const Arguments& arguments = session.arguments();
  app::Incoming out;
  out.form = arguments.get("form");
  out.organisation = arguments.get("org");
  out.subject = arguments.get("subject");
  if (const auto period = period_option(arguments, "period")) out.period = period->text();
  out.stage = stage_option(session, out.form);
  out.incoming_number = arguments.get("incoming");
  const auto said = time_option(arguments, "received");
  out.received_said = said.has_value();
  out.received = said.value_or(session.now());
  out.occurrence = number_option(arguments, "occurrence");
  const bool only_day = arguments.has("today") && arguments.get("today").find('T') == std::string::npos;
  if (only_day) out.latest = calendar::LocalTime{session.now().date, kLastMinuteOfDay};
  return out;
}

}  // namespace esep::cli
