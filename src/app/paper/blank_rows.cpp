// SPDX-License-Identifier: MIT
#include "app/paper/blank_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/query/previous_rows.h"
#include "app/query/source_rows.h"
#include "base/error.h"
#include "base/text.h"
#include "report/read/fixed_rows.h"
#include "report/read/row_keys.h"

namespace esep::app {
namespace {

using Values = std::vector<form::Value>;

// The first row has the columns of the head.
using Record = std::vector<Values>;

Error no_rows_before(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto last = previous_report(queries.engine(), form, key);
  if (last && last->contents.edition != form.edition)
    return Error(Message("BLANK-OTHER-EDITION", {{"number", last->number},
                                                 {"period", period_title(last->key.period)},
                                                 {"edition", last->contents.edition},
                                                 {"now", form.edition}}));
  if (form.reporting.previous != form::PreviousReport::of_period)
    return Error(
        Message("BLANK-NO-STAGE-BEFORE", {{"organisation", organisation_title(queries.engine(), key.organisation)},
                                          {"period", period_title(key.period)}}));
  return Error(Message("BLANK-NO-PREVIOUS", {{"organisation", organisation_title(queries.engine(), key.organisation)},
                                             {"period", period_title(key.period)}}));
}

std::vector<Record> records_before(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto before = previous_rows(queries, form, key);
  if (!before) throw no_rows_before(queries, form, key);
  std::vector<Record> out;
  table::TypedRow row;
  while (before(row)) {
    const bool follows = form.rows.kind == form::RowKind::grouped && !row.first && !out.empty();
    for (size_t i = 0; follows && i < form.columns.size(); ++i) {
      if (form.is_head_column(form.columns[i].id)) row.values[i] = {};
    }
    if (!follows) out.emplace_back();
    out.back().push_back(row.values);
  }
  return out;
}

std::vector<Values> rows_of(const std::vector<Record>& records) {
  std::vector<Values> out;
  for (const Record& record : records) out.insert(out.end(), record.begin(), record.end());
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

// Appends what the report before said of the record that the source gives as `row`. The source has the last word: on
// each of its cells, on its columns, and on the lists of a record of which it gives any item.
void take_over_record(const form::FormDefinition& form, Values row, const Record* before, std::vector<Values>& out) {
  bool gives_lists = false;
  for (size_t i = 0; i < row.size(); ++i)
    gives_lists = gives_lists || (form.list_of(form.columns[i].id) >= 0 && !form::is_blank(row[i]));
  const auto fill = [&](const Values& from, Values& to) {
    for (size_t i = 0; i < to.size(); ++i) {
      const form::Column& column = form.columns[i];
      const bool taken = form::is_blank(to[i]) && !column.prefilled && !(gives_lists && form.list_of(column.id) >= 0);
      if (taken) to[i] = from[i];
    }
  };
  if (before != nullptr) fill(before->front(), row);
  out.push_back(std::move(row));
  for (size_t i = 1; before != nullptr && !gives_lists && i < before->size(); ++i) {
    Values item(form.columns.size());
    fill((*before)[i], item);
    out.push_back(std::move(item));
  }
}

// Whether the texts of a column stand in one order in both languages, as if the source were sorted by them.
bool may_be_sorted_by(size_t column, const std::vector<Values>& kk, const std::vector<Values>& ru) {
  const auto less = [&](const Values& a, const Values& b) {
    return form::canonical_text(a[column]) < form::canonical_text(b[column]);
  };
  const auto more = [&](const Values& a, const Values& b) { return less(b, a); };
  return (std::is_sorted(kk.begin(), kk.end(), less) && std::is_sorted(ru.begin(), ru.end(), less)) ||
         (std::is_sorted(kk.begin(), kk.end(), more) && std::is_sorted(ru.begin(), ru.end(), more));
}

// Whether the rows of both languages stand in one order, so that a row is the same at the same place. Who sorts them by
// a text of the language has two orders.
bool stand_alike(const form::FormDefinition& form, const report::ExpectedRows& rows) {
  if (rows.kk.size() != rows.ru.size()) return false;
  bool doubtful = false;
  for (size_t i = 0; i < form.columns.size(); ++i) {
    std::set<std::string> different;
    bool same = true;
    for (size_t row = 0; row < rows.kk.size(); ++row) {
      same = same && rows.kk[row][i] == rows.ru[row][i];
      different.insert(form::canonical_text(rows.kk[row][i]));
    }
    if (same && different.size() == rows.kk.size()) return true;  // it names each row
    if (!same && form.columns[i].type != form::ColumnType::text) return false;
    doubtful = doubtful || (!same && rows.kk.size() > 1 && may_be_sorted_by(i, rows.kk, rows.ru));
  }
  return !doubtful;
}

// The report before may be in the other language, and so may its keys: then a row is found by what it is in the source,
// if that is certain.
std::vector<Values> take_over_source(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key,
                                     const std::vector<Values>& rows, const std::vector<Record>& before) {
  const report::ExpectedRows expected = expected_rows(queries, form, key);
  const report::ExpectedKeys places(form, expected);
  const bool by_place = stand_alike(form, expected);
  const auto columns = report::naming_columns(form);
  std::map<std::string, const Record*> at_key;
  std::map<size_t, const Record*> at_place;
  for (const Record& record : before) {
    at_key.emplace(report::key_text(columns, record.front()), &record);
    if (const auto place = places.find(record.front())) at_place.emplace(*place, &record);
  }
  const auto found = [&](const Values& row) -> const Record* {
    const auto same = at_key.find(report::key_text(columns, row));
    if (same != at_key.end()) return same->second;
    const auto place = by_place ? places.find(row) : std::nullopt;
    const auto at = place ? at_place.find(*place) : at_place.end();
    return at == at_place.end() ? nullptr : at->second;
  };
  std::vector<Values> out;
  for (const Values& row : rows) take_over_record(form, row, found(row), out);
  return out;
}

// A report that the register composes may have a source and no key.
bool is_found_by_key(const form::FormDefinition& form) { return !form.rows.source.empty() && !form.rows.key.empty(); }

LocalText listed(const std::vector<LocalText>& names) {
  LocalText out;
  for (const LocalText& name : names) append(out, name, "; ");
  return out;
}

// The rows of the report before that are no rows of this one: the form's file was edited since, or the source does not
// give them any more.
LocalText rows_gone(Queries& queries, const form::FormDefinition& form, const report::Submission& before,
                    const report::ExpectedKeys* given) {
  const table::FormTable table(form);
  table::RowReader rows(queries.engine().registry().database(), table, before.id);
  report::FixedRows fixed(form);
  std::vector<LocalText> gone;
  table::TypedRow row;
  while (rows.next(row)) {
    if (given != nullptr ? !row.first || given->find(row.values) : fixed.meet(row.values).has_value()) continue;
    LocalText name = report::shown_key(form, row.values);
    if (!name.empty()) gone.push_back(std::move(name));
  }
  return listed(gone);
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
  report::ExpectedRows expected;
  std::optional<report::ExpectedKeys> given;
  if (is_found_by_key(form)) {
    expected = expected_rows(queries, form, key);
    given.emplace(form, expected);
  }
  for (const auto& before : reports_before(queries, form, key)) {
    const LocalText period = period_title(before.key.period);
    if (before.state == report::State::returned)
      out.push_back(Message("BLANK-FROM-RETURNED", {{"number", before.number}, {"period", period}}));
    // Of the report of a predecessor only some rows came over.
    const bool own = before.key.organisation == key.organisation;
    if (!own || (form.rows.fixed.empty() && !given)) continue;
    auto gone = rows_gone(queries, form, before, given ? &*given : nullptr);
    if (!gone.empty())
      out.push_back(Message(given ? "BLANK-ROWS-NOT-GIVEN" : "BLANK-ROWS-GONE",
                            {{"number", before.number}, {"period", period}, {"rows", std::move(gone)}}));
  }
  return out;
}

std::vector<Values> blank_rows(Queries& queries, const form::FormDefinition& form, const report::ReportKey& key,
                               Lang lang, Prefill prefill) {
  const bool fixed = !form.rows.fixed.empty();
  std::vector<Values> out = fixed ? fixed_rows(form, lang) : source_rows(queries, form, key, lang, std::nullopt);
  if (prefill == Prefill::source) return out;
  const std::vector<Record> before = records_before(queries, form, key);
  if (is_found_by_key(form)) return take_over_source(queries, form, key, out, before);
  if (!form.rows.source.empty()) return out;
  if (!fixed) return rows_of(before);
  take_over_fixed(form, rows_of(before), out);
  return out;
}

}  // namespace esep::app
