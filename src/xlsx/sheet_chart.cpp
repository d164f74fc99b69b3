// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "document/chart/drawing.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

using Kind = document::Chart::Kind;

uint8_t type_of(Kind kind) {
  if (kind == Kind::line) return LXW_CHART_LINE;
  if (kind == Kind::column) return LXW_CHART_COLUMN;
  return kind == Kind::stacked_bar ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

lxw_color_t colour(const document::Colour& rgb) {
  lxw_color_t out = 0;
  for (const double part : rgb) out = out * 256 + static_cast<lxw_color_t>(std::llround(part * 255));
  return out;
}

// As on paper: areas with an outline, lines with dashes and marks, so that a grey print can be read.
void dress(lxw_chart_series* series, const document::Chart& chart, size_t index) {
  lxw_chart_line line{};
  if (chart.kind != Kind::line) {
    lxw_chart_fill fill{};
    fill.color = colour(document::area_colour(chart, index));
    lxw_chart_pattern pattern{};
    pattern.fg_color = 0x737373;
    pattern.bg_color = LXW_COLOR_WHITE;
    pattern.type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
    line.color = LXW_COLOR_BLACK;
    line.width = 0.5F;
    const bool hatched = chart.series[index].tone == document::Chart::Tone::hatched;
    if (hatched) chart_series_set_pattern(series, &pattern);
    if (!hatched) chart_series_set_fill(series, &fill);
    return chart_series_set_line(series, &line);
  }
  constexpr std::array<uint8_t, 3> kDashes{LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                           LXW_CHART_LINE_DASH_ROUND_DOT};
  constexpr std::array<uint8_t, 6> kMarks{LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_TRIANGLE,
                                          LXW_CHART_MARKER_X,      LXW_CHART_MARKER_PLUS,    LXW_CHART_MARKER_CIRCLE};
  line.color = colour(document::line_colour(index));
  line.width = 2.0F;
  line.dash_type = kDashes[index % kDashes.size()];
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, kMarks[index % kMarks.size()]);
}

bool any_negative(const document::Chart& chart) {
  for (const auto& series : chart.series) {
    for (const auto& value : series.values) {
      if (value && value->units() < 0) return true;
    }
  }
  return false;
}

// A bar that is not there cannot say why, so the name does.
std::string category_name(const document::Chart& chart, size_t category) {
  const std::string& name = chart.categories[category];
  if (chart.absent.empty() || chart.kind == Kind::tiles) return name;
  for (size_t s = 0; s < chart.series.size(); ++s) {
    if (document::chart_value(chart, s, category)) return name;
  }
  return name + " (" + chart.absent + ")";
}

// A long name is broken into lines. Where one name has no room for its lines, LibreOffice leaves out every second one.
double category_pixels(const document::Chart& chart) {
  constexpr size_t kLineLetters = 24;
  constexpr double kLinePixels = 16;
  size_t lines = 1;
  for (size_t i = 0; i < chart.categories.size(); ++i)
    lines = std::max(lines, count_code_points(category_name(chart, i)) / kLineLetters + 1);
  const size_t bars = chart.kind == Kind::stacked_bar ? 1 : chart.series.size();
  // Each bar wants 18 pixels.
  return std::max(static_cast<double>(bars) * 18, lines == 1 ? 0 : static_cast<double>(lines) * kLinePixels + 8);
}

double chart_pixels(const document::Chart& chart) {
  return std::clamp(static_cast<double>(chart.categories.size()) * category_pixels(chart) + 90, 200.0, 4000.0);
}

std::string axis_title(const document::Chart& chart) {
  return chart.axis + (chart.axis.empty() || chart.unit.empty() ? "" : ", ") + chart.unit;
}

}  // namespace

// The chart uses figures on a hidden sheet. Tiles are figures of this sheet, shaded by conditional formatting.
void Sheet::block(const document::Chart& chart) {
  if (chart.kind == Kind::tiles) return tiles(chart);
  if (chart.categories.empty() || chart.series.empty()) {
    if (!chart.title.empty()) block(document::Heading{chart.title, 2});
    return;
  }
  Workbook::Figures& figures = workbook_.figures();
  const auto first = static_cast<lxw_row_t>(figures.row + 1);
  chart_figures(chart, figures.sheet, figures.row);
  draw(chart, figures.sheet->name, first);
}

void Sheet::tiles(const document::Chart& chart) {
  if (!chart.title.empty()) block(document::Heading{chart.title, 2});
  const auto first = static_cast<lxw_row_t>(row_ + 1);
  chart_figures(chart, sheet_, row_);
  if (chart.categories.empty() || chart.series.empty()) return;
  const auto last = first + static_cast<lxw_row_t>(chart.categories.size()) - 1;
  lxw_conditional_format shade{};
  shade.type = LXW_CONDITIONAL_2_COLOR_SCALE;
  shade.min_color = colour({0.97, 0.98, 1.0});
  shade.max_color = colour(document::area_colour(chart, 0));
  require_ok(worksheet_conditional_format_range(sheet_, first, 1, last, 1, &shade));
}

// Titles, a row for each category, an empty row; `row` then is the next one.
void Sheet::chart_figures(const document::Chart& chart, lxw_worksheet* sheet, int& row) {
  const auto at = [&row] { return static_cast<lxw_row_t>(row); };
  Style style;
  style.border = true;
  Style head = style;
  head.bold = true;
  require_ok(worksheet_write_string(sheet, at(), 0, text_(axis_title(chart)), workbook_.format(head)));
  for (size_t s = 0; s < chart.series.size(); ++s) {
    require_ok(worksheet_write_string(sheet, at(), at_column(static_cast<int>(s) + 1), text_(chart.series[s].name),
                                      workbook_.format(head)));
  }
  ++row;
  Style figure = style;
  figure.number_format = number_format_of(form::ColumnType::decimal, document::chart_places(chart));
  figure.align = LXW_ALIGN_RIGHT;
  for (size_t c = 0; c < chart.categories.size(); ++c, ++row) {
    require_ok(worksheet_write_string(sheet, at(), 0, text_(category_name(chart, c)), workbook_.format(style)));
    for (size_t s = 0; s < chart.series.size(); ++s) {
      const auto known = document::chart_value(chart, s, c);
      const lxw_col_t column = at_column(static_cast<int>(s) + 1);
      figure.hatched = !known && !chart.absent.empty();
      lxw_format* format = workbook_.format(figure);
      if (known) {
        require_ok(
            worksheet_write_number(sheet, at(), column, static_cast<double>(known->units()) / Decimal::kUnit, format));
      } else if (figure.hatched && chart.kind == Kind::tiles) {
        require_ok(worksheet_write_string(sheet, at(), column, text_(chart.absent), format));
      } else {
        require_ok(worksheet_write_blank(sheet, at(), column, format));
      }
    }
  }
  ++row;
}

void Sheet::draw(const document::Chart& chart, const char* figures, lxw_row_t first) {
  const auto last = first + static_cast<lxw_row_t>(chart.categories.size()) - 1;
  const bool upright = chart.kind == Kind::line || chart.kind == Kind::column;
  lxw_chart* drawn = workbook_add_chart(workbook_.handle(), type_of(chart.kind));
  lxw_chart_axis* names = upright ? drawn->x_axis : drawn->y_axis;
  if (!upright) chart_axis_set_reverse(names);                              // first category on top
  chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);  // not upon bars below zero
  if (!upright) chart_axis_set_interval_unit(names, 1);
  // As on paper: a bar is as long as its figure, and a line shows no change greater than it is.
  if (!any_negative(chart)) chart_axis_set_min(upright ? drawn->y_axis : drawn->x_axis, 0);
  if (!chart.title.empty()) chart_title_set_name(drawn, text_(chart.title));
  const std::string axis = axis_title(chart);
  if (!axis.empty()) chart_axis_set_name(upright ? drawn->y_axis : drawn->x_axis, text_(axis));
  for (size_t s = 0; s < chart.series.size(); ++s) {
    lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
    const lxw_col_t column = at_column(static_cast<int>(s) + 1);
    chart_series_set_categories(series, figures, first, 0, last, 0);
    chart_series_set_values(series, figures, first, column, last, column);
    chart_series_set_name_range(series, figures, first - 1, column);
    chart_series_set_labels(series);
    if (chart.kind == Kind::line) chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_ABOVE);
    dress(series, chart, s);
  }
  if (chart.series.size() == 1) chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
  // 480 by 288 pixels are the size of a chart.
  const double height = upright ? 288 : chart_pixels(chart);
  std::string description = safe_text(chart.title);
  lxw_chart_options options{};
  options.x_scale = 1.5;
  options.y_scale = height / 288;
  if (!description.empty()) options.description = description.data();
  require_ok(worksheet_insert_chart_opt(sheet_, at(), 0, drawn, &options));
  constexpr double kRowPixels = 20;
  row_ += static_cast<int>(height / kRowPixels) + 2;
}

}  // namespace esep::xlsx
