// SPDX-License-Identifier: MIT
#include "document/build/limits.h"

#include "base/text.h"

namespace esep::document {
namespace {

using form::FormDefinition;

bool is_of_table(const form::ValueSpec& spec, const FormDefinition& form) {
  return static_cast<const form::ValueSpec*>(form.column(spec.id)) == &spec;
}

// The number of a rule that says no more than «row.count >= 0».
form::Value bound_of_rules(const form::ValueSpec& spec, const FormDefinition& form, const std::string& sign) {
  const std::string start = (is_of_table(spec, form) ? "row." : "head.") + spec.id + " " + sign + " ";
  for (const form::Rule& rule : form.rules) {
    const bool always =
        rule.severity == Severity::error && rule.when.empty() && rule.stages.empty() && !rule.enforce_from && !rule.key;
    if (!always || !rule.check.starts_with(start)) continue;
    const auto number = Decimal::parse(std::string_view(rule.check).substr(start.size()));
    const auto whole = number ? number->to_integer() : std::nullopt;
    if (spec.type == form::ColumnType::integer && whole) return *whole;
    if (form::is_decimal_type(spec.type) && whole) return *number;
  }
  return {};
}

// The day of receipt is not known yet.
form::Value known_value(const std::optional<form::Bound>& bound, const BlankRequest& request) {
  if (!bound) return {};
  const auto period = calendar::Period::parse(request.identity.period);
  if (bound->day == form::ReportDay::period_start && period) return period->first_day();
  if (bound->day == form::ReportDay::period_end && period) return period->last_day();
  return bound->value;
}

}  // namespace

// A day of the report that has no date yet, in words; nullptr: the limit has a value.
const char* unknown_day(const std::optional<form::Bound>& bound, const form::Value& value) {
  if (!bound || !form::is_blank(value)) return nullptr;
  switch (bound->day) {
    case form::ReportDay::period_start:
      return "DAY-PERIOD-START";
    case form::ReportDay::period_end:
      return "DAY-PERIOD-END";
    case form::ReportDay::received_on:
      return "DAY-RECEIVED";
    case form::ReportDay::none:
      break;
  }
  return nullptr;
}

Limits limits_of(const form::ValueSpec& spec, const BlankRequest& request) {
  Limits out{known_value(spec.checks.min, request), known_value(spec.checks.max, request), {}};
  const bool date = spec.type == form::ColumnType::date;
  if (!spec.holds_lines() && !spec.checks.min) out.min = bound_of_rules(spec, *request.form, ">=");
  if (!spec.holds_lines() && !spec.checks.max) out.max = bound_of_rules(spec, *request.form, "<=");
  const auto add = [&](const char* key, const std::optional<form::Bound>& bound, const form::Value& limit) {
    const char* day = unknown_day(bound, limit);
    if (day == nullptr && form::is_blank(limit)) return;
    const std::string text = day != nullptr ? request.say(day) : form::display_text(spec.type, limit, request.lang);
    out.words.push_back(request.say(Message(key, {{"limit", text}})));
  };
  add(date ? "INPUT-EARLY" : "INPUT-MIN", spec.checks.min, out.min);
  add(date ? "INPUT-LATE" : "INPUT-MAX", spec.checks.max, out.max);
  return out;
}

namespace {

// A column by its number, anything else by its title.
std::string short_name(const FormDefinition& form, const std::string& id, Lang lang) {
  const form::Column* column = form.column(id);
  if (column != nullptr && !column->number.empty()) return column->number;
  if (column != nullptr) return "«" + column->title.text.in(lang) + "»";
  const form::Field* field = form.field(id);
  return field == nullptr ? id : "«" + field->title.text.in(lang) + "»";
}

}  // namespace

std::vector<std::string> sums_of(const form::ValueSpec& spec, const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  std::vector<std::string> out;
  for (const form::Sum& sum : spec.checks.sums) {
    std::vector<std::string> parts;
    for (const std::string& id : sum.of) parts.push_back(short_name(form, id, request.lang));
    const char* key = is_of_table(spec, form) ? "INPUT-SUM" : "INPUT-SUM-FIELDS";
    out.push_back(request.say(Message(key, {{"parts", join(parts, ", ")}})));
  }
  if (spec.checks.total) {
    const std::string column = short_name(form, spec.checks.total->column, request.lang);
    out.push_back(request.say(Message("INPUT-TOTAL", {{"column", column}})));
  }
  return out;
}

}  // namespace esep::document
