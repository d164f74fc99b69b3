// SPDX-License-Identifier: MIT
#include "xlsx/sheet.h"

namespace esep::xlsx {

// The figures stand on the sheet, the chart lives on them.
void Sheet::block(const document::Chart& chart) {
  if (chart.categories.empty() || chart.series.empty()) return;
  if (!chart.title.empty()) block(document::Heading{chart.title, 2});
  const int top = row_;
  Style style;
  for (size_t s = 0; s < chart.series.size(); ++s) {
    worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(s + 1), safe_text(chart.series[s].name).c_str(), workbook_.format(style));
  }
  ++row_;
  for (size_t c = 0; c < chart.categories.size(); ++c, ++row_) {
    worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), 0, safe_text(chart.categories[c]).c_str(), workbook_.format(style));
    for (size_t s = 0; s < chart.series.size(); ++s) {
      if (c < chart.series[s].values.size()) value(static_cast<int>(s) + 1, form::Value(chart.series[s].values[c]), workbook_.format(style));
    }
  }
  const auto type = chart.kind == document::Chart::Kind::line          ? LXW_CHART_LINE
                    : chart.kind == document::Chart::Kind::stacked_bar ? LXW_CHART_BAR_STACKED
                                                                       : LXW_CHART_BAR;
  lxw_chart* drawn = workbook_add_chart(workbook_.handle(), type);
  for (size_t s = 0; s < chart.series.size(); ++s) {
    lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
    const auto column = static_cast<lxw_col_t>(s + 1);
    const std::string name = sheet_->name;
    chart_series_set_categories(series, name.c_str(), static_cast<lxw_row_t>(top + 1), 0, static_cast<lxw_row_t>(row_ - 1), 0);
    chart_series_set_values(series, name.c_str(), static_cast<lxw_row_t>(top + 1), column, static_cast<lxw_row_t>(row_ - 1), column);
    chart_series_set_name_range(series, name.c_str(), static_cast<lxw_row_t>(top), column);
  }
  worksheet_insert_chart(sheet_, static_cast<lxw_row_t>(row_ + 1), 0, drawn);
  row_ += 18;
}

}  // namespace esep::xlsx
