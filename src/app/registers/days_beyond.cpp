// SPDX-License-Identifier: MIT
#include "app/registers/days_beyond.h"

#include <algorithm>
#include <array>

#include "app/registers/cell_text.h"

namespace esep::app {
namespace {

bool is_counted_from(const form::RegisterColumn& column) {
  using form::RegisterRole;
  constexpr std::array kRoles{RegisterRole::posted_on, RegisterRole::withdrawn_on, RegisterRole::decided_on,
                              RegisterRole::answered_on};
  return !column.event.empty() || std::find(kRoles.begin(), kRoles.end(), column.role) != kRoles.end();
}

}  // namespace

void find_days_beyond(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                      report::Findings& findings) {
  for (const auto& column : definition.columns) {
    if (!is_counted_from(column)) continue;
    const auto& calendar = engine.calendar();
    for (const auto& one : file.rows) {
      const auto at = one.row.values.find(column.id);
      const auto* day = at == one.row.values.end() ? nullptr : std::get_if<calendar::Date>(&at->second);
      if (day == nullptr || (day->year() >= calendar.first_year() && day->year() <= calendar.last_year())) continue;
      const auto* old = engine.row(definition.id, one.row.key);
      if (old != nullptr && cell_text(*old, column) == cell_text(one.row, column)) continue;
      Message message("IMPORT-CALENDAR", {{"key", one.row.key},
                                          {"column", column.title.text},
                                          {"date", day->dotted()},
                                          {"from", std::to_string(calendar.first_year())},
                                          {"to", std::to_string(calendar.last_year())}});
      const bool after = day->year() > calendar.last_year();
      findings.push_back(file.at(one.line, column.id, std::move(message), after ? Severity::error : Severity::warning));
    }
  }
}

}  // namespace esep::app
