// SPDX-License-Identifier: MIT
#include "app/core/known_keys.h"
#include "app/queue/circle_event.h"
#include "app/queue/import_applications.h"
#include "app/registers/import_register.h"
#include "cli/commands.h"
#include "cli/print_findings.h"

namespace esep::cli {
namespace {

int run_import_applications(Session& session, const std::string& file) {
  session.engine().require_workspace();
  const auto result = app::import_applications(session.engine(), file, session.actor());
  print_findings(session, result.findings);
  if (report::has_errors(result.findings)) {
    session.tell("IMPORT-NOTHING");
    return kFindings;
  }
  session.tell(Message("QUEUE-IMPORTED", {{"count", std::to_string(result.added)}}));
  return kOk;
}

int run_import(Session& session) {
  session.arguments().at_most(2);
  const std::string id = app::register_meant(session.engine(), session.arguments().positional(0, "REGISTER"));
  const std::string& file = session.arguments().positional(1, "FILE");
  if (id == "applications") return run_import_applications(session, file);
  const app::ImportResult result = app::import_register(session.engine(), id, file, session.actor());
  print_findings(session, result.findings);
  if (!result.done) {
    session.tell("IMPORT-NOTHING");
    return kFindings;
  }
  session.tell(Message("IMPORT-DONE", {{"added", std::to_string(result.count.added)},
                                       {"changed", std::to_string(result.count.changed)},
                                       {"unchanged", std::to_string(result.count.unchanged)}}));
  for (const Message& one : app::unknown_queues(session.engine(), id)) session.tell(one);
  return kOk;
}

}  // namespace

Command import_command() {
  return {"import", "REGISTER FILE", "CMD-IMPORT",
          {},       run_import,      {"esep import grants grants.csv", "esep import organisations addresses.csv"}};
}

}  // namespace esep::cli
