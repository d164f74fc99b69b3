// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "form/form_definition.h"

namespace esep::app {

/// What stands for the file that nobody handed in: while it stays the same, so does the composed report. Its heading
/// and rows in Kazakh, which is the language of the register.
[[nodiscard]] std::string composed_contents(const form::FormDefinition& form,
                                            const std::map<std::string, form::Value>& fields,
                                            const std::vector<std::vector<form::Value>>& rows);

}  // namespace esep::app
