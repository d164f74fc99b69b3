// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace esep::report {

/// A number as people type it, in canonical notation ("1234.56"): `1 234,56`, `1.234,56`, `1,234.56`, `-5`, `12,5 %`,
/// `1 200 ₸`, with plain, no-break or thin spaces or apostrophes between groups of three. nullopt if it is not a number
/// or the grouping is not certain ("1,23,456").
[[nodiscard]] std::optional<std::string> canonical_number(std::string_view typed);

/// Of a number in canonical notation that no Decimal holds: whether it is too large, and not only too exact.
[[nodiscard]] bool is_too_large_number(std::string_view canonical);

/// What «12.500» means with a decimal point, and where the point parts thousands.
struct TwoReadings {
  std::string small;
  std::string large;
};
/// `canonical`: of a typed text. nullopt: it has one meaning, because its separator stands before other than three
/// digits, or behind a zero or more than three.
[[nodiscard]] std::optional<TwoReadings> two_readings(std::string_view canonical);

}  // namespace esep::report
