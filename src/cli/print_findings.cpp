// SPDX-License-Identifier: MIT
#include "cli/print_findings.h"

#include "text/report_json.h"

namespace esep::cli {

void print_findings(Session& session, const report::Findings& findings) {
  if (session.json()) {
    session.out() << text::findings_json(
        findings, [&](const Message& m) { return session.say(m); }, session.lang());
  } else {
    for (const auto& finding : findings) session.print(finding);
  }
}

}  // namespace esep::cli
