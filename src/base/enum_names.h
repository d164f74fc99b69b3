// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace esep {

/// The names by which files and JSON write the values of an enumeration. Every value stands once.
template <typename Enum, size_t N>
using EnumNames = std::array<std::pair<Enum, std::string_view>, N>;

template <typename Enum, size_t N>
[[nodiscard]] std::string_view enum_name(const EnumNames<Enum, N>& names, Enum value) {
  return std::find_if(names.begin(), names.end(), [value](const auto& row) { return row.first == value; })->second;
}

/// nullopt: no value has this name.
template <typename Enum, size_t N>
[[nodiscard]] std::optional<Enum> enum_from(const EnumNames<Enum, N>& names, std::string_view name) {
  const auto* at = std::find_if(names.begin(), names.end(), [name](const auto& row) { return row.second == name; });
  return at == names.end() ? std::nullopt : std::optional<Enum>(at->first);
}

}  // namespace esep
