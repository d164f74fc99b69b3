// SPDX-License-Identifier: MIT
#pragma once

#include "app/query/queries.h"
#include "report/read/validate.h"

namespace esep::app {

/// The accepted report with which rules compare: of the period before or, if the form says `previous = "stage"`, of the
/// occurrence or stage before.
[[nodiscard]] std::optional<report::Submission> previous_report(Engine& engine, const form::FormDefinition& form,
                                                                const report::ReportKey& key);

/// The rows of this report have the columns of the form as it reads now. Where the file of its edition has other ones
/// (FORM-COLUMNS-CHANGED), no row of it can be read by the form.
[[nodiscard]] bool has_rows_for(Engine& engine, const report::Submission& before, const form::FormDefinition& form);

/// There is a previous report whose rows a blank of this form can take over.
[[nodiscard]] bool has_rows_before(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);

/// The body's own previous report, if its rows can stand beside those of this one: they have the form's columns, and
/// its period does not end before `previous_since`.
[[nodiscard]] std::optional<report::Submission> own_report_before(Queries& queries, const form::FormDefinition& form,
                                                                  const report::ReportKey& key);
/// The accepted reports that previous_rows reads: this one and those of `predecessors`.
[[nodiscard]] std::vector<report::Submission> reports_before(Queries& queries, const form::FormDefinition& form,
                                                             const report::ReportKey& key);

/// Its rows. If the form names `predecessors`, their rows with other keys follow. Rows of another edition have other
/// columns and are left out (has_rows_for). Empty: there is no previous report. `form` must outlive the result.
[[nodiscard]] report::PreviousRows previous_rows(Queries& queries, const form::FormDefinition& form,
                                                 const report::ReportKey& key);

}  // namespace esep::app
