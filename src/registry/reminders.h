// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "registry/registry.h"

namespace esep::registry {

/// A letter that reminds of a report. It stands in the history as the entry `remind` and among the papers by its code.
struct Reminder {
  report::ReportKey key;
  std::string kind;      // "coming", "due", "overdue", "undated"
  std::string format;    // "eml", "pdf"
  std::string language;  // "kk", "ru"
  std::string file;      // name that was written
  std::string sha256;
  std::string code;
  std::string user;  // as read back: who wrote it
  std::string at;    // and when
};

/// Same report, output and language: written once a day.
[[nodiscard]] bool same_letter(const Reminder& a, const Reminder& b);

/// Those of one day, in their order.
[[nodiscard]] std::vector<Reminder> reminders_on(Registry& registry, calendar::Date day);

/// In one transaction: `write` is called for each letter that the actor's day has not seen, and the letter is recorded;
/// with `again` for every one. When writing throws, nothing is recorded. Returns for each the entry that was there
/// before, else itself with an empty `at`.
std::vector<Reminder> add_reminders(Registry& registry, const std::vector<Reminder>& reminders, bool again,
                                    const std::function<void(size_t)>& write, const Actor& actor);

}  // namespace esep::registry
