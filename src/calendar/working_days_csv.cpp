// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "calendar/weekday.h"
#include "calendar/working_days.h"
#include "datafile/csv.h"

namespace esep::calendar {

namespace {

constexpr int kFewestDaysOff = 10;
constexpr std::string_view kOrdinary = "ordinary";
constexpr std::string_view kComputed = "computed";
constexpr std::array<std::pair<std::string_view, DayKind>, 4> kKinds{{
    {"public_holiday", DayKind::public_holiday},
    {"observed", DayKind::observed},
    {"weekend_moved_off", DayKind::weekend_moved_off},
    {"working_weekend", DayKind::working_weekend},
}};

/// One valid line; `day` is absent for `ordinary`.
struct Line {
  Date date;
  std::optional<ExceptionalDay> day;
};

class LineReader {
 public:
  LineReader(const datafile::LibraryFile& file, Diagnostics& diagnostics)
      : file_(file.origin), lines_(split(datafile::csv_to_utf8(file.text), '\n')), diagnostics_(&diagnostics) {
    table_ = datafile::read_csv_table(file_, file.text, {"date", "kind", "name_kk", "name_ru", "source"},
                                      {"name_en", "source_kk", "source_ru"}, diagnostics);
  }

  [[nodiscard]] const std::vector<datafile::CsvRecord>& records() const { return table_.records; }

  std::optional<Line> read(const datafile::CsvRecord& record) {
    const std::string date_text = field(record, "date");
    const auto date = Date::parse_iso(date_text);
    if (!date) {
      report(record, date_text, {"CALENDAR-DATE", {{"value", date_text}}});
      return std::nullopt;
    }
    const auto first = first_line_.emplace(*date, record.line);
    if (!first.second) {
      report(record, date_text,
             {"CALENDAR-DUPLICATE", {{"date", date->dotted()}, {"line", std::to_string(first.first->second)}}});
      return std::nullopt;
    }
    return read_day(record, *date);
  }

  void report(const datafile::CsvRecord& record, std::string_view at, Message message, std::string did_you_mean = {},
              Severity severity = Severity::error) {
    Diagnostic d;
    d.severity = severity;
    d.file = file_;
    d.line = record.line;
    d.code = message.key;
    d.message = std::move(message);
    d.did_you_mean = std::move(did_you_mean);
    if (record.line >= 1 && static_cast<size_t>(record.line) <= lines_.size()) {
      d.source_line = lines_[static_cast<size_t>(record.line) - 1];
      if (!d.source_line.empty() && d.source_line.back() == '\r') d.source_line.pop_back();
    }
    const size_t found = d.source_line.find(at);
    d.column = found == std::string::npos
                   ? 1
                   : static_cast<int>(count_code_points(std::string_view(d.source_line).substr(0, found))) + 1;
    diagnostics_->push_back(std::move(d));
  }

 private:
  [[nodiscard]] std::string field(const datafile::CsvRecord& record, std::string_view column) const {
    const int index = table_.column(column);
    if (index < 0 || static_cast<size_t>(index) >= record.fields.size()) return {};
    return squeeze_spaces(record.fields[static_cast<size_t>(index)]);
  }

  std::optional<Line> read_day(const datafile::CsvRecord& record, Date date) {
    const std::string kind = field(record, "kind");
    ExceptionalDay day;
    day.name = {field(record, "name_kk"), field(record, "name_ru"), field(record, "name_en")};
    const std::string source = field(record, "source");
    const auto in = [&](const char* column) {
      std::string text = field(record, column);
      return text.empty() ? source : text;
    };
    day.act = {in("source_kk"), in("source_ru"), source};
    day.computed = source.starts_with(kComputed);
    if (source.empty()) {
      report(record, date.iso(), {"CALENDAR-SOURCE", {{"date", date.dotted()}}});
      return std::nullopt;
    }
    if (kind == kOrdinary) return Line{date, std::nullopt};
    const auto* known = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == kind; });
    if (known == kKinds.end()) {
      report_kind(record, kind);
      return std::nullopt;
    }
    day.kind = known->second;
    if (day.name.kk.empty() || day.name.ru.empty()) {
      report(record, date.iso(), {"CALENDAR-NAME", {{"date", date.dotted()}}});
      return std::nullopt;
    }
    const bool worked = day.kind == DayKind::working_weekend;
    if (worked != (date.weekday() >= kSaturday)) {
      report(record, kind,
             {worked ? "CALENDAR-WORKED-WEEKDAY" : "CALENDAR-OFF-WEEKEND", {{"date", date.dotted()}, {"kind", kind}}});
      return std::nullopt;
    }
    return Line{date, std::move(day)};
  }

  void report_kind(const datafile::CsvRecord& record, const std::string& kind) {
    std::vector<std::string> words{std::string(kOrdinary)};
    for (const auto& known : kKinds) words.emplace_back(known.first);
    std::string meant = nearest(kind, words);
    report(record, kind, {"CALENDAR-KIND", {{"value", kind}, {"kinds", join(words, ", ")}}}, std::move(meant));
  }

  std::string file_;
  std::vector<std::string> lines_;
  Diagnostics* diagnostics_;
  datafile::CsvTable table_;
  std::map<Date, int> first_line_;
};

/// Embedded files come first (their origin is their path), so that an overlay wins with any file name.
std::vector<datafile::LibraryFile> files_in_order(const datafile::Library& library) {
  std::vector<datafile::LibraryFile> files;
  for (const std::string& path : library.list("data/calendar/", ".csv")) files.push_back(library.get(path));
  std::stable_partition(files.begin(), files.end(), [](const auto& file) { return file.origin == file.path; });
  return files;
}

Diagnostic about_all(const std::string& file, Severity severity, Message message) {
  Diagnostic d;
  d.severity = severity;
  d.file = file;
  d.code = message.key;
  d.message = std::move(message);
  return d;
}

}  // namespace

WorkingDays WorkingDays::load(const datafile::Library& library, Diagnostics& diagnostics) {
  return from_files(files_in_order(library), diagnostics);
}

WorkingDays WorkingDays::from_csv(const std::string& file, std::string_view bytes, Diagnostics& diagnostics) {
  return from_files({{file, file, std::string(bytes)}}, diagnostics);
}

WorkingDays WorkingDays::from_files(const std::vector<datafile::LibraryFile>& files, Diagnostics& diagnostics) {
  WorkingDays calendar;
  for (const auto& file : files) calendar.merge(file, diagnostics);
  calendar.close(diagnostics);
  return calendar;
}

void WorkingDays::merge(const datafile::LibraryFile& file, Diagnostics& diagnostics) {
  LineReader reader(file, diagnostics);
  for (const auto& record : reader.records()) {
    auto line = reader.read(record);
    if (!line) continue;
    if (line->day) {
      exceptions_.insert_or_assign(line->date, std::move(*line->day));
    } else if (exceptions_.erase(line->date) == 0) {
      reader.report(record, kOrdinary, {"CALENDAR-NOTHING-TO-TAKE-BACK", {{"date", line->date.dotted()}}}, {},
                    Severity::warning);
    }
  }
}

void WorkingDays::close(Diagnostics& diagnostics) {
  const std::string folder = "data/calendar";
  for (const auto& [date, day] : exceptions_) {
    if (day.kind == DayKind::working_weekend) continue;
    Year& year = years_[date.year()];
    ++year.days_off;
    year.computed = year.computed || day.computed;
  }
  if (years_.empty()) {
    diagnostics.push_back(about_all(folder, Severity::error, {"CALENDAR-EMPTY", {}}));
    return;
  }
  first_year_ = years_.begin()->first;
  last_year_ = years_.rbegin()->first;
  int expected = first_year_;
  for (const auto& [year, days] : years_) {
    if (year != expected) {
      const std::string from = std::to_string(expected);
      const std::string to = std::to_string(year - 1);
      diagnostics.push_back(about_all(folder, Severity::error, {"CALENDAR-GAP", {{"from", from}, {"to", to}}}));
    }
    expected = year + 1;
    if (days.days_off >= kFewestDaysOff) continue;
    const std::string count = std::to_string(days.days_off);
    diagnostics.push_back(about_all(folder, Severity::warning,
                                    {"CALENDAR-FEW-DAYS", {{"year", std::to_string(year)}, {"count", count}}}));
  }
}

}  // namespace esep::calendar
