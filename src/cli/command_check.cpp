// SPDX-License-Identifier: MIT
#include <filesystem>

#include "app/receive/check_files.h"
#include "app/receive/marked_copy.h"
#include "app/receive/replacement.h"
#include "app/receive/report_line.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/print_report.h"
#include "cli/progress.h"
#include "cli/report_options.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

// The marked copy never takes the place of what was marked.
void require_annotate_place(const Arguments& arguments) {
  if (!arguments.has("annotate")) return;
  const auto& files = arguments.positional();
  if (files.size() > 1) throw Error("CLI-ANNOTATE-ONE", "CLI-SEE-HELP", Error::Kind::usage);
  const std::string target = arguments.get("annotate");
  std::error_code unknown;
  if (std::filesystem::equivalent(target, files.front(), unknown))
    throw Error(Message("CHECK-ANNOTATE-INPUT", {{"file", target}}));
  require_place(arguments, target);
}

void annotate(Session& session, app::CheckedFile& file) {
  const std::string target = session.arguments().get("annotate");
  if (!file.grid) return;  // an unreadable file has no cells to colour
  const auto render = [&](const Message& message) { return session.say(message); };
  app::write_marked_copy({*file.bytes, *file.grid, file.findings}, render, target);
  const char* made = report::has_errors(file.findings) ? "CHECK-ANNOTATED"
                     : file.findings.empty()           ? "CHECK-ANNOTATED-CLEAN"
                                                       : "CHECK-ANNOTATED-REMARKS";
  session.tell(Message(made, {{"file", target}}));
}

text::ReportView report_view(Session& session, const app::CheckedFile& file, int revision) {
  text::ReportView out{file.file, file.form, file.said, 0, {}};
  if (file.form == nullptr) return out;
  out.revision = revision;
  out.line = app::report_line(session.engine(), *file.form, file.said, out.revision);
  return out;
}

int run_check(Session& session) {
  session.arguments().at_least_one("FILE");
  const auto files = files_named(session);
  require_annotate_place(session.arguments());
  app::Checker checker(session.engine(), incoming(session));
  report::Findings all;
  std::vector<text::ReportView> reports;
  Progress progress(session, files.size());
  app::check_files(checker, files, [&](app::CheckedFile& checked) {
    progress.clear();
    if (session.arguments().has("annotate")) annotate(session, checked);
    const app::Replacement replacement = app::replacement_of(session.engine(), checked);
    reports.push_back(report_view(session, checked, replacement.revision));
    if (!session.json()) {
      print_report(session, reports.back());
      for (const auto& finding : checked.findings) session.print(finding);
      if (checked.findings.empty()) session.tell(Message("CHECK-CLEAN", {{"file", checked.file}}));
      // Handing this very file in again would change nothing.
      if (replacement.registered) session.tell(*app::replacement_message(replacement, checked));
    }
    all.insert(all.end(), checked.findings.begin(), checked.findings.end());
    progress.step();
  });
  if (session.json()) {
    session.out() << text::check_json(
        reports, all, [&](const Message& m) { return session.say(m); }, session.lang());
  }
  tell_of_options(session, all);
  return report::has_errors(all) ? kFindings : kOk;
}

}  // namespace

Command check_command() {
  auto options = incoming_options();
  options.push_back({"annotate", '\0', "OUT.xlsx", "OPT-ANNOTATE"});
  options.push_back(force_option());
  return {"check",     "FILE...",
          "CMD-CHECK", std::move(options),
          run_check,   {"esep check filled.xlsx", "esep check filled.xlsx --annotate marked.xlsx"}};
}

}  // namespace esep::cli
