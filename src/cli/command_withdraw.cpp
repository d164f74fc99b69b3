// SPDX-License-Identifier: MIT
#include "app/core/verdict_words.h"
#include "app/review/desk.h"
#include "cli/commands.h"

namespace esep::cli {
namespace {

// The revision that came in time is gone, so another one decides.
void tell_verdict(Session& session, const report::Submission& before, const report::Submission& now) {
  app::Engine& engine = session.engine();
  session.tell(Message("WITHDRAW-VERDICT", {{"number", now.number},
                                            {"before", engine.render_all(app::verdict_message(engine, before))},
                                            {"now", engine.render_all(app::verdict_message(engine, now))}}));
}

int run_withdraw(Session& session) {
  session.arguments().at_most(1);
  const std::string number = session.arguments().positional(0, "SUBMISSION");
  const std::string reason = session.arguments().required("reason");
  const auto before = session.registry().latest_accepted(session.registry().find(number).key);
  const auto submission = app::ReviewDesk(session.engine()).withdraw(number, reason, session.actor());
  session.tell(Message("WITHDRAW-DONE", {{"number", submission.number}}));
  const auto now = session.registry().latest_accepted(submission.key);
  if (!now) return kOk;
  const Message::Args args{{"number", now->number}, {"revision", std::to_string(now->revision)}};
  const bool same = before && before->id == now->id;
  session.tell(same ? Message("WITHDRAW-STILL-IN-FORCE", args) : Message("WITHDRAW-IN-FORCE", args));
  if (same && before->verdict.timeliness != now->verdict.timeliness) tell_verdict(session, *before, *now);
  return kOk;
}

}  // namespace

Command withdraw_command() {
  return {"withdraw",     "SUBMISSION --reason TEXT",
          "CMD-WITHDRAW", {{"reason", '\0', "TEXT", "OPT-REASON"}},
          run_withdraw,   {"esep withdraw S-000003 --reason \"…\""}};
}

}  // namespace esep::cli
