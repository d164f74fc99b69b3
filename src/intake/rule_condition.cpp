// SPDX-License-Identifier: MIT
// Conditions of conditional formats, as far as they are understood without computing formulas.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "intake/look_rule.h"
#include "intake/plain_number.h"
#include "report/cell_reference.h"

namespace esep::intake {
namespace {

using report::CellKind;
using report::GridCell;
using report::MergedRange;

Met said(bool yes) { return yes ? Met::yes : Met::no; }
Met maybe(const GridCell& /*cell*/) { return Met::maybe; }

// A number or a text between quotation marks; nullopt: something to be computed.
struct Constant {
  std::optional<PlainNumber> number;
  std::string text;

  static std::optional<Constant> read(std::string_view formula) {
    const std::string plain = trim(formula);
    if (plain.size() >= 2 && plain.front() == '"' && plain.back() == '"' && plain.find('"', 1) == plain.size() - 1)
      return Constant{std::nullopt, fold_case(plain.substr(1, plain.size() - 2))};
    if (plain.empty() || plain.find_first_not_of("+-.0123456789eE") != std::string::npos) return std::nullopt;
    auto number = PlainNumber::parse(plain.front() == '+' ? plain.substr(1) : plain);
    return number ? std::optional(Constant{std::move(number), ""}) : std::nullopt;
  }
};

// Below 0, 0 or above, as Excel orders: numbers before texts. nullopt: the order of two texts, or no value to order.
std::optional<int> order(const GridCell& cell, const Constant& constant) {
  if (cell.formula_without_value) return std::nullopt;
  if (cell.kind == CellKind::text) {
    if (constant.number) return 1;
    return fold_case(cell.text) == constant.text ? std::optional(0) : std::nullopt;
  }
  if (cell.kind != CellKind::number) return std::nullopt;
  if (!constant.number) return -1;
  const auto value = PlainNumber::parse(cell.text);
  if (!value) return std::nullopt;
  const auto by = *value <=> *constant.number;
  return by < 0 ? -1 : by > 0 ? 1 : 0;
}

Met compare(std::string_view relation, const GridCell& cell, const Constant& constant) {
  const auto by = order(cell, constant);
  const bool texts = cell.kind == CellKind::text && !constant.number;  // in any order, yet not the same
  if (relation == "equal" || relation == "=") return by ? said(*by == 0) : texts ? Met::no : Met::maybe;
  if (relation == "notEqual" || relation == "<>") return by ? said(*by != 0) : texts ? Met::yes : Met::maybe;
  if (!by) return cell.kind == CellKind::error ? Met::no : Met::maybe;
  if (relation == "lessThan" || relation == "<") return said(*by < 0);
  if (relation == "lessThanOrEqual" || relation == "<=") return said(*by <= 0);
  if (relation == "greaterThan" || relation == ">") return said(*by > 0);
  if (relation == "greaterThanOrEqual" || relation == ">=") return said(*by >= 0);
  return Met::maybe;
}

Condition of_values(const RuleWords& words) {
  std::vector<Constant> constants;
  for (const std::string& formula : words.formulas) {
    const auto one = Constant::read(formula);
    if (!one) return maybe;
    constants.push_back(*one);
  }
  const bool between = words.relation == "between", outside = words.relation == "notBetween";
  if (constants.size() != (between || outside ? 2U : 1U)) return maybe;
  return [constants, outside, relation = words.relation](const GridCell& cell) {
    if (constants.size() == 1) return compare(relation, cell, constants.front());
    const auto low = order(cell, constants.front()), high = order(cell, constants.back());
    if (!low || !high) return Met::maybe;
    return said((*low >= 0 && *high <= 0) != outside);
  };
}

// Whether the text of a formula is the rule's first cell, wherever the rule is applied.
bool is_own_cell(std::string_view reference, const std::vector<MergedRange>& where) {
  if (where.empty()) return false;
  const MergedRange& first = where.front();
  std::string plain(reference);
  const bool one_column = where.size() == 1 && first.first_column == first.last_column;
  const bool one_row = where.size() == 1 && first.first_row == first.last_row;
  const bool column_fixed = plain.starts_with('$');
  const bool row_fixed = plain.rfind('$') != std::string::npos && plain.rfind('$') > 0;
  std::erase(plain, '$');
  return plain == report::cell_name(first.first_row, first.first_column) && (!column_fixed || one_column) &&
         (!row_fixed || one_row);
}

// `ISERROR(A1)`, `A1=""`, `LEN(TRIM(A1))=0`, `A1>1000`.
Condition of_formula(std::string formula, const std::vector<MergedRange>& where) {
  formula = ascii_upper(trim(formula));
  if (formula.find('"') == std::string::npos) std::erase(formula, ' ');
  for (const std::string_view yes : {"TRUE", "TRUE()", "1"}) {
    if (formula == yes) return [](const GridCell& /*cell*/) { return Met::yes; };
  }
  for (const std::string_view no : {"FALSE", "FALSE()", "0"}) {
    if (formula == no) return [](const GridCell& /*cell*/) { return Met::no; };
  }
  const auto within = [&](std::string_view before, std::string_view behind) {
    const std::string_view all = formula;
    return all.size() > before.size() + behind.size() && all.starts_with(before) && all.ends_with(behind) &&
           is_own_cell(all.substr(before.size(), all.size() - before.size() - behind.size()), where);
  };
  for (const std::string_view name : {"ISERROR(", "ISERR(", "ISNA("}) {
    if (within(name, ")")) return [](const GridCell& cell) { return said(cell.kind == CellKind::error); };
  }
  if (within("ISBLANK(", ")") || within("", "=\"\"") || within("LEN(", ")=0") || within("LEN(TRIM(", "))=0"))
    return [](const GridCell& cell) { return said(cell.kind != CellKind::error && trim(cell.text).empty()); };
  const size_t sign = formula.find_first_of("<>=");
  if (sign == std::string::npos || !is_own_cell(std::string_view(formula).substr(0, sign), where)) return maybe;
  const size_t end = std::min(formula.find_first_not_of("<>=", sign), formula.size());
  const auto constant = Constant::read(std::string_view(formula).substr(end));
  if (!constant) return maybe;
  return [constant = *constant, relation = formula.substr(sign, end - sign)](const GridCell& cell) {
    return compare(relation, cell, constant);
  };
}

Condition of_text(const RuleWords& words) {
  return [type = words.type, wanted = fold_case(words.text)](const GridCell& cell) {
    if (wanted.empty() || cell.formula_without_value) return Met::maybe;
    const std::string text = cell.kind == CellKind::error ? "" : fold_case(cell.text);
    if (type == "beginsWith") return said(text.starts_with(wanted));
    if (type == "endsWith") return said(text.ends_with(wanted));
    return said((text.find(wanted) != std::string::npos) == (type == "containsText"));
  };
}

}  // namespace

Condition condition_of(const RuleWords& words, const std::vector<MergedRange>& where) {
  const std::string& type = words.type;
  if (type == "dataBar" || type == "iconSet") return [](const GridCell& /*cell*/) { return Met::yes; };
  if (type == "colorScale")
    return [](const GridCell& cell) { return cell.kind == CellKind::number ? Met::maybe : Met::no; };
  if (type == "cellIs") return of_values(words);
  if (type == "expression" && words.formulas.size() == 1) return of_formula(words.formulas.front(), where);
  if (type == "containsErrors" || type == "notContainsErrors") {
    return [errors = type == "containsErrors"](const GridCell& cell) {
      return said((cell.kind == CellKind::error) == errors);
    };
  }
  if (type == "containsBlanks" || type == "notContainsBlanks") {
    return
        [blanks = type == "containsBlanks"](const GridCell& cell) { return said(trim(cell.text).empty() == blanks); };
  }
  const bool of_texts =
      type == "containsText" || type == "notContainsText" || type == "beginsWith" || type == "endsWith";
  return of_texts ? of_text(words) : maybe;
}

}  // namespace esep::intake
