// SPDX-License-Identifier: MIT
#include "app/core/action_title.h"
#include "app/upkeep/restore.h"
#include "base/shown_text.h"
#include "cli/commands.h"
#include "cli/print_examination.h"
#include "cli/text_table.h"

namespace esep::cli {
namespace {

constexpr size_t kMostLines = 200;

// What is not there any more, so that somebody can enter it again.
void print_deeds(Session& session, const std::vector<app::LostDeed>& lost) {
  TextTable table({"№", session.say("LIST-TIME"), session.say("LIST-USER"), session.say("LIST-ACTION"),
                   session.say("STATUS-NUMBER"), session.say("LIST-ABOUT")});
  for (size_t i = 0; i < lost.size() && i < kMostLines; ++i) {
    const app::LostDeed& one = lost[i];
    table.add({std::to_string(one.seq), one.at, one.user,
               app::action_words(session.engine(), one.action, session.lang()), one.number,
               app::lost_words(session.engine(), one).in(session.lang())});
  }
  table.print(session.err());
  if (lost.size() > kMostLines)
    session.tell(Message("RESTORE-LOST-MORE", {{"count", std::to_string(lost.size() - kMostLines)}}));
}

void print_lost(Session& session, const app::RestoreResult& result) {
  const auto& lost = *result.lost;
  session.tell(Message("RESTORE-LOST", {{"count", std::to_string(lost.size())},
                                        {"submissions", std::to_string(result.lost_submissions)}}));
  print_deeds(session, lost);
}

void print_queue(Session& session, const app::RestoredQueue& queue) {
  if (queue.kept_more > 0) session.tell(Message("RESTORE-QUEUE-KEPT", {{"count", std::to_string(queue.kept_more)}}));
  if (!queue.replaced.empty()) session.tell(Message("RESTORE-QUEUE-REPLACED", {{"file", queue.replaced.string()}}));
  if (!queue.lost) session.tell("RESTORE-QUEUE-UNREAD");
  if (queue.lost && !queue.lost->empty()) {
    session.tell(Message("RESTORE-QUEUE-LOST", {{"count", std::to_string(queue.lost->size())}}));
    print_deeds(session, *queue.lost);
  }
  constexpr size_t kMostVouchers = 20;
  if (!queue.lost_vouchers.empty())
    session.tell(Message("RESTORE-QUEUE-VOUCHERS", {{"count", std::to_string(queue.lost_vouchers.size())},
                                                    {"vouchers", join_first(queue.lost_vouchers, kMostVouchers)}}));
  if (queue.lacks_key) session.tell("RESTORE-QUEUE-NO-KEY");
}

int run_restore(Session& session) {
  session.arguments().at_most(1);
  const std::string& source = session.arguments().positional(0, "FILE");
  session.engine().require_workspace();
  const auto& workspace = session.engine().workspace();
  const auto existing =
      session.arguments().has("replace") ? app::ExistingRegister::replace : app::ExistingRegister::refuse;
  const auto result = app::restore(session.engine(), source, existing, session.actor());
  print_damage(session, result.examination, session.err());
  if (!result.sound()) {
    session.tell(Message("RESTORE-DAMAGED", {{"file", source}}));
    return kFindings;
  }
  session.tell(examination_message(result.examination));
  session.tell(Message("RESTORE-DONE", {{"folder", workspace.string()}}));
  if (!result.replaced.empty()) session.tell(Message("RESTORE-KEPT", {{"file", result.replaced.string()}}));
  if (result.existed && !result.lost) session.tell("RESTORE-UNREAD");
  if (result.lost && !result.lost->empty()) print_lost(session, result);
  print_queue(session, result.queue);
  return result.queue.lacks_key ? kFindings : kOk;
}

}  // namespace

Command restore_command() {
  return {"restore",     "FILE [--replace]",
          "CMD-RESTORE", {{"replace", '\0', "", "OPT-REPLACE"}},
          run_restore,   {"esep restore copies/esep.db", "esep restore copies/esep.db --replace"}};
}

}  // namespace esep::cli
