// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The numbers by which people name the records of the register: a letter for the kind, then six digits or more,
/// «S-000123».
namespace esep::registry {

enum class RecordKind : char { submission = 'S', attachment = 'A', recommendation = 'R' };

[[nodiscard]] std::string record_number(RecordKind kind, int64_t id);
/// SQL of the same, from a column that holds the id.
[[nodiscard]] std::string record_number_sql(RecordKind kind, const std::string& column);
/// The id in such a number. The letter may be small or left out. nullopt: the text is no number of this kind.
[[nodiscard]] std::optional<int64_t> record_id(RecordKind kind, std::string_view number);

}  // namespace esep::registry
