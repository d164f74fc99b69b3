// SPDX-License-Identifier: MIT
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

std::map<std::string, std::string> typed_texts(TableReader& table) {
  std::map<std::string, std::string> out;
  for (const auto& [name, node] : table.node().entries()) out[name] = table.string_or(name, "");
  return out;
}

// Left out it means the same; who wrote it meant something else.
void warn_of_empty(TableReader& table, const std::string& key, bool empty) {
  if (empty && table.has(key))
    table.report(key, "FORM-KEY-EMPTY", Message("FORM-KEY-EMPTY", {{"key", key}}), {}, Severity::warning);
}

Example read_example(TableReader& table) {
  Example out;
  out.name = table.required_string("name");
  out.stage = table.string_or("stage", "");
  out.nil = table.boolean_or("nil", false);
  if (auto fields = table.optional_table("fields")) out.fields = typed_texts(*fields);
  if (auto subject = table.optional_table("subject")) out.subject = typed_texts(*subject);
  for (auto& row : table.tables("rows")) out.rows.push_back(typed_texts(row));
  for (auto& finding : table.tables("findings")) {
    out.findings.push_back({finding.string_or("at", ""), finding.required_string("code")});
    finding.finish();
  }
  table.finish();
  return out;
}

}  // namespace

Severity read_severity(TableReader& table) {
  const std::string word = table.one_of("severity", {"error", "warning", "info"}, "error");
  if (word == "warning") return Severity::warning;
  return word == "info" ? Severity::info : Severity::error;
}

// The beginning of a code distinguishes codes of files from codes of the engine.
std::string read_code(TableReader& table) {
  std::string code = table.required_string("code");
  const bool good = !code.empty() && code.front() >= 'A' && code.front() <= 'Z' &&
                    code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string::npos &&
                    !code.starts_with("CELL-") && !code.starts_with("ROWS-");
  if (!good && !code.empty()) table.report("code", "FORM-CODE", Message("FORM-CODE", {{"code", code}}));
  return code;
}

std::vector<Rule> read_rules(TableReader& file) {
  std::vector<Rule> out;
  for (auto& table : file.tables("rule")) {
    Rule rule;
    rule.code = read_code(table);
    rule.scope = table.one_of("scope", {"row", "table"}, "row") == "table" ? RuleScope::table : RuleScope::row;
    rule.check = table.required_string("check");
    rule.when = table.string_or("when", "");
    rule.stages = table.strings("stages");
    warn_of_empty(table, "when", rule.when.empty());
    warn_of_empty(table, "stages", rule.stages.empty());
    rule.column = table.string_or("column", "");
    rule.severity = read_severity(table);
    rule.message = required_text(table, "message");
    rule.law = read_text(table, "law");
    rule.enforce_from = read_date(table, "enforce_from");
    table.finish();
    out.push_back(std::move(rule));
  }
  return out;
}

std::vector<Example> read_examples(TableReader& file) {
  std::vector<Example> out;
  for (auto& table : file.tables("example")) out.push_back(read_example(table));
  return out;
}

}  // namespace esep::form
