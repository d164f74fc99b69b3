// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"
#include "calendar/date.h"
#include "datafile/library.h"

namespace esep::calendar {

enum class DayKind { public_holiday, observed, weekend_moved_off, working_weekend };

/// An exceptional day of the five-day week, with the act behind it.
struct ExceptionalDay {
  DayKind kind = DayKind::public_holiday;
  LocalText name;
  LocalText act;          // the columns `source_kk` and `source_ru`; in English, and where they are blank, `source`
  bool computed = false;  // computed by rule, without an official calendar (2027)
};

/// Working days of Kazakhstan, five-day week, from data/calendar/*.csv (requirements: "WD").
///
/// Columns `date,kind,name_kk,name_ru,name_en,source` and, if wanted, `source_kk,source_ru`; the kinds are those of
/// DayKind, and `ordinary`, which takes back an earlier line (its names may be empty). A day off stands on a weekday, a
/// `working_weekend` on a Saturday or Sunday. A `source` that begins with `computed` marks a line that follows only
/// from the law. A date stands once in a file. If several files have it, the later one wins: embedded files come first,
/// then overlays, each group sorted by file name.
///
/// The years covered are those with at least one day off. A wrong line is left out with a diagnostic (CALENDAR-DATE,
/// -KIND, -NAME, -SOURCE, -DUPLICATE, -WORKED-WEEKDAY, -OFF-WEEKEND). A gap between covered years (CALENDAR-GAP) and a
/// calendar without a day off (CALENDAR-EMPTY) are diagnostics too. Warnings: a year with fewer than ten days off
/// (CALENDAR-FEW-DAYS), an `ordinary` line that takes nothing back (CALENDAR-NOTHING-TO-TAKE-BACK).
class WorkingDays {
 public:
  static WorkingDays load(const datafile::Library& library, Diagnostics& diagnostics);
  /// One calendar file given as text; diagnostics name it `file`.
  static WorkingDays from_csv(const std::string& file, std::string_view bytes, Diagnostics& diagnostics);
  /// Several files; later ones win. Only `origin` and `text` of each are read.
  static WorkingDays from_files(const std::vector<datafile::LibraryFile>& files, Diagnostics& diagnostics);

  [[nodiscard]] int first_year() const { return first_year_; }
  [[nodiscard]] int last_year() const { return last_year_; }
  [[nodiscard]] bool covers(int year) const { return years_.count(year) > 0; }
  [[nodiscard]] bool covers(Date date) const { return covers(date.year()); }

  /// Every function below: Error CALENDAR-YEAR ({date},{from},{to}) for a day outside the covered years, unless its
  /// comment says otherwise.
  [[nodiscard]] bool is_working(Date date) const;
  void require_covered(Date date) const;
  [[nodiscard]] const ExceptionalDay* exception(Date date) const;  // nullptr: an ordinary day or a year not covered
  /// Whether the year of `date` has lines computed by rule, which an act may still change.
  [[nodiscard]] bool is_computed(Date date) const;
  [[nodiscard]] Date next_working(Date date) const;  // date itself when it is one
  /// The n-th working day strictly after `date` (n ≥ 1): "within N WD of X".
  [[nodiscard]] Date add_working(Date date, int n) const;
  /// The number of working days d with from < d ≤ to; 0 if to ≤ from.
  [[nodiscard]] int count_working(Date from, Date to) const;

 private:
  struct Year {
    int days_off = 0;
    bool computed = false;
  };
  void merge(const datafile::LibraryFile& file, Diagnostics& diagnostics);
  void close(Diagnostics& diagnostics);

  std::map<Date, ExceptionalDay> exceptions_;
  std::map<int, Year> years_;
  int first_year_ = 0;
  int last_year_ = -1;
};

}  // namespace esep::calendar
