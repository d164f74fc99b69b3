// SPDX-License-Identifier: MIT
#include "app/registers/import_register.h"
#include "cli/commands.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

int run_import(Session& session) {
  session.arguments().at_most(2);
  const std::string& id = session.arguments().positional(0, "REGISTER");
  const std::string& file = session.arguments().positional(1, "FILE");
  const app::ImportResult result = app::import_register(session.engine(), id, file, session.actor());
  if (session.json()) {
    session.out() << text::findings_json(
        result.findings, [&](const Message& m) { return session.say(m); }, session.lang());
  } else {
    for (const auto& finding : result.findings) session.print(finding);
  }
  if (!result.done) {
    session.tell("IMPORT-NOTHING");
    return kFindings;
  }
  session.tell(Message("IMPORT-DONE", {{"added", std::to_string(result.count.added)},
                                       {"changed", std::to_string(result.count.changed)},
                                       {"unchanged", std::to_string(result.count.unchanged)}}));
  return kOk;
}

}  // namespace

Command import_command() {
  return {"import", "REGISTER FILE", "CMD-IMPORT",
          {},       run_import,      {"esep import grants grants.csv", "esep import organisations addresses.csv"}};
}

}  // namespace esep::cli
