// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "report/duty.h"

namespace esep::text {

/// {"schema":"esep/1","documents":[{title, language, code, sections:[{name, fields, tables:[{id, rows:[{column: value}]}]}]}]}. Values canonical:
/// dates ISO, decimals as text so that no reader turns them into floating point.
[[nodiscard]] std::string write_json(const document::Document& document);

/// The first table as CSV with a header of titles, UTF-8 with BOM (Excel then reads Kazakh letters); formula-injection guarded.
[[nodiscard]] std::string write_csv(const document::Document& document, char separator);

/// Deadlines as an iCalendar file (RFC 5545): one all-day event a duty. `titles` gives summary and description of each.
struct CalendarEntry {
  std::string uid;
  std::string summary;
  std::string description;
  calendar::Date day;
};
[[nodiscard]] std::string write_ics(const std::vector<CalendarEntry>& entries, calendar::Date stamped);

}  // namespace esep::text
