// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "app/core/engine.h"
#include "report/read/row_keys.h"
#include "table/query_database.h"

namespace esep::app {

/// A register that queries see in place of the engine's (or beside its others): as a file would make it. No rows: none.
struct RegisterInstead {
  const form::RegisterDefinition* definition = nullptr;
  const std::vector<report::RegisterRow>* rows = nullptr;
};

/// What queries may read, over the engine's data and, with a workspace, its register. docs/queries.md is the list for
/// authors. `engine` and `instead` must outlive it.
[[nodiscard]] std::unique_ptr<table::QueryDatabase> make_query_database(Engine& engine,
                                                                        const RegisterInstead& instead = {});

/// Parameters of a query about one report; `today` may be absent.
[[nodiscard]] table::QueryParameters query_parameters(const report::ReportKey& key, Lang lang,
                                                      const std::optional<calendar::Date>& today);

/// Rows that a form's source gives for a report: one value per column of the form. Error QUERY-COLUMN when the query
/// gives a column that the form lacks.
[[nodiscard]] std::vector<std::vector<form::Value>> source_rows(Engine& engine, const form::FormDefinition& form,
                                                                const report::ReportKey& key, Lang lang,
                                                                const std::optional<calendar::Date>& today);
/// The same in both languages of papers, to compare a report with.
[[nodiscard]] report::ExpectedRows expected_rows(Engine& engine, const form::FormDefinition& form,
                                                 const report::ReportKey& key);

/// The value of a field whose source is a query; blank when the query gives no row.
[[nodiscard]] form::Value query_value(Engine& engine, const form::FormDefinition& form, const form::Field& field,
                                      const report::ReportKey& key, Lang lang,
                                      const std::optional<calendar::Date>& today);

}  // namespace esep::app
