// SPDX-License-Identifier: MIT
#include <map>
#include <tuple>

#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

std::string quoted(const std::string& id) { return "\"" + id + "\""; }

std::string literal(const Value& value) {
  if (const auto* date = std::get_if<calendar::Date>(&value)) return "'" + date->iso() + "'";
  if (const auto* number = std::get_if<Decimal>(&value)) return "dec('" + number->to_string() + "')";
  return canonical_text(value);
}

std::string limit_of(const Bound& bound) {
  switch (bound.day) {
    case ReportDay::period_start:
      return "period_start";
    case ReportDay::period_end:
      return "period_end";
    case ReportDay::received_on:
      return "received_on";
    case ReportDay::none:
      break;
  }
  return literal(bound.value);
}

class KeyRules {
 public:
  explicit KeyRules(FormDefinition& form) : form_(form) {}

  void add() {
    for (const Field& field : form_.fields) {
      of_value(field, "head.", RuleScope::table);
      if (field.checks.total) of_total(field, *field.checks.total);
    }
    for (const Column& column : form_.columns) of_value(column, "row.", RuleScope::row);
    share_words();
    for (Rule& rule : rules_) form_.rules.push_back(std::move(rule));
  }

 private:
  void of_value(const ValueSpec& spec, const std::string& table, RuleScope scope) {
    const bool date = spec.type == ColumnType::date;
    const std::string cell = table + quoted(spec.id);
    if (const auto& min = spec.checks.min) {
      Rule& rule = start(date ? KeyCheck::Kind::not_before : KeyCheck::Kind::min, min->words, spec.id, scope);
      rule.key->right = limit_of(*min);
      rule.check = cell + " >= " + rule.key->right;
    }
    if (const auto& max = spec.checks.max) {
      Rule& rule = start(date ? KeyCheck::Kind::not_after : KeyCheck::Kind::max, max->words, spec.id, scope);
      rule.key->right = limit_of(*max);
      rule.check = cell + " <= " + rule.key->right;
    }
    for (const Sum& sum : spec.checks.sums) {
      Rule& rule = start(scope == RuleScope::row ? KeyCheck::Kind::cell_sum : KeyCheck::Kind::field_sum, sum.words,
                         spec.id, scope);
      if (!sum.at.empty()) rule.column = sum.at;
      rule.key->parts = sum.of;
      for (const std::string& part : sum.of)
        rule.key->right += (rule.key->right.empty() ? "coalesce(" : " + coalesce(") + table + quoted(part) + ", 0)";
      rule.check = rule.key->right + " = " + cell;
    }
  }

  // Values of a record's head are carried down, and count once.
  void of_total(const Field& field, const Total& total) {
    const Column* column = form_.column(total.column);
    if (column == nullptr) return;  // reported
    Rule& rule = start(KeyCheck::Kind::total, total.words, field.id, RuleScope::table);
    const bool once = form_.rows.kind == RowKind::grouped && form_.is_head_column(column->id);
    rule.key->parts = {column->id};
    rule.key->right = std::string("(SELECT ") + (is_decimal_type(column->type) ? "dec_sum" : "sum") + "(coalesce(r." +
                      quoted(column->id) + ", 0)) FROM rows AS r" + (once ? " WHERE r._first = 1)" : ")");
    rule.check = "head." + quoted(field.id) + " = " + rule.key->right;
  }

  Rule& start(KeyCheck::Kind kind, const OwnWords& words, const std::string& cell, RuleScope scope) {
    Rule& rule = rules_.emplace_back();
    rule.scope = scope;
    rule.column = cell;
    rule.key = KeyCheck{kind, cell, {}, {}};
    rule.code = words.code.empty() ? std::string(standard_code(kind)) : words.code;
    rule.message = words.message;
    rule.law = words.law;
    return rule;
  }

  // One code, one message: it is given once.
  void share_words() {
    std::map<std::string, std::pair<LocalText, LocalText>> words;
    for (const Rule& rule : rules_) {
      auto& [message, law] = words[rule.code];
      if (message.empty()) message = rule.message;
      if (law.empty()) law = rule.law;
    }
    for (Rule& rule : rules_) {
      if (rule.code != standard_code(rule.key->kind)) std::tie(rule.message, rule.law) = words[rule.code];
    }
  }

  FormDefinition& form_;
  std::vector<Rule> rules_;
};

}  // namespace

void add_key_rules(FormDefinition& form) { KeyRules(form).add(); }

}  // namespace esep::form
