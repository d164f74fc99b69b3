// SPDX-License-Identifier: MIT
#include "registry/record_number.h"

#include <fmt/core.h>

namespace esep::registry {
namespace {

constexpr int kDigits = 6;

std::string prefix_of(RecordKind kind) { return {static_cast<char>(kind), '-'}; }

}  // namespace

std::string record_number(RecordKind kind, int64_t id) { return fmt::format("{}{:0{}}", prefix_of(kind), id, kDigits); }

std::string record_number_sql(RecordKind kind, const std::string& column) {
  return fmt::format("'{}' || printf('%0{}d', {})", prefix_of(kind), kDigits, column);
}

std::optional<int64_t> record_id(RecordKind kind, std::string_view number) {
  constexpr size_t kMostDigits = 15;
  const std::string prefix = prefix_of(kind);
  const char small = static_cast<char>(prefix.front() - 'A' + 'a');
  if (number.starts_with(prefix) || number.starts_with(std::string{small, '-'})) number.remove_prefix(prefix.size());
  const bool plausible = !number.empty() && number.size() <= kMostDigits &&
                         number.find_first_not_of("0123456789") == std::string_view::npos;
  return plausible ? std::optional(static_cast<int64_t>(std::stoll(std::string(number)))) : std::nullopt;
}

}  // namespace esep::registry
