// SPDX-License-Identifier: MIT
#include "app/upkeep/waive.h"
#include "cli/commands.h"
#include "cli/incoming.h"

namespace esep::cli {
namespace {

int run_lock(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const std::string& form = arguments.positional(0, "FORM");
  static_cast<void>(arguments.required("period"));
  const calendar::Period period = *period_option(arguments, "period");
  app::set_lock(session.engine(), form, period, true, arguments.get("reason"), session.actor());
  session.tell(Message("LOCK-DONE", {{"form", form}, {"period", period.text()}}));
  return kOk;
}

}  // namespace

Command lock_command() {
  return {"lock",
          "FORM --period PERIOD [--reason TEXT]",
          "CMD-LOCK",
          {{"period", '\0', "PERIOD", "OPT-PERIOD"}, {"reason", '\0', "TEXT", "OPT-REASON"}},
          run_lock};
}

}  // namespace esep::cli
