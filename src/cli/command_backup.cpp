// SPDX-License-Identifier: MIT
#include "app/upkeep/backup.h"
#include "cli/commands.h"
#include "cli/print_examination.h"

namespace esep::cli {
namespace {

int run_backup(Session& session) {
  session.arguments().at_most(1);
  const std::string& target = session.arguments().positional(0, "FILE");
  const auto keys = session.arguments().has("with-keys") ? app::BackupKeys::taken_along : app::BackupKeys::left_out;
  const auto result = app::back_up(session.engine(), target, keys);
  print_damage(session, result.examination, session.err());
  session.tell(examination_message(result.examination));
  session.tell(Message(result.sound() ? "BACKUP-DONE" : "BACKUP-DAMAGED", {{"file", target}}));
  if (const auto left = app::keys_remark(session.engine(), keys)) session.tell(*left);
  return result.sound() ? kOk : kFindings;
}

}  // namespace

Command backup_command() {
  return {"backup",     "FILE [--with-keys]",
          "CMD-BACKUP", {{"with-keys", '\0', "", "OPT-WITH-KEYS"}},
          run_backup,   {"esep backup copies/esep.db", "esep backup safe/esep.db --with-keys"}};
}

}  // namespace esep::cli
