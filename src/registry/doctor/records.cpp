// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "base/text.h"
#include "registry/doctor/parts.h"
#include "registry/history_details.h"
#include "registry/surplus.h"

namespace esep::registry {

std::string record(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += fmt::format("{}:{}", part.size(), part);
  return out;
}

void add_rows(const sqlite::Database& database, const std::string& sql, Records& records) {
  auto rows = database.prepare(sql);
  while (rows.step()) {
    std::vector<std::string> parts;
    for (int i = 2; i < rows.column_count(); ++i) parts.push_back(rows.text(i));
    records.rows.push_back({record(parts), rows.text(1), rows.integer(0)});
  }
}

namespace {

void compare_places(const std::string& table, const Records& records, std::vector<Damage>& damage) {
  for (size_t i = 0; i < records.rows.size(); ++i) {
    const auto& row = records.rows[i];
    const auto& entry = records.entries[i];
    const int64_t expected = entry.id > 0 ? entry.id : static_cast<int64_t>(i) + 1;
    if (row.text == entry.text && row.id == expected) continue;
    damage.push_back({"record", fmt::format("{} {}", table, row.name),
                      Message("DOCTOR-RECORD-PLACE", {{"table", table}, {"row", row.name}, {"seq", entry.name}})});
  }
}

}  // namespace

void compare_records(const std::string& table, const Records& records, std::vector<Damage>& damage) {
  std::multimap<std::string, std::string> unmatched;
  for (const auto& entry : records.entries) unmatched.emplace(entry.text, entry.name);
  const size_t before = damage.size();
  for (const auto& row : records.rows) {
    if (const auto entry = unmatched.find(row.text); entry != unmatched.end()) {
      unmatched.erase(entry);
      continue;
    }
    damage.push_back({"record", fmt::format("{} {}", table, row.name),
                      Message("DOCTOR-RECORD-CHANGED", {{"table", table}, {"row", row.name}})});
  }
  for (const auto& [text, seq] : unmatched) {
    damage.push_back({"record", fmt::format("{} #{}", table, seq),
                      Message("DOCTOR-RECORD-MISSING", {{"table", table}, {"seq", seq}})});
  }
  if (records.numbered && damage.size() == before) compare_places(table, records, damage);
}

namespace {

// A table whose columns have the same names in the entry that made the row.
struct LoggedTable {
  const char* table;
  std::set<std::string> actions;
  std::vector<std::string> columns;
  const char* action;  // of a row, as SQL
};

const std::vector<LoggedTable>& logged_tables() {
  static const std::vector<LoggedTable> kTables{
      {"event",
       {"event", "event_withdraw"},
       {"event", "form", "stage", "organisation", "subject", "period", "occurrence", "date", "document"},
       "CASE date WHEN '' THEN 'event_withdraw' ELSE 'event' END"},
      {"waiver",
       {"waive"},
       {"obligation", "form", "stage", "organisation", "subject", "period", "occurrence", "until", "reason", "basis"},
       "'waive'"},
      {"lock",
       {"lock", "unlock"},
       {"form", "period", "reason"},
       "CASE locked WHEN 1 THEN 'lock' WHEN 0 THEN 'unlock' ELSE locked END"},
      {"deed",
       {"dispatch", "dispatch_withdraw", "done", "done_withdraw"},
       {"obligation", "form", "stage", "organisation", "subject", "period", "occurrence", "addressee", "date", "report",
        "code", "number", "signer", "missing", "languages", "link", "document"},
       "action || CASE date WHEN '' THEN '_withdraw' ELSE '' END"},
      {"attachment", {"attach"}, {"paper_code", "paper_sha256", "sha256", "file_name"}, "'attach'"}};
  return kTables;
}

void compare_logged(Registry& registry, const LoggedTable& logged, const std::vector<HistoryEntry>& entries,
                    std::vector<Damage>& damage) {
  const bool attached = std::string_view(logged.table) == "attachment";
  Records records;
  records.numbered = true;
  int64_t last = 0;  // of the numbers given so far
  for (const HistoryEntry& entry : entries) {
    if (attached && entry.action == "restore") last = std::max(last, last_given_before(entry, RecordKind::attachment));
    if (!logged.actions.contains(entry.action)) continue;
    DetailsByKey facts = details_by_key(entry.details);
    std::vector<std::string> parts{entry.action, entry.user};
    for (const std::string& column : logged.columns) parts.push_back(facts[column]);
    if (attached) parts.push_back(entry.at);
    if (attached) parts.push_back(entry.submission ? std::to_string(*entry.submission) : "");
    records.entries.push_back({record(parts), std::to_string(entry.seq), ++last});
  }
  const std::string sql =
      fmt::format("SELECT id, CAST(id AS TEXT), {}, user, {}{} FROM {} ORDER BY id", logged.action,
                  join(logged.columns, ", "), attached ? ", at, CAST(submission AS TEXT)" : "", logged.table);
  add_rows(registry.database(), sql, records);
  compare_records(logged.table, records, damage);
}

void papers(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  Records records;
  for (const HistoryEntry& entry : entries) {
    if (entry.action != "paper") continue;
    const std::string submission = entry.submission ? std::to_string(*entry.submission) : "";
    records.entries.push_back({record({submission, entry.details}), std::to_string(entry.seq)});
  }
  auto rows = registry.database().prepare(
      "SELECT code, sha256, kind, language, CAST(submission AS TEXT) FROM paper ORDER BY code, sha256");
  while (rows.step()) {
    const std::string details = paper_details({rows.text(0), rows.text(1), rows.text(2), std::nullopt, rows.text(3)});
    records.rows.push_back({record({rows.text(4), details}), rows.text(0)});
  }
  compare_records("paper", records, damage);
}

// The last entry that names a row has its current values.
void registers(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  using Row = std::map<std::string, std::string>;
  std::map<std::string, Row> expected;
  std::map<std::string, Row> found;
  constexpr size_t kHead = 3;  // register, key, file
  for (const HistoryEntry& entry : entries) {
    if (entry.action != "register_add" && entry.action != "register_change") continue;
    const auto details = read_details(entry.details);
    if (details.size() < kHead) continue;
    Row& row = expected[fmt::format("{}/{}", details[0].second, details[1].second)];
    row = Row(details.begin() + kHead, details.end());
  }
  auto rows = registry.database().prepare(
      "SELECT register, key, column_id, value FROM register_row ORDER BY register, key, column_id");
  while (rows.step()) found[fmt::format("{}/{}", rows.text(0), rows.text(1))][rows.text(2)] = rows.text(3);
  for (const auto& [name, row] : expected) {
    const auto at = found.find(name);
    if (at == found.end() ? !row.empty() : at->second != row) {
      damage.push_back({"record", name, Message("DOCTOR-REGISTER-ROW", {{"row", name}})});
    }
  }
  for (const auto& [name, row] : found) {
    if (!expected.contains(name)) damage.push_back({"record", name, Message("DOCTOR-REGISTER-ROW", {{"row", name}})});
  }
}

}  // namespace

void examine_records(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  registers(registry, entries, damage);
  for (const LoggedTable& logged : logged_tables()) compare_logged(registry, logged, entries, damage);
  papers(registry, entries, damage);
  examine_reviews(registry, entries, damage);
}

}  // namespace esep::registry
