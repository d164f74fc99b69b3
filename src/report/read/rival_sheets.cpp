// SPDX-License-Identifier: MIT
#include "report/read/rival_sheets.h"

#include <algorithm>

namespace esep::report {
namespace {

constexpr const char* kFilledBeside = "TABLE-FILLED-BESIDE";

// A blank copy is left out; all else is the code TABLE-TWICE.
void report_rival(const ReceivedFile& file, const Layout& first, const Layout& other, const char* key,
                  Severity severity) {
  const std::string& name = file.grid.sheets()[other.sheet].name;
  Message::Args args{{"first", file.grid.sheets()[first.sheet].name},
                     {"first_row", std::to_string(first.header_row + 1)},
                     {"second", name},
                     {"second_row", std::to_string(other.header_row + 1)}};
  std::string code = severity == Severity::error ? "TABLE-TWICE" : key;
  file.findings.push_back(Finding::of(std::move(code), Message(key, std::move(args)))
                              .in(file.name, name)
                              .at(other.header_row + 1)
                              .as(severity));
}

}  // namespace

std::optional<size_t> settle_tables(const ReceivedFile& file, const std::vector<SheetTable>& tables) {
  const bool any_titled = std::any_of(tables.begin(), tables.end(), [](const SheetTable& one) { return one.titled; });
  std::vector<size_t> rivals;
  for (size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].titled == any_titled) rivals.push_back(i);
  }
  if (rivals.empty()) return std::nullopt;
  const auto filled = std::find_if(rivals.begin(), rivals.end(), [&](size_t i) { return tables[i].filled; });
  const size_t first = filled == rivals.end() ? rivals.front() : *filled;
  for (const size_t i : rivals) {
    if (i == first || tables[i].filled != tables[first].filled) continue;
    report_rival(file, tables[first].layout, tables[i].layout, "TABLE-TWICE", Severity::error);
  }
  for (const size_t i : rivals) {
    if (tables[i].filled == tables[first].filled) continue;
    report_rival(file, tables[first].layout, tables[i].layout, "TABLE-BLANK-COPY", Severity::warning);
  }
  for (const SheetTable& other : tables) {  // with titles of the office's own
    const bool left_out = other.titled != any_titled && other.headed && other.filled && !tables[first].filled;
    if (left_out) report_rival(file, tables[first].layout, other.layout, kFilledBeside, Severity::error);
  }
  return first;
}

}  // namespace esep::report
