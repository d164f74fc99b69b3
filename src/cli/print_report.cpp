// SPDX-License-Identifier: MIT
#include "cli/print_report.h"

#include "base/shown_text.h"

namespace esep::cli {

void print_report(Session& session, const text::ReportView& report) {
  if (report.form == nullptr) return;
  session.out() << shown_in_line(report.file) << ": " << session.say(report.line) << std::endl;  // before its findings
}

}  // namespace esep::cli
