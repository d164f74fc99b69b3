// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "registry/kept_statements.h"
#include "sqlite/database.h"

namespace esep::registry {

/// Who writes and when; comes from cli/ or web/, never from a clock here.
struct Actor {
  std::string user;
  calendar::LocalTime at;
};

/// One entry of the append-only history. `details` is `key=value` lines, canonical, in a fixed order.
struct HistoryEntry {
  int64_t seq = 0;
  std::string at;
  std::string user;
  std::string action;  // "submit", "import", "withdraw", "event" …
  std::optional<int64_t> submission;
  std::string details;
  std::string hash;
};

/// The hash chain: hash(n) = SHA-256 of hash(n-1) and the entry's fields, each preceded by its length, so that no two
/// entries read alike. The head of the chain stands on every receipt.
class History {
 public:
  /// Both must outlive it.
  History(sqlite::Database& database, KeptStatements& kept) : database_(&database), kept_(&kept) {}

  /// Appends inside the caller's transaction and returns the new head.
  std::string append(const Actor& actor, const std::string& action, std::optional<int64_t> submission,
                     const std::string& details);
  [[nodiscard]] std::string head() const;  // 64 zeros for an empty history
  [[nodiscard]] std::vector<HistoryEntry> entries(std::optional<int64_t> submission = std::nullopt) const;

  struct Damage {
    int64_t seq = 0;
    std::string what;  // "missing", "link", "hash"
  };
  /// Recomputes the whole chain.
  [[nodiscard]] std::vector<Damage> verify() const;
  /// Whether a receipt's chain head is still in the chain.
  [[nodiscard]] bool contains(const std::string& hash) const;

 private:
  sqlite::Database* database_;
  KeptStatements* kept_;
};

/// Builds `details`: keys in the order given, line breaks and backslashes in values escaped.
class Details {
 public:
  Details& add(std::string_view key, std::string_view value);
  Details& add(std::string_view key, int64_t value);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace esep::registry
