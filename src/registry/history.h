// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "registry/statement_cache.h"
#include "sqlite/database.h"

namespace esep::registry {

/// Who writes, and when. The caller says it; nothing here reads a clock.
struct Actor {
  std::string user;
  calendar::LocalTime at;
  /// What the computer's clock says, which stands beside `at` in the history. Absent: nobody asked it.
  std::optional<calendar::LocalTime> clock = std::nullopt;
};

/// One entry of the history. Entries are only ever appended.
struct HistoryEntry {
  int64_t seq = 0;  // from 1, without gaps
  std::string at;   // "2026-11-18T10:00"
  std::string user;
  std::string action;  // "submit", "register_add", "withdraw", "event" …
  std::optional<int64_t> submission;
  std::string details;  // registry/details.h
  std::string hash;
  std::string clock = {};  // "2026-11-30T09:15": the computer's; empty: a program before schema 8 wrote the entry

  /// The entry was written under another day than that of the computer's clock.
  [[nodiscard]] bool is_of_another_day() const { return !clock.empty() && clock.substr(0, 10) != at.substr(0, 10); }
};

/// A day that lies before the day of the entry before it.
struct StepBack {
  int64_t seq = 0;
  std::string user;
  std::string from;       // "2030-05-01": of the entry before
  std::string to;         // of this entry
  bool of_clock = false;  // the computer's clock went back, not the day under which was written
};

/// The days that go back from one entry to the next. Within a day nothing is said: a command that began earlier may
/// write later.
[[nodiscard]] std::vector<StepBack> steps_back(const std::vector<HistoryEntry>& entries);

/// The hash chain. hash(n) is the SHA-256 of hash(n-1) and of the entry's fields, the clock among them where there is
/// one. The length of each stands before it, so that no two entries read alike. The head of the chain stands on every
/// receipt.
class History {
 public:
  /// Both must outlive this object.
  History(sqlite::Database& database, StatementCache& cache) : database_(&database), cache_(&cache) {}

  /// Inside the caller's transaction. Returns the new head.
  std::string append(const Actor& actor, const std::string& action, std::optional<int64_t> submission,
                     const std::string& details);
  [[nodiscard]] std::string head() const;  // 64 zeros for an empty history
  /// In their order; with `submission` those about it alone.
  [[nodiscard]] std::vector<HistoryEntry> entries(std::optional<int64_t> submission = std::nullopt) const;

  /// The latest time of an entry, or of those before the entry `before`. nullopt: there is none.
  [[nodiscard]] std::optional<calendar::LocalTime> latest(std::optional<int64_t> before = std::nullopt) const;

  struct Damage {
    enum class Kind {
      missing,  // no entry has this number
      link,     // the entry does not name the hash of the one before it
      hash      // the entry's hash is not that of its fields
    };
    int64_t seq = 0;
    Kind kind = Kind::missing;
    [[nodiscard]] std::string_view kind_name() const;  // "missing", "link", "hash"
  };
  /// Recomputes the whole chain.
  [[nodiscard]] std::vector<Damage> verify() const;
  /// Whether a receipt's chain head is still in the chain.
  [[nodiscard]] bool contains(const std::string& hash) const;

 private:
  sqlite::Database* database_;
  StatementCache* cache_;
};

}  // namespace esep::registry
