// SPDX-License-Identifier: MIT
#include "registry/deeds.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "registry/column_values.h"
#include "registry/history_details.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

std::optional<int> count_from(const std::string& text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

void insert_deed(sqlite::Database& database, const report::Deed& deed, const Actor& actor) {
  auto insert = database.prepare(
      "INSERT INTO deed(action, obligation, form, stage, organisation, subject, period, occurrence, addressee, date, "
      "report, code, number, signer, missing, languages, link, document, user) "
      "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  insert.bind(1, std::string(deed.sent ? "dispatch" : "done")).bind(2, deed.obligation);
  bind_key(insert, 3, deed.key);
  insert.bind(9, deed.addressee).bind(10, deed.withdrawn ? std::string() : deed.date.iso());
  const report::SentPaper sent = deed.sent.value_or(report::SentPaper{});
  insert.bind(11, deed.report).bind(12, sent.code).bind(13, sent.number).bind(14, sent.signer);
  insert.bind(15, sent.missing ? std::to_string(*sent.missing) : std::string());
  insert.bind(16, report::language_codes(deed.languages)).bind(17, deed.link).bind(18, deed.document);
  insert.bind(19, actor.user).run();
}

// The record that a new one corrects; nullptr: none.
const report::Deed* corrected_by(const std::vector<report::Deed>& recorded, const report::Deed& deed) {
  const auto counting = report::deeds_of(recorded, deed.obligation, deed.key, deed.addressee);
  const auto at = std::find_if(counting.begin(), counting.end(),
                               [&](const report::Deed* one) { return !report::stands_beside(*one, deed); });
  return at == counting.end() ? nullptr : *at;
}

}  // namespace

std::optional<report::Deed> Deeds::add(const report::Deed& deed, const Actor& actor, const Permit& permit,
                                       const Registry::Permit& first) {
  auto& database = registry_->database();
  sqlite::Transaction transaction(database);
  if (first) first();
  const auto recorded = all();
  const auto* before = report::deed_of(recorded, deed.obligation, deed.key, deed.addressee);
  if (permit) permit(before);
  if (!deed.withdrawn) before = corrected_by(recorded, deed);
  if (deed.withdrawn && before == nullptr)
    throw Error(Message("DONE-NOT-RECORDED", {{"obligation", deed.obligation}}), "DONE-NOT-RECORDED-HINT");
  if (before != nullptr && *before == deed) return *before;
  insert_deed(database, deed, actor);
  registry_->history().append(actor, deed_action(deed), std::nullopt, deed_details(deed));
  transaction.commit();
  return before == nullptr ? std::nullopt : std::optional(*before);
}

std::vector<report::Deed> Deeds::all() const {
  std::vector<report::Deed> out;
  auto rows = registry_->database().prepare(
      "SELECT obligation, form, stage, organisation, subject, period, occurrence, addressee, date, languages, link, "
      "document, action, report, code, number, signer, missing, "
      "(SELECT count(*) FROM finding WHERE finding.submission = CAST(substr(deed.report, 3) AS INTEGER) "
      "AND finding.code = 'SOURCE-RETURNED') FROM deed ORDER BY id");
  while (rows.step()) {
    report::Deed deed{rows.text(0), key_at(rows, 1), rows.text(7), date_at(rows, 8).value_or(calendar::Date{})};
    deed.languages = report::languages_from(rows.text(9));
    deed.link = rows.text(10);
    deed.document = rows.text(11);
    deed.withdrawn = rows.text(8).empty();
    deed.report = rows.text(13);
    if (rows.text(12) == "dispatch")
      deed.sent = {rows.text(14), rows.text(15), rows.text(16), count_from(rows.text(17)),
                   static_cast<int>(rows.integer(18))};
    out.push_back(std::move(deed));
  }
  return out;
}

}  // namespace esep::registry
