// SPDX-License-Identifier: MIT
#include "report/read/example.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "report/read/key_findings.h"
#include "report/read/memory_grid.h"
#include "report/read/parse_cell.h"

namespace esep::report {
namespace {

using form::ExampleFinding;

std::vector<std::vector<std::string>> as_sheet(const form::FormDefinition& form, const form::Example& example) {
  std::vector<std::vector<std::string>> rows;
  if (example.nil) rows.push_back({kNilField, "иә"});
  for (const auto& [field, text] : example.fields) rows.push_back({field, text});
  std::vector<std::string> header;
  for (const auto& column : form.columns) header.push_back(column.id);
  rows.push_back(std::move(header));
  for (const auto& row : example.rows) {
    std::vector<std::string> cells;
    for (const auto& column : form.columns) {
      const auto at = row.find(column.id);
      cells.push_back(at == row.end() ? "" : at->second);
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

// The sheet has no fields that the engine fills in, so an example gives them to the rules directly.
table::RuleContext with_engine_fields(const form::FormDefinition& form, const form::Example& example,
                                      table::RuleContext context) {
  context.stage = example.stage;
  for (const auto& field : form.fields) {
    const auto at = example.fields.find(field.id);
    if (field.source == form::FieldSource::input || at == example.fields.end()) continue;
    context.head[field.id] = parse_typed(field, at->second).value;
  }
  return context;
}

void read_subject(const form::RegisterDefinition& subject, const form::Example& example, table::RuleContext& context,
                  std::vector<ExampleFinding>& given) {
  for (const auto& [id, text] : example.subject) {
    const form::RegisterColumn* column = subject.column(id);
    if (column == nullptr) continue;  // the catalogue says so
    ParsedCell cell = parse_typed(*column, text);
    for (const CellProblem& problem : cell.problems) given.push_back({"subject." + id, problem.code});
    context.subject[id] = std::move(cell.value);
  }
}

std::vector<ExampleFinding> difference(std::vector<ExampleFinding> from, const std::vector<ExampleFinding>& taken) {
  for (const ExampleFinding& one : taken) {
    const auto at = std::find(from.begin(), from.end(), one);
    if (at != from.end()) from.erase(at);
  }
  return from;
}

// Codes of the findings that a cell gives by itself.
std::set<std::string> codes_of(const form::ValueSpec& spec, const std::string& typed) {
  const ParsedCell parsed = parse_typed(spec, typed);
  std::set<std::string> out;
  for (const CellProblem& problem : parsed.problems) out.insert(problem.code);
  if (const std::string_view beyond = beyond_limits(spec, parsed.value); !beyond.empty()) out.emplace(beyond);
  return out;
}

}  // namespace

ExampleOutcome run_example(const form::FormDefinition& form, const form::Example& example,
                           const form::RegisterDefinition* subject, const table::RuleContext& context,
                           table::RuleRunner& runner) {
  auto sheet = as_sheet(form, example);
  const int header = static_cast<int>(sheet.size() - example.rows.size());
  MemoryGrid grid("example", std::move(sheet));
  Findings findings;
  std::vector<ExampleFinding> given;
  table::RuleContext whole = with_engine_fields(form, example, context);
  if (subject != nullptr) read_subject(*subject, example, whole, given);
  static_cast<void>(validate({form, grid, "example", findings}, runner, std::move(whole), nullptr));
  for (const Finding& finding : findings) {
    std::string at = finding.column;
    if (finding.row > header && !at.empty()) at += fmt::format("[{}]", finding.row - header);
    given.push_back({std::move(at), finding.code});
  }
  return {difference(example.findings, given), difference(given, example.findings)};
}

std::vector<std::string> wrong_column_examples(const form::FormDefinition& form) {
  std::vector<std::string> out;
  const auto check = [&out](const form::ValueSpec& spec) {
    const form::Guide& guide = spec.guide;
    const auto is_good = [&](const std::string& typed) { return typed.empty() || codes_of(spec, typed).empty(); };
    // A rule's finding needs the whole table; the form's examples show such findings.
    const bool is_bad = guide.wrong_example.empty() || !guide.wrong_finding.starts_with("CELL-") ||
                        codes_of(spec, guide.wrong_example).contains(guide.wrong_finding);
    if (!is_good(guide.example) || !is_good(spec.default_text) || !is_bad) out.push_back(spec.id);
  };
  for (const auto& column : form.columns) check(column);
  for (const auto& field : form.fields) check(field);
  return out;
}

}  // namespace esep::report
