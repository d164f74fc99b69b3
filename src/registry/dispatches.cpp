// SPDX-License-Identifier: MIT
#include "registry/dispatches.h"

#include "registry/column_values.h"
#include "registry/history_details.h"
#include "sqlite/transaction.h"

namespace esep::registry {

std::optional<report::Dispatch> Dispatches::add(const report::Dispatch& dispatch, const Actor& actor) {
  auto& database = registry_->database();
  sqlite::Transaction transaction(database);
  const auto recorded = all();
  const report::Dispatch* before = report::dispatch_of(recorded, dispatch.key);
  auto insert = database.prepare(
      "INSERT INTO dispatch(form, stage, organisation, subject, period, occurrence, report, code, date, number, "
      "signer, user) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
  bind_key(insert, 1, dispatch.key);
  insert.bind(7, dispatch.submission).bind(8, dispatch.code).bind(9, dispatch.date.iso());
  insert.bind(10, dispatch.number).bind(11, dispatch.signer).bind(12, actor.user).run();
  registry_->history().append(actor, "dispatch", std::nullopt, dispatch_details(dispatch));
  transaction.commit();
  return before == nullptr ? std::nullopt : std::optional(*before);
}

std::vector<report::Dispatch> Dispatches::all() const {
  std::vector<report::Dispatch> out;
  auto rows = registry_->database().prepare(
      "SELECT form, stage, organisation, subject, period, occurrence, report, code, date, number, signer "
      "FROM dispatch ORDER BY id");
  while (rows.step()) {
    out.push_back({key_at(rows, 0), rows.text(6), rows.text(7), date_at(rows, 8).value_or(calendar::Date{}),
                   rows.text(9), rows.text(10)});
  }
  return out;
}

}  // namespace esep::registry
