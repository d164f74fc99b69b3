// SPDX-License-Identifier: MIT
#include "app/registers/decide.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

int give(Session& session, app::VerdictKind kind) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::Verdict verdict;
  verdict.kind = kind;
  verdict.key = arguments.positional(0, "PROPOSAL");
  if (arguments.has("accept") == arguments.has("refuse"))
    throw Error("VERDICT-WHICH", "CLI-SEE-HELP", Error::Kind::usage);
  verdict.accepted = arguments.has("accept");
  verdict.reason = arguments.required("reason");
  if (kind == app::VerdictKind::decision) verdict.ground = arguments.get("ground");
  if (arguments.has("correct")) verdict.correction = arguments.required("correct");
  verdict.date = date_option(arguments, "date").value_or(session.now().date);
  for (const Message& warning : app::give_verdict(session.engine(), verdict, session.actor()))
    session.tell(Message("VERDICT-WARNING", {{"warning", session.engine().render_all(warning)}}));
  session.tell(
      Message(kind == app::VerdictKind::decision ? "VERDICT-DECIDED" : "VERDICT-ANSWERED", {{"key", verdict.key}}));
  return kOk;
}

int run_decide(Session& session) { return give(session, app::VerdictKind::decision); }
int run_answer(Session& session) { return give(session, app::VerdictKind::answer); }

std::vector<Option> answer_options() {
  return {{"accept", '\0', "", "OPT-ACCEPT"},
          {"refuse", '\0', "", "OPT-REFUSE"},
          {"reason", '\0', "TEXT", "OPT-REASON"},
          {"date", '\0', "DATE", "OPT-ANSWER-DATE"},
          {"correct", '\0', "TEXT", "OPT-ANSWER-CORRECT"}};
}

std::vector<Option> decide_options() {
  return {{"accept", '\0', "", "OPT-ACCEPT"},       {"refuse", '\0', "", "OPT-REFUSE"},
          {"reason", '\0', "TEXT", "OPT-REASON"},   {"date", '\0', "DATE", "OPT-VERDICT-DATE"},
          {"correct", '\0', "TEXT", "OPT-CORRECT"}, {"ground", '\0', "GROUND", "OPT-GROUND"}};
}

}  // namespace

Command decide_command() {
  return {"decide",     "PROPOSAL --accept|--refuse --reason TEXT",
          "CMD-DECIDE", decide_options(),
          run_decide,   {"esep decide U-008 --accept --reason \"…\" --date 29.01.2026"}};
}
Command answer_command() {
  return {"answer",   "PROPOSAL --accept|--refuse --reason TEXT",   "CMD-ANSWER", answer_options(),
          run_answer, {"esep answer U-008 --refuse --reason \"…\""}};
}

}  // namespace esep::cli
