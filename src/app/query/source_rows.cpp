// SPDX-License-Identifier: MIT
#include "app/query/source_rows.h"

#include "base/error.h"
#include "table/storage.h"

namespace esep::app {

std::vector<std::vector<form::Value>> source_rows(Queries& queries, const form::FormDefinition& form,
                                                  const report::ReportKey& key, Lang lang,
                                                  const std::optional<calendar::Date>& today) {
  std::vector<std::vector<form::Value>> out;
  if (form.rows.source.empty()) return out;
  const std::string name = form.id + "/rows.source";
  auto rows = queries.database().prepare(name, form.rows.source, query_parameters(key, lang, today));
  std::vector<int> columns;
  for (int i = 0; i < rows.column_count(); ++i) {
    columns.push_back(form.column_index(rows.column_name(i)));
    if (columns.back() < 0) throw Error(Message("QUERY-COLUMN", {{"name", name}, {"column", rows.column_name(i)}}));
  }
  while (rows.step()) {
    std::vector<form::Value> values(form.columns.size());
    for (size_t i = 0; i < columns.size(); ++i) {
      const auto at = static_cast<size_t>(columns[i]);
      values[at] = table::read_value(rows, static_cast<int>(i), form.columns[at]);
    }
    out.push_back(std::move(values));
  }
  return out;
}

report::ExpectedRows expected_rows(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key) {
  return {source_rows(queries, form, key, Lang::kk, std::nullopt),
          source_rows(queries, form, key, Lang::ru, std::nullopt)};
}

form::Value query_value(Queries& queries, const form::FormDefinition& form, const form::Field& field,
                        const report::ReportKey& key, Lang lang, const std::optional<calendar::Date>& today) {
  auto row = queries.database().prepare(form.id + "/" + field.id, field.query, query_parameters(key, lang, today));
  return row.step() ? table::read_value(row, 0, field) : form::Value();
}

}  // namespace esep::app
