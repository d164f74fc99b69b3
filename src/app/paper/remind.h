// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/core/engine.h"
#include "registry/reminders.h"
#include "report/duty/status.h"
#include "text/eml.h"

namespace esep::app {

struct RemindRequest {
  report::DutyFilter filter;                                // form and, if it has periods, the period
  report::OutputFormat format = report::OutputFormat::eml;  // or pdf, docx
  std::optional<Lang> lang;                                 // absent: each organisation's own
  Lang fallback = Lang::kk;                                 // for organisations whose language is not known
  text::Mailbox sender;                                     // with an address
  int utc_offset_minutes = 0;
  registry::WrittenToday written_today = registry::WrittenToday::skip;
  std::filesystem::path folder;
};

struct Reminded {
  report::StatusRow status;
  registry::Reminder letter;
  std::vector<std::string> addresses;  // of the organisation; none: not in the register, and the letter is a PDF
  bool repeated = false;               // written earlier that day; `letter` has the user
  int working_days = 0;                // left until the deadline, or late
  std::u32string substituted;          // characters of the letter that do not print (app/paper/output.h)
};

/// What `remind` did, and what is to be said of it.
struct RemindOutcome {
  std::vector<Reminded> letters;
  /// REMIND-BEYOND: how many owe a report of which nobody knows the deadline, because the calendar ends before it; they
  /// get no letter. nullopt: nobody.
  std::optional<Message> beyond;
  /// What is said where there was nobody to remind: REMIND-NOBODY, REMIND-NOBODY-WINDOW if the reports are composed
  /// after a window, or REMIND-NOBODY-RETURNED if reports were returned and are not corrected.
  Message nobody;
  /// CALENDAR-ENDS: a term or a delay is not known for that reason; letters on such a delay do not say how long it is.
  std::optional<Message> calendar_ends = std::nullopt;
};

/// "eml" or "pdf". Error REMIND-FORMAT (usage).
[[nodiscard]] report::OutputFormat reminder_format(const std::string& name);

/// Writes letters to each body that owes the report: coming, due today, overdue, or owed without a term. Bodies that
/// reported or are excused get none, nor does anybody for a report on a window, for which no term is set. `eml`
/// contains the blank workbook, `pdf` has it beside it; there is none of a report that the register composes. A body
/// without an address gets a PDF in any case. If its file was not accepted, the letter lists the errors, and the marked
/// file goes with the blank. Error FORM-UNKNOWN, CLI-MISSING-OPTION (usage: the period), PERIOD-KIND (usage),
/// FILE-UNWRITABLE; a letter that could not be written is not recorded.
[[nodiscard]] RemindOutcome remind(Engine& engine, const RemindRequest& request, const registry::Actor& actor);

/// The warning REMIND-NO-ADDRESS for each organisation whose letter was written now and goes by post, because nobody
/// knows its address. Empty if PDFs were asked for.
[[nodiscard]] report::Findings address_findings(Engine& engine, const RemindRequest& request,
                                                const std::vector<Reminded>& letters);

/// Of the bodies of these rows that would get a letter on the day, none has an e-mail address. false: nobody would.
[[nodiscard]] bool lacks_every_address(Engine& engine, const std::vector<report::StatusRow>& rows,
                                       calendar::Date today);

/// "3 working days left", "due today", "2 working days late", "no term is set".
[[nodiscard]] Message reminder_message(const Reminded& one);

}  // namespace esep::app
