// SPDX-License-Identifier: MIT
#include "report/read/key_findings.h"

#include <algorithm>
#include <functional>

#include <fmt/core.h>

#include "base/text.h"
#include "form/label.h"
#include "report/read/validate.h"

namespace esep::report {
namespace {

using form::KeyCheck;
using form::Value;

constexpr size_t kMostParts = 4;  // named one by one; of more the first and the last

LocalText in_all(const std::function<std::string(Lang)>& say) { return {say(Lang::kk), say(Lang::ru), say(Lang::en)}; }

LocalText shown(const form::ValueSpec& spec, const Value& value) { return form::display_texts(spec.type, value); }

// How far apart, without a sign; blank beyond the range of numbers.
Value difference(const Value& a, const Value& b) {
  const auto* left = std::get_if<Decimal>(&a);
  const auto* right = std::get_if<Decimal>(&b);
  if (left != nullptr && right != nullptr) {
    const auto out = *left < *right ? checked_sub(*right, *left) : checked_sub(*left, *right);
    return out ? Value(*out) : Value{};
  }
  const auto* whole = std::get_if<int64_t>(&a);
  const auto* other = std::get_if<int64_t>(&b);
  int64_t out = 0;
  if (whole == nullptr || other == nullptr) return {};
  if (__builtin_sub_overflow(std::max(*whole, *other), std::min(*whole, *other), &out)) return {};
  return out;
}

// What people call it: a column its number, if it has one.
std::string name_of(const form::FormDefinition& form, const std::string& id, Lang lang) {
  const form::Column* column = form.column(id);
  if (column != nullptr && !column->number.empty()) return column->number;
  return fmt::format("«{}»", form.value_spec(id)->title.text.in(lang));
}

LocalText names_of(const form::FormDefinition& form, const std::vector<std::string>& ids) {
  return in_all([&](Lang lang) {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(name_of(form, id, lang));
    if (names.size() > kMostParts) names = {names.front(), "…", names.back()};
    return join(names, " + ");
  });
}

bool says(const LocalText& text, const std::string& placeholder) {
  const std::string hole = "{" + placeholder + "}";
  return text.kk.find(hole) != std::string::npos || text.ru.find(hole) != std::string::npos ||
         text.en.find(hole) != std::string::npos;
}

// The form's own sentence, and behind it what the cell should be.
Message with_right_value(const form::FormDefinition& form, const table::RuleHit& hit, Message said,
                         const Value& right) {
  const form::ValueSpec* spec = form.value_spec(hit.column);
  const auto at = hit.row.find(hit.column);
  if (hit.is_unsure || spec == nullptr || at == hit.row.end()) return said;
  if (form::is_blank(at->second) || form::is_blank(right)) return said;
  const Value apart = difference(at->second, right);
  const bool is_said = says(said.text, "_difference") || form::is_blank(apart);
  Message::Args args{{"said", in_all([&](Lang lang) { return interpolate(said.text.in(lang), said.args, lang); })},
                     {"right", shown(*spec, right)}};
  if (is_said) return Message("VALUE-SHOULD-BE", std::move(args));
  args.emplace_back("difference", shown(*spec, apart));
  return Message("VALUE-SHOULD-BE-BY", std::move(args));
}

std::optional<Decimal> as_decimal(const Value& value) {
  if (const auto* number = std::get_if<Decimal>(&value)) return *number;
  const auto* whole = std::get_if<int64_t>(&value);
  return whole == nullptr ? std::nullopt : Decimal::from_integer(*whole);
}

// What the part of a sum should be at which the finding stands; blank: none can make the sum right.
Value right_part(const form::FormDefinition& form, const table::RuleHit& hit, const Value& total) {
  const auto at = hit.row.find(hit.column);
  const auto part = at == hit.row.end() ? std::nullopt : as_decimal(at->second);
  const auto sum = as_decimal(hit.right);
  const auto wanted = as_decimal(total);
  if (!part || !sum || !wanted) return {};
  const auto missing = checked_sub(*wanted, *sum);
  const auto out = missing ? checked_add(*part, *missing) : std::nullopt;
  if (!out) return {};
  const auto whole = out->to_integer();
  if (form.value_spec(hit.column)->type == form::ColumnType::integer) return whole ? Value(*whole) : Value{};
  return *out;
}

bool is_sum(const KeyCheck& key) {
  return key.kind == KeyCheck::Kind::cell_sum || key.kind == KeyCheck::Kind::field_sum ||
         key.kind == KeyCheck::Kind::total;
}

// What should stand in the cell of the finding; blank: the form's own sentence says it, or nobody can.
Value right_here(const form::FormDefinition& form, const table::RuleHit& hit, const Value& total) {
  const KeyCheck& key = *hit.rule->key;
  if (std::find(key.parts.begin(), key.parts.end(), hit.column) != key.parts.end()) return right_part(form, hit, total);
  return is_sum(key) && hit.column == key.of && !says(hit.rule->message, "_sum") ? hit.right : Value{};
}

// A "sum" of one part is no sum to a reader.
std::string sentence_of(const KeyCheck& key) {
  if (key.parts.size() == 1 && key.kind == KeyCheck::Kind::cell_sum) return "SUM-OF-ONE-COLUMN";
  if (key.parts.size() == 1 && key.kind == KeyCheck::Kind::field_sum) return "SUM-OF-ONE-FIELD";
  return std::string(standard_code(key.kind));
}

// Where the parts may be as wrong as their sum: what does not agree, and no word of what should be.
std::string unsure_sentence_of(const KeyCheck& key) {
  if (key.kind == KeyCheck::Kind::total) return "TOTAL-UNSURE";
  const bool columns = key.kind == KeyCheck::Kind::cell_sum;
  if (key.parts.size() == 1) return columns ? "ONE-COLUMN-UNSURE" : "ONE-FIELD-UNSURE";
  return columns ? "COLUMNS-UNSURE" : "FIELDS-UNSURE";
}

}  // namespace

Message rule_message(const form::FormDefinition& form, const table::RuleHit& hit) {
  Message said(hit.rule->message, rule_arguments(form, hit));
  return with_right_value(form, hit, std::move(said), hit.right);
}

Message key_message(const form::FormDefinition& form, const table::RuleHit& hit) {
  const KeyCheck& key = *hit.rule->key;
  const form::ValueSpec& spec = *form.value_spec(key.of);
  const auto at = hit.row.find(key.of);
  const Value value = at == hit.row.end() ? Value{} : at->second;
  const LocalText right = shown(spec, hit.right);
  const LocalText apart = shown(spec, difference(value, hit.right));
  if (!hit.rule->message.empty()) {
    Message::Args args = rule_arguments(form, hit);
    for (const auto& [name, text] :
         {std::pair("_limit", right), std::pair("_sum", right), std::pair("_difference", apart)})
      args.emplace_back(name, text);
    return with_right_value(form, hit, Message(hit.rule->message, std::move(args)), right_here(form, hit, value));
  }
  Message::Args args{{"title", form::told_title(form, spec)}, {"value", shown(spec, value)}};
  if (key.parts.empty()) {
    args.emplace_back("limit", right);
  } else {
    args.emplace_back("parts", names_of(form, key.parts));
    args.emplace_back("sum", right);
    args.emplace_back("difference", apart);
  }
  return Message(hit.is_unsure && is_sum(key) ? unsure_sentence_of(key) : sentence_of(key), std::move(args));
}

Value suggested_value(const form::FormDefinition& form, const table::RuleHit& hit) {
  const auto at = hit.row.find(hit.column);
  if (hit.rule == nullptr || hit.failure || at == hit.row.end() || form::is_blank(at->second)) return {};
  if (!hit.rule->key) return hit.right;
  const KeyCheck& key = *hit.rule->key;
  if (hit.rule->message.empty()) return is_sum(key) && hit.column == key.of ? hit.right : Value{};
  const auto total = hit.row.find(key.of);
  return right_here(form, hit, total == hit.row.end() ? Value{} : total->second);
}

bool has_open_part(const table::RuleHit& hit, const Findings& of_cells) {
  if (hit.rule == nullptr || !hit.rule->key || hit.rule->key->parts.empty()) return false;
  const KeyCheck& key = *hit.rule->key;
  return std::any_of(of_cells.begin(), of_cells.end(), [&](const Finding& finding) {
    if (finding.code == "FINDINGS-CUT") return true;  // who knows which cells have one
    const bool is_part = std::find(key.parts.begin(), key.parts.end(), finding.column) != key.parts.end();
    if (!is_part || finding.severity != Severity::error) return false;
    const bool of_table = key.kind != KeyCheck::Kind::cell_sum;
    const bool of_cell = finding.code.starts_with("CELL-") || finding.code == "FIELD-REQUIRED";
    return of_cell && (of_table || finding.row == hit.sheet_row);
  });
}

std::string_view beyond_limits(const form::ValueSpec& spec, const Value& value) {
  const bool date = spec.type == form::ColumnType::date;
  const auto& [min, max] = std::pair(spec.checks.min, spec.checks.max);
  const auto comparable = [&](const auto& bound) {
    return bound && !form::is_blank(bound->value) && bound->value.index() == value.index();
  };
  if (comparable(min) && value < min->value) {
    return standard_code(date ? KeyCheck::Kind::not_before : KeyCheck::Kind::min);
  }
  if (comparable(max) && value > max->value) {
    return standard_code(date ? KeyCheck::Kind::not_after : KeyCheck::Kind::max);
  }
  return "";
}

}  // namespace esep::report
