// SPDX-License-Identifier: MIT
#include "registry/history.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/enum_names.h"
#include "base/hash.h"
#include "registry/column_values.h"

namespace esep::registry {
namespace {

const std::string& genesis() {
  static const std::string kZeros(64, '0');
  return kZeros;
}

std::string chain_hash(const std::string& previous, const HistoryEntry& entry) {
  Sha256 hash;
  const auto put = [&hash](std::string_view part) {
    hash.update(std::to_string(part.size()) + ":");
    hash.update(part);
  };
  put(previous);
  put(std::to_string(entry.seq));
  put(entry.at);
  put(entry.user);
  put(entry.action);
  put(entry.submission ? std::to_string(*entry.submission) : "");
  put(entry.details);
  if (!entry.clock.empty()) put(entry.clock);
  return hash.finish_hex();
}

HistoryEntry read_entry(const sqlite::Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), id_at(row, 4), row.text(5), row.text(7), row.text(8)};
}

constexpr const char* kSelectHistory =
    "SELECT seq, at, user, action, submission, details, previous, hash, clock FROM history";

constexpr const char* kInsert =
    "INSERT INTO history(seq, at, user, action, submission, details, previous, hash) VALUES(?,?,?,?,?,?,?,?)";
constexpr const char* kInsertWithClock =
    "INSERT INTO history(seq, at, user, action, submission, details, previous, hash, clock) VALUES(?,?,?,?,?,?,?,?,?)";

constexpr EnumNames<History::Damage::Kind, 3> kDamage{{{History::Damage::Kind::missing, "missing"},
                                                       {History::Damage::Kind::link, "link"},
                                                       {History::Damage::Kind::hash, "hash"}}};

}  // namespace

std::vector<StepBack> steps_back(const std::vector<HistoryEntry>& entries) {
  std::vector<StepBack> out;
  std::string day;
  std::string clock_day;
  const auto day_of = [](const std::string& time) { return time.substr(0, 10); };
  for (const HistoryEntry& entry : entries) {
    if (day_of(entry.at) < day) out.push_back({entry.seq, entry.user, day, day_of(entry.at), false});
    day = day_of(entry.at);
    if (entry.clock.empty()) continue;
    if (day_of(entry.clock) < clock_day) out.push_back({entry.seq, entry.user, clock_day, day_of(entry.clock), true});
    clock_day = day_of(entry.clock);
  }
  return out;
}

std::string_view History::Damage::kind_name() const { return enum_name(kDamage, kind); }

std::string History::append(const Actor& actor, const std::string& action, std::optional<int64_t> submission,
                            const std::string& details) {
  HistoryEntry entry{1, actor.at.iso(), actor.user, action, submission, details, "", ""};
  if (actor.clock) entry.clock = actor.clock->iso();
  std::string previous = genesis();
  {
    const auto last = cache_->get(*database_, "SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1");
    if (last->step()) {
      entry.seq = last->integer(0) + 1;
      previous = last->text(1);
    }
  }
  entry.hash = chain_hash(previous, entry);
  const auto insert = cache_->get(*database_, entry.clock.empty() ? kInsert : kInsertWithClock);
  insert->bind(1, entry.seq).bind(2, entry.at).bind(3, entry.user).bind(4, entry.action);
  bind_id(*insert, 5, submission);
  insert->bind(6, entry.details).bind(7, previous).bind(8, entry.hash);
  if (!entry.clock.empty()) insert->bind(9, entry.clock);
  insert->run();
  return entry.hash;
}

std::string History::head() const {
  auto last = database_->prepare("SELECT hash FROM history ORDER BY seq DESC LIMIT 1");
  return last.step() ? last.text(0) : genesis();
}

std::vector<HistoryEntry> History::entries(std::optional<int64_t> submission) const {
  std::vector<HistoryEntry> out;
  auto rows =
      database_->prepare(fmt::format("{}{} ORDER BY seq", kSelectHistory, submission ? " WHERE submission = ?" : ""));
  if (submission) rows.bind(1, *submission);
  while (rows.step()) out.push_back(read_entry(rows));
  return out;
}

std::optional<calendar::LocalTime> History::latest(std::optional<int64_t> before) const {
  auto row = database_->prepare(fmt::format("SELECT max(at) FROM history{}", before ? " WHERE seq < ?" : ""));
  if (before) row.bind(1, *before);
  return row.step() && !row.is_null(0) ? calendar::LocalTime::parse(row.text(0)) : std::nullopt;
}

std::vector<History::Damage> History::verify() const {
  std::vector<Damage> out;
  std::string previous = genesis();
  int64_t expected = 1;
  auto rows = database_->prepare(std::string(kSelectHistory) + " ORDER BY seq");
  while (rows.step()) {
    const HistoryEntry entry = read_entry(rows);
    // A number far too high names only the first missing entries, not billions.
    constexpr int64_t kMostMissing = 100;
    const int64_t named = std::min(entry.seq, expected + kMostMissing);
    for (; expected < named; ++expected) out.push_back({expected, Damage::Kind::missing});
    const std::string stored_previous = rows.text(6);
    if (stored_previous != previous) out.push_back({entry.seq, Damage::Kind::link});
    if (chain_hash(stored_previous, entry) != entry.hash) out.push_back({entry.seq, Damage::Kind::hash});
    previous = entry.hash;
    expected = entry.seq + 1;
  }
  return out;
}

bool History::contains(const std::string& hash) const {
  auto row = database_->prepare("SELECT 1 FROM history WHERE hash = ?");
  row.bind(1, hash);
  return row.step();
}

}  // namespace esep::registry
