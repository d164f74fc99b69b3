// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "form/form_definition.h"

namespace esep::report {

/// Units by their sign, whatever the language: "1000", "10^6", "$", "%".
using Units = std::set<std::string>;

/// The units that a text names and in which the same number is another value: a thousand, a million, dollars; tenge is
/// none of them. Those of multipliers_in() are among them.
[[nodiscard]] Units units_in(std::string_view text);
/// The same by a sign of multiplication and a power of ten from a thousand on: «×1000», «х 1 000», «*1000», «·10³»,
/// "x10^6". Not between two numbers: «100×1000 мм».
[[nodiscard]] Units multipliers_in(std::string_view text);
[[nodiscard]] bool names_tenge(std::string_view text);

/// The units in which a text says that numbers are given: «в тысячах», «(млн тенге)», «Единица измерения: тыс. тенге».
/// Not those of an amount («5 млн тенге») or of a name («мың бала»). "₸" for tenge without thousands.
[[nodiscard]] Units stated_units(std::string_view text);
/// Whether the text says nothing else.
[[nodiscard]] bool only_states_units(std::string_view text);

/// The units of the column's title, in any language, and of its groups.
[[nodiscard]] Units known_units(const form::FormDefinition& form, const form::ValueSpec& spec);
/// Those that its title, or one of its groups, names in every language: values are given in them. Without percent.
[[nodiscard]] Units wanted_units(const form::FormDefinition& form, const form::ValueSpec& spec);

}  // namespace esep::report
