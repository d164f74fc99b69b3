// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

/// Words by which cells are read. The self-check of a blank knows the same ones.
namespace esep::report {

/// In lower case. In an optional cell whose value is no text: there is none.
inline constexpr std::array<std::string_view, 9> kNone{"жоқ", "нет", "none", "н/д", "нд", "н.д.", "н/а", "n/a", "na"};
/// In a column of yes and no.
inline constexpr std::array<std::string_view, 6> kYes{"true", "1", "да", "иә", "ия", "yes"};
inline constexpr std::array<std::string_view, 5> kNo{"false", "0", "нет", "жоқ", "no"};
/// What people and programs put behind a date; of several the first that fits is cut off.
inline constexpr std::array<std::string_view, 6> kDateTails{" г.", " г", " ж.", " ж", "г.", "ж."};
/// What stands between two choices of one cell besides a comma, a semicolon and a slash.
inline constexpr std::array<std::string_view, 5> kBetweenChoices{" и ", " және ", " мен ", " and ", " & "};

}  // namespace esep::report
