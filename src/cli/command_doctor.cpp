// SPDX-License-Identifier: MIT
#include "app/core/early_records.h"
#include "app/core/edition_change.h"
#include "app/core/none_records.h"
#include "app/core/rights.h"
#include "app/core/unowed.h"
#include "app/upkeep/advice.h"
#include "app/upkeep/doctor.h"
#include "app/upkeep/receipt_doctor.h"
#include "app/upkeep/replaced_data.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/print_examination.h"
#include "text/upkeep_json.h"

namespace esep::cli {
namespace {

// A backup holds the register alone: the office's own files may be somewhere else.
void tell_remarks(Session& session) {
  try {
    for (const Message& remark : app::unowed_remarks(session.engine())) session.tell(remark);
    for (const Message& remark : app::early_remarks(session.engine())) session.tell(remark);
    for (const Message& remark : app::none_remarks(session.engine())) session.tell(remark);
    for (const Message& remark : app::edition_change_remarks(session.engine())) session.tell(remark);
  } catch (const Error& error) {
    if (error.message().key != "REGISTER-UNKNOWN") throw;
    throw Error(error.message(), "DOCTOR-OWN-FILES");
  }
}

int run_doctor(Session& session) {
  session.arguments().at_most(0);
  auto examination = app::examine_workspace(session.engine());
  std::vector<Message> held;
  // A file that cannot be opened has no chain to look into.
  if (session.arguments().has("receipt") && !examination.head.empty()) {
    held = app::examine_receipt(session.engine(), session.arguments().required("receipt"), examination.damage);
  }
  if (session.json()) {
    std::vector<text::DamageView> views;
    for (const auto& one : examination.damage)
      views.push_back(
          {one.part, one.place, one.message.key, session.say(one.message), session.say(app::advice_about(one))});
    std::vector<text::StepBackView> steps;
    for (const auto& one : examination.steps_back) steps.push_back({one.seq, one.user, one.from, one.to, one.of_clock});
    session.out() << text::damage_json(views, steps, examination.head);
  } else {
    print_damage(session, examination, session.out());
    for (const Message& message : held) session.out() << session.say(message) << '\n';
    session.out() << session.say(examination_message(examination)) << '\n';
    for (const Message& advice : app::advice_about(examination.damage)) session.out() << session.say(advice) << '\n';
  }
  if (examination.damage.empty()) tell_remarks(session);
  for (const Message& remark : app::step_back_messages(examination.steps_back)) session.tell(remark);
  for (const Message& remark : app::user_remarks(session.engine())) session.tell(remark);
  for (const Message& remark : app::replaced_data_remarks(session.engine())) session.tell(remark);
  return examination.damage.empty() ? kOk : kFindings;
}

}  // namespace

Command doctor_command() {
  return {"doctor",     "[--receipt FILE|HASH]",
          "CMD-DOCTOR", {{"receipt", '\0', "FILE|HASH", "OPT-RECEIPT"}},
          run_doctor,   {"esep doctor", "esep doctor --receipt receipt.pdf"}};
}

}  // namespace esep::cli
