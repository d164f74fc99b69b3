// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// All values and all names, in the order of the table.
template <typename Enum, size_t N>
[[nodiscard]] std::vector<Enum> enum_values(const EnumNames<Enum, N>& names) {
  std::vector<Enum> out;
  for (const auto& [value, name] : names) out.push_back(value);
  return out;
}
template <typename Enum, size_t N>
[[nodiscard]] std::vector<std::string> enum_words(const EnumNames<Enum, N>& names) {
  std::vector<std::string> out;
  for (const auto& [value, name] : names) out.emplace_back(name);
  return out;
}

}  // namespace esep
