// SPDX-License-Identifier: MIT
#include "app/upkeep/verified_view.h"
#include "base/shown_text.h"
#include "cli/commands.h"
#include "text/upkeep_json.h"

namespace esep::cli {
namespace {

int run_verify(Session& session) {
  session.arguments().at_least_one("FILE");
  app::VerifiedViews view(session.engine());
  std::vector<text::VerifiedView> views;
  bool all = true;
  for (const std::string& name : session.arguments().positional()) {
    const app::VerifiedFile file = app::verify_file(session.engine(), name);
    all = all &&
          (file.verdict == app::VerifiedFile::Verdict::unaltered || file.verdict == app::VerifiedFile::Verdict::code);
    views.push_back(view.of(file, session.lang()));
    if (session.json()) continue;
    session.out() << shown_in_line(name) << ": " << views.back().message << '\n';
    for (const std::string& remark : views.back().remarks) session.out() << "  " << remark << '\n';
    for (const std::string& signature : views.back().signatures) session.out() << "  " << signature << '\n';
  }
  if (session.json()) session.out() << text::verified_json(views);
  return all ? kOk : kFindings;
}

}  // namespace

Command verify_command() {
  return {"verify", "FILE|CODE...", "CMD-VERIFY", {}, run_verify, {"esep verify report.pdf"}};
}

}  // namespace esep::cli
