// SPDX-License-Identifier: MIT
#include "app/upkeep/attach.h"
#include "cli/commands.h"

namespace esep::cli {
namespace {

int run_attach(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(2);
  const auto attachment = app::attach(session.engine(), arguments.positional(0, "SUBMISSION"),
                                      arguments.positional(1, "FILE"), session.actor());
  session.tell(app::attachment_message(attachment));
  return kOk;
}

}  // namespace

Command attach_command() {
  return {
      "attach", "SUBMISSION|CODE|PAPER FILE", "CMD-ATTACH", {}, run_attach, {"esep attach S-000001 filled.xlsx.cms"}};
}

}  // namespace esep::cli
