// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "document/chart/drawing.h"

namespace esep::document {
namespace {

constexpr double kRow = 11.5;
constexpr double kBar = 9.5;
constexpr double kUnknown = 24;  // width of the hatched place of a figure that is not known

// Two charts of all regions stand on one page.
double between_categories(size_t count) {
  constexpr size_t kMany = 12;
  return count > kMany ? 2.5 : 5;
}

// Rows of equal height, in which the category's name, its bars and the text after a stack flow down side by side.
class Bars {
 public:
  Bars(const ChartPen& pen, std::vector<ChartBand>& bands)
      : pen_(pen),
        bands_(bands),
        scale_(pen.chart),
        stacked_(pen.chart.kind == Chart::Kind::stacked_bar),
        between_(between_categories(pen.chart.categories.size())) {
    double label = 0;
    for (const auto& name : pen.chart.categories) label = std::max(label, pen.width_of(name, kChartText));
    label_ = std::min(label, pen.width * 0.34);
    for (size_t c = 0; c < pen.chart.categories.size(); ++c) {
      const size_t texts = stacked_ ? 1 : pen.chart.series.size();
      for (size_t s = 0; s < texts; ++s)
        after_ = std::max(after_, pen.width_of(stacked_ ? tail(c) : pen.figure(s, c), kChartText));
    }
    after_ = std::min(after_, pen.width * 0.3);
    left_ = label_ + 8;
    length_ = static_cast<int64_t>((pen.width - left_ - after_ - 4) * kPartsOfAPoint);
  }

  void run() {
    for (size_t c = 0; c < pen_.chart.categories.size(); ++c) category(c);
    bands_.back().height += 2;
  }

 private:
  std::optional<Decimal> total(size_t category) const {
    if (category < pen_.chart.totals.size()) return pen_.chart.totals[category];
    std::optional<Decimal> sum;
    for (size_t s = 0; s < pen_.chart.series.size(); ++s) {
      const auto one = chart_value(pen_.chart, s, category);
      if (!one) continue;
      sum = checked_add(sum.value_or(Decimal()), *one);
      if (!sum) break;
    }
    return sum;
  }

  // The sum of a stack and its parts, because some parts may be too short for their figure.
  std::string tail(size_t category) const {
    const std::optional<Decimal> sum = total(category);
    std::vector<std::string> parts;
    for (size_t s = 0; s < pen_.chart.series.size(); ++s) parts.push_back(pen_.figure(s, category));
    if (parts.size() < 2) return pen_.figure(sum);
    return fmt::format("{}({})", sum ? pen_.figure(sum) + " " : "", join(parts, "; "));
  }

  void category(size_t c) {
    const auto names = pen_.all_lines(pen_.chart.categories[c], label_, kChartText);
    const auto tails = stacked_ ? pen_.all_lines(tail(c), after_, kChartText) : std::vector<Line>{};
    const size_t bars = stacked_ ? 1 : pen_.chart.series.size();
    const size_t rows = std::max({names.size(), tails.size(), bars});
    const auto per_band = static_cast<size_t>((kTallestBand - between_) / kRow);
    for (size_t r = 0; r < rows; ++r) {
      if (r % per_band == 0) begin(std::min(per_band, rows - r));
      ChartBand& band = bands_.back();
      const double y = static_cast<double>(r % per_band) * kRow;
      if (r < names.size()) band.text(0, y + kChartText, names[r], kChartText);
      if (r < tails.size()) band.text(right_of(stack_end(c)), y + kChartText, tails[r], kChartText);
      if (r >= bars) continue;
      if (stacked_) {
        stack(band, c, y);
      } else {
        bar(band, r, c, y);
      }
    }
    bands_.back().height += between_;
  }

  void begin(size_t rows) {
    ChartBand band;
    band.height = static_cast<double>(rows) * kRow;
    const double zero = left_ + place(scale_.at(Decimal(), length_));
    band.strokes.push_back({zero, 0, zero, band.height + between_, 0.8});
    bands_.push_back(std::move(band));
  }

  static double place(int64_t parts) { return static_cast<double>(parts) / kPartsOfAPoint; }
  double right_of(int64_t parts) const { return left_ + place(parts) + 3; }

  void bar(ChartBand& band, size_t s, size_t c, double y) {
    auto span = scale_.bar(s, c, length_);
    if (span.to > span.from)
      draw_area(band, pen_.chart, s, {left_ + place(span.from), y, place(span.to - span.from), kBar});
    if (!pen_.chart.absent.empty() && !chart_value(pen_.chart, s, c)) {
      band.hatch({left_ + place(span.from), y, kUnknown, kBar});
      span.to = span.from + static_cast<int64_t>(kUnknown * kPartsOfAPoint);
    }
    band.text(right_of(span.to), y + kChartText - 0.3, pen_.figure(s, c), kChartText);
  }

  int64_t stack_end(size_t c) const {
    int64_t out = 0;
    for (size_t s = 0; s < pen_.chart.series.size(); ++s) out = std::max(out, scale_.bar(s, c, length_).to);
    return out;
  }

  void stack(ChartBand& band, size_t c, double y) {
    for (size_t s = 0; s < pen_.chart.series.size(); ++s) {
      const auto span = scale_.bar(s, c, length_);
      if (span.to == span.from) continue;
      const double width = place(span.to - span.from);
      const std::string words = pen_.figure(s, c);
      const double free = width - pen_.width_of(words, kChartText);
      draw_area(band, pen_.chart, s, {left_ + place(span.from), y, width, kBar});
      if (free > 3) band.text(left_ + place(span.from) + free / 2, y + kChartText - 0.3, words, kChartText);
    }
  }

  const ChartPen& pen_;
  std::vector<ChartBand>& bands_;
  ChartScale scale_;
  bool stacked_;
  double between_;
  double label_ = 0;
  double after_ = 0;
  double left_ = 0;
  int64_t length_ = 0;
};

}  // namespace

void draw_bars(const ChartPen& pen, std::vector<ChartBand>& bands) { Bars(pen, bands).run(); }

}  // namespace esep::document
