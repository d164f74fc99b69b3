// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "registry/details.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {

using report::State;
using report::Submission;

void Registry::withdraw(const std::string& number, const std::string& reason, const Actor& actor,
                        const std::function<void(const Submission&)>& permit) {
  sqlite::Transaction transaction(*database_);
  const Submission now = find(number);
  if (now.state == State::withdrawn) throw Error(Message("WITHDRAW-WITHDRAWN", {{"number", now.number}}));
  if (now.state == State::rejected) throw Error(Message("WITHDRAW-REJECTED", {{"number", now.number}}));
  if (permit) permit(now);
  set_state(now.id, State::withdrawn);
  Details details;
  details.add("number", now.number).add("reason", reason);
  std::optional<Submission> earlier;
  if (now.state != State::superseded) earlier = last_superseded(now.key);
  if (earlier) {
    const State before = own_state(earlier->id);
    set_state(earlier->id, before);
    details.add("restored", earlier->number).add("restored_state", report::state_name(before));
  } else {
    details.add("restored", "");
  }
  history().append(actor, "withdraw", now.id, details.text());
  transaction.commit();
}

State Registry::own_state(int64_t id) const {
  State out = State::received;
  auto rows = database_->prepare("SELECT action, details FROM history WHERE submission = ? ORDER BY seq");
  rows.bind(1, id);
  while (rows.step()) {
    if (const auto state = state_after(rows.text(0), rows.text(1))) out = *state;
  }
  return out;
}

void Registry::set_state(int64_t id, State state) {
  cached("UPDATE submission SET state = ? WHERE id = ?")->bind(1, report::state_name(state)).bind(2, id).run();
}

}  // namespace esep::registry
