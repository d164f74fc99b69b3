// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"
#include "text/report_json.h"

namespace esep::cli {

/// The first line of an answer about a file: whose report it was read as. Nothing if its form is not known.
void print_report(Session& session, const text::ReportView& report);

}  // namespace esep::cli
