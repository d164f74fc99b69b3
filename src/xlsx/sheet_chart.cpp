// SPDX-License-Identifier: MIT
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

uint8_t type_of(document::Chart::Kind kind) {
  switch (kind) {
    case document::Chart::Kind::line:
      return LXW_CHART_LINE;
    case document::Chart::Kind::stacked_bar:
      return LXW_CHART_BAR_STACKED;
    default:
      return LXW_CHART_BAR;
  }
}

}  // namespace

// The figures stand on the sheet, the chart lives on them. Tiles are the figures alone.
void Sheet::block(const document::Chart& chart) {
  if (!chart.title.empty()) block(document::Heading{chart.title, 2});
  const int top = row_;
  Style style;
  style.border = true;
  for (size_t s = 0; s < chart.series.size(); ++s) {
    must(worksheet_write_string(sheet_, at(), at_column(static_cast<int>(s) + 1), text_(chart.series[s].name),
                                workbook_.format(style)));
  }
  ++row_;
  Style figure = style;
  figure.number_format = "#,##0.####";
  for (size_t c = 0; c < chart.categories.size(); ++c, ++row_) {
    must(worksheet_write_string(sheet_, at(), 0, text_(chart.categories[c]), workbook_.format(style)));
    for (size_t s = 0; s < chart.series.size(); ++s) {
      if (c < chart.series[s].values.size())
        value(static_cast<int>(s) + 1, form::Value(chart.series[s].values[c]), workbook_.format(figure));
    }
  }
  ++row_;
  if (chart.categories.empty() || chart.series.empty() || chart.kind == document::Chart::Kind::tiles) return;
  const auto first = static_cast<lxw_row_t>(top + 1);
  const auto last = first + static_cast<lxw_row_t>(chart.categories.size()) - 1;
  lxw_chart* drawn = workbook_add_chart(workbook_.handle(), type_of(chart.kind));
  if (chart.kind != document::Chart::Kind::line)
    chart_axis_set_reverse(drawn->y_axis);  // first category on top
  if (!chart.title.empty()) chart_title_set_name(drawn, text_(chart.title));
  for (size_t s = 0; s < chart.series.size(); ++s) {
    lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
    const lxw_col_t column = at_column(static_cast<int>(s) + 1);
    chart_series_set_categories(series, sheet_->name, first, 0, last, 0);
    chart_series_set_values(series, sheet_->name, first, column, last, column);
    chart_series_set_name_range(series, sheet_->name, static_cast<lxw_row_t>(top), column);
  }
  must(worksheet_insert_chart(sheet_, at(), 0, drawn));
  constexpr int kChartRows = 16;
  row_ += kChartRows;
}

}  // namespace esep::xlsx
