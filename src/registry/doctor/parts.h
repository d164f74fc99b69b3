// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "registry/doctor/doctor.h"

/// Parts of `examine`. Each compares what the history says with what the tables hold, and adds the damage that it
/// finds.
namespace esep::registry {

/// Records of one table as texts. The history's entries and the table's rows must be the same texts, each as often.
struct Records {
  struct Item {
    std::string text;
    std::string name;  // the entry's number, the row's name
    int64_t id = 0;    // of a numbered row; of an entry the number that its row must have, 0: its place
  };
  std::vector<Item> entries;  // in the order of the history
  std::vector<Item> rows;     // in the order of their numbers
  bool numbered = false;      // the n-th entry must have made the row n, because the last row is the one in force
};
/// The columns as one text. The length of each stands before it, so that no two records read alike.
[[nodiscard]] std::string record(const std::vector<std::string>& parts);
/// Adds the rows of `sql`: their number, their name, then the columns that are the record. NULL reads as "".
void add_rows(const sqlite::Database& database, const std::string& sql, Records& records);
void compare_records(const std::string& table, const Records& records, std::vector<Damage>& damage);

void examine_submissions(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage);
void examine_records(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage);
void examine_reviews(Registry& registry, const std::vector<HistoryEntry>& entries, std::vector<Damage>& damage);

}  // namespace esep::registry
