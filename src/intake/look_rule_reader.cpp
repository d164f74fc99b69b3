// SPDX-License-Identifier: MIT
#include "intake/look_rule_reader.h"

#include <algorithm>

#include "base/text.h"
#include "intake/limits.h"
#include "report/cell_reference.h"

namespace esep::intake {
namespace {

constexpr size_t kMostRules = 500;
constexpr size_t kMostCompared = 20'000'000;
constexpr size_t kMostListedRanges = 200;  // of one list; further ones widen the last

void widen(report::MergedRange& range, const report::MergedRange& by) {
  range.first_row = std::min(range.first_row, by.first_row);
  range.first_column = std::min(range.first_column, by.first_column);
  range.last_row = std::max(range.last_row, by.last_row);
  range.last_column = std::max(range.last_column, by.last_column);
}

}  // namespace

bool LookRuleReader::accepts_root(std::string_view name, std::string_view name_space) {
  return name == "worksheet" && is_spreadsheet_namespace(name_space);
}

void LookRuleReader::start(std::string_view name, XmlAttributes attributes) {
  ++depth_;
  if (look_ > 0) return look_reader_.start(depth_ - look_, name, attributes);
  if (group_ == 0) {
    if (name != "conditionalFormatting") return;
    group_ = depth_;
    take_ranges(attribute(attributes, "sqref").value_or(""));
  } else if (name == "cfRule" && rule_ == 0) {
    rule_ = depth_;
    begin_rule(attributes);
  } else if (name == "sqref" || (rule_ > 0 && depth_ == rule_ + 1 && (name == "formula" || name == "f"))) {
    text_ = depth_;
    of_cells_ = name == "sqref";
    read_.clear();
  } else if (rule_ > 0 && name == "dxf") {
    look_ = depth_;
  } else if (rule_ > 0 && name == "color" && of_group_.back().second.type == "colorScale") {
    scale_.push_back(CellColour::read(attributes, CellColour::kBlack));
  } else if (rule_ > 0 && (name == "dataBar" || name == "iconSet")) {
    const auto shown = attribute(attributes, "showValue");
    if (shown && !is_true(shown)) of_group_.back().first.look.no_value = true;
  }
}

void LookRuleReader::end() {
  if (depth_ == text_) {
    if (of_cells_) {
      take_ranges(read_);
    } else {
      of_group_.back().second.formulas.push_back(read_);
    }
    text_ = 0;
  } else if (depth_ == look_) {
    look_ = 0;
    of_group_.back().first.look = look_reader_.take();
  } else if (depth_ == rule_) {
    rule_ = 0;
    end_rule();
  } else if (depth_ == group_) {
    group_ = 0;
    end_group();
  }
  --depth_;
}

void LookRuleReader::text(std::string_view text) {
  if (text_ > 0 && read_.size() < kMaxCellBytes) read_ += text;
}

void LookRuleReader::begin_rule(XmlAttributes attributes) {
  auto& [rule, words] = of_group_.emplace_back();
  const int look = number_attribute(attributes, "dxfId").value_or(-1);
  const auto& looks = styles_.of_rules;
  if (look >= 0 && static_cast<size_t>(look) < looks.size()) rule.look = looks[static_cast<size_t>(look)];
  rule.priority = number_attribute(attributes, "priority").value_or(0);
  rule.stops = is_true(attribute(attributes, "stopIfTrue"));
  words.type = attribute(attributes, "type").value_or("");
  words.relation = attribute(attributes, "operator").value_or("");
  words.text = attribute(attributes, "text").value_or("");
}

// Each colour of a scale may be the ground of a number.
void LookRuleReader::end_rule() {
  constexpr size_t kMostColours = 3;
  const auto rule = of_group_.back();
  for (size_t i = 0; i < std::min(scale_.size(), kMostColours); ++i) {
    if (i > 0) of_group_.push_back(rule);
    of_group_.back().first.look.ground = scale_[i];
  }
  scale_.clear();
}

bool LookRuleReader::matters(const LookRule& rule) {
  compared_ += styles_.cells.size();
  return rule.stops || compared_ > kMostCompared || look_matters(rule.look, styles_.cells);
}

void LookRuleReader::end_group() {
  for (auto& [rule, words] : of_group_) {
    if (where_.empty()) break;
    if (!matters(rule)) continue;
    out_.left = out_.left || out_.rules.size() == kMostRules;
    if (out_.left) break;
    rule.where = where_;
    rule.condition = condition_of(words, where_);
    out_.rules.push_back(std::move(rule));
  }
  of_group_.clear();
  where_.clear();
}

void LookRuleReader::take_ranges(std::string_view list) {
  for (const std::string& one : split(squeeze_spaces(list), ' ')) {
    const auto range = report::parse_range(one);
    if (!range) continue;
    if (where_.size() < kMostListedRanges) {
      where_.push_back(*range);
    } else {
      widen(where_.back(), *range);
    }
  }
}

}  // namespace esep::intake
