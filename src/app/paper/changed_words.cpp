// SPDX-License-Identifier: MIT
#include "app/paper/changed_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/paper/registered_report.h"
#include "report/read/fixed_rows.h"
#include "table/form_table.h"

namespace esep::app {
namespace {

using form::FormDefinition;
using report::RowChange;

// Values of rows by their number in the sheet.
using WordsByRow = std::map<int64_t, std::vector<form::Value>>;

WordsByRow change_words(Engine& engine, const report::Submission& submission, Lang lang,
                        const std::set<int64_t>& wanted) {
  const RegisteredReport report = read_registered(engine, submission, lang);
  const table::FormTable form_table(*report.form);
  table::RowReader stored(engine.registry().database(), form_table, submission.id);
  std::vector<int64_t> numbers;
  table::TypedRow row;
  while (stored.next(row)) numbers.push_back(row.sheet_row);
  const auto worded = report.rows();
  WordsByRow out;
  for (size_t n = 0; worded->next(row); ++n) {
    const size_t at = n < report.order.size() ? report.order[n] : n;
    if (at < numbers.size() && wanted.contains(numbers[at])) out[numbers[at]] = row.values;
  }
  return out;
}

void replace(const FormDefinition& form, const WordsByRow& words, int64_t row, const std::string& column,
             form::Value& value) {
  const auto at = words.find(row);
  const int index = form.column_index(column);
  if (at == words.end() || index < 0 || form::is_blank(value)) return;
  const auto i = static_cast<size_t>(index);
  if (form.columns[i].type == form::ColumnType::text) value = at->second[i];
}

void replace_all_of(const FormDefinition& form, const WordsByRow& before, const WordsByRow& after, RowChange& change) {
  const bool gone = change.row_after == 0;
  const auto columns = report::naming_columns(form);
  for (size_t i = 0; i < change.key.size(); ++i) {
    const int64_t row = gone ? change.row_before : change.row_after;
    replace(form, gone ? before : after, row, form.columns[columns[i]].id, change.key[i]);
  }
  for (report::CellChange& cell : change.cells) {
    replace(form, before, change.row_before, cell.column, cell.before);
    replace(form, after, change.row_after, cell.column, cell.after);
  }
}

}  // namespace

report::RowChanges in_words_of(Lang lang, Engine& engine, const report::Submission& before,
                               const report::Submission& after, report::RowChanges changes) {
  const FormDefinition& form = engine.form_of(after);
  const bool worded = form.reporting.composed || !form.rows.fixed.empty();
  if (lang == Lang::kk || !worded || changes.rows.empty()) return changes;
  std::set<int64_t> rows_before;
  std::set<int64_t> rows_after;
  for (const RowChange& change : changes.rows) {
    rows_before.insert(change.row_before);
    rows_after.insert(change.row_after);
  }
  const WordsByRow words_before = change_words(engine, before, Lang::ru, rows_before);
  const WordsByRow words_after = change_words(engine, after, Lang::ru, rows_after);
  for (RowChange& change : changes.rows) replace_all_of(form, words_before, words_after, change);
  return changes;
}

}  // namespace esep::app
