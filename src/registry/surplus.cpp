// SPDX-License-Identifier: MIT
#include "registry/surplus.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

#include "base/error.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr const char* kRestore = "restore";
constexpr const char* kLost = "restore_lost";

const char* table_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::submission:
      return "submission";
    case RecordKind::attachment:
      return "attachment";
    case RecordKind::recommendation:
      return "recommendation";
  }
  return "submission";
}

std::string last_key(RecordKind kind) { return std::string("last_") + table_of(kind); }

int64_t number(const std::optional<sqlite::Value>& value) {
  const auto* whole = value ? std::get_if<int64_t>(&*value) : nullptr;
  return whole == nullptr ? 0 : *whole;
}

int64_t last_in_table(const sqlite::Database& database, RecordKind kind) {
  return number(database.value(fmt::format("SELECT max(id) FROM {}", table_of(kind))));
}

bool has_table(const sqlite::Database& database, RecordKind kind) {
  return number(database.value(fmt::format("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '{}'",
                                           table_of(kind)))) > 0;
}

// Numbers that the register itself took over when it replaced another one count too: those of submissions stand in
// entries of their own, which an index finds for each report that comes.
int64_t last_in_history(const sqlite::Database& database, RecordKind kind) {
  if (kind == RecordKind::submission) return number(database.value("SELECT max(submission) FROM history"));
  int64_t out = 0;
  auto rows = database.prepare("SELECT details FROM history WHERE submission IS NULL AND action = ?");
  rows.bind(1, std::string(kRestore));
  HistoryEntry entry;
  while (rows.step()) {
    entry.details = rows.text(0);
    out = std::max(out, last_given_before(entry, kind));
  }
  return out;
}

// Whether the register has the report of the entry: the same file under the same number.
bool holds_report(const Registry& registry, const HistoryEntry& entry) {
  DetailsByKey facts = details_by_key(entry.details);
  const auto same = registry.submissions_of_file(facts["sha256"]);
  return std::any_of(same.begin(), same.end(), [&](const auto& one) { return one.number == facts["number"]; });
}

bool has_submission(const sqlite::Database& database, int64_t id) {
  auto row = database.prepare("SELECT 1 FROM submission WHERE id = ?");
  row.bind(1, id);
  return row.step();
}

constexpr std::array kLostKinds{RecordKind::submission, RecordKind::attachment, RecordKind::recommendation};

bool names_submission(const HistoryEntry& entry) { return entry.action == "submit" || entry.action == kLost; }

// What of a lost submission its receipt says, too.
std::string facts_of(const HistoryEntry& entry) {
  if (entry.action == kLost) return entry.details;  // lost before, when that register replaced another one
  DetailsByKey facts = details_by_key(entry.details);
  Details out;
  for (const char* key : {"number", "form", "stage", "organisation", "subject", "period", "occurrence", "revision",
                          "received", "state", "sha256"})
    out.add(key, facts[key]);
  return out.add("head", entry.hash).text();
}

}  // namespace

size_t Surplus::submissions() const {
  return static_cast<size_t>(
      std::count_if(entries.begin(), entries.end(), [](const auto& entry) { return entry.action == "submit"; }));
}

std::optional<Surplus> surplus_of(const std::filesystem::path& replaced, Registry& other) {
  std::set<std::string> known;
  for (const auto& entry : other.history().entries()) known.insert(entry.hash);
  try {
    sqlite::Database old(replaced, sqlite::OpenMode::read_only);
    StatementCache cache;
    Surplus out;
    for (auto& entry : History(old, cache).entries()) {
      // What that register had lost before, and this one has, is not lost.
      if (known.contains(entry.hash) || (entry.action == kLost && holds_report(other, entry))) continue;
      out.entries.push_back(std::move(entry));
    }
    for (const RecordKind kind : kLostKinds) {
      const int64_t in_table = has_table(old, kind) ? last_in_table(old, kind) : 0;
      out.last[kind] = std::max(in_table, last_in_history(old, kind));
    }
    return out;
  } catch (const Error&) {
    return std::nullopt;
  }
}

void note_restoration(Registry& registry, Details about, const Surplus* lost, const Actor& actor) {
  sqlite::Transaction transaction(registry.database());
  if (lost != nullptr) {
    about.add("lost_entries", static_cast<int64_t>(lost->entries.size()));
    for (const auto& [kind, last] : lost->last) {
      if (last >= next_id(registry, kind)) about.add(last_key(kind), record_number(kind, last));
    }
  }
  registry.history().append(actor, kRestore, std::nullopt, about.text());
  for (const auto& entry : lost != nullptr ? lost->entries : std::vector<HistoryEntry>()) {
    if (!names_submission(entry) || holds_report(registry, entry)) continue;
    const bool taken = !entry.submission || has_submission(registry.database(), *entry.submission);
    registry.history().append(actor, kLost, taken ? std::nullopt : entry.submission, facts_of(entry));
  }
  transaction.commit();
}

int64_t next_id(const Registry& registry, RecordKind kind) {
  if (kind == RecordKind::submission) {
    const auto last = registry.cached(
        "SELECT max(coalesce((SELECT max(id) FROM submission), 0), coalesce((SELECT max(submission) FROM history), "
        "0))");
    last->step();
    return last->integer(0) + 1;
  }
  const auto& database = registry.database();
  return std::max(last_in_table(database, kind), last_in_history(database, kind)) + 1;
}

int64_t last_given_before(const HistoryEntry& restoration, RecordKind kind) {
  for (const auto& [key, value] : read_details(restoration.details)) {
    if (key == last_key(kind)) return record_id(kind, value).value_or(0);
  }
  return 0;
}

}  // namespace esep::registry
