// SPDX-License-Identifier: MIT
#include "cli/print_examination.h"

#include <algorithm>

#include "app/core/message_key.h"
#include "cli/text_table.h"

namespace esep::cli {

void print_damage(Session& session, const registry::Examination& examination, std::ostream& out) {
  TextTable table({session.say("LIST-PART"), session.say("LIST-PLACE"), session.say("LIST-DAMAGE")});
  for (const auto& one : examination.damage)
    table.add(
        {session.say(Message(app::message_key("DOCTOR-PART-", one.part), {})), one.place, session.say(one.message)});
  table.print(out);
}

Message examination_message(const registry::Examination& examination) {
  const auto& damage = examination.damage;
  const bool of_receipt =
      std::all_of(damage.begin(), damage.end(), [](const auto& one) { return one.part == "receipt"; });
  return {damage.empty() ? "DOCTOR-SOUND"
          : of_receipt   ? "DOCTOR-RECEIPT-DOUBTED"
                         : "DOCTOR-DAMAGED",
          {{"count", std::to_string(examination.damage.size())},
           {"entries", std::to_string(examination.entries)},
           {"submissions", std::to_string(examination.submissions)},
           {"files", std::to_string(examination.files)},
           {"head", examination.head.empty() ? "—" : examination.head}}};
}

}  // namespace esep::cli
