// SPDX-License-Identifier: MIT
#pragma once

#include "app/query/queries.h"
#include "report/read/row_keys.h"

namespace esep::app {

/// The rows of a form's source for a report: one value per column of the form. Error QUERY-COLUMN if the query gives a
/// column that the form lacks.
[[nodiscard]] std::vector<std::vector<form::Value>> source_rows(Queries& queries, const form::FormDefinition& form,
                                                                const report::ReportKey& key, Lang lang,
                                                                const std::optional<calendar::Date>& today);
/// The same in both languages of papers, for comparison with a report.
[[nodiscard]] report::ExpectedRows expected_rows(Queries& queries, const form::FormDefinition& form,
                                                 const report::ReportKey& key);

/// The value of a field whose source is a query; blank if the query gives no row.
[[nodiscard]] form::Value query_value(Queries& queries, const form::FormDefinition& form, const form::Field& field,
                                      const report::ReportKey& key, Lang lang,
                                      const std::optional<calendar::Date>& today);

}  // namespace esep::app
