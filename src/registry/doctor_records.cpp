// SPDX-License-Identifier: MIT
#include <map>

#include "registry/doctor_parts.h"
#include "registry/record_details.h"

namespace esep::registry {

std::string record(const std::string& action, const std::string& user, const std::string& details) {
  return action + "\n" + user + "\n" + details;
}

void compare_records(const std::string& table, Records records, std::vector<Damage>& damage) {
  for (auto row = records.rows.begin(); row != records.rows.end();) {
    const auto entry = records.entries.find(row->first);
    if (entry == records.entries.end()) {
      ++row;
      continue;
    }
    records.entries.erase(entry);
    row = records.rows.erase(row);
  }
  for (const auto& [text, row] : records.rows) {
    damage.push_back(
        {"record", table + " " + row, Message("DOCTOR-RECORD-CHANGED", {{"table", table}, {"row", row}})});
  }
  for (const auto& [text, seq] : records.entries) {
    damage.push_back(
        {"record", table + " #" + seq, Message("DOCTOR-RECORD-MISSING", {{"table", table}, {"seq", seq}})});
  }
}

Records entries_of(const std::vector<HistoryEntry>& entries, const std::vector<std::string>& actions) {
  Records out;
  for (const HistoryEntry& entry : entries) {
    for (const std::string& action : actions) {
      if (entry.action == action)
        out.entries.emplace(record(action, entry.user, entry.details), std::to_string(entry.seq));
    }
  }
  return out;
}

namespace {

std::vector<std::pair<std::string, std::string>> ids_and_users(const sqlite::Database& database,
                                                               const std::string& table) {
  std::vector<std::pair<std::string, std::string>> out;
  auto rows = database.prepare("SELECT CAST(id AS TEXT), user FROM " + table + " ORDER BY id");
  while (rows.step()) out.emplace_back(rows.text(0), rows.text(1));
  return out;
}

void events(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  Records records = entries_of(entries, {"event"});
  const auto names = ids_and_users(registry.database(), "event");
  const auto all = registry.events();
  for (size_t i = 0; i < all.size(); ++i)
    records.rows.emplace(record("event", names.at(i).second, event_details(all[i])), names.at(i).first);
  compare_records("event", std::move(records), damage);
}

void waivers(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  Records records = entries_of(entries, {"waive"});
  const auto names = ids_and_users(registry.database(), "waiver");
  const auto all = registry.waivers();
  for (size_t i = 0; i < all.size(); ++i)
    records.rows.emplace(record("waive", all[i].user, waiver_details(all[i])), names.at(i).first);
  compare_records("waiver", std::move(records), damage);
}

void locks(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  Records records = entries_of(entries, {"lock", "unlock"});
  auto rows = registry.database().prepare(
      "SELECT CAST(id AS TEXT), form, period, locked, reason, user FROM lock ORDER BY id");
  while (rows.step()) {
    records.rows.emplace(record(rows.integer(3) != 0 ? "lock" : "unlock", rows.text(5),
                                lock_details(rows.text(1), rows.text(2), rows.text(4))),
                         rows.text(0));
  }
  compare_records("lock", std::move(records), damage);
}

void papers(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  Records records;
  for (const HistoryEntry& entry : entries) {
    if (entry.action != "paper") continue;
    const std::string submission = entry.submission ? std::to_string(*entry.submission) : "";
    records.entries.emplace(record("paper", submission, entry.details), std::to_string(entry.seq));
  }
  auto rows = registry.database().prepare(
      "SELECT code, sha256, kind, language, coalesce(CAST(submission AS TEXT), '') FROM paper ORDER BY code, "
      "sha256");
  while (rows.step()) {
    records.rows.emplace(
        record("paper", rows.text(4), paper_details(rows.text(0), rows.text(1), rows.text(2), rows.text(3))),
        rows.text(0));
  }
  compare_records("paper", std::move(records), damage);
}

// The last entry that names a row says what it holds now.
void registers(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage) {
  using Row = std::map<std::string, std::string>;
  std::map<std::string, Row> expected;
  std::map<std::string, Row> found;
  constexpr size_t kHead = 3;  // register, key, file
  for (const HistoryEntry& entry : entries) {
    if (entry.action != "register_add" && entry.action != "register_change") continue;
    const auto details = read_details(entry.details);
    if (details.size() < kHead) continue;
    Row& row = expected[details[0].second + "/" + details[1].second];
    row = Row(details.begin() + kHead, details.end());
  }
  auto rows = registry.database().prepare(
      "SELECT register, key, column_id, value FROM register_row ORDER BY register, key, column_id");
  while (rows.step()) found[rows.text(0) + "/" + rows.text(1)][rows.text(2)] = rows.text(3);
  for (const auto& [name, row] : expected) {
    const auto at = found.find(name);
    if (at == found.end() ? !row.empty() : at->second != row) {
      damage.push_back({"record", name, Message("DOCTOR-REGISTER-ROW", {{"row", name}})});
    }
  }
  for (const auto& [name, row] : found) {
    if (!expected.contains(name))
      damage.push_back({"record", name, Message("DOCTOR-REGISTER-ROW", {{"row", name}})});
  }
}

}  // namespace

void examine_records(Registry& registry, const std::vector<HistoryEntry>& entries,
                     std::vector<Damage>& damage) {
  registers(registry, entries, damage);
  events(registry, entries, damage);
  waivers(registry, entries, damage);
  locks(registry, entries, damage);
  papers(registry, entries, damage);
  examine_reviews(registry, entries, damage);
}

}  // namespace esep::registry
