// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/rule_look.h"
#include "intake/styles.h"
#include "report/read/grid.h"

namespace esep::intake {

/// Whether a cell meets a condition. `maybe`: only a program that computes formulas knows.
enum class Met { no, maybe, yes };
using Condition = std::function<Met(const report::GridCell&)>;

/// One conditional format of a sheet.
struct LookRule {
  std::vector<report::MergedRange> where;
  Condition condition;
  RuleLook look;
  int priority = 0;
  bool stops = false;  // no further rule is applied to a cell that meets it

  [[nodiscard]] bool holds(int row, int column) const;
};
using LookRules = std::vector<LookRule>;  // the first counts most

/// Conditional formats of a sheet as they were read.
struct ReadRules {
  LookRules rules;
  bool left = false;  // there are more than can be judged
};
/// Whether the look may hide or change a value in cells of such styles.
[[nodiscard]] bool look_matters(const RuleLook& look, const CellStyles& styles);

/// What `<cfRule>` says of its condition.
struct RuleWords {
  std::string type, relation, text;  // attributes
  std::vector<std::string> formulas;
};
/// `where`: the cells of the rule; formulas speak of the first one. Formulas are not computed: a comparison with a
/// constant and a test for blanks or errors are understood.
[[nodiscard]] Condition condition_of(const RuleWords& words, const std::vector<report::MergedRange>& where);

/// Those of the rules that may hide or change a value in cells of such styles, in the order of their priority.
[[nodiscard]] LookRules rules_that_matter(LookRules rules, const CellStyles& styles);

/// How the rules change the look of a cell.
struct RuledLook {
  RuleLook look;       // what is surely applied
  bool doubt = false;  // another one may hide or change what is read
};
[[nodiscard]] RuledLook ruled_look(const LookRules& rules, const CellStyle& style, int row,
                                   const report::GridCell& cell, report::DateSystem dates);

}  // namespace esep::intake
