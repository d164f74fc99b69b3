// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// The register as the import would make it, in the order of keys.
[[nodiscard]] std::vector<report::RegisterRow> rows_after(Engine& engine, const form::RegisterDefinition& definition,
                                                          const RegisterFile& file);

/// What the import would take a duty from: warnings IMPORT-STRANDS at the cell whose change does it. Named are accepted
/// reports, recorded events and deeds whose duty somebody has by the register as it is and nobody has afterwards; rows
/// of other registers, such as proposals and votes, that go to another body with their row; those that counted and
/// would not count any more, because a discussion moves; and reports and deeds that then stand before the day from
/// which they could be made, or have another term. At most twenty for one row, then their number.
void find_stranded(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                   report::Findings& findings);

}  // namespace esep::app
