// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "small_form.h"
#include "table/rules.h"

/// A form with a column of every kind, a rule runner over it and short ways to ask it.
namespace esep::table::test {

using small_form::column;
using small_form::field;

inline form::FormDefinition sample_form() {
  using form::ColumnType;
  form::FormDefinition form;
  form.id = "sample";
  form.edition = "2026-01";
  form.file.name = "forms/sample.toml";
  form.fields = {field("donor"), field("total", ColumnType::money), field("period_start", ColumnType::date)};
  form.columns = {column("code"),
                  column("amount", ColumnType::money),
                  column("paid", ColumnType::decimal),
                  column("people", ColumnType::integer),
                  column("day", ColumnType::date),
                  column("done", ColumnType::yes_no),
                  column("kind", ColumnType::choice),
                  column("stages"),
                  column("shares", ColumnType::percent)};
  form.columns[7].multiple = true;
  form.columns[7].pattern = form::LinePattern::labelled_date;
  form.columns[8].multiple = true;
  return form;
}

inline form::Rule rule(const std::string& check, form::RuleScope scope = form::RuleScope::row,
                       const std::string& at = "") {
  form::Rule out;
  out.code = "R-1";
  out.check = check;
  out.scope = scope;
  out.column = at;
  out.message = {"kk", "ru", "en"};
  return out;
}

inline Decimal dec(const std::string& text) { return *Decimal::parse(text); }
inline calendar::Date date(const std::string& text) { return *calendar::Date::parse_iso(text); }

/// A row of the sample form; cells by column id.
inline TypedRow row(const form::FormDefinition& form, int64_t sheet_row,
                    const std::map<std::string, form::Value>& cells) {
  TypedRow out;
  out.sheet_row = sheet_row;
  out.record = sheet_row;
  for (const form::Column& c : form.columns) {
    const auto at = cells.find(c.id);
    out.values.push_back(at == cells.end() ? form::Value{} : at->second);
  }
  return out;
}

inline RuleContext context() {
  RuleContext out;
  out.period_start = date("2026-10-01");
  out.period_end = date("2026-10-31");
  out.received_on = date("2026-11-05");
  return out;
}

inline std::string argument(const Message& message, const std::string& name) {
  for (const auto& [key, value] : message.args) {
    if (key == name && std::holds_alternative<std::string>(value)) return std::get<std::string>(value);
  }
  return "";
}

/// Codes of the diagnostics, with the rule they name: "RULE-REAL R-1".
inline std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics) out.push_back(d.code + " " + argument(d.message, "rule"));
  return out;
}

/// What compiling one rule over the sample form says.
inline Diagnostics compile(const std::string& check, form::RuleScope scope = form::RuleScope::row,
                           const form::RegisterDefinition* subject = nullptr) {
  form::FormDefinition form = sample_form();
  form.rules = {rule(check, scope)};
  Diagnostics out;
  const RuleRunner runner(form, subject, out);
  return out;
}

struct Outcome {
  std::vector<int64_t> rows;  // sheet rows of the hits; negative: could not be computed there
  std::vector<std::string> diagnostics;
  bool operator==(const Outcome&) const = default;
};

/// Rules are stopped by their steps only, so that no test depends on the speed of a computer.
inline RuleTime endless() {
  RuleTime time;
  time.clock = [] { return std::chrono::nanoseconds{0}; };
  return time;
}

/// Compiles and runs one rule over rows of the sample form.
inline Outcome run(const std::string& check, const std::vector<std::map<std::string, form::Value>>& cells,
                   form::RuleScope scope = form::RuleScope::row, const RuleContext& with = context()) {
  form::FormDefinition form = sample_form();
  form.rules = {rule(check, scope)};
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics, endless());
  int64_t sheet_row = 10;
  runner.clear();
  for (const auto& one : cells) runner.add_row(row(form, ++sheet_row, one));
  Outcome out;
  for (const RuleHit& hit : runner.run(with, 1000, diagnostics)) {
    out.rows.push_back(hit.failure ? -hit.sheet_row : hit.sheet_row);
    if (hit.failure) out.diagnostics.push_back(hit.failure->key + " " + argument(*hit.failure, "rule"));
  }
  for (const std::string& code : codes(diagnostics)) out.diagnostics.push_back(code);
  return out;
}

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace esep::table::test
