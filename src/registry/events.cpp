// SPDX-License-Identifier: MIT
#include "registry/record_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

report::ReportKey read_key(const sqlite::Statement& row, int first) {
  return {row.text(first),     row.text(first + 1), row.text(first + 2),
          row.text(first + 3), row.text(first + 4), static_cast<int>(row.integer(first + 5))};
}

}  // namespace

std::optional<calendar::Date> Registry::add_event(const report::Event& event, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  std::optional<calendar::Date> before;
  for (const report::Event& one : events()) {
    if (one.event == event.event && one.key == event.key) before = one.date;
  }
  auto insert = database_->prepare(
      "INSERT INTO event(event, form, stage, organisation, subject, period, occurrence, date, document, user) "
      "VALUES(?,?,?,?,?,?,?,?,?,?)");
  const auto& key = event.key;
  insert.bind(1, event.event).bind(2, key.form).bind(3, key.stage).bind(4, key.organisation).bind(5, key.subject);
  insert.bind(6, key.period).bind(7, int64_t{key.occurrence}).bind(8, event.date.iso()).bind(9, event.document);
  insert.bind(10, actor.user).run();
  history().append(actor, "event", std::nullopt, event_details(event));
  transaction.commit();
  return before;
}

std::vector<report::Event> Registry::events() const {
  std::vector<report::Event> out;
  auto rows = database_->prepare(
      "SELECT event, form, stage, organisation, subject, period, occurrence, date, document FROM event ORDER BY id");
  while (rows.step()) {
    out.push_back({rows.text(0), read_key(rows, 1), calendar::Date::parse_iso(rows.text(7)).value_or(calendar::Date{}),
                   rows.text(8)});
  }
  return out;
}

std::vector<report::Waiver> Registry::waivers() const {
  std::vector<report::Waiver> out;
  auto rows = database_->prepare(
      "SELECT form, stage, organisation, subject, period, occurrence, until, reason, basis, user FROM waiver ORDER BY "
      "id");
  while (rows.step()) {
    out.push_back({read_key(rows, 0), calendar::Date::parse_iso(rows.text(6)).value_or(calendar::Date{}), rows.text(7),
                   rows.text(8), rows.text(9)});
  }
  return out;
}

bool Registry::is_locked(std::string_view form, std::string_view period) const {
  const auto row = kept("SELECT locked FROM lock WHERE form = ? AND period = ? ORDER BY id DESC LIMIT 1");
  row->bind(1, form).bind(2, period);
  return row->step() && row->integer(0) != 0;
}

}  // namespace esep::registry
