// SPDX-License-Identifier: MIT
#include <algorithm>

#include "document/chart/drawing.h"

namespace esep::document {
namespace {

constexpr double kPlotLine = 10;
constexpr double kTop = 12;  // room for a figure above the highest value
constexpr double kHeight = 170;
constexpr size_t kPlotNameLines = 4;
constexpr double kGridWeight = 0.4;
constexpr Colour kGrid{0.80, 0.80, 0.80};

// Upright axis with round figures, categories along the foot.
class Plot {
 public:
  explicit Plot(const ChartPen& pen) : pen_(pen), scale_(pen.chart) {
    for (size_t i = 0; i < scale_.ticks().size(); ++i)
      left_ = std::max(left_, pen.width_of(pen.tick(scale_, i), kChartText));
    left_ += 6;
    slot_ = (pen.width - left_) / static_cast<double>(pen.chart.categories.size());
  }

  bool columns(std::vector<ChartBand>& bands) {
    const double column = slot_ * 0.8 / static_cast<double>(series());
    if (!columns_fit(column)) return false;
    axes();
    const double zero = y_of(scale_.at(Decimal(), kLength));
    for (size_t c = 0; c < categories(); ++c) {
      for (size_t s = 0; s < series(); ++s) {
        const auto span = scale_.bar(s, c, kLength);
        const double x = left_ + slot_ * (static_cast<double>(c) + 0.1) + column * static_cast<double>(s);
        const double top = y_of(span.to);
        const double foot = y_of(span.from);
        if (foot > top) draw_area(band_, pen_.chart, s, {x, top, column, foot - top});
        const std::string words = pen_.figure(s, c);
        const bool negative = chart_value(pen_.chart, s, c).value_or(Decimal()).units() < 0;
        band_.text(x + (column - pen_.width_of(words, kChartText)) / 2, negative ? foot + kChartText + 1 : top - 2.5,
                   words, kChartText);
      }
    }
    band_.strokes.push_back({left_, zero, pen_.width, zero, 0.8});
    names(1);
    bands.push_back(std::move(band_));
    return true;
  }

  void lines(std::vector<ChartBand>& bands) {
    axes();
    for (size_t s = 0; s < series(); ++s) line(s);
    for (size_t s = 0; s < series(); ++s) figures(s);
    size_t every = 1;
    while (every < categories() && !names_fit(every)) ++every;
    names(every);
    bands.push_back(std::move(band_));
  }

 private:
  static constexpr auto kLength = static_cast<int64_t>(kHeight) * kPartsOfAPoint;

  size_t series() const { return pen_.chart.series.size(); }
  size_t categories() const { return pen_.chart.categories.size(); }
  static double y_of(int64_t parts) { return kTop + kHeight - static_cast<double>(parts) / kPartsOfAPoint; }
  double x_of(size_t category) const { return left_ + slot_ * (static_cast<double>(category) + 0.5); }

  bool names_fit(size_t every) const {
    for (size_t c = 0; c < categories(); c += every) {
      if (!pen_.fits(pen_.chart.categories[c], slot_ * static_cast<double>(every) - 4, kChartText, kPlotNameLines))
        return false;
    }
    return true;
  }

  bool columns_fit(double column) const {
    const double room = series() == 1 ? slot_ : column;
    for (size_t c = 0; c < categories(); ++c) {
      for (size_t s = 0; s < series(); ++s) {
        if (pen_.width_of(pen_.figure(s, c), kChartText) > room - 1.5) return false;
      }
    }
    return names_fit(1);
  }

  void axes() {
    for (size_t i = 0; i < scale_.ticks().size(); ++i) {
      const double y = y_of(scale_.at(scale_.ticks()[i], kLength));
      const std::string words = pen_.tick(scale_, i);
      band_.fills.push_back(
          {left_, y - kGridWeight / 2, pen_.width - left_, kGridWeight, kGrid});  // fills lie below later ones
      band_.text(left_ - 4 - pen_.width_of(words, kChartText), y + kChartText * 0.35, words, kChartText, Face::regular,
                 true);
    }
    band_.strokes.push_back({left_, kTop, left_, kTop + kHeight, 0.6});
  }

  // The name of every `every`-th category, in the space of the omitted ones.
  void names(size_t every) {
    const double under =
        kTop + kHeight + (scale_.ticks().empty() || scale_.ticks().front().units() < 0 ? kPlotLine : 2);
    const double room = slot_ * static_cast<double>(every) - 4;
    size_t most = 1;
    for (size_t c = 0; c < categories(); c += every) {
      const auto lines = pen_.lines(pen_.chart.categories[c], std::max(room, 10.0), kChartText, kPlotNameLines);
      for (size_t i = 0; i < lines.size(); ++i) {
        const double wide = pen_.width_of(lines[i].text, kChartText);
        const double x = std::clamp(x_of(c) - wide / 2, 0.0, std::max(pen_.width - wide, 0.0));
        band_.text(x, under + kChartText + 1 + static_cast<double>(i) * kPlotLine, lines[i], kChartText);
      }
      most = std::max(most, lines.size());
    }
    band_.height = under + static_cast<double>(most) * kPlotLine + 6;
  }

  void line(size_t s) {
    for (size_t c = 0; c < categories(); ++c) {
      const auto value = chart_value(pen_.chart, s, c);
      if (!value) continue;
      const double y = y_of(scale_.at(*value, kLength));
      if (const auto next = c + 1 < categories() ? chart_value(pen_.chart, s, c + 1) : std::nullopt) {
        band_.strokes.push_back(
            {x_of(c), y, x_of(c + 1), y_of(scale_.at(*next, kLength)), 1.4, line_dash(s), line_colour(s)});
      }
      draw_mark(band_, s, x_of(c), y);
      taken_.push_back({x_of(c) - 3, y - 3, 6, 6});
    }
  }

  // A figure stands above or below its point if no mark or other figure is there; else it is left out.
  void figures(size_t s) {
    for (size_t c = 0; c < categories(); ++c) {
      const auto value = chart_value(pen_.chart, s, c);
      if (!value) continue;
      const std::string words = pen_.figure(value);
      const double wide = pen_.width_of(words, kChartText);
      const double y = y_of(scale_.at(*value, kLength));
      const double x = std::clamp(x_of(c) - wide / 2, left_, std::max(pen_.width - wide, left_));
      for (const double top : {y - 4 - kChartText, y + 4}) {
        const CellBox box{x, top, wide, kChartText};
        const bool taken = std::any_of(taken_.begin(), taken_.end(), [&](const CellBox& other) {
          return box.x < other.x + other.width + 1 && other.x < box.x + box.width + 1 &&
                 box.y < other.y + other.height && other.y < box.y + box.height;
        });
        if (taken || top + kChartText > kTop + kHeight + kPlotLine) continue;
        taken_.push_back(box);
        band_.text(x, top + kChartText - 1.5, words, kChartText);
        break;
      }
    }
  }

  const ChartPen& pen_;
  ChartScale scale_;
  ChartBand band_;
  double left_ = 0;
  double slot_ = 0;
  std::vector<CellBox> taken_;
};

}  // namespace

bool draw_columns(const ChartPen& pen, std::vector<ChartBand>& bands) { return Plot(pen).columns(bands); }
void draw_lines(const ChartPen& pen, std::vector<ChartBand>& bands) { Plot(pen).lines(bands); }

}  // namespace esep::document
