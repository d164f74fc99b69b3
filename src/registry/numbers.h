// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The numbers by which people name what the register holds: a letter for the kind, then six digits or more,
/// «S-000123».
namespace esep::registry {

enum class Numbered : char { submission = 'S', attachment = 'A', recommendation = 'R' };

[[nodiscard]] std::string number_of(Numbered kind, int64_t id);
/// SQL of the same over a column that holds the id.
[[nodiscard]] std::string number_sql(Numbered kind, const std::string& column);
/// Back again: the letter may be small or left out. nullopt: no such number.
[[nodiscard]] std::optional<int64_t> id_of(Numbered kind, std::string_view number);

}  // namespace esep::registry
