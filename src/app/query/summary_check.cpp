// SPDX-License-Identifier: MIT
#include "app/query/summary_check.h"

#include <algorithm>

#include "app/query/summary_query.h"
#include "form/placeholders.h"
#include "table/decimal_results.h"
#include "table/query_database.h"

namespace esep::app {
namespace {

using form::SummaryBlock;

constexpr std::string_view kHead = ".head";  // "<form>.head": the fields above its table

// A name that the query does not give would be printed in its braces.
void add_names(const LocalText& texts, std::vector<std::string>& out) {
  for (const std::string* text : {&texts.kk, &texts.ru, &texts.en}) {
    for (const std::string& name : form::placeholders(*text)) {
      const bool known = name == "period" || name == "since" || std::find(out.begin(), out.end(), name) != out.end();
      if (!known) out.push_back(name);
    }
  }
}

// Those of the query's first row. Of other texts no row fills in a name.
bool is_filled_by_query(const SummaryBlock& block) {
  return block.kind == SummaryBlock::Kind::stamp || block.kind == SummaryBlock::Kind::heading ||
         block.kind == SummaryBlock::Kind::paragraph || block.kind == SummaryBlock::Kind::signature;
}

template <class Specs>
void add_decimals(const Specs& specs, std::set<std::string>& out) {
  for (const auto& spec : specs) {
    if (form::is_decimal_type(spec.type)) out.insert(spec.id);
  }
}

}  // namespace

std::vector<std::string> wanted_results(const SummaryBlock& block) {
  std::vector<std::string> out;
  switch (block.kind) {
    case SummaryBlock::Kind::table:
    case SummaryBlock::Kind::facts:
      for (const auto& column : block.columns) out.push_back(column.id);
      return out;
    case SummaryBlock::Kind::chart:
      out.push_back(block.chart.category);
      for (const auto& series : block.chart.series) out.push_back(series.id);
      return out;
    case SummaryBlock::Kind::matrix:
      return {"row", "column", "value"};
    default:
      if (!block.query.empty()) add_names(block.text, out);
      return out;
  }
}

Diagnostics SummaryCheck::problems(const SummaryBlock& block) {
  Diagnostics out;
  look(block, block.query, wanted_results(block), out);
  look(block, block.rows_query, {"title"}, out);
  look(block, block.columns_query, {"title"}, out);
  if (!block.text_query.empty()) look(block, block.text_query, wanted_results(block.caption()), out);
  std::vector<std::string> unfilled;
  const bool filled = !block.text_query.empty() || (is_filled_by_query(block) && !block.query.empty());
  if (!filled) add_names(block.text, unfilled);
  add_names(block.empty, unfilled);
  for (const std::string& name : unfilled) add(block, "SUMMARY-CAPTION", name, out);
  return out;
}

Diagnostics SummaryCheck::problems() {
  Diagnostics out = problems(summary_.law);
  // Its query is that of the law: one finding about it is enough.
  if (out.empty() && !summary_.every_page.text.empty()) out = problems(summary_.every_page);
  for (const auto& section : summary_.sections) {
    for (const auto& block : section.blocks) {
      for (auto& one : problems(block)) out.push_back(std::move(one));
    }
  }
  return out;
}

void SummaryCheck::look(const SummaryBlock& block, const std::string& query, const std::vector<std::string>& shown,
                        Diagnostics& out) {
  if (query.empty()) return;
  std::vector<std::string> open;
  for (const std::string& name : shown) {
    const form::SummaryColumn* column = block.column(name);
    if (column == nullptr || !column->typed) open.push_back(name);
  }
  if (open.empty()) return;
  const std::string sql = with_common(summary_.with, query);
  std::set<std::string> named;                  // tables and columns alike
  if (table::check_query(sql, &named)) return;  // no query at all: another finding says so
  std::set<std::string> decimals;
  for (const std::string& name : named) {
    const auto& columns = decimals_of(name);
    decimals.insert(columns.begin(), columns.end());
  }
  const table::DecimalResults results(sql, [&](const std::string& name) { return decimals.contains(name); });
  for (const std::string& name : open) {
    if (results.may_be_decimal(name)) add(block, "SUMMARY-UNTYPED", name, out);
  }
}

void SummaryCheck::add(const SummaryBlock& block, const char* code, const std::string& column, Diagnostics& out) const {
  out.push_back({Severity::error, summary_.file, block.line, 0, "", code,
                 Message(code, {{"name", block.name}, {"column", column}}), ""});
}

const std::set<std::string>& SummaryCheck::decimals_of(const std::string& table) {
  const auto [at, is_new] = decimals_.try_emplace(table);
  if (!is_new) return at->second;
  const form::FormCatalog& catalog = engine_.catalog();
  for (const auto& definition : catalog.registers()) {
    if (definition.id == table) add_decimals(definition.columns, at->second);
  }
  const bool head = table.ends_with(kHead);
  const std::string form = head ? table.substr(0, table.size() - kHead.size()) : table;
  if (!catalog.editions(form).empty()) {
    for (const auto* edition : engine_.report_forms().editions(catalog, form)) {
      head ? add_decimals(edition->fields, at->second) : add_decimals(edition->columns, at->second);
    }
  }
  if (table == "targets") at->second.insert("value");  // of roadmaps
  return at->second;
}

}  // namespace esep::app
