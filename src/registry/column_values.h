// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "calendar/date.h"
#include "report/report_key.h"
#include "sqlite/statement.h"

/// Values that many tables of the register hold, to and from their columns. Dates and times are texts in ISO 8601.
/// What is absent is NULL.
namespace esep::registry {

void bind_date(sqlite::Statement& statement, int index, const std::optional<calendar::Date>& date);
[[nodiscard]] std::optional<calendar::Date> date_at(const sqlite::Statement& row, int column);
[[nodiscard]] calendar::LocalTime time_at(const sqlite::Statement& row, int column);

void bind_id(sqlite::Statement& statement, int index, const std::optional<int64_t>& id);
[[nodiscard]] std::optional<int64_t> id_at(const sqlite::Statement& row, int column);

/// The six columns of a key in their order: form, stage, organisation, subject, period, occurrence.
void bind_key(sqlite::Statement& statement, int first, const report::ReportKey& key);
[[nodiscard]] report::ReportKey key_at(const sqlite::Statement& row, int first);
/// Condition that these columns are a key's; binds the same six.
inline constexpr const char* kKeyIs =
    "form = ? AND stage = ? AND organisation = ? AND subject = ? AND period = ? AND occurrence = ?";

}  // namespace esep::registry
