// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "registry/registry.h"
#include "report/duty/reminder_kind.h"
#include "report/output_format.h"

namespace esep::registry {

/// A reminder of a report. The history has it as the entry `remind`, the papers have it by its code.
struct Reminder {
  report::ReportKey key;
  report::ReminderKind kind = report::ReminderKind::coming;
  report::OutputFormat format = report::OutputFormat::eml;  // or pdf, docx
  std::string language;                                     // "kk", "ru"
  std::string file;                                         // name that was written
  std::string sha256;                                       // of the file's bytes
  std::string code;                                         // as printed
  std::string user;                                         // as read back: who wrote it
  std::string at;                                           // as read back: when, "2026-11-18T10:00"
};

/// Same report, format and language. Such a letter is written once a day.
[[nodiscard]] bool same_letter(const Reminder& a, const Reminder& b);

/// The letters of one day in the order of writing.
[[nodiscard]] std::vector<Reminder> reminders_on(Registry& registry, calendar::Date day);

/// What happens to a letter that was written already on the actor's day.
enum class WrittenToday { skip, write_again };

/// One transaction: calls `write` with the index of each letter to be written, and records the letter. Nothing is
/// recorded when writing throws. Returns for each letter the entry that was there before, else the letter itself with
/// an empty `at`.
std::vector<Reminder> add_reminders(Registry& registry, const std::vector<Reminder>& reminders, WrittenToday written,
                                    const std::function<void(size_t)>& write, const Actor& actor);

}  // namespace esep::registry
