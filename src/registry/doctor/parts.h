// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "registry/doctor/doctor.h"

/// Parts of `examine`: what the history says against what the tables hold.
namespace esep::registry {

/// Records as text on both sides: the history's entries and the table's rows must be the same, each as often.
struct Records {
  struct Item {
    std::string text;
    std::string name;  // the entry's number, the row's name
    int64_t id = 0;    // rows that are numbered
  };
  std::vector<Item> entries;  // in the order of the history
  std::vector<Item> rows;     // in the order of their numbers
  bool numbered = false;      // the n-th entry made the row n: which came last is told by the number
};
/// Lengths keep two records from reading alike.
[[nodiscard]] std::string record(const std::vector<std::string>& parts);
/// Every row of `sql`: its number, its name, then the columns that are the record; NULL reads as "".
void add_rows(const sqlite::Database& database, const std::string& sql, Records& records);
void compare_records(const std::string& table, const Records& records, std::vector<Damage>& damage);

void examine_submissions(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage);
void examine_records(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage);
void examine_reviews(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage);

}  // namespace esep::registry
