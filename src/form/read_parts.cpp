// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "form/reader_parts.h"

namespace esep::form {
namespace {

using datafile::TableReader;

std::map<std::string, std::string> string_map(TableReader& table, std::string_view key) {
  std::map<std::string, std::string> out;
  auto inner = table.optional_table(key);
  if (!inner) return out;
  for (const auto& [name, node] : inner->node().entries()) out[name] = inner->required_string(name);
  return out;
}

Severity severity_from(const std::string& word) {
  return word == "warning" ? Severity::warning : (word == "info" ? Severity::info : Severity::error);
}

// "18:30" → minutes; "24:00" is the end of the day.
int read_cutoff(TableReader& table) {
  const std::string text = table.string_or("cutoff", "24:00");
  if (text == "24:00") return 24 * 60;
  if (const auto time = calendar::LocalTime::parse("2000-01-01T" + text)) return time->minute;
  table.report("cutoff", "TOML-BAD-VALUE", Message("TOML-BAD-VALUE", {{"key", "cutoff"}, {"value", text}, {"known", "24:00"}}));
  return 24 * 60;
}

std::optional<calendar::PeriodKind> read_period(TableReader& table) {
  static const std::vector<std::string> kKinds{"month", "quarter", "half_year", "year"};
  if (!table.has("period")) {
    static_cast<void>(table.optional_node("period"));
    return std::nullopt;
  }
  return calendar::period_kind_from(table.one_of("period", kKinds));
}

Obligation read_obligation(TableReader& table, const std::string& form) {
  Obligation out;
  out.id = table.required_string("id");
  out.form = form.empty() ? table.string_or("form", "") : form;
  out.stage = table.string_or("stage", "");
  out.title = table.required_text("title");
  out.subject_register = table.string_or("subject_register", "");
  out.organisation_kinds = table.strings("organisation_kinds");
  out.organisations = table.strings("organisations");
  const int who = (out.subject_register.empty() ? 0 : 1) + (out.organisation_kinds.empty() ? 0 : 1) + (out.organisations.empty() ? 0 : 1);
  if (who != 1) table.report("id", "FORM-OBLIGATION-WHO", Message("FORM-OBLIGATION-WHO", {{"obligation", out.id}}));
  out.period = read_period(table);
  out.event = table.string_or("event", "");
  if (auto due = table.optional_table("due")) {
    out.due = calendar::DueRule::read(*due);
  } else if (!table.has("due")) {
    table.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "due"}}));
  }
  if (out.due.needs_event() && out.event.empty()) {
    table.report("event", "FORM-OBLIGATION-EVENT", Message("FORM-OBLIGATION-EVENT", {{"obligation", out.id}}));
  }
  const std::string accept = table.one_of("accept_from", {"period_end", "period_start", "always"}, "period_end");
  out.accept_from = accept == "always" ? AcceptFrom::always : (accept == "period_start" ? AcceptFrom::period_start : AcceptFrom::period_end);
  out.cutoff_minute = read_cutoff(table);
  out.recipient = table.text_or_empty("recipient");
  out.law = table.required_text("law");
  out.applies_from = read_date(table, "applies_from").value_or(calendar::Date::from_days(-719162));
  out.applies_to = read_date(table, "applies_to");
  table.finish();
  return out;
}

}  // namespace

Rows read_rows(TableReader& file, const DefaultProvenance& fallback) {
  Rows out;
  auto table = file.optional_table("rows");
  if (!table) return out;
  const std::string kind = table->one_of("kind", {"repeat", "fixed", "grouped"}, "repeat");
  out.kind = kind == "fixed" ? RowKind::fixed : (kind == "grouped" ? RowKind::grouped : RowKind::repeat);
  out.min = static_cast<int>(table->integer_or("min", 0));
  out.max = static_cast<int>(table->integer_or("max", 0));
  out.blank = static_cast<int>(table->integer_or("blank", 40));
  out.head = table->strings("head");
  if (const auto lists = table->optional_node("lists")) {
    for (const auto& list : lists->items()) {
      std::vector<std::string> ids;
      for (const auto& id : list.items()) ids.push_back(id.string().value_or(""));
      out.lists.push_back(std::move(ids));
    }
  }
  for (auto& row : table->tables("fixed")) {
    out.fixed.push_back({row.required_string("id"), string_map(row, "values"), read_wording(row, "title", fallback, true)});
    row.finish();
  }
  table->finish();
  return out;
}

std::vector<Rule> read_rules(TableReader& file) {
  std::vector<Rule> out;
  for (auto& table : file.tables("rule")) {
    Rule rule;
    rule.code = table.required_string("code");
    rule.scope = table.one_of("scope", {"row", "table"}, "row") == "table" ? RuleScope::table : RuleScope::row;
    rule.check = table.required_string("check");
    rule.column = table.string_or("column", "");
    rule.severity = severity_from(table.one_of("severity", {"error", "warning", "info"}, "error"));
    rule.message = table.required_text("message");
    rule.law = table.text_or_empty("law");
    rule.enforce_from = read_date(table, "enforce_from");
    table.finish();
    out.push_back(std::move(rule));
  }
  return out;
}

std::vector<Obligation> read_obligations(TableReader& file, const std::string& form) {
  std::vector<Obligation> out;
  for (auto& table : file.tables("obligation")) out.push_back(read_obligation(table, form));
  return out;
}

std::vector<Example> read_examples(TableReader& file) {
  std::vector<Example> out;
  for (auto& table : file.tables("example")) {
    Example example;
    example.name = table.required_string("name");
    example.nil = table.boolean_or("nil", false);
    example.fields = string_map(table, "fields");
    for (auto& row : table.tables("rows")) {
      std::map<std::string, std::string> cells;
      for (const auto& [column, node] : row.node().entries()) cells[column] = row.string_or(column, "");
      example.rows.push_back(std::move(cells));
    }
    for (auto& finding : table.tables("findings")) {
      example.findings.emplace_back(finding.string_or("at", ""), finding.required_string("code"));
      finding.finish();
    }
    table.finish();
    out.push_back(std::move(example));
  }
  return out;
}

}  // namespace esep::form
