// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// Whether the engine's own data can be used. The wrong file may be the one that is linted.
[[nodiscard]] bool is_data_right(Engine& engine);

/// What is wrong with a form that was read and checked with its `catalog`, besides what `out` has already: its rules,
/// queries and examples, codes that are the program's own, unknown organisations, and advice (form/check/advice.h).
/// LINT-SUBJECT instead of FORM-SUBJECT.
void lint_form(Engine& engine, const form::FormDefinition& form, const form::FormCatalog& catalog, Diagnostics& out);
/// LINT-ORGANISATION: an obligation names an organisation that the register does not have. Of wrong data nothing is
/// said.
void lint_organisations(Engine& engine, const form::FormFile& file, const std::vector<form::Obligation>& obligations,
                        Diagnostics& out);

}  // namespace esep::app
