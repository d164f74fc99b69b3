// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "document/document.h"

namespace esep::text {

/// {"schema":"esep/1","documents":[{title, language, code, sections:[{name, fields, tables:[{id, rows:[{column:
/// value}]}]}]}]}. Values canonical: dates ISO, decimals as text so that no reader turns them into floating point.
[[nodiscard]] std::string write_json(const document::Document& document);
/// The same in pieces, for what need not stand in memory whole.
void write_json(const document::Document& document, const Sink& put);

/// The first table as CSV with a header of titles, UTF-8 with BOM (Excel then reads Kazakh letters); formula-injection
/// guarded. With `;` values stand as a Russian or Kazakh Excel reads them (1234,50; 21.11.2026; иә/да), else
/// canonically (1234.5; 2026-11-21; true): «12.5» would open there as the 12th of May. `whole`: its fields before it, a
/// line of label and value each, as a document without a table always has them.
[[nodiscard]] std::string write_csv(const document::Document& document, char separator, bool whole = false);

/// For a person at a terminal of `width` characters: headings, fields, tables with wrapped cells. Control characters of
/// the content never reach the terminal. `colour`: emphasis by ANSI colours.
[[nodiscard]] std::string write_terminal(const document::Document& document, int width, bool colour);

/// Deadlines as an iCalendar file (RFC 5545): one all-day event a duty. `uid` must be the same for the same duty each
/// time; `stamped` stands for the time of writing, so that the same duties give the same bytes.
struct CalendarEntry {
  std::string uid;
  std::string summary;
  std::string description;
  calendar::Date day;
};
[[nodiscard]] std::string write_ics(const std::vector<CalendarEntry>& entries, calendar::Date stamped);

}  // namespace esep::text
