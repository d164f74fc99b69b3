// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "form/form_definition.h"

namespace esep::app {

/// What becomes of personal numbers that go out.
enum class PersonalData { masked, shown };

/// Whether the form asks for a personal number (ЖСН) anywhere.
[[nodiscard]] bool asks_personal_number(const form::FormDefinition& form);

/// A personal number with asterisks for all but its last four digits.
[[nodiscard]] std::string mask_number(std::string_view number);

/// Masks every run of ten to fourteen digits in a free text, which may be a mistyped personal number or a telephone.
/// Twelve digits stay if the fifth one marks an organisation's number (БСН). Twelve digits in groups (blanks, dashes,
/// dots, characters without a shape between them) are masked if they begin with a birthday; other groups are sums of
/// money. Digits of other scripts are digits. Those of a hash stay.
[[nodiscard]] std::string mask_text(std::string_view text);

/// Whether `mask_text` would mask twelve digits, in groups or not, that begin with a birthday.
[[nodiscard]] bool holds_personal_number(std::string_view text);

}  // namespace esep::app
