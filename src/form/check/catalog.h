// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/library.h"
#include "form/form_definition.h"
#include "form/register_definition.h"
#include "form/roadmap.h"

/// Checks between files: of forms with each other, with registers and with obligations.
namespace esep::form {

/// An edition without an end ends on the day before the next one begins. FORM-EDITIONS-OVERLAP. `forms` are sorted by
/// id, then by their first day.
void close_editions(const datafile::Library& library, std::vector<FormDefinition>& forms, Diagnostics& diagnostics);

/// FORM-SUBJECT (unknown register), FORM-NO-SUBJECT, FORM-REGISTER-COLUMN, -ROLE, -ROWS, FORM-ORGANISATIONS,
/// FORM-ORGANISATION-KIND, FORM-OBLIGATION-FORM, -STAGE, -NO-STAGE, -DONE, -TWICE. `standalone`: of
/// data/obligations.toml.
void check_catalog(const datafile::Library& library, const std::vector<FormDefinition>& forms,
                   const std::vector<RegisterDefinition>& registers, const std::vector<Roadmap>& roadmaps,
                   const std::vector<Obligation>& standalone, Diagnostics& diagnostics);

}  // namespace esep::form
