// SPDX-License-Identifier: MIT
#include "cli/commands.h"

namespace esep::cli {
namespace {

int run_history(Session& session) {
  session.arguments().at_most(0);
  auto history = session.engine().registry().history();
  for (const auto& entry : history.entries()) {
    session.out() << entry.seq << '\t' << entry.at << '\t' << entry.user << '\t' << entry.action << '\t'
                  << entry.hash.substr(0, 12) << '\n';
  }
  const auto damage = history.verify();
  for (const auto& one : damage) {
    session.err() << session.say(Message("HISTORY-DAMAGE", {{"seq", std::to_string(one.seq)}, {"what", one.what}})) << '\n';
  }
  return damage.empty() ? kOk : kFindings;
}

}  // namespace

Command history_command() { return {"history", "", "CMD-HISTORY", {}, run_history}; }

}  // namespace esep::cli
