// SPDX-License-Identifier: MIT
#include "app/receive/check_files.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/report_options.h"
#include "text/report_json.h"
#include "xlsx/annotate.h"

namespace esep::cli {
namespace {

void annotate(Session& session, app::CheckedFile& file) {
  const std::string target = session.arguments().get("annotate");
  if (!file.grid) return;  // an unreadable file has no cells to colour
  const auto render = [&](const Message& message) { return session.say(message); };
  xlsx::annotate(*file.grid, file.findings, render, target);
  session.tell(Message("CHECK-ANNOTATED", {{"file", target}}));
}

int run_check(Session& session) {
  const auto& files = session.arguments().positional();
  session.arguments().at_least_one("FILE");
  if (session.arguments().has("annotate") && files.size() > 1) {
    throw Error("CLI-ANNOTATE-ONE", "CLI-SEE-HELP", Error::Kind::usage);
  }
  app::Checker checker(session.engine(), incoming(session));
  report::Findings all;
  Progress progress(session, files.size());
  app::check_files(checker, files, [&](app::CheckedFile& checked) {
    progress.clear();
    if (session.arguments().has("annotate")) annotate(session, checked);
    if (!session.json()) {
      for (const auto& finding : checked.findings) session.print(finding);
      if (checked.findings.empty()) session.tell(Message("CHECK-CLEAN", {{"file", checked.file}}));
    }
    all.insert(all.end(), checked.findings.begin(), checked.findings.end());
    progress.step();
  });
  if (session.json()) {
    session.out() << text::findings_json(
        all, [&](const Message& m) { return session.say(m); }, session.lang());
  }
  tell_of_options(session, all);
  return report::has_errors(all) ? kFindings : kOk;
}

}  // namespace

Command check_command() {
  auto options = incoming_options();
  options.push_back({"annotate", '\0', "OUT.xlsx", "OPT-ANNOTATE"});
  return {"check", "FILE...", "CMD-CHECK", std::move(options), run_check};
}

}  // namespace esep::cli
