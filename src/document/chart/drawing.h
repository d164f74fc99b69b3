// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <vector>

#include "document/chart/scale.h"
#include "document/layout/layout.h"
#include "document/layout/line_wrapper.h"

/// Charts as rectangles, lines and texts, for both paper and HTML. Shades and lines differ in lightness, dashes and
/// marks, so that a black and white print is readable. Every bar shows its figure.
namespace esep::document {

/// A piece of a drawing that no page break cuts; bands follow each other without a gap. Units are points from the
/// band's top left corner.
struct ChartBand {
  double height = 0;
  std::vector<Fill> fills;
  std::vector<Stroke> strokes;
  std::vector<TextRun> texts;
  std::vector<CellBox> cells;

  void frame(const Fill& fill);  // filled, with a thin outline
  void hatch(const Fill& box);   // slanting lines within a frame
  void text(double x, double baseline, Line words, double size, Face face = Face::regular, bool grey = false);
  void text(double x, double baseline, std::string words, double size, Face face = Face::regular, bool grey = false);
};

inline constexpr double kChartText = 8;         // size of the names and figures of bars and plots
inline constexpr int64_t kPartsOfAPoint = 100;  // places along an axis are whole numbers of these

/// No band is taller than this for any texts.
inline constexpr double kTallestBand = 300;

struct ChartDrawing {
  double width = 0;
  size_t head = 0;  // bands of title and legend, which stay on the page of the next band
  std::vector<ChartBand> bands;
};
[[nodiscard]] ChartDrawing draw_chart(const Chart& chart, Lang lang, double width, const TextMeasure& measure);

/// The state that all kinds of charts share while they are drawn.
struct ChartPen {
  const Chart& chart;
  Lang lang;
  double width;
  const TextMeasure& measure;
  LineWrapper wrapper{measure, lang};
  int places = chart_places(chart);

  [[nodiscard]] double width_of(const std::string& words, double size, Face face = Face::regular) const {
    return measure.width(words, face, size);
  }
  [[nodiscard]] std::string figure(const std::optional<Decimal>& value) const;
  /// A round figure of the axis.
  [[nodiscard]] std::string tick(const ChartScale& scale, size_t index) const;
  [[nodiscard]] std::string figure(size_t series, size_t category) const {
    return figure(chart_value(chart, series, category));
  }
  /// All of `text`.
  [[nodiscard]] std::vector<Line> all_lines(const std::string& text, double room, double size,
                                            Face face = Face::regular) const {
    return wrapper.lines(text, room, face, size);
  }
  /// The whole words of `text` in at most `most` lines; a text that does not fit ends in «…».
  [[nodiscard]] std::vector<Line> lines(const std::string& text, double room, double size, size_t most,
                                        Face face = Face::regular) const;
  /// Whether `text` takes at most `most` lines without a broken word.
  [[nodiscard]] bool fits(const std::string& text, double room, double size, size_t most) const;
};

using Colour = std::array<double, 3>;
/// By the tone of the series, or by its place; light enough for black letters on it.
[[nodiscard]] Colour area_colour(const Chart& chart, size_t series);
/// A framed area of the series.
void draw_area(ChartBand& band, const Chart& chart, size_t series, Fill box);
[[nodiscard]] Colour line_colour(size_t series);
[[nodiscard]] double line_dash(size_t series);
/// Draws the small mark of a series around (x, y).
void draw_mark(ChartBand& band, size_t series, double x, double y);

/// chart/bars.cpp
void draw_bars(const ChartPen& pen, std::vector<ChartBand>& bands);
/// chart/plot.cpp; false if the names do not fit under the columns or the figures over them.
[[nodiscard]] bool draw_columns(const ChartPen& pen, std::vector<ChartBand>& bands);
void draw_lines(const ChartPen& pen, std::vector<ChartBand>& bands);
/// chart/tiles.cpp
void draw_tiles(const ChartPen& pen, std::vector<ChartBand>& bands);
void draw_shades(const ChartPen& pen, std::vector<ChartBand>& bands);  // the legend of tiles

}  // namespace esep::document
