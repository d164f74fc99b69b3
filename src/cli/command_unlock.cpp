// SPDX-License-Identifier: MIT
#include "app/upkeep/waive.h"
#include "cli/commands.h"
#include "cli/incoming.h"

namespace esep::cli {
namespace {

int run_unlock(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const std::string& form = arguments.positional(0, "FORM");
  static_cast<void>(arguments.required("period"));
  const calendar::Period period = *period_option(arguments, "period");
  app::set_lock(session.engine(), form, period, false, arguments.required("reason"), session.actor());
  session.tell(Message("UNLOCK-DONE", {{"form", form}, {"period", period.text()}}));
  return kOk;
}

}  // namespace

Command unlock_command() {
  return {"unlock",
          "FORM --period PERIOD --reason TEXT",
          "CMD-UNLOCK",
          {{"period", '\0', "PERIOD", "OPT-PERIOD"}, {"reason", '\0', "TEXT", "OPT-REASON"}},
          run_unlock};
}

}  // namespace esep::cli
