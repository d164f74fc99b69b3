// SPDX-License-Identifier: MIT
#include "xlsx/sheet.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::xlsx {
namespace {

constexpr double kLineHeight = 14.5;
constexpr int kLabelCharacters = 44;
constexpr int kValueCharacters = 60;
constexpr uint32_t kOpenFill = 0xFFFDE7;

const document::Table* first_table(const document::Section& section) {
  for (const auto& block : section.blocks) {
    if (const auto* table = std::get_if<document::Table>(&block)) return table;
  }
  return nullptr;
}

uint32_t colour_of(document::Emphasis emphasis) {
  switch (emphasis) {
    case document::Emphasis::muted: return 0x666666;
    case document::Emphasis::good: return 0x1B5E20;
    case document::Emphasis::warning: return 0x9C5700;
    case document::Emphasis::bad: return 0x9C0006;
    default: return 0;
  }
}

}  // namespace

Sheet::Sheet(Workbook& workbook, const document::Document& document, const document::Section& section)
    : workbook_(workbook), document_(document), section_(section), sheet_(workbook.add_sheet(section.name)) {}

void Sheet::write() {
  set_widths();
  page_setup();
  for (const auto& one : section_.blocks) std::visit([this](const auto& b) { block(b); }, one);
  if (section_.hidden) worksheet_hide(sheet_);
  if (section_.input) {
    lxw_protection options{};
    options.format_columns = 1;
    options.format_rows = 1;
    options.insert_rows = 1;
    options.delete_rows = 1;
    options.sort = 1;
    options.autofilter = 1;
    worksheet_protect(sheet_, nullptr, &options);
  }
}

void Sheet::set_widths() {
  if (const auto* table = first_table(section_)) {
    for (const auto& column : table->columns) widths_.push_back(column.width);
  }
  while (widths_.size() < 2) widths_.push_back(section_.hidden ? 24 : 40);
  columns_ = static_cast<int>(widths_.size());
  for (int i = 0; i < columns_; ++i) {
    worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths_[static_cast<size_t>(i)] + 1, nullptr);
  }
}

void Sheet::page_setup() {
  worksheet_set_paper(sheet_, section_.paper == document::Paper::a3 ? 8 : 9);
  if (section_.landscape) worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_margins(sheet_, 0.6, 0.4, 0.6, 0.6);
  const std::string footer = "&L&8" + clip(safe_text(document_.footer + (document_.code.empty() ? "" : "  " + document_.code)), 200) + "&R&8&P / &N";
  worksheet_set_footer(sheet_, footer.c_str());
}

int Sheet::columns_for(int characters) const {
  int sum = 0;
  int count = 0;
  while (count < columns_ && sum < characters) sum += widths_[static_cast<size_t>(count++)];
  return std::max(count, 1);
}

int Sheet::lines(const std::string& text, int first, int last) const {
  int width = 0;
  for (int i = first; i <= last; ++i) width += widths_[static_cast<size_t>(i)];
  int out = 0;
  for (const std::string& line : split(text, '\n')) {
    // Words do not fill a line to its end: a sixth is lost on average.
    out += 1 + static_cast<int>(count_code_points(line)) * 6 / 5 / std::max(width, 1);
  }
  return out;
}

void Sheet::span(int first, int last, const std::string& text, const Style& style) {
  const std::string safe = safe_text(text);
  lxw_format* format = workbook_.format(style);
  const auto row = static_cast<lxw_row_t>(row_);
  if (last > first) {
    worksheet_merge_range(sheet_, row, static_cast<lxw_col_t>(first), row, static_cast<lxw_col_t>(last), safe.c_str(), format);
  } else {
    worksheet_write_string(sheet_, row, static_cast<lxw_col_t>(first), safe.c_str(), format);
  }
}

void Sheet::block(const document::Stamp& stamp) {
  const int first = std::max(columns_ - columns_for(50), columns_ > 2 ? columns_ / 2 : 1);
  for (const std::string& line : stamp.lines) {
    Style style;
    style.align = LXW_ALIGN_RIGHT;
    span(first, columns_ - 1, line, style);
    worksheet_set_row(sheet_, static_cast<lxw_row_t>(row_), kLineHeight * lines(line, first, columns_ - 1), nullptr);
    ++row_;
  }
  ++row_;
}

void Sheet::block(const document::Heading& heading) {
  Style style;
  style.bold = true;
  style.size = heading.level == 1 ? 13 : 11;
  style.align = heading.level == 1 ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT;
  span(0, columns_ - 1, heading.text, style);
  worksheet_set_row(sheet_, static_cast<lxw_row_t>(row_), 1.3 * kLineHeight * lines(heading.text, 0, columns_ - 1), nullptr);
  row_ += 2;
}

void Sheet::block(const document::Paragraph& paragraph) {
  Style style;
  style.bold = paragraph.emphasis == document::Emphasis::strong;
  style.colour = colour_of(paragraph.emphasis);
  const int last = std::min(columns_for(140), columns_) - 1;
  span(0, last, paragraph.text, style);
  worksheet_set_row(sheet_, static_cast<lxw_row_t>(row_), kLineHeight * lines(paragraph.text, 0, last), nullptr);
  ++row_;
}

void Sheet::block(const document::Fields& fields) {
  if (section_.hidden) {  // identity: bare keys and values
    for (const auto& field : fields.fields) {
      worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), 0, safe_text(field.label).c_str(), nullptr);
      worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), 1, safe_text(form::canonical_text(field.value)).c_str(), nullptr);
      ++row_;
    }
    return;
  }
  const int label_last = std::min(columns_for(kLabelCharacters), columns_ - 1) - 1;
  const int value_last = std::max(std::min(columns_for(kLabelCharacters + kValueCharacters), columns_) - 1, label_last + 1);
  for (const auto& field : fields.fields) {
    Style label;
    span(0, label_last, field.label, label);
    Style style;
    style.border = field.input.has_value();
    style.locked = !field.input.has_value();
    style.fill = field.input ? kOpenFill : 0;
    const form::ColumnType type = field.input ? field.input->type : form::ColumnType::text;
    style.number_format = number_format_of(type, field.scale);
    const std::string text = form::display_text(field.value, field.scale, document_.lang);
    if (value_last > label_last + 1) span(label_last + 1, value_last, "", style);
    if (field.input) {
      value(label_last + 1, field.value, workbook_.format(style));
      open_cells(label_last + 1, value_last, *field.input, style);
    } else {
      worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(label_last + 1), safe_text(text).c_str(), workbook_.format(style));
    }
    if (field.note) note(label_last + 1, *field.note);
    const int height = std::max(lines(field.label, 0, label_last), lines(text, label_last + 1, value_last));
    worksheet_set_row(sheet_, static_cast<lxw_row_t>(row_), kLineHeight * height + 1, nullptr);
    ++row_;
  }
  ++row_;
}

void Sheet::open_cells(int first, int, const document::InputSpec& input, const Style&) {
  validation(row_, row_, first, input);
}

void Sheet::block(const document::Signatures& signatures) {
  ++row_;
  const int title_last = std::min(columns_for(kLabelCharacters), columns_ - 1) - 1;
  for (const auto& line : signatures.lines) {
    Style style;
    span(0, std::max(title_last, 0), line.title, style);
    const int last = std::max(std::min(columns_for(kLabelCharacters + kValueCharacters), columns_) - 1, title_last + 1);
    span(title_last + 1, last, "____________________  " + line.name, style);
    worksheet_set_row(sheet_, static_cast<lxw_row_t>(row_), kLineHeight * (lines(line.title, 0, std::max(title_last, 0)) + 1), nullptr);
    row_ += 2;
  }
}

void Sheet::block(const document::PageBreak&) {}

void Sheet::note(int column, const document::Note& remark) {
  lxw_comment_options options{};
  options.color = remark.severity == Severity::error ? 0xFFCDD2 : 0xFFF59D;
  options.width = 320;
  options.height = 120;
  worksheet_write_comment_opt(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column), safe_text(remark.text).c_str(), &options);
}

void Sheet::value(int column, const form::Value& value, lxw_format* format) {
  const auto row = static_cast<lxw_row_t>(row_);
  const auto col = static_cast<lxw_col_t>(column);
  if (form::is_blank(value)) {
    worksheet_write_blank(sheet_, row, col, format);
  } else if (const auto* number = std::get_if<int64_t>(&value); number != nullptr && std::abs(*number) < 999'999'999'999'999) {
    worksheet_write_number(sheet_, row, col, static_cast<double>(*number), format);
  } else if (const auto* decimal = std::get_if<Decimal>(&value); decimal != nullptr && std::abs(decimal->units()) < 999'999'999'999'999) {
    // Fifteen significant digits survive a double exactly; longer amounts are written as text.
    worksheet_write_number(sheet_, row, col, static_cast<double>(decimal->units()) / Decimal::kUnit, format);
  } else if (const auto* date = std::get_if<calendar::Date>(&value); date != nullptr && date->year() > 1900) {
    worksheet_write_number(sheet_, row, col, date->days() + 25569, format);
  } else {
    const std::string text = safe_text(form::display_text(value, 0, document_.lang));
    worksheet_write_string(sheet_, row, col, text.c_str(), format);
  }
}

}  // namespace esep::xlsx
