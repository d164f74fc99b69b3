// SPDX-License-Identifier: MIT
#include "intake/sheet_measures.h"

#include <algorithm>
#include <charconv>

#include "intake/limits.h"

namespace esep::intake {
namespace {

constexpr double kLowestRow = 4;          // points
constexpr double kNarrowestColumn = 0.9;  // characters
constexpr double kUsualColumn = 9.14;
constexpr size_t kMostMeasuredRanges = 4096;  // a sheet has no use for more

double measure(std::string_view text) {
  double out = 100;  // of anything else
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

bool is_narrow(std::string_view width) { return measure(width) < kNarrowestColumn; }

}  // namespace

bool SheetMeasures::is_low(std::string_view height) { return measure(height) <= kLowestRow; }

void SheetMeasures::take_defaults(XmlAttributes attributes) {
  narrow_ = is_narrow(attribute(attributes, "defaultColWidth").value_or(""));
  low_ = is_low(attribute(attributes, "defaultRowHeight").value_or("")) || is_true(attribute(attributes, "zeroHeight"));
  if (const auto width = attribute(attributes, "defaultColWidth")) width_ = measure(*width);
  if (const auto height = attribute(attributes, "defaultRowHeight"))
    height_ = is_true(attribute(attributes, "customHeight")) ? measure(*height) : 0;
}

void SheetMeasures::take_view(XmlAttributes attributes) {
  const auto given = attribute(attributes, "showZeros");
  no_zeros_ = given && !is_true(given);
  formulas_ = formulas_ || is_true(attribute(attributes, "showFormulas"));
  top_left_ = report::parse_reference(attribute(attributes, "topLeftCell").value_or("A1")).value_or(top_left_);
}

void SheetMeasures::take_pane(XmlAttributes attributes) {
  if (!attribute(attributes, "state").value_or("").starts_with("frozen")) return;
  if (attribute(attributes, "ySplit")) first_row_ = top_left_.row;
  if (attribute(attributes, "xSplit")) first_column_ = top_left_.column;
}

void SheetMeasures::take_columns(XmlAttributes attributes) {
  const auto width = attribute(attributes, "width");
  const bool hidden = is_true(attribute(attributes, "hidden")) || is_narrow(width.value_or(""));
  if (width) take_width(attributes, measure(*width));
  auto& ranges = hidden ? hidden_ : shown_;
  if ((hidden || (narrow_ && width)) && ranges.size() < static_cast<size_t>(kMaxColumns))
    ranges.emplace_back(number_attribute(attributes, "min").value_or(0),
                        number_attribute(attributes, "max").value_or(0));
}

void SheetMeasures::take_width(XmlAttributes attributes, double width) {
  if (++ranges_ > kMostMeasuredRanges) return;
  const int first = std::max(number_attribute(attributes, "min").value_or(0), 1);
  const int last = std::min(number_attribute(attributes, "max").value_or(0), kMaxColumns);
  if (last < first) return;
  if (widths_.size() <= static_cast<size_t>(last)) widths_.resize(static_cast<size_t>(last) + 1);
  std::fill(widths_.begin() + first, widths_.begin() + last + 1, width);
}

double SheetMeasures::room(int column) const {
  const auto index = static_cast<size_t>(column);
  const double own = index < widths_.size() ? widths_[index] : 0;
  return own > 0 ? own : width_ > 0 ? width_ : kUsualColumn;
}

double SheetMeasures::merged_room(report::CellReference cell, const std::vector<report::MergedRange>& merged) {
  constexpr size_t kMostAsked = 5000;  // of thousands of ranges each
  constexpr double kAll = 1e6;
  if (!merged.empty() && ++asked_ > kMostAsked) return kAll;
  const auto at = std::find_if(merged.begin(), merged.end(), [&](const auto& range) {
    return range.first_row == cell.row && range.first_column == cell.column;
  });
  double out = room(cell.column);
  if (at == merged.end()) return out;
  for (int column = cell.column + 1; column <= at->last_column; ++column) out += room(column);
  return out;
}

void SheetMeasures::take_row(std::string_view height, bool fixed) {
  row_height_ = height.empty() ? height_ : fixed ? measure(height) : 0;
}

bool SheetMeasures::hides_column(int column) const {
  const auto holds = [&](const auto& range) { return range.first <= column && column <= range.second; };
  return column < first_column_ || std::any_of(hidden_.begin(), hidden_.end(), holds) ||
         (narrow_ && std::none_of(shown_.begin(), shown_.end(), holds));
}

}  // namespace esep::intake
