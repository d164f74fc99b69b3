// SPDX-License-Identifier: MIT
#include "app/paper/blank_rows.h"

#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/query/previous_rows.h"
#include "app/query/source_rows.h"
#include "base/error.h"

namespace esep::app {
namespace {

using Values = std::vector<form::Value>;

std::vector<Values> rows_before(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto before = previous_rows(queries, form, key);
  if (!before) {
    const auto last = previous_report(queries.engine(), form, key);
    if (last && last->contents.edition != form.edition)
      throw Error(Message("BLANK-OTHER-EDITION", {{"number", last->number},
                                                  {"period", period_title(last->key.period)},
                                                  {"edition", last->contents.edition},
                                                  {"now", form.edition}}));
    throw Error(Message("BLANK-NO-PREVIOUS", {{"organisation", organisation_title(queries.engine(), key.organisation)},
                                              {"period", period_title(key.period)}}));
  }
  std::vector<Values> out;
  table::TypedRow row;
  while (before(row)) {
    for (size_t i = 0; i < form.columns.size(); ++i) {
      if (form.rows.kind == form::RowKind::grouped && !row.first && form.is_head_column(form.columns[i].id))
        row.values[i] = {};
    }
    out.push_back(row.values);
  }
  return out;
}

std::string key_of(const form::FormDefinition& form, const Values& row) {
  std::string out;
  for (const std::string& id : form.rows.key) {
    out += form::canonical_text(row[static_cast<size_t>(form.column_index(id))]) + '\x1f';
  }
  return out;
}

}  // namespace

std::vector<Values> blank_rows(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key,
                               Lang lang, Prefill prefill) {
  std::vector<Values> out = source_rows(queries, form, key, lang, std::nullopt);
  if (prefill == Prefill::source) return out;
  std::vector<Values> before = rows_before(queries, form, key);
  if (out.empty() || form.rows.key.empty()) return before;
  std::map<std::string, const Values*> by_key;
  for (const Values& row : before) by_key[key_of(form, row)] = &row;
  for (Values& row : out) {
    const auto at = by_key.find(key_of(form, row));
    if (at == by_key.end()) continue;
    for (size_t i = 0; i < row.size(); ++i) {
      if (form::is_blank(row[i]) && !form.columns[i].prefilled) row[i] = (*at->second)[i];
    }
  }
  return out;
}

}  // namespace esep::app
