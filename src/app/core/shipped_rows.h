// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "datafile/library.h"
#include "datafile/message_catalogue.h"
#include "form/register_definition.h"
#include "report/duty/duty.h"

namespace esep::app {

/// The rows that the data ship for a register (its `rows_file`). `messages` say what is wrong with them: Error
/// DATA-ROWS-INVALID.
[[nodiscard]] std::vector<report::RegisterRow> shipped_rows(const datafile::Library& library,
                                                            const datafile::MessageCatalogue& messages,
                                                            const form::RegisterDefinition& definition);

}  // namespace esep::app
