// SPDX-License-Identifier: MIT
#include "registry/column_values.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {

std::optional<calendar::Date> Registry::add_event(const report::Event& event, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  std::optional<calendar::Date> before;
  for (const report::Event& one : events()) {
    if (one.event == event.event && one.key == event.key) before = one.date;
  }
  auto insert = database_->prepare(
      "INSERT INTO event(event, form, stage, organisation, subject, period, occurrence, date, document, user) "
      "VALUES(?,?,?,?,?,?,?,?,?,?)");
  insert.bind(1, event.event);
  bind_key(insert, 2, event.key);
  insert.bind(8, event.date.iso()).bind(9, event.document).bind(10, actor.user).run();
  history().append(actor, "event", std::nullopt, event_details(event));
  transaction.commit();
  return before;
}

std::vector<report::Event> Registry::events() const {
  std::vector<report::Event> out;
  auto rows = database_->prepare(
      "SELECT event, form, stage, organisation, subject, period, occurrence, date, document FROM event ORDER BY id");
  while (rows.step()) {
    out.push_back({rows.text(0), key_at(rows, 1), date_at(rows, 7).value_or(calendar::Date{}), rows.text(8)});
  }
  return out;
}

}  // namespace esep::registry
