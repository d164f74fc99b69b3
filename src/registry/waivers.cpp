// SPDX-License-Identifier: MIT
#include "registry/column_values.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {

void Registry::add_waivers(const std::vector<report::Waiver>& waivers, const Actor& actor, const Permit& permit) {
  sqlite::Transaction transaction(*database_);
  if (permit) permit();
  auto insert = database_->prepare(
      "INSERT INTO waiver(form, stage, organisation, subject, period, occurrence, until, reason, basis, user, "
      "obligation) VALUES(?,?,?,?,?,?,?,?,?,?,?)");
  for (const auto& waiver : waivers) {
    bind_key(insert, 1, waiver.key);
    insert.bind(7, waiver.until.iso()).bind(8, waiver.reason).bind(9, waiver.basis).bind(10, actor.user);
    insert.bind(11, waiver.obligation).run();
    history().append(actor, "waive", std::nullopt, waiver_details(waiver));
  }
  transaction.commit();
}

std::vector<report::Waiver> Registry::waivers() const {
  std::vector<report::Waiver> out;
  auto rows = database_->prepare(
      "SELECT form, stage, organisation, subject, period, occurrence, until, reason, basis, user, "
      "obligation FROM waiver ORDER BY id");
  while (rows.step()) {
    out.push_back({key_at(rows, 0), date_at(rows, 6).value_or(calendar::Date{}), rows.text(7), rows.text(8),
                   rows.text(9), rows.text(10)});
  }
  if (out.empty()) return out;
  // Each waiver has its entry, in the same order; `doctor` says where it has not.
  auto entries = database_->prepare("SELECT at FROM history WHERE action = 'waive' ORDER BY seq");
  for (size_t i = 0; i < out.size() && entries.step(); ++i) {
    if (const auto at = calendar::LocalTime::parse(entries.text(0))) out[i].recorded = at->date;
  }
  return out;
}

}  // namespace esep::registry
