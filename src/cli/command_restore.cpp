// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/upkeep.h"

namespace esep::cli {
namespace {

int run_restore(Session& session) {
  session.arguments().at_most(1);
  const std::string& source = session.arguments().positional(0, "FILE");
  if (!session.engine().has_workspace()) throw Error("WORKSPACE-NEEDED", "WORKSPACE-NEEDED-HINT");
  const auto& workspace = session.engine().workspace();
  const auto result = app::restore(source, workspace, session.arguments().has("replace"), session.actor());
  print_damage(session, result.examination, session.err());
  if (!result.sound()) {
    session.tell(Message("RESTORE-DAMAGED", {{"file", source}}));
    return kFindings;
  }
  session.tell(examined(result.examination));
  session.tell(Message("RESTORE-DONE", {{"folder", workspace.string()}}));
  if (!result.replaced.empty()) session.tell(Message("RESTORE-KEPT", {{"file", result.replaced.string()}}));
  return kOk;
}

}  // namespace

Command restore_command() {
  return {"restore", "FILE [--replace]", "CMD-RESTORE", {{"replace", '\0', "", "OPT-REPLACE"}}, run_restore};
}

}  // namespace esep::cli
