// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "document/chart/drawing.h"

namespace esep::document {
namespace {

constexpr double kName = 8;
constexpr double kValue = 10;
constexpr double kTileLine = 10;
constexpr double kBetweenTiles = 4;
constexpr double kLeastWidth = 96;
constexpr double kLeastHeight = 54;
constexpr double kPadding = 4;
constexpr size_t kTileNameLines = 5;
constexpr size_t kMoreSeries = 6;

int classes_of(const ChartScale& scale) { return std::max(static_cast<int>(scale.ticks().size()) - 1, 1); }

// From near white to the darkest blue on which black letters read well.
Colour shade(int of_class, int classes) {
  const double part = classes > 1 ? static_cast<double>(of_class) / (classes - 1) : 0.5;
  return {0.97 - 0.55 * part, 0.98 - 0.38 * part, 1.0 - 0.17 * part};
}

struct Tile {
  std::vector<Line> name;
  std::vector<Line> more;  // further series under the first
  double height() const {
    return 2 * kPadding + static_cast<double>(name.size() + more.size()) * kTileLine + kValue + 4;
  }
};

Tile tile_of(const ChartPen& pen, size_t c, double room) {
  Tile out;
  out.name = pen.lines(pen.chart.categories[c], room, kName, kTileNameLines);
  for (size_t s = 1; s < std::min(pen.chart.series.size(), kMoreSeries); ++s) {
    const std::string words = fmt::format("{}: {}", pen.chart.series[s].name, pen.figure(s, c));
    for (auto& line : pen.lines(words, room, kName, 3)) out.more.push_back(std::move(line));
  }
  return out;
}

void draw_tile(const ChartPen& pen, ChartBand& band, const ChartScale& scale, size_t c, const Tile& tile,
               const CellBox& box) {
  const auto value = chart_value(pen.chart, 0, c);
  const int classes = classes_of(scale);
  const bool hatched = !value && !pen.chart.absent.empty();
  Fill fill{box.x, box.y, box.width, box.height};
  if (value) fill.rgb = shade(scale.class_of(*value, classes), classes);
  if (hatched) {
    band.hatch(fill);
  } else {
    band.frame(fill);
  }
  band.cells.push_back(box);
  double y = box.y + kPadding;
  const auto line = [&](const Line& words, double size, Face face) {
    band.text(box.x + (box.width - pen.width_of(words.text, size, face)) / 2, y + size, words, size, face);
  };
  for (const auto& words : tile.name) {
    line(words, kName, Face::regular);
    y += kTileLine;
  }
  y += 1;
  const std::string words = pen.figure(value);
  line({words}, pen.width_of(words, kValue, Face::bold) <= box.width - 2 * kPadding ? kValue : 7, Face::bold);
  y += kValue + 3;
  for (const auto& more : tile.more) {
    line(more, kName, Face::regular);
    y += kTileLine;
  }
}

}  // namespace

void draw_tiles(const ChartPen& pen, std::vector<ChartBand>& bands) {
  const ChartScale scale(pen.chart);
  const size_t across =
      std::max<size_t>(static_cast<size_t>((pen.width + kBetweenTiles) / (kLeastWidth + kBetweenTiles)), 1);
  const double width = (pen.width + kBetweenTiles) / static_cast<double>(across) - kBetweenTiles;
  for (size_t first = 0; first < pen.chart.categories.size(); first += across) {
    const size_t last = std::min(first + across, pen.chart.categories.size());
    std::vector<Tile> tiles;
    double height = kLeastHeight;
    for (size_t c = first; c < last; ++c) {
      tiles.push_back(tile_of(pen, c, width - 2 * kPadding));
      height = std::max(height, tiles.back().height());
    }
    ChartBand band;
    band.height = height + kBetweenTiles;
    for (size_t c = first; c < last; ++c) {
      const double x = static_cast<double>(c - first) * (width + kBetweenTiles);
      draw_tile(pen, band, scale, c, tiles[c - first], {x, 0, width, height});
    }
    bands.push_back(std::move(band));
  }
}

void draw_shades(const ChartPen& pen, std::vector<ChartBand>& bands) {
  if (pen.chart.series.empty() || pen.chart.categories.empty()) return;
  const ChartScale scale(pen.chart);
  const int classes = classes_of(scale);
  ChartBand band;
  band.height = kTileLine + 4;
  double x = 0;
  const std::string name = pen.chart.series[0].name == pen.chart.title ? "" : pen.chart.series[0].name;
  for (const auto& words : pen.lines(name, pen.width * 0.4, kName, 1)) {
    band.text(0, kName + 1, words, kName);
    x = pen.width_of(words.text, kName) + 10;
  }
  for (int i = 0; i + 1 < static_cast<int>(scale.ticks().size()); ++i) {
    const auto at = static_cast<size_t>(i);
    const std::string words = fmt::format("{} – {}", pen.tick(scale, at), pen.tick(scale, at + 1));
    const double wide = 18 + pen.width_of(words, kName) + 4;
    if (x > 0 && x + wide > pen.width) {
      bands.push_back(std::move(band));
      band = {};
      band.height = kTileLine + 4;
      x = 0;
    }
    band.frame({x, 1, 14, 9, shade(i, classes)});
    band.text(x + 18, kName + 1, words, kName);
    x += wide + 10;
  }
  bands.push_back(std::move(band));
}

}  // namespace esep::document
