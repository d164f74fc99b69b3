// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "calendar/date.h"
#include "report/finding.h"
#include "report/report_key.h"

namespace esep::report {

enum class Timeliness { on_time, late, missing, due, excused };
enum class State { none, rejected, received, under_review, returned, approved, superseded, withdrawn };

[[nodiscard]] std::string_view timeliness_name(Timeliness timeliness);  // "on_time" …
[[nodiscard]] std::string_view state_name(State state);                 // "received" …; none is ""
[[nodiscard]] std::optional<State> state_from(std::string_view name);
[[nodiscard]] std::optional<Timeliness> timeliness_from(std::string_view name);

/// The term by which a submission was judged when it came. A later correction of the calendar or of an event does not
/// change it. Both days are absent where the source sets no term or none was known.
struct Deadline {
  std::string obligation;                   // its id
  std::optional<calendar::Date> nominal;    // the date that the term names
  std::optional<calendar::Date> effective;  // after the roll, and after an extension
};

/// The verdict on a report's timeliness.
struct Verdict {
  Timeliness timeliness = Timeliness::on_time;
  int working_days_late = 0;
  std::string decided_by = {};  // number of the revision that came before this one and decides; empty: this one
};

/// The received file; of a report that the register composed, what it made instead of one.
struct Receipt {
  calendar::LocalTime received;
  std::string user;
  std::string file_name;
  std::string sha256;      // of the file's bytes
  std::string incoming;    // the office's own incoming number; may be empty
  std::string chain_head;  // of the history after this submission
  /// When it was entered into the register, by the history; absent: not there yet, or its entry is lost.
  std::optional<calendar::LocalTime> entered = std::nullopt;
  /// What the computer's clock said then, where that was another day: a person gave the day (`--today`).
  std::optional<calendar::LocalTime> clock = std::nullopt;

  /// Entered later than it came in: a person says when it came.
  [[nodiscard]] bool is_backdated() const { return entered && received < *entered; }
};

/// The form text by which the file was read, and the findings' counts.
struct Contents {
  std::string edition;
  std::string form_sha256;
  bool nil = false;
  int errors = 0;
  int warnings = 0;
};

/// When and why a report was taken back, and by whom.
struct Withdrawal {
  calendar::Date on;
  std::string reason;
  std::string user;
};

/// A submission in the register: one file received for one report, or one report that the register composed.
struct Submission {
  int64_t id = 0;
  std::string number;  // for people: "S-000012"
  ReportKey key;
  int revision = 0;  // accepted submissions of a report count from 1; 0: rejected
  State state = State::received;
  bool locked = false;  // the period was locked when it came
  Deadline deadline;
  /// As the registry gives it, on the report: that of the revision that decides, which is the one of its accepted
  /// revisions until this one that came first, or with `done_on` the latest. Of a withdrawn file: on the file itself.
  Verdict verdict;
  Receipt receipt;
  Contents contents;

  /// Accepted, not withdrawn, and no later revision has taken its place. A report has one such submission or none.
  [[nodiscard]] bool is_in_force() const {
    return revision > 0 && state != State::withdrawn && state != State::superseded;
  }
};

}  // namespace esep::report
