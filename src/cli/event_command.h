// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "report/report_key.h"

namespace esep::cli {

/// The command line about an event of a report, up to its date: "esep event approved --org KZ-71 …", for a shell.
[[nodiscard]] std::string event_command(const std::string& event, const report::ReportKey& key);

}  // namespace esep::cli
