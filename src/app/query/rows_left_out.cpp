// SPDX-License-Identifier: MIT
#include "app/query/rows_left_out.h"

#include <algorithm>

#include "app/query/query_tables.h"
#include "app/query/run_register_check.h"

namespace esep::app {
namespace {

constexpr size_t kMostOfACheck = 20;  // findings of one check about one subject

}  // namespace

bool leaves_rows_out(const form::RegisterDefinition& definition) {
  return std::any_of(definition.checks.begin(), definition.checks.end(), [](const auto& one) { return !one.counted; });
}

RowsLeftOut rows_left_out(Engine& engine) {
  RowsLeftOut out;
  const auto queries = make_query_database(engine);
  for (const auto& definition : engine.catalog().registers()) {
    for (const auto& check : definition.checks) {
      if (check.counted) continue;
      run_register_check(definition, check, *queries,
                         [&](NamedByCheck row) { out[definition.id].insert(std::move(row.key)); });
    }
  }
  return out;
}

report::Findings rows_left_out_of(Engine& engine, const std::string& subject) {
  report::Findings out;
  if (subject.empty()) return out;
  const auto queries = make_query_database(engine);
  for (const auto& definition : engine.catalog().registers()) {
    for (const auto& check : definition.checks) {
      if (check.counted) continue;
      size_t count = 0;
      run_register_check(definition, check, *queries, [&](NamedByCheck row) {
        if (row.subject != subject || ++count > kMostOfACheck) return;
        out.push_back(report::Finding::of(check.code, std::move(row.message)).as(Severity::warning));
        out.back().law = check.law;
      });
      if (count <= kMostOfACheck) continue;
      Message more("ROWS-LEFT-OUT-MORE", {{"count", std::to_string(count - kMostOfACheck)}});
      out.push_back(report::Finding::of(check.code, std::move(more)).as(Severity::warning));
    }
  }
  return out;
}

}  // namespace esep::app
