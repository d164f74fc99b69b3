// SPDX-License-Identifier: MIT
#include "app/upkeep/init_workspace.h"
#include "cli/commands.h"

namespace esep::cli {
namespace {

int run_init(Session& session) {
  session.arguments().at_most(1);
  const std::string& folder = session.arguments().positional(0, "WS");
  app::init_workspace(folder, session.library(), session.actor());
  session.tell(Message("INIT-DONE", {{"folder", folder}}));
  return kOk;
}

}  // namespace

Command init_command() { return {"init", "WS", "CMD-INIT", {}, run_init, {"esep init office"}}; }

}  // namespace esep::cli
