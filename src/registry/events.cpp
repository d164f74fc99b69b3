// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "registry/column_values.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {

std::optional<report::Event> Registry::recorded_event(const report::Event& event) const {
  for (const report::Event& one : report::events_in_force(events())) {
    if (one.event == event.event && one.key == event.key) return one;
  }
  return std::nullopt;
}

void Registry::insert_event(const report::Event& event, const Actor& actor) {
  auto insert = database_->prepare(
      "INSERT INTO event(event, form, stage, organisation, subject, period, occurrence, date, document, user) "
      "VALUES(?,?,?,?,?,?,?,?,?,?)");
  insert.bind(1, event.event);
  bind_key(insert, 2, event.key);
  insert.bind(8, event_day(event));
  insert.bind(9, event.document).bind(10, actor.user).run();
  history().append(actor, event.withdrawn ? "event_withdraw" : "event", std::nullopt, event_details(event));
}

std::optional<report::Event> Registry::add_event(const report::Event& event, const Actor& actor, const Permit& permit) {
  sqlite::Transaction transaction(*database_);
  if (permit) permit();
  auto before = recorded_event(event);
  if (before == event) return before;
  insert_event(event, actor);
  transaction.commit();
  return before;
}

report::Event Registry::withdraw_event(const report::Event& event, const Actor& actor, const Permit& permit) {
  sqlite::Transaction transaction(*database_);
  if (permit) permit();
  auto before = recorded_event(event);
  if (!before) throw Error(Message("EVENT-NOT-RECORDED", {{"event", event.event}}), "EVENT-NOT-RECORDED-HINT");
  report::Event back = event;
  back.withdrawn = true;
  back.none = false;
  insert_event(back, actor);
  transaction.commit();
  return std::move(*before);
}

std::vector<report::Event> Registry::events() const {
  std::vector<report::Event> out;
  auto rows = database_->prepare(
      "SELECT event, form, stage, organisation, subject, period, occurrence, date, document FROM event ORDER BY id");
  while (rows.step()) {
    const auto date = date_at(rows, 7);
    const std::string day = rows.text(7);
    out.push_back({rows.text(0), key_at(rows, 1), date.value_or(calendar::Date{}), rows.text(8), day.empty(),
                   day == kNoSuchEvent});
  }
  return out;
}

}  // namespace esep::registry
