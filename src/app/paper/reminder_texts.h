// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/reminder_kind.h"

namespace esep::app {

/// data/letters/reminders.toml: the texts of letters by kind and day, and the columns of the register of organisations
/// with language and address.
struct ReminderWords {
  struct Letter {
    report::ReminderKind kind = report::ReminderKind::coming;
    std::string form;  // empty: any
    calendar::Date from;
    LocalText subject;
    LocalText text;
  };
  std::string language_column;
  std::string address_column;
  std::vector<Letter> letters;

  /// The last entry of the kind in use on the day; entries of the form go before others. Error REMIND-WORDS.
  [[nodiscard]] const Letter& on(report::ReminderKind kind, const std::string& form, calendar::Date day) const;
};
[[nodiscard]] ReminderWords read_reminder_words(const Engine& engine);

}  // namespace esep::app
