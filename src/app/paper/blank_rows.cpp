// SPDX-License-Identifier: MIT
#include "app/paper/blank_rows.h"

#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/query/previous_rows.h"
#include "app/query/source_rows.h"
#include "base/error.h"
#include "base/text.h"
#include "report/read/fixed_rows.h"

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

// A row of the form's own is found by its words, at whatever place the report before had it.
void take_over_fixed(const form::FormDefinition& form, const std::vector<Values>& before, std::vector<Values>& rows) {
  report::FixedRows fixed(form);
  for (const Values& row : before) {
    const auto place = fixed.meet(row);
    if (!place) continue;
    for (size_t i = 0; i < row.size(); ++i) {
      if (form::is_blank(rows[*place][i])) rows[*place][i] = row[i];
    }
  }
}

// The rows of the report before that are no rows of the form now: its file was edited since.
LocalText rows_gone(Queries& queries, const form::FormDefinition& form, const report::Submission& before) {
  const table::FormTable table(form);
  table::RowReader rows(queries.engine().registry().database(), table, before.id);
  report::FixedRows fixed(form);
  std::vector<std::string> gone;
  table::TypedRow row;
  while (rows.next(row)) {
    if (fixed.meet(row.values)) continue;
    std::vector<std::string> words;
    for (const size_t column : report::naming_columns(form)) words.push_back(form::canonical_text(row.values[column]));
    gone.push_back(join(words, ", "));
  }
  const std::string all = join(gone, "; ");
  return {all, all, all};
}

}  // namespace

std::vector<Values> fixed_rows(const form::FormDefinition& form, Lang lang) {
  const report::FixedRows fixed(form);
  std::vector<Values> out(form.rows.fixed.size(), Values(form.columns.size()));
  for (size_t i = 0; i < out.size(); ++i) fixed.set_words(i, lang, out[i]);
  return out;
}

std::vector<Message> taken_over_remarks(Queries& queries, const form::FormDefinition& form,
                                        const report::ReportKey& key) {
  std::vector<Message> out;
  for (const auto& before : reports_before(queries, form, key)) {
    const LocalText period = period_title(before.key.period);
    if (before.state == report::State::returned)
      out.push_back(Message("BLANK-FROM-RETURNED", {{"number", before.number}, {"period", period}}));
    if (form.rows.fixed.empty()) continue;
    if (auto gone = rows_gone(queries, form, before); !gone.empty())
      out.push_back(
          Message("BLANK-ROWS-GONE", {{"number", before.number}, {"period", period}, {"rows", std::move(gone)}}));
  }
  return out;
}

std::vector<Values> blank_rows(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key,
                               Lang lang, Prefill prefill) {
  const bool fixed = !form.rows.fixed.empty();
  std::vector<Values> out = fixed ? fixed_rows(form, lang) : source_rows(queries, form, key, lang, std::nullopt);
  if (prefill == Prefill::source) return out;
  std::vector<Values> before = rows_before(queries, form, key);
  if (fixed) {
    take_over_fixed(form, before, out);
    return out;
  }
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
