// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/form_definition.h"

namespace esep::form {

/// Ids of the columns for which two texts of one edition need different tables: they were added or removed, or hold
/// values of another type. Titles, rules and order make no difference.
[[nodiscard]] std::vector<std::string> changed_columns(const FormDefinition& before, const FormDefinition& now);

}  // namespace esep::form
