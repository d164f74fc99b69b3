// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "intake/look_rule.h"
#include "intake/xml_part.h"

namespace esep::intake {

/// Reads the conditional formats of a worksheet part: `<conditionalFormatting sqref>` / `<cfRule>`, and those of
/// `<extLst>`, where the cells stand in `<sqref>` and the look in the rule's own `<dxf>`. Everything else is passed by.
class LookRuleReader final : public XmlHandler {
 public:
  /// `looks`: the workbook's `<dxfs>`.
  explicit LookRuleReader(const std::vector<RuleLook>& looks) : looks_(looks) {}

  bool accepts_root(std::string_view name, std::string_view name_space) override;
  void start(std::string_view name, XmlAttributes attributes) override;
  void end() override;
  void text(std::string_view text) override;

  [[nodiscard]] LookRules take() { return std::move(rules_); }

 private:
  void begin_rule(XmlAttributes attributes);
  void end_group();
  void take_ranges(std::string_view list);

  const std::vector<RuleLook>& looks_;
  LookRules rules_;
  int depth_ = 0;
  int group_ = 0, rule_ = 0, look_ = 0, text_ = 0;  // depths; 0: outside
  std::vector<report::MergedRange> where_;
  std::vector<std::pair<LookRule, RuleWords>> of_group_;
  RuleLookReader look_reader_;
  bool of_cells_ = false;  // the text is a list of cells
  std::string read_;
};

}  // namespace esep::intake
