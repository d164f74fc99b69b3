// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"

namespace esep::cli {

/// As text, or as `findings` in JSON.
void print_findings(Session& session, const report::Findings& findings);

}  // namespace esep::cli
