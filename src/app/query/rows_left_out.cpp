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

using BySubject = std::map<std::string, report::Findings>;

// `only`: the one subject; empty: all.
BySubject found_by(Engine& engine, const std::string& only,
                   const std::function<bool(const form::RegisterCheck&)>& wanted) {
  BySubject out;
  const auto queries = make_query_database(engine);
  for (const auto& definition : engine.catalog().registers()) {
    for (const auto& check : definition.checks) {
      if (!wanted(check)) continue;
      std::map<std::string, size_t> counts;
      run_register_check(definition, check, *queries, [&](NamedByCheck row) {
        if (row.subject.empty() || (!only.empty() && row.subject != only)) return;
        if (++counts[row.subject] > kMostOfACheck) return;
        report::Findings& of = out[row.subject];
        of.push_back(report::Finding::of(check.code, std::move(row.message)).as(Severity::warning));
        of.back().law = check.law;
      });
      for (const auto& [subject, count] : counts) {
        if (count <= kMostOfACheck) continue;
        Message more("ROWS-LEFT-OUT-MORE", {{"count", std::to_string(count - kMostOfACheck)}});
        out[subject].push_back(report::Finding::of(check.code, std::move(more)).as(Severity::warning));
      }
    }
  }
  return out;
}

bool is_on_paper(const form::RegisterCheck& check) { return check.on_paper; }

}  // namespace

report::Findings rows_left_out_of(Engine& engine, const std::string& subject) {
  if (subject.empty()) return {};
  return found_by(engine, subject, [](const form::RegisterCheck& check) { return !check.counted; })[subject];
}

report::Findings marks_on_paper(Engine& engine, const std::string& subject) {
  return subject.empty() ? report::Findings() : found_by(engine, subject, is_on_paper)[subject];
}

std::string text_of_marks(Engine& engine, const report::Findings& marks) {
  std::string out;
  for (const report::Finding& mark : marks) out += engine.render_all(mark.message).kk + "\n";
  return out;
}

std::map<std::string, std::string> marks_by_subject(Engine& engine) {
  std::map<std::string, std::string> out;
  for (const auto& [subject, marks] : found_by(engine, "", is_on_paper)) out[subject] = text_of_marks(engine, marks);
  return out;
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
