// SPDX-License-Identifier: MIT
#include "registry/fulfilments.h"

#include "base/error.h"
#include "registry/column_values.h"
#include "registry/history_details.h"
#include "sqlite/transaction.h"

namespace esep::registry {

std::optional<report::Fulfilment> Fulfilments::add(const report::Fulfilment& fulfilment, const Actor& actor) {
  auto& database = registry_->database();
  sqlite::Transaction transaction(database);
  const auto recorded = all();
  const auto* before = report::fulfilment_of(recorded, fulfilment.obligation, fulfilment.key);
  if (fulfilment.withdrawn && before == nullptr)
    throw Error(Message("DONE-NOT-RECORDED", {{"obligation", fulfilment.obligation}}), "DONE-NOT-RECORDED-HINT");
  auto insert = database.prepare(
      "INSERT INTO fulfilment(obligation, form, stage, organisation, subject, period, occurrence, date, languages, "
      "link, document, user) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
  insert.bind(1, fulfilment.obligation);
  bind_key(insert, 2, fulfilment.key);
  insert.bind(8, fulfilment.withdrawn ? std::string() : fulfilment.date.iso());
  insert.bind(9, report::language_codes(fulfilment.languages)).bind(10, fulfilment.link);
  insert.bind(11, fulfilment.document).bind(12, actor.user).run();
  registry_->history().append(actor, fulfilment.withdrawn ? "done_withdraw" : "done", std::nullopt,
                              fulfilment_details(fulfilment));
  transaction.commit();
  return before == nullptr ? std::nullopt : std::optional(*before);
}

std::vector<report::Fulfilment> Fulfilments::all() const {
  std::vector<report::Fulfilment> out;
  auto rows = registry_->database().prepare(
      "SELECT obligation, form, stage, organisation, subject, period, occurrence, date, languages, link, document "
      "FROM fulfilment ORDER BY id");
  while (rows.step()) {
    out.push_back({rows.text(0), key_at(rows, 1), date_at(rows, 7).value_or(calendar::Date{}),
                   report::languages_from(rows.text(8)), rows.text(9), rows.text(10), rows.text(7).empty()});
  }
  return out;
}

}  // namespace esep::registry
