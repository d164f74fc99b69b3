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
    std::string form;       // empty: any
    bool composed = false;  // the key `formed`: of a report that the register composes and somebody sends
    calendar::Date from;
    LocalText subject;
    LocalText text;
  };
  /// What a letter is about.
  struct About {
    report::ReminderKind kind = report::ReminderKind::coming;
    std::string form;
    bool composed = false;
  };
  std::string language_column;
  std::string address_column;
  std::vector<Letter> letters;

  /// The last entry of the kind in use on the day; entries of the form go before others. Error REMIND-WORDS,
  /// REMIND-WORDS-FORMED.
  [[nodiscard]] const Letter& on(const About& about, calendar::Date day) const;
};
[[nodiscard]] ReminderWords read_reminder_words(const Engine& engine);

}  // namespace esep::app
