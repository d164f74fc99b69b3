// SPDX-License-Identifier: MIT
#include "document/chart/drawing.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace esep::document {
namespace {

constexpr double kTitle = 10;
constexpr double kTextSize = 8;
constexpr double kLegendLine = 11;
constexpr double kSwatch = 9;
constexpr double kBetween = 14;  // entries of a legend

// Neighbouring colours differ in both lightness and hue.
constexpr std::array<Colour, 6> kAreas{{{0.42, 0.60, 0.83},
                                        {0.97, 0.87, 0.60},
                                        {0.58, 0.76, 0.50},
                                        {0.93, 0.93, 0.95},
                                        {0.80, 0.58, 0.52},
                                        {0.78, 0.75, 0.88}}};
// Done green, in progress blue, not due grey, overdue red, as officials expect; what is not known is white and hatched.
constexpr std::array<std::pair<Chart::Tone, Colour>, 6> kTones{{{Chart::Tone::good, {0.58, 0.78, 0.50}},
                                                                {Chart::Tone::active, {0.40, 0.58, 0.84}},
                                                                {Chart::Tone::warning, {0.97, 0.87, 0.60}},
                                                                {Chart::Tone::muted, {0.85, 0.85, 0.87}},
                                                                {Chart::Tone::bad, {0.91, 0.48, 0.43}},
                                                                {Chart::Tone::hatched, {1, 1, 1}}}};
constexpr std::array<Colour, 6> kLines{{{0.10, 0.28, 0.55},
                                        {0.75, 0.36, 0.05},
                                        {0.20, 0.45, 0.20},
                                        {0.15, 0.15, 0.15},
                                        {0.50, 0.20, 0.55},
                                        {0.00, 0.45, 0.50}}};
constexpr std::array<double, 3> kDashes{0, 4, 1.5};

struct Entry {
  double x = 0;
  std::vector<std::string> lines;
};

void draw_swatch(const ChartPen& pen, ChartBand& band, size_t series, double x, double y) {
  if (pen.chart.kind != Chart::Kind::line) return draw_area(band, pen.chart, series, {x, y + 1, kSwatch, kSwatch - 1});
  const double middle = y + kSwatch / 2 + 0.5;
  band.strokes.push_back({x - 4, middle, x + kSwatch + 4, middle, 1.4, line_dash(series), line_colour(series)});
  draw_mark(band, series, x + kSwatch / 2, middle);
}

// Entries side by side, as many as stand in a row.
void draw_legend(const ChartPen& pen, std::vector<ChartBand>& bands) {
  const double room = pen.width - kSwatch - 12;
  double x = 4;
  bands.push_back({});
  bands.back().height = kLegendLine;
  for (size_t s = 0; s < pen.chart.series.size(); ++s) {
    const auto lines = pen.lines(pen.chart.series[s].name, room, kTextSize, 3);
    double wide = 0;
    for (const auto& line : lines) wide = std::max(wide, pen.width_of(line.text, kTextSize));
    if (x > 4 && x + kSwatch + 6 + wide > pen.width) {
      bands.push_back({});
      x = 4;
    }
    ChartBand& band = bands.back();
    band.height = std::max(band.height, kLegendLine * static_cast<double>(std::max<size_t>(lines.size(), 1)) + 2);
    draw_swatch(pen, band, s, x, 0);
    for (size_t i = 0; i < lines.size(); ++i)
      band.text(x + kSwatch + 6, kTextSize + static_cast<double>(i) * kLegendLine, lines[i], kTextSize);
    x += kSwatch + 6 + wide + kBetween;
  }
  bands.back().height += 3;
}

void draw_head(const ChartPen& pen, std::vector<ChartBand>& bands) {
  const Chart& chart = pen.chart;
  const auto paragraph = [&](const std::string& words, double size, Face face, bool grey) {
    for (const auto& line : pen.lines(words, pen.width, size, 6, face)) {
      ChartBand band;
      band.height = size * 1.35;
      band.text(0, size, line, size, face, grey);
      bands.push_back(std::move(band));
    }
  };
  paragraph(chart.title, kTitle, Face::bold, false);
  paragraph(chart.axis + (chart.axis.empty() || chart.unit.empty() ? "" : ", ") + chart.unit, kTextSize, Face::regular,
            true);
  if (chart.kind == Chart::Kind::tiles) return draw_shades(pen, bands);
  const bool said = chart.series.size() == 1 && (chart.series[0].name.empty() || chart.series[0].name == chart.title);
  if (!chart.series.empty() && !said) draw_legend(pen, bands);
}

}  // namespace

void ChartBand::frame(const Fill& fill) {
  const double right = fill.x + fill.width;
  const double below = fill.y + fill.height;
  fills.push_back(fill);
  strokes.push_back({fill.x, fill.y, right, fill.y});
  strokes.push_back({right, fill.y, right, below});
  strokes.push_back({right, below, fill.x, below});
  strokes.push_back({fill.x, below, fill.x, fill.y});
}

void ChartBand::text(double x, double baseline, Line words, double size, Face face, bool grey) {
  TextRun run;
  run.x = x;
  run.y = baseline;
  run.size = size;
  run.face = face;
  run.grey = grey;
  run.text = std::move(words.text);
  run.cut = std::move(words.cut);
  texts.push_back(std::move(run));
}

void ChartBand::text(double x, double baseline, std::string words, double size, Face face, bool grey) {
  text(x, baseline, Line{std::move(words)}, size, face, grey);
}

void ChartBand::hatch(const Fill& box) {
  constexpr double kStep = 4;
  constexpr Colour kGrey{0.45, 0.45, 0.45};
  frame({box.x, box.y, box.width, box.height, {1, 1, 1}});
  for (double from = kStep; from < box.width + box.height; from += kStep) {
    // From the lower or right side up to the upper or left one.
    const double x1 = std::min(from, box.width);
    const double y1 = from - x1;
    const double y2 = std::min(from, box.height);
    const double x2 = from - y2;
    strokes.push_back({box.x + x1, box.y + y1, box.x + x2, box.y + y2, 0.4, 0, kGrey});
  }
}

Colour area_colour(const Chart& chart, size_t series) {
  const Chart::Tone tone = series < chart.series.size() ? chart.series[series].tone : Chart::Tone::by_order;
  for (const auto& [one, colour] : kTones) {
    if (one == tone) return colour;
  }
  return kAreas[series % kAreas.size()];
}

void draw_area(ChartBand& band, const Chart& chart, size_t series, Fill box) {
  if (chart.series[series].tone == Chart::Tone::hatched) return band.hatch(box);
  box.rgb = area_colour(chart, series);
  band.frame(box);
}

Colour line_colour(size_t series) { return kLines[series % kLines.size()]; }
double line_dash(size_t series) { return kDashes[series % kDashes.size()]; }

void draw_mark(ChartBand& band, size_t series, double x, double y) {
  constexpr double kHalf = 2.6;
  const auto line = [&](double x1, double y1, double x2, double y2) {
    band.strokes.push_back(
        {x + x1 * kHalf, y + y1 * kHalf, x + x2 * kHalf, y + y2 * kHalf, 1.1, 0, line_colour(series)});
  };
  const auto square = [&](const Colour& inside) {
    band.fills.push_back({x - kHalf, y - kHalf, 2 * kHalf, 2 * kHalf, inside});
    for (const double side : {-1.0, 1.0}) {
      line(-1, side, 1, side);
      line(side, -1, side, 1);
    }
  };
  switch (series % 6) {
    case 0:
      return square(line_colour(series));
    case 1:  // a diamond
      for (const double side : {-1.3, 1.3}) {
        line(-1.3, 0, 0, side);
        line(0, side, 1.3, 0);
      }
      return;
    case 2:  // a triangle
      line(-1.2, 1, 1.2, 1);
      line(-1.2, 1, 0, -1.2);
      return line(1.2, 1, 0, -1.2);
    case 3:
      line(-1, -1, 1, 1);
      return line(-1, 1, 1, -1);
    case 4:
      line(-1.3, 0, 1.3, 0);
      return line(0, -1.3, 0, 1.3);
    default:
      return square({1, 1, 1});
  }
}

std::string ChartPen::figure(const std::optional<Decimal>& value) const {
  if (!value) return chart.absent.empty() ? "–" : chart.absent;
  return form::display_text(form::Value(*value), places, lang);
}

std::string ChartPen::tick(const ChartScale& scale, size_t index) const {
  return form::display_text(form::Value(scale.ticks()[index]), scale.tick_places(), lang);
}

std::vector<Line> ChartPen::lines(const std::string& text, double room, double size, size_t most, Face face) const {
  auto out = all_lines(text, room, size, face);
  shorten(out, most, [&](const std::string& words) { return width_of(words, size, face) <= room; });
  return out;
}

bool ChartPen::fits(const std::string& text, double room, double size, size_t most) const {
  if (wrapper.widest_piece(text, Face::regular) * size > room) return false;
  return all_lines(text, room, size).size() <= most;
}

ChartDrawing draw_chart(const Chart& chart, Lang lang, double width, const TextMeasure& measure) {
  ChartDrawing out;
  out.width = width;
  const ChartPen pen{chart, lang, width, measure};
  draw_head(pen, out.bands);
  out.head = out.bands.size();
  if (chart.categories.empty() || chart.series.empty()) return out;
  if (chart.kind == Chart::Kind::tiles) {
    draw_tiles(pen, out.bands);
  } else if (chart.kind == Chart::Kind::line) {
    draw_lines(pen, out.bands);
  } else if (chart.kind != Chart::Kind::column || !draw_columns(pen, out.bands)) {
    draw_bars(pen, out.bands);
  }
  return out;
}

}  // namespace esep::document
