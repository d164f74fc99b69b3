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
  /// Rules that cannot change what is read are passed by, too.
  explicit LookRuleReader(const Styles& styles) : styles_(styles) {}

  bool accepts_root(std::string_view name, std::string_view name_space) override;
  void start(std::string_view name, XmlAttributes attributes) override;
  void end() override;
  void text(std::string_view text) override;

  [[nodiscard]] ReadRules take() { return std::move(out_); }

 private:
  void begin_rule(XmlAttributes attributes);
  void end_rule();
  void end_group();
  [[nodiscard]] bool matters(const LookRule& rule);
  void take_ranges(std::string_view list);

  const Styles& styles_;
  ReadRules out_;
  size_t compared_ = 0;            // styles with looks
  std::vector<CellColour> scale_;  // the colours of a colour scale
  int depth_ = 0;
  int group_ = 0, rule_ = 0, look_ = 0, text_ = 0;  // depths; 0: outside
  std::vector<report::MergedRange> where_;
  std::vector<std::pair<LookRule, RuleWords>> of_group_;
  RuleLookReader look_reader_;
  bool of_cells_ = false;  // the text is a list of cells
  std::string read_;
};

}  // namespace esep::intake
