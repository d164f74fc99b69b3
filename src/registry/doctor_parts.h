// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "registry/doctor.h"

/// Parts of `examine`: what the history says against what the tables hold.
namespace esep::registry {

/// Records as text on both sides: the history's entries and the table's rows must be the same, each as often.
struct Records {
  std::multimap<std::string, std::string> entries;  // → the entry's number
  std::multimap<std::string, std::string> rows;     // → the row's name
};
[[nodiscard]] std::string record(const std::string& action, const std::string& user,
                                 const std::string& details);
/// The entries of some actions.
[[nodiscard]] Records entries_of(const std::vector<HistoryEntry>& entries,
                                 const std::vector<std::string>& actions);
void compare_records(const std::string& table, Records records, std::vector<Damage>& damage);

void examine_submissions(Registry& registry, const std::vector<HistoryEntry>& entries,
                         std::vector<Damage>& damage);
void examine_records(Registry& registry, const std::vector<HistoryEntry>& entries,
                     std::vector<Damage>& damage);
void examine_reviews(Registry& registry, const std::vector<HistoryEntry>& entries,
                     std::vector<Damage>& damage);

}  // namespace esep::registry
