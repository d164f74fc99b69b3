// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "document/document.h"

namespace esep::text {

/// {"schema":"esep/1","documents":[{title, language, code, sections:[{name, fields, tables:[{id, rows:[{column:
/// value}]}]}]}]}. Dates are ISO 8601. Decimals are texts, so that no reader turns them into floating point.
[[nodiscard]] std::string write_json(const document::Document& document);
/// The same in pieces, so that a large document never stands in memory whole.
void write_json(const document::Document& document, const Sink& put);

/// What of a document becomes CSV.
enum class CsvParts {
  table,  // the first table; the fields where there is none
  whole   // the fields, a line of label and value each, then the first table
};

/// CSV with a header of titles, in UTF-8 with a BOM, by which Excel reads Kazakh letters. Cells that Excel would take
/// for formulas are made harmless. With the separator `;` values stand as a Russian or Kazakh Excel reads them
/// (1234,50; 21.11.2026; иә/да), where «12.5» would open as the 12th of May. With another they are canonical (1234.5;
/// 2026-11-21; true).
[[nodiscard]] std::string write_csv(const document::Document& document, char separator,
                                    CsvParts parts = CsvParts::table);

/// One deadline.
struct CalendarEntry {
  std::string uid;  // the same for the same duty each time
  std::string summary;
  std::string description;
  calendar::Date day;
};
/// Deadlines as an iCalendar file (RFC 5545), an all-day event each. `stamped` stands for the time of writing, so that
/// the same deadlines give the same bytes.
[[nodiscard]] std::string write_ics(const std::vector<CalendarEntry>& entries, calendar::Date stamped);

}  // namespace esep::text
