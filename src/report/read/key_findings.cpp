// SPDX-License-Identifier: MIT
#include "report/read/key_findings.h"

#include <algorithm>
#include <functional>

#include <fmt/core.h>

#include "base/text.h"
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

}  // namespace

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
    return Message(hit.rule->message, std::move(args));
  }
  Message::Args args{{"title", spec.title.text}, {"value", shown(spec, value)}};
  if (key.parts.empty()) {
    args.emplace_back("limit", right);
  } else {
    args.emplace_back("parts", names_of(form, key.parts));
    args.emplace_back("sum", right);
    args.emplace_back("difference", apart);
  }
  return Message(std::string(standard_code(key.kind)), std::move(args));
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
