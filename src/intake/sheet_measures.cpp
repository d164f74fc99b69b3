// SPDX-License-Identifier: MIT
#include "intake/sheet_measures.h"

#include <algorithm>
#include <charconv>

#include "intake/limits.h"

namespace esep::intake {
namespace {

constexpr double kLowestRow = 4;          // points
constexpr double kNarrowestColumn = 0.9;  // characters

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
  low_ = is_low(attribute(attributes, "defaultRowHeight").value_or(""));
}

void SheetMeasures::take_view(XmlAttributes attributes) {
  const auto given = attribute(attributes, "showZeros");
  no_zeros_ = given && !is_true(given);
}

void SheetMeasures::take_columns(XmlAttributes attributes) {
  const auto width = attribute(attributes, "width");
  const bool hidden = is_true(attribute(attributes, "hidden")) || is_narrow(width.value_or(""));
  auto& ranges = hidden ? hidden_ : shown_;
  if ((hidden || (narrow_ && width)) && ranges.size() < static_cast<size_t>(kMaxColumns))
    ranges.emplace_back(number_attribute(attributes, "min").value_or(0),
                        number_attribute(attributes, "max").value_or(0));
}

bool SheetMeasures::hides_column(int column) const {
  const auto holds = [&](const auto& range) { return range.first <= column && column <= range.second; };
  return std::any_of(hidden_.begin(), hidden_.end(), holds) ||
         (narrow_ && std::none_of(shown_.begin(), shown_.end(), holds));
}

}  // namespace esep::intake
