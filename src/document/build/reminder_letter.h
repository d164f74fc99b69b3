// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"

namespace esep::document {

/// A reminder of a report: addressee, text, facts, sender. All texts are in the letter's
/// language.
struct ReminderRequest {
  Lang lang = Lang::kk;
  std::string sheet;
  std::string addressee;
  std::string subject;
  std::vector<std::string> paragraphs;
  std::vector<std::pair<std::string, std::string>> facts;  // label, value
  std::string sender;
  std::string code;
  std::string footer;
  calendar::Date dated;
  std::string date_label;  // of the date on a letter for post; a mail has its own
};

[[nodiscard]] Document reminder_letter(const ReminderRequest& request);
/// The same as the text of a mail.
[[nodiscard]] std::string reminder_text(const ReminderRequest& request);

}  // namespace esep::document
