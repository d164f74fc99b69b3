// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "document/layout_canvas.h"

namespace esep::document {
namespace {

constexpr double kSize = 9;
constexpr double kBar = 11;
constexpr std::array<std::array<double, 3>, 5> kColours{{{0.18, 0.38, 0.65}, {0.85, 0.55, 0.20}, {0.35, 0.60, 0.35}, {0.60, 0.35, 0.60}, {0.50, 0.50, 0.50}}};

double number(Decimal value) { return static_cast<double>(value.units()) / Decimal::kUnit; }  // a length to draw, not money

Decimal value_at(const Chart::Series& series, size_t category) {
  return category < series.values.size() ? series.values[category] : Decimal();
}

// The longest bar, in the chart's own units.
double scale_of(const Chart& chart) {
  double most = 0;
  for (size_t c = 0; c < chart.categories.size(); ++c) {
    double sum = 0;
    for (const auto& series : chart.series) {
      const double value = std::max(number(value_at(series, c)), 0.0);
      sum = chart.kind == Chart::Kind::stacked_bar ? sum + value : std::max(sum, value);
    }
    most = std::max(most, sum);
  }
  return most > 0 ? most : 1;
}

}  // namespace

// Every kind is drawn as horizontal bars with their figures: a bar for each series, or its share of one for stacked ones.
void lay_out_chart(Canvas& canvas, const Chart& chart) {
  const int node = canvas.node(StructNode::Kind::figure, canvas.section_node);
  const double label_width = canvas.width() * 0.35;
  const double bar_width = canvas.width() * 0.5;
  const double scale = scale_of(chart);
  canvas.need(40);
  canvas.text(canvas.left(), canvas.y + kSize, chart.title, Face::bold, kSize, node);
  canvas.y += kSize * 1.6;
  for (size_t s = 0; s < chart.series.size(); ++s) {
    canvas.fill({canvas.left(), canvas.y + 2, 8, 8, kColours[s % kColours.size()]});
    canvas.text(canvas.left() + 12, canvas.y + kSize, chart.series[s].name, Face::regular, kSize, node);
    canvas.y += kSize * 1.4;
  }
  for (size_t c = 0; c < chart.categories.size(); ++c) {
    const auto label = canvas.lines(chart.categories[c], label_width, Face::regular, kSize);
    const bool stacked = chart.kind == Chart::Kind::stacked_bar;
    const double bars = kBar * static_cast<double>(stacked ? 1 : chart.series.size());
    const double height = std::max(bars, static_cast<double>(label.size()) * kSize * 1.25) + 3;
    canvas.need(height);
    for (size_t i = 0; i < label.size(); ++i) {
      canvas.text(canvas.left(), canvas.y + kSize + static_cast<double>(i) * kSize * 1.25, label[i], Face::regular, kSize, node);
    }
    double x = canvas.left() + label_width + 6;
    for (size_t s = 0; s < chart.series.size(); ++s) {
      const Decimal value = value_at(chart.series[s], c);
      const double length = bar_width * std::max(number(value), 0.0) / scale;
      const double y = canvas.y + (stacked ? 0 : kBar * static_cast<double>(s));
      canvas.fill({x, y + 1, length, kBar - 2, kColours[s % kColours.size()]});
      if (!stacked) canvas.text(x + length + 3, y + kSize, form::display_text(form::Value(value), 0, canvas.document().lang), Face::regular, 8, node);
      if (stacked) x += length;
    }
    canvas.y += height;
  }
  canvas.y += 6;
}

}  // namespace esep::document
