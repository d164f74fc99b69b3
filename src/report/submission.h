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

/// A submission as the register knows it: the verdict once given, never changed by later corrections of the calendar.
struct Submission {
  int64_t id = 0;
  std::string number;  // for people: "S-000012"
  std::string obligation;
  ReportKey key;
  std::string edition;
  std::string form_sha256;
  int revision = 0;  // of accepted ones, from 1; 0: rejected
  calendar::LocalTime received;
  std::optional<calendar::Date> nominal;
  std::optional<calendar::Date> effective;
  Timeliness timeliness = Timeliness::on_time;  // of the report: the first accepted revision decides
  State state = State::received;
  bool locked = false;
  int working_days_late = 0;
  bool nil = false;
  std::string sha256;  // of the file's bytes
  std::string file_name;
  std::string incoming;  // the office's own incoming number; may be empty
  std::string user;
  std::string chain_head;  // of the history after this submission
  int errors = 0;
  int warnings = 0;
  std::string decided_by;  // number of that first revision; empty: this one
};

/// Verdict on a receipt against a deadline that may be absent (no term).
struct Verdict {
  Timeliness timeliness = Timeliness::on_time;
  int working_days_late = 0;
};

}  // namespace esep::report
