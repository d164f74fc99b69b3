// SPDX-License-Identifier: MIT
#include "intake/look_rule.h"

#include <algorithm>

namespace esep::intake {
namespace {

using report::CellKind;
using report::GridCell;

// Conditions are dear, and cells many: those of further rules are not judged.
constexpr size_t kMostJudged = 64;

const CellColour& ink_of(const RuleLook& look, const CellStyle& style) { return look.ink ? *look.ink : style.ink; }

// Whether letters are lost by the colours of the rule.
bool makes_faint(const RuleLook& look, const CellStyle& style) {
  const bool coloured = look.ink || look.ground;
  return coloured && !style.faint && ink_of(look, style).is_like(look.ground ? *look.ground : style.ground);
}

bool changes(const RuleLook& look, const CellStyle& style, const GridCell& cell, report::DateSystem dates) {
  if (look.struck || look.tiny || makes_faint(look, style)) return true;
  if (look.no_value) return cell.kind == CellKind::number;
  return look.look && look.look->of(cell, dates).has_value();
}

template <typename Value>
void take_first(std::optional<Value>& into, const std::optional<Value>& from) {
  if (!into) into = from;
}

void add_look(RuleLook& into, const RuleLook& from, const GridCell& cell) {
  if (!into.code && from.code) into.look = from.look;
  take_first(into.code, from.code);
  take_first(into.ink, from.ink);
  take_first(into.ground, from.ground);
  into.struck = into.struck || from.struck;
  into.tiny = into.tiny || from.tiny;
  into.no_value = into.no_value || (from.no_value && cell.kind == CellKind::number);
}

}  // namespace

bool look_matters(const RuleLook& look, const CellStyles& styles) {
  if (look.changes_value()) return true;
  if (!look.ink && !look.ground) return false;
  return makes_faint(look, CellStyle{}) ||
         std::any_of(styles.begin(), styles.end(), [&](const CellStyle& style) { return makes_faint(look, style); });
}

bool LookRule::holds(int row, int column) const {
  return std::any_of(where.begin(), where.end(), [&](const report::MergedRange& range) {
    return range.first_row <= row && row <= range.last_row && range.first_column <= column &&
           column <= range.last_column;
  });
}

LookRules rules_that_matter(LookRules rules, const CellStyles& styles) {
  const auto stops = [](const LookRule& rule) { return rule.stops; };
  const auto matters = [&](const LookRule& rule) { return look_matters(rule.look, styles); };
  if (std::none_of(rules.begin(), rules.end(), matters)) return {};
  std::erase_if(rules, [&](const LookRule& rule) { return !matters(rule) && !stops(rule); });
  std::stable_sort(rules.begin(), rules.end(),
                   [](const LookRule& one, const LookRule& other) { return one.priority < other.priority; });
  for (size_t i = kMostJudged; i < rules.size(); ++i)
    rules[i].condition = [](const GridCell& /*cell*/) { return Met::maybe; };
  return rules;
}

RuledLook ruled_look(const LookRules& rules, const CellStyle& style, int row, const GridCell& cell,
                     report::DateSystem dates) {
  RuledLook out;
  for (const LookRule& rule : rules) {
    if (!rule.holds(row, cell.column)) continue;
    const Met met = rule.condition(cell);
    if (met == Met::no) continue;
    if (met == Met::maybe) {
      out.doubt = out.doubt || changes(rule.look, style, cell, dates);
      continue;
    }
    add_look(out.look, rule.look, cell);
    if (rule.stops) break;
  }
  return out;
}

}  // namespace esep::intake
