// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"
#include "cli/commands.h"
#include "cli/print_examination.h"

namespace esep::cli {
namespace {

int run_backup(Session& session) {
  session.arguments().at_most(1);
  const std::string& target = session.arguments().positional(0, "FILE");
  const auto result = app::back_up(session.engine(), target);
  print_damage(session, result.examination, session.err());
  session.tell(examination_message(result.examination));
  session.tell(Message(result.sound() ? "BACKUP-DONE" : "BACKUP-DAMAGED", {{"file", target}}));
  return result.sound() ? kOk : kFindings;
}

}  // namespace

Command backup_command() { return {"backup", "FILE", "CMD-BACKUP", {}, run_backup, {"esep backup copies/esep.db"}}; }

}  // namespace esep::cli
