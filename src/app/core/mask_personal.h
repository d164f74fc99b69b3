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

/// A personal number with all but its last four digits as asterisks.
[[nodiscard]] std::string mask_number(std::string_view number);

/// Free text in which every run of ten to fourteen digits, as wrongly typed personal numbers and telephones are, is
/// masked. A run of twelve whose fifth digit says that it is an organisation's (БСН) stays.
[[nodiscard]] std::string mask_text(std::string_view text);

}  // namespace esep::app
