// SPDX-License-Identifier: MIT
#include "app/core/titles.h"
#include "app/upkeep/lock.h"
#include "cli/commands.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

int run_lock(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const std::string& form = arguments.positional(0, "FORM");
  session.engine().catalog().require(form);
  const calendar::Period period = required_period(arguments, "period");
  app::lock_period(session.engine(), form, period, arguments.required("reason"), session.actor());
  session.tell(Message("LOCK-DONE", {{"form", app::form_title(session.engine(), form)}, {"period", period.names()}}));
  return kOk;
}

}  // namespace

Command lock_command() {
  return {"lock",     "FORM --period PERIOD --reason TEXT",
          "CMD-LOCK", {{"period", '\0', "PERIOD", "OPT-PERIOD"}, {"reason", '\0', "TEXT", "OPT-REASON"}},
          run_lock,   {"esep lock tied-grant-usage --period 2026-10 --reason \"…\""}};
}

}  // namespace esep::cli
