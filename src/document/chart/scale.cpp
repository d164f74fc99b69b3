// SPDX-License-Identifier: MIT
#include "document/chart/scale.h"

#include <algorithm>
#include <limits>

namespace esep::document {
namespace {

constexpr int kIntervals = 5;

template <typename T>
T floor_to(T value, T step) {
  const T rest = value % step;
  return value - rest - (rest < 0 ? step : 0);
}

}  // namespace

std::optional<Decimal> chart_value(const Chart& chart, size_t series, size_t category) {
  const auto& values = chart.series[series].values;
  return category < values.size() ? values[category] : std::nullopt;
}

int chart_places(const Chart& chart) {
  int out = 0;
  const auto read = [&out](const std::vector<std::optional<Decimal>>& values) {
    for (const auto& value : values) out = std::max(out, value ? value->places() : 0);
  };
  for (const Chart::Series& series : chart.series) read(series.values);
  read(chart.totals);
  return out;
}

ChartScale::ChartScale(const Chart& chart) : chart_(chart) {
  find_range();
  round_range();
}

ChartScale::Wide ChartScale::units(size_t series, size_t category) const {
  const auto value = chart_value(chart_, series, category);
  return value ? value->units() : 0;
}

void ChartScale::find_range() {
  const bool stacked = chart_.kind == Chart::Kind::stacked_bar;
  const bool tiles = chart_.kind == Chart::Kind::tiles;
  bool first = tiles;
  const size_t count = tiles ? std::min<size_t>(chart_.series.size(), 1) : chart_.series.size();
  for (size_t c = 0; c < chart_.categories.size(); ++c) {
    Wide below = 0;
    Wide above = 0;
    for (size_t s = 0; s < count; ++s) {
      if (!chart_value(chart_, s, c)) continue;
      const Wide one = units(s, c);
      if (one % Decimal::kUnit != 0) whole_ = false;
      if (first) low_ = high_ = one;
      first = false;
      if (!stacked) below = above = 0;
      (one < 0 ? below : above) += one;
      low_ = std::min(low_, tiles ? one : below);
      high_ = std::max(high_, tiles ? one : above);
    }
  }
}

// Steps of 1, 2 or 5 times a power of ten, the least with which five intervals are enough.
void ChartScale::round_range() {
  Wide step = whole_ ? Decimal::kUnit : 1;
  const auto low = [&] { return floor_to(low_, step); };
  const auto high = [&] { return -floor_to(-high_, step); };
  for (int turn = 0; (high() - low()) / step > kIntervals; ++turn) step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
  const Wide first = low();
  const Wide last = std::max(high(), first + step);
  low_ = first;
  high_ = last;
  for (Wide tick = first; tick <= last; tick += step) {
    if (tick < std::numeric_limits<int64_t>::min() || tick > std::numeric_limits<int64_t>::max()) continue;
    ticks_.push_back(Decimal::from_units(static_cast<int64_t>(tick)));
  }
}

int64_t ChartScale::place(Wide units, int64_t length) const {
  const Wide within = std::clamp(units, low_, high_) - low_;
  return static_cast<int64_t>(within * length / (high_ - low_));
}

int64_t ChartScale::at(Decimal value, int64_t length) const { return place(value.units(), length); }

ChartScale::Span ChartScale::bar(size_t series, size_t category, int64_t length) const {
  const Wide one = units(series, category);
  Wide from = 0;
  for (size_t s = 0; s < series && chart_.kind == Chart::Kind::stacked_bar; ++s) {
    const Wide other = units(s, category);
    if ((other < 0) == (one < 0)) from += other;
  }
  return {place(std::min(from, from + one), length), place(std::max(from, from + one), length)};
}

int ChartScale::tick_places() const {
  int out = 0;
  for (const Decimal& tick : ticks_) out = std::max(out, tick.places());
  return out;
}

int ChartScale::class_of(Decimal value, int classes) const {
  return static_cast<int>(std::min<int64_t>(at(value, classes), classes - 1));
}

}  // namespace esep::document
