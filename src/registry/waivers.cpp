// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "registry/record_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {

void Registry::add_waivers(const std::vector<report::Waiver>& waivers, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  auto insert = database_->prepare(
      "INSERT INTO waiver(form, stage, organisation, subject, period, occurrence, until, reason, basis, "
      "user) "
      "VALUES(?,?,?,?,?,?,?,?,?,?)");
  for (const auto& waiver : waivers) {
    const auto& key = waiver.key;
    insert.bind(1, key.form).bind(2, key.stage).bind(3, key.organisation).bind(4, key.subject).bind(5, key.period);
    insert.bind(6, int64_t{key.occurrence}).bind(7, waiver.until.iso()).bind(8, waiver.reason).bind(9, waiver.basis);
    insert.bind(10, actor.user).run();
    history().append(actor, "waive", std::nullopt, waiver_details(waiver));
  }
  transaction.commit();
}

std::optional<Registry::Lock> Registry::lock_of(std::string_view form, std::string_view period) const {
  auto row = database_->prepare(
      "SELECT locked, reason, user FROM lock WHERE form = ? AND period = ? ORDER BY id DESC LIMIT 1");
  row.bind(1, form).bind(2, period);
  if (!row.step() || row.integer(0) == 0) return std::nullopt;
  return Lock{row.text(1), row.text(2)};
}

void Registry::set_lock(const std::string& form, const std::string& period, bool locked, const std::string& reason,
                        const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  if (is_locked(form, period) == locked) {
    throw Error(Message(locked ? "LOCK-ALREADY" : "LOCK-NOT-LOCKED", {{"form", form}, {"period", period}}));
  }
  auto insert = database_->prepare("INSERT INTO lock(form, period, locked, reason, user) VALUES(?,?,?,?,?)");
  insert.bind(1, form).bind(2, period).bind(3, int64_t{locked ? 1 : 0}).bind(4, reason).bind(5, actor.user).run();
  history().append(actor, locked ? "lock" : "unlock", std::nullopt, lock_details(form, period, reason));
  transaction.commit();
}

void Registry::note(const std::string& action, const std::string& details, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  history().append(actor, action, std::nullopt, details);
  transaction.commit();
}

}  // namespace esep::registry
