// SPDX-License-Identifier: MIT
#include "app/review.h"
#include "cli/commands.h"

namespace esep::cli {
namespace {

int run_withdraw(Session& session) {
  session.arguments().at_most(1);
  const std::string reason = session.arguments().required("reason");
  auto& registry = session.engine().registry();
  const auto submission = registry.find(session.arguments().positional(0, "SUBMISSION"));
  // What is withdrawn or rejected already the register refuses itself.
  if (submission.state != report::State::withdrawn && submission.state != report::State::rejected) {
    app::ReviewDesk desk(session.engine());
    desk.book().require(report::Action::withdraw, submission.key, submission.state, submission.number, session.actor());
  }
  registry.withdraw(submission, reason, session.actor());
  session.tell(Message("WITHDRAW-DONE", {{"number", submission.number}}));
  return kOk;
}

}  // namespace

Command withdraw_command() {
  return {"withdraw", "SUBMISSION --reason TEXT", "CMD-WITHDRAW", {{"reason", '\0', "TEXT", "OPT-REASON"}}, run_withdraw};
}

}  // namespace esep::cli
