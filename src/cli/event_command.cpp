// SPDX-License-Identifier: MIT
#include "cli/event_command.h"

#include "base/shell.h"

namespace esep::cli {

std::string event_command(const std::string& event, const report::ReportKey& key) {
  std::string out = "esep event " + shell_quoted(event);
  const auto add = [&](const char* option, const std::string& value) {
    if (!value.empty()) out += std::string(" --") + option + " " + shell_quoted(value);
  };
  add("form", key.form);
  add("org", key.organisation);
  add("subject", key.subject);
  add("period", key.period);
  add("stage", key.stage);
  add("occurrence", key.occurrence > 1 ? std::to_string(key.occurrence) : "");
  return out;
}

}  // namespace esep::cli
