// SPDX-License-Identifier: MIT
#include "app/query/rows_left_out.h"

#include <algorithm>
#include <functional>

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

namespace {

report::Findings found_by(Engine& engine, const std::string& subject,
                          const std::function<bool(const form::RegisterCheck&)>& wanted) {
  report::Findings out;
  if (subject.empty()) return out;
  const auto queries = make_query_database(engine);
  for (const auto& definition : engine.catalog().registers()) {
    for (const auto& check : definition.checks) {
      if (!wanted(check)) continue;
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

}  // namespace

report::Findings rows_left_out_of(Engine& engine, const std::string& subject) {
  return found_by(engine, subject, [](const form::RegisterCheck& check) { return !check.counted; });
}

report::Findings marks_on_paper(Engine& engine, const std::string& subject) {
  return found_by(engine, subject, [](const form::RegisterCheck& check) { return check.on_paper; });
}

std::set<std::string> codes_on_paper(Engine& engine) {
  std::set<std::string> out;
  for (const auto& definition : engine.catalog().registers()) {
    for (const auto& check : definition.checks) {
      if (check.on_paper) out.insert(check.code);
    }
  }
  return out;
}

}  // namespace esep::app
