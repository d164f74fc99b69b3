// SPDX-License-Identifier: MIT
#include "app/upkeep/restore.h"
#include "cli/commands.h"
#include "cli/print_examination.h"

namespace esep::cli {
namespace {

int run_restore(Session& session) {
  session.arguments().at_most(1);
  const std::string& source = session.arguments().positional(0, "FILE");
  session.engine().require_workspace();
  const auto& workspace = session.engine().workspace();
  const auto existing =
      session.arguments().has("replace") ? app::ExistingRegister::replace : app::ExistingRegister::refuse;
  const auto result = app::restore(session.engine(), source, existing, session.actor());
  print_damage(session, result.examination, session.err());
  if (!result.sound()) {
    session.tell(Message("RESTORE-DAMAGED", {{"file", source}}));
    return kFindings;
  }
  session.tell(examination_message(result.examination));
  session.tell(Message("RESTORE-DONE", {{"folder", workspace.string()}}));
  if (!result.replaced.empty()) session.tell(Message("RESTORE-KEPT", {{"file", result.replaced.string()}}));
  return kOk;
}

}  // namespace

Command restore_command() {
  return {"restore",     "FILE [--replace]",
          "CMD-RESTORE", {{"replace", '\0', "", "OPT-REPLACE"}},
          run_restore,   {"esep restore copies/esep.db", "esep restore copies/esep.db --replace"}};
}

}  // namespace esep::cli
