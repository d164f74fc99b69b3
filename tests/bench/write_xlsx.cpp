// SPDX-License-Identifier: MIT
#include <map>

#include <xlsxwriter.h>

#include "child.h"
#include "document/build/form_table_block.h"
#include "table_data.h"
#include "xlsx/write.h"

namespace esep::bench {
namespace {

// What src/xlsx gives a column: font, border, wrapped text, alignment, number format.
lxw_format* format_of(lxw_workbook* book, const document::TableColumn& column) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "Times New Roman");
  format_set_font_size(format, 9);
  format_set_text_wrap(format);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (form::is_numeric_type(column.type)) {
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_num_format(format, "#,##0.00");
  } else {
    format_set_num_format(format, column.type == form::ColumnType::date ? "dd.mm.yyyy" : "@");
  }
  return format;
}

void write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const form::Value& value, lxw_format* format) {
  constexpr int kExcelEpoch = 25569;
  if (const auto* text = std::get_if<std::string>(&value)) {
    worksheet_write_string(sheet, row, column, text->c_str(), format);
  } else if (const auto* number = std::get_if<int64_t>(&value)) {
    worksheet_write_number(sheet, row, column, static_cast<double>(*number), format);
  } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
    worksheet_write_number(sheet, row, column, static_cast<double>(decimal->units()) / Decimal::kUnit, format);
  } else if (const auto* date = std::get_if<calendar::Date>(&value)) {
    worksheet_write_number(sheet, row, column, date->days() + kExcelEpoch, format);
  } else if (const auto* yes = std::get_if<bool>(&value)) {
    worksheet_write_string(sheet, row, column, *yes ? "иә" : "жоқ", format);
  }
}

Time write_bare(const std::filesystem::path& folder) {
  const auto form = official_form();
  const TableData data(form);
  const document::Table table = document::form_table(form, Lang::kk);
  return time_of([&] {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt((folder / "bare.xlsx").c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "bench");
    std::vector<lxw_format*> formats;
    // One object for equal formats: libxlsxwriter looks a second one up at every cell.
    std::map<form::ColumnType, lxw_format*> by_type;
    for (const auto& column : table.columns) {
      const auto kind = column.type == form::ColumnType::date || form::is_numeric_type(column.type)
                            ? column.type
                            : form::ColumnType::text;
      auto& format = by_type[kind];
      if (format == nullptr) format = format_of(book, column);
      formats.push_back(format);
    }
    for (size_t i = 0; i < table.columns.size(); ++i) {
      worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), table.columns[i].title.c_str(), nullptr);
    }
    for (int row = 0; row < kLongRows; ++row) {
      for (size_t i = 0; i < formats.size(); ++i) {
        write_value(sheet, static_cast<lxw_row_t>(row) + 1, static_cast<lxw_col_t>(i), data.shown(row, i), formats[i]);
      }
    }
    workbook_close(book);
  });
}

Time write_ours(const std::filesystem::path& folder) {
  const auto form = official_form();
  const TableData data(form);
  return time_of([&] { xlsx::write(paper(form, data, kLongRows), folder / "esep.xlsx"); });
}

}  // namespace

Case write_case() {
  return {"write",
          "XLSX, 100 000 × 26 with the official header, written",
          nullptr,
          {{"libxlsxwriter, `constant_memory`", write_bare}, {"Document → `src/xlsx`", write_ours}}};
}

}  // namespace esep::bench
