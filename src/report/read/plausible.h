// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/date.h"
#include "datafile/library.h"
#include "report/read/jump.h"
#include "report/read/parse_cell.h"

namespace esep::report {

/// The first and the last day that is not doubted in one column; absent: as in every other.
struct PlausibleDays {
  std::optional<calendar::Date> from;
  std::optional<calendar::Date> to;
};

/// How many years a recorded event may lie before or after the year of its period.
struct PlausibleYears {
  int before = 1000;
  int after = 1000;
};

/// What may stand in a cell and is hardly meant (data/plausible.toml).
struct PlausibleLimits {
  calendar::Date earliest = calendar::Date::from_ymd(1, 1, 1).value();
  int years_ahead = 1000;
  PlausibleYears event_years;                    // of an event that `events` does not name
  std::map<std::string, PlausibleYears> events;  // by id
  int event_years_before_today = 1000;           // of an event without a period, before the year of its recording
  std::map<std::string, PlausibleDays> columns;  // by id, of every form and register
  std::vector<std::string> person_titles;        // folded; part of the title of a person's name
  std::vector<std::string> not_negative;         // folded; part of the title of an amount or a count
  JumpLimits before;                             // beside the report before
};
[[nodiscard]] PlausibleLimits read_plausible(const datafile::LibraryFile& file, Diagnostics& diagnostics);

/// Without the doubts at cells that have another finding, which says more.
void drop_answered_doubts(Findings& findings);

/// The doubts about values that were read: warnings CELL-DATE-DOUBTFUL, CELL-NAME-DOUBTFUL, CELL-NEGATIVE.
class Doubts {
 public:
  /// Without limits nothing is doubted. They must outlive this object.
  Doubts(const PlausibleLimits* limits, calendar::Date received);
  [[nodiscard]] std::optional<CellProblem> about(const form::ValueSpec& spec, const form::Value& value);

 private:
  struct Day {
    calendar::Date date;
    calendar::Date limit;
    bool early;  // before the limit; else after it
  };
  [[nodiscard]] std::optional<Day> doubt(const form::ValueSpec& spec, const calendar::Date& date) const;
  [[nodiscard]] bool is_person(const form::ValueSpec& spec);
  [[nodiscard]] bool is_below_zero(const form::ValueSpec& spec, const form::Value& value) const;
  [[nodiscard]] std::optional<Day> doubtful_day(const form::ValueSpec& spec, const form::Value& value) const;

  const PlausibleLimits* limits_;
  calendar::Date latest_;
  std::map<std::string, bool> persons_;  // by id
};

}  // namespace esep::report
