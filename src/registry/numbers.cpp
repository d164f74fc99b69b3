// SPDX-License-Identifier: MIT
#include "registry/numbers.h"

namespace esep::registry {
namespace {

constexpr size_t kDigits = 6;

std::string prefix_of(Numbered kind) { return {static_cast<char>(kind), '-'}; }

}  // namespace

std::string number_of(Numbered kind, int64_t id) {
  const std::string digits = std::to_string(id);
  return prefix_of(kind) + std::string(digits.size() < kDigits ? kDigits - digits.size() : 0, '0') + digits;
}

std::string number_sql(Numbered kind, const std::string& column) {
  return "'" + prefix_of(kind) + "' || printf('%0" + std::to_string(kDigits) + "d', " + column + ")";
}

std::optional<int64_t> id_of(Numbered kind, std::string_view number) {
  constexpr size_t kMostDigits = 15;
  const std::string prefix = prefix_of(kind);
  const char small = static_cast<char>(prefix.front() - 'A' + 'a');
  if (number.starts_with(prefix) || number.starts_with(std::string{small, '-'})) number.remove_prefix(prefix.size());
  const bool plausible = !number.empty() && number.size() <= kMostDigits &&
                         number.find_first_not_of("0123456789") == std::string_view::npos;
  return plausible ? std::optional(static_cast<int64_t>(std::stoll(std::string(number)))) : std::nullopt;
}

}  // namespace esep::registry
