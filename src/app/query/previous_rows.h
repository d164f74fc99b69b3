// SPDX-License-Identifier: MIT
#pragma once

#include "app/query/queries.h"
#include "report/read/validate.h"

namespace esep::app {

/// The accepted report that rules compare with: of the period before or, where the form says `previous = "stage"`, of
/// the occurrence or stage before.
[[nodiscard]] std::optional<report::Submission> previous_report(Engine& engine, const form::FormDefinition& form,
                                                                const report::ReportKey& key);

/// Its rows; then, where the form names `predecessors`, those rows of theirs whose key has not come yet. Rows of
/// another edition have other columns and are left out. Empty: there is no report before. `form` must outlive it.
[[nodiscard]] report::PreviousRows previous_rows(Queries& queries, const form::FormDefinition& form,
                                                 const report::ReportKey& key);

}  // namespace esep::app
