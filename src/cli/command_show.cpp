// SPDX-License-Identifier: MIT
#include "app/papers.h"
#include "cli/commands.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

int run_show(Session& session) {
  session.arguments().at_most(1);
  auto& registry = session.engine().registry();
  const auto submission = registry.find(session.arguments().positional(0, "SUBMISSION"));
  report::Findings findings;
  for (auto& [finding, message] : registry.findings(submission.id)) {
    findings.push_back(finding);
    findings.back().file = submission.file_name;
  }
  if (session.json()) {
    session.out() << text::submissions_json({{submission, findings}}, {}, [&](const Message& m) { return session.say(m); }, session.lang());
    return kOk;
  }
  const auto receipt = app::make_receipt(session.engine(), submission, session.lang() == Lang::en ? Lang::ru : session.lang());
  for (const auto& block : receipt.sections.front().blocks) {
    const auto* fields = std::get_if<document::Fields>(&block);
    if (fields == nullptr) continue;
    for (const auto& field : fields->fields) session.out() << field.label << ": " << form::canonical_text(field.value) << '\n';
  }
  for (const auto& finding : findings) session.print(finding);
  if (!session.arguments().has("history")) return kOk;
  session.out() << '\n' << session.say("SHOW-HISTORY") << '\n';
  for (const auto& entry : registry.history().entries(submission.id)) {
    session.out() << entry.at << '\t' << entry.user << '\t' << entry.action << '\t' << entry.hash << '\n';
  }
  return kOk;
}

}  // namespace

Command show_command() {
  return {"show", "SUBMISSION [--history]", "CMD-SHOW", {{"history", '\0', "", "OPT-SHOW-HISTORY"}}, run_show};
}

}  // namespace esep::cli
