// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/message_catalogue.h"
#include "form/form_catalog.h"

namespace esep::app {

/// LINT-CODE: the code of a rule, of a key or of a register's check is one of the program's own. The finding would then
/// be taken for the program's, with what the program does about it.
void report_taken_codes(const datafile::MessageCatalogue& messages, const form::FormDefinition& form, Diagnostics& out);
/// `file`: the register's, with its text.
void report_taken_codes(const datafile::MessageCatalogue& messages, const form::RegisterDefinition& definition,
                        const form::FormFile& file, Diagnostics& out);
/// The same of the library's forms and registers; forms that only a register keeps are left alone. Throws
/// datafile::DataInvalid if there is one.
void refuse_taken_codes(const datafile::Library& library, const datafile::MessageCatalogue& messages,
                        const form::FormCatalog& catalog);

}  // namespace esep::app
