// SPDX-License-Identifier: MIT
#include "app/review/desk.h"
#include "cli/commands.h"

namespace esep::cli {
namespace {

int run_withdraw(Session& session) {
  session.arguments().at_most(1);
  const std::string number = session.arguments().positional(0, "SUBMISSION");
  const std::string reason = session.arguments().required("reason");
  const auto submission = app::ReviewDesk(session.engine()).withdraw(number, reason, session.actor());
  session.tell(Message("WITHDRAW-DONE", {{"number", submission.number}}));
  if (const auto again = session.registry().latest_accepted(submission.key))
    session.tell(
        Message("WITHDRAW-IN-FORCE", {{"number", again->number}, {"revision", std::to_string(again->revision)}}));
  return kOk;
}

}  // namespace

Command withdraw_command() {
  return {"withdraw",     "SUBMISSION --reason TEXT",
          "CMD-WITHDRAW", {{"reason", '\0', "TEXT", "OPT-REASON"}},
          run_withdraw,   {"esep withdraw S-000003 --reason \"…\""}};
}

}  // namespace esep::cli
