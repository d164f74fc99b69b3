// SPDX-License-Identifier: MIT
#include "registry/doctor/doctor.h"

#include <functional>
#include <map>
#include <set>

#include <fmt/core.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "registry/doctor/parts.h"
#include "registry/record_number.h"
#include "registry/schema.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr int kMostStructureFaults = 20;

void examine_structure(sqlite::Database& database, std::vector<Damage>& damage) {
  auto integrity = database.prepare(fmt::format("PRAGMA integrity_check({})", kMostStructureFaults));
  int faults = 0;  // SQLite words them in English, several for one place
  while (integrity.step()) faults += integrity.text(0) != "ok";
  if (faults > 0) damage.push_back({"database", "", Message("DOCTOR-DATABASE")});
}

void examine_references(sqlite::Database& database, std::vector<Damage>& damage) {
  auto broken = database.prepare("PRAGMA foreign_key_check");
  while (broken.step()) {
    damage.push_back({"database", broken.text(0),
                      Message("DOCTOR-REFERENCE", {{"table", broken.text(0)},
                                                   {"row", broken.is_null(1) ? "?" : std::to_string(broken.integer(1))},
                                                   {"parent", broken.text(2)}})});
  }
}

void examine_chain(Registry& registry, std::vector<Damage>& damage) {
  using Kind = History::Damage::Kind;
  for (const auto& [seq, kind] : registry.history().verify()) {
    const char* key = kind == Kind::missing ? "DOCTOR-ENTRY-MISSING"
                      : kind == Kind::link  ? "DOCTOR-ENTRY-LINK"
                                            : "DOCTOR-ENTRY-HASH";
    damage.push_back({"history", std::to_string(seq), Message(key, {{"seq", std::to_string(seq)}})});
  }
}

using Schema = std::map<std::string, std::string>;  // "table submission" → its SQL

Schema schema_of(const sqlite::Database& database) {
  Schema out;
  auto rows = database.prepare(
      "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema "
      "WHERE name NOT GLOB 'sqlite_autoindex_*'");  // the table's SQL makes them
  while (rows.step()) out[rows.text(0)] = squeeze_spaces(rows.text(1));
  return out;
}

// The table of reports of an edition that the register keeps: it comes with the first report.
std::set<std::string> report_tables(const sqlite::Database& database) {
  std::set<std::string> out;
  auto rows = database.prepare("SELECT DISTINCT 'table report.' || form || '.' || edition FROM form_text");
  while (rows.step()) out.insert(rows.text(0));
  return out;
}

// Tables, indexes, views and triggers must be those of a new register: none removed, changed or added.
void examine_schema(Registry& registry, std::vector<Damage>& damage) {
  sqlite::Database fresh = sqlite::Database::temporary();
  migrate(fresh, {});
  const Schema expected = schema_of(fresh);
  const Schema found = schema_of(registry.database());
  const std::set<std::string> reports = report_tables(registry.database());
  const auto say = [&damage](const std::string& name) {
    const bool guard = name.starts_with("trigger ");
    const std::string shown = guard ? name.substr(name.find(' ') + 1) : name;
    damage.push_back({"database", shown, Message(guard ? "DOCTOR-GUARD" : "DOCTOR-SCHEMA", {{"name", shown}})});
  };
  for (const auto& [name, sql] : expected) {
    const auto at = found.find(name);
    if (at == found.end() || at->second != sql) say(name);
  }
  for (const auto& [name, sql] : found) {
    if (!expected.contains(name) && !reports.contains(name)) say(name);
  }
}

std::string submissions_with(const sqlite::Database& database, const std::string& column, const std::string& sha256) {
  // The signature of a report is a file of that report too.
  auto row =
      database.prepare(fmt::format("SELECT group_concat({}, ', ') FROM (SELECT id FROM submission WHERE {} = ?1 UNION "
                                   "SELECT submission FROM attachment WHERE sha256 = ?1 AND submission IS NOT NULL)",
                                   record_number_sql(RecordKind::submission, "id"), column));
  row.bind(1, sha256);
  return row.step() && !row.is_null(0) ? row.text(0) : "—";
}

// Row by row, so that one that cannot be read does not hide the others.
void examine_hashes(sqlite::Database& database, const char* table, const char* column, std::vector<Damage>& damage) {
  const bool is_file = std::string_view(table) == "file";
  std::vector<std::pair<int64_t, std::string>> all;
  auto list = database.prepare(fmt::format("SELECT rowid, sha256 FROM {} ORDER BY sha256", table));
  while (list.step()) all.emplace_back(list.integer(0), list.text(1));
  for (const auto& [id, sha256] : all) {
    std::string found;
    try {
      auto row = database.prepare(fmt::format("SELECT CAST({} AS BLOB) FROM {} WHERE rowid = ?", column, table));
      row.bind(1, id);
      if (row.step()) found = sha256_hex(row.blob_view(0));
    } catch (const Error&) {
      found.clear();  // not readable: damaged all the same
    }
    if (found == sha256) continue;
    const std::string users = submissions_with(database, is_file ? "sha256" : "form_sha256", sha256);
    damage.push_back(
        {is_file ? "file" : "form", users == "—" ? sha256 : users,
         Message(is_file ? "DOCTOR-FILE" : "DOCTOR-FORM-TEXT", {{"sha256", sha256}, {"submissions", users}})});
  }
}

int64_t count(const sqlite::Database& database, const char* table) {
  const auto value = database.value(std::string("SELECT count(*) FROM ") + table);
  return value ? std::get<int64_t>(*value) : 0;
}

}  // namespace

Examination examine(Registry& registry) {
  Examination out;
  auto& database = registry.database();
  const auto part = [&out](const char* name, const std::function<void()>& work) {
    try {
      work();
    } catch (const Error& error) {
      out.damage.push_back({name, "", error.message()});
    }
  };
  std::optional<sqlite::Transaction> snapshot;  // all parts see one moment, whatever others write meanwhile
  part("database", [&] { snapshot.emplace(database, sqlite::Transaction::Begin::deferred); });
  part("database", [&] { examine_structure(database, out.damage); });
  part("database", [&] { examine_references(database, out.damage); });
  part("database", [&] { examine_schema(registry, out.damage); });
  part("history", [&] { examine_chain(registry, out.damage); });
  part("file", [&] { examine_hashes(database, "file", "bytes", out.damage); });
  part("form", [&] { examine_hashes(database, "form_text", "text", out.damage); });
  std::vector<HistoryEntry> entries;
  part("history", [&] { entries = registry.history().entries(); });
  part("submission", [&] { examine_submissions(registry, entries, out.damage); });
  part("record", [&] { examine_records(registry, entries, out.damage); });
  part("database", [&] {
    out.files = count(database, "file");
    out.submissions = count(database, "submission");
    out.head = registry.history().head();
  });
  out.entries = static_cast<int64_t>(entries.size());
  out.steps_back = steps_back(entries);
  return out;
}

}  // namespace esep::registry
