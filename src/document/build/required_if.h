// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "document/document.h"
#include "form/form_definition.h"

namespace esep::document {

/// The `required_if` of a column, for the self-check of a blank: comparisons of other columns of the row with words of
/// their lists, joined by OR. Empty where it says anything else: then the blank does not know.
[[nodiscard]] std::vector<RequiredIf> required_if(const form::Column& column, const form::FormDefinition& form);

}  // namespace esep::document
