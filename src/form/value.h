// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/decimal.h"
#include "base/language.h"
#include "calendar/date.h"

namespace esep::form {

/// The types a column or a field can have. `decimal`, `money` and `percent` are Decimals (money: 2 places, tenge;
/// percent: the number before the % sign, 12.5 % is 12.5); `choice` holds the choice's id; `iin`, `bin`, `bic`, `vin`,
/// `url` are texts with a checked form.
enum class ColumnType { text, integer, decimal, money, percent, date, choice, yes_no, url, iin, bin, bic, vin };

[[nodiscard]] std::optional<ColumnType> column_type_from(std::string_view word);
[[nodiscard]] std::string_view column_type_name(ColumnType type);
[[nodiscard]] bool is_decimal_type(ColumnType type);  // decimal, money, percent
[[nodiscard]] bool is_numeric_type(ColumnType type);  // decimal types and integer

/// monostate: blank.
using Value = std::variant<std::monostate, std::string, int64_t, Decimal, calendar::Date, bool>;

[[nodiscard]] inline bool is_blank(const Value& value) { return std::holds_alternative<std::monostate>(value); }

/// Canonical text, independent of language: 2026-11-21, 1234.5, true. For JSON, hashing and storage.
[[nodiscard]] std::string canonical_text(const Value& value);

/// As people in Kazakhstan write it: 21.11.2026; 1 234,50 (no-break spaces, `decimals` of them at least); да/иә/yes.
[[nodiscard]] std::string display_text(const Value& value, int decimals, Lang lang);
/// The same of a value of that type, in one language and in all: money has two places.
[[nodiscard]] std::string display_text(ColumnType type, const Value& value, Lang lang);
[[nodiscard]] LocalText display_texts(ColumnType type, const Value& value);

}  // namespace esep::form
