// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/error.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

constexpr uint32_t kSectionFill = 0xE3EAF3;
constexpr uint32_t kLinkColour = 0x0B57D0;
// A double holds any 15 digits exactly; a longer number is written as text.
constexpr int64_t kExact = 999'999'999'999'999;

uint32_t cell_fill(const document::Cell& cell) {
  if (cell.note) {
    switch (cell.note->severity) {
      case Severity::error:
        return 0xFFC7CE;
      case Severity::warning:
        return 0xFFEB9C;
      case Severity::info:
        return 0xDDEBF7;
    }
  }
  switch (cell.emphasis) {
    case document::Emphasis::good:
      return 0xE2F0D9;
    case document::Emphasis::warning:
      return 0xFFF2CC;
    case document::Emphasis::bad:
      return 0xF8CBAD;
    default:
      return 0;
  }
}

bool is_web_address(const std::string& link) {
  return link.starts_with("http://") || link.starts_with("https://") || link.starts_with("mailto:");
}

// The text as a formula's string literal.
std::string literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

// Decimal places of a value that the column does not show.
int places_of(const document::Cell& cell, const document::TableColumn& column) {
  const auto* number = std::get_if<Decimal>(&cell.value);
  return number == nullptr ? column.scale : std::max(column.scale, number->places());
}

bool is_plain(const document::Row& row, const document::Cell& cell, const document::TableColumn& column) {
  constexpr std::array<int64_t, 5> kUnits{10000, 1000, 100, 10, 1};
  if (row.kind != document::Row::Kind::data || cell.emphasis != document::Emphasis::normal || cell.locked ||
      cell.note || !cell.link.empty())
    return false;
  const auto* number = std::get_if<Decimal>(&cell.value);
  return number == nullptr ||
         number->units() % kUnits[static_cast<size_t>(std::clamp(column.scale, 0, Decimal::kScale))] == 0;
}

Style style_of(const document::Row& row, const document::Cell& cell, const document::TableColumn& column,
               bool joined_below) {
  Style style;
  style.size = 9;
  style.border = true;
  style.bold = row.kind == document::Row::Kind::total || cell.emphasis == document::Emphasis::strong;
  style.colour = cell.emphasis == document::Emphasis::muted ? 0x666666 : 0;
  style.no_top = cell.continued;
  style.no_bottom = joined_below;
  style.locked = !column.input || cell.locked;
  style.fill = cell_fill(cell);
  if (style.fill == 0 && !style.locked) style.fill = kOpenFill;
  if (!cell.link.empty()) {
    style.link = true;
    style.colour = kLinkColour;
  }
  style.number_format = number_format_of(column.type, places_of(cell, column));
  if (form::is_numeric_type(column.type)) style.align = LXW_ALIGN_RIGHT;
  return style;
}

}  // namespace

// The next row is known, so a cell that continues below has no line under it.
void Sheet::body(const document::Table& table) {
  const int first_row = row_;
  std::vector<ColumnFormats> formats(table.columns.size());
  const auto cursor = table.rows ? table.rows() : nullptr;
  document::Row current;
  document::Row following;
  for (bool more = cursor && cursor->next(current); more; ++row_) {
    more = cursor->next(following);
    row(table, current, more ? &following : nullptr, formats);
    std::swap(current, following);
  }
  document::Row blank;
  blank.cells.resize(table.columns.size());
  for (int i = 0; i < table.blank_rows; ++i, ++row_) row(table, blank, nullptr, formats);
  if (check_) check_->add_table(table, first_row - 1, row_ - first_row);
  if (row_ == first_row) return;
  constexpr int kRoomBelow = 2000;  // rows that a person adds get the same help
  const int last = table.blank_rows > 0 ? std::min(row_ + kRoomBelow, kMaxRows - 1) : row_ - 1;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].input) validation(first_row, last, static_cast<int>(i), *table.columns[i].input);
  }
  if (table.blank_rows == 0) ++row_;
}

void Sheet::row(const document::Table& table, const document::Row& row, const document::Row* next,
                std::vector<ColumnFormats>& formats) {
  if (row_ >= kMaxRows)
    throw Error(Message("XLSX-TOO-MANY-ROWS", {{"limit", std::to_string(kMaxRows)}}), "XLSX-USE-CSV");
  if (!row.anchor.empty()) workbook_.define_anchor(row.anchor, *sheet_, row_);
  if (row.kind == document::Row::Kind::section && !row.cells.empty()) {
    Style style;
    style.bold = true;
    style.border = true;
    style.size = 9;
    style.fill = kSectionFill;
    span(0, std::max(static_cast<int>(table.columns.size()) - 1, 0),
         form::display_text(row.cells[0].value, 0, document_.lang), style);
    return;
  }
  if (!workbook_.streamed()) fit_row(table, row);
  const size_t count = std::min(row.cells.size(), table.columns.size());
  const bool may_join = next != nullptr && next->kind == document::Row::Kind::data;
  for (size_t i = 0; i < count; ++i) {
    const bool joined_below = may_join && i < next->cells.size() && next->cells[i].continued;
    cell(static_cast<int>(i), row.cells[i], format_of(table, i, row, joined_below, formats));
  }
}

// Not every program adjusts a row to its wrapped texts, so the height is set here. A streamed workbook leaves it to the
// program.
void Sheet::fit_row(const document::Table& table, const document::Row& row) {
  constexpr double kTallest = 409;
  int needed = 1;
  for (size_t i = 0; i < row.cells.size() && i < table.columns.size() && static_cast<int>(i) < columns_; ++i) {
    if (row.cells[i].continued || form::is_blank(row.cells[i].value)) continue;
    const std::string text = form::display_text(row.cells[i].value, table.columns[i].scale, document_.lang);
    needed = std::max(needed, lines(text, static_cast<int>(i), static_cast<int>(i), 9));
  }
  if (needed > 1)
    require_ok(worksheet_set_row(sheet_, at(), std::min(kTableLineHeight * needed + 3, kTallest), nullptr));
}

lxw_format* Sheet::format_of(const document::Table& table, size_t column, const document::Row& row, bool joined_below,
                             std::vector<ColumnFormats>& formats) {
  const document::Cell& cell = row.cells[column];
  const document::TableColumn& description = table.columns[column];
  if (!is_plain(row, cell, description)) return workbook_.format(style_of(row, cell, description, joined_below));
  lxw_format*& known = formats[column].by_edges[(cell.continued ? 1u : 0u) + (joined_below ? 2u : 0u)];
  if (known == nullptr) known = workbook_.format(style_of(row, cell, description, joined_below));
  return known;
}

void Sheet::cell(int column, const document::Cell& content, lxw_format* format) {
  if (content.continued) {
    require_ok(worksheet_write_blank(sheet_, at(), at_column(column), format));
  } else {
    value(column, content.value, format);
    if (!content.link.empty()) link(column, content, format);
  }
  if (content.note) note(column, *content.note);
}

// Other addresses (files, scripts) stay text. A sheet may have 65,530 links, and each stays in memory. Links within the
// workbook therefore become formulas after a number of links.
void Sheet::link(int column, const document::Cell& cell, lxw_format* format) {
  constexpr int kMostWithin = 5'000;
  constexpr int kMost = 65'530;
  constexpr size_t kLongest = 2000;  // Excel refuses longer ones, and then the whole file
  constexpr size_t kLongestLiteral = 255;
  const std::string shown = form::display_text(cell.value, 0, document_.lang);
  if (cell.link.starts_with('#')) {
    const std::string anchor = Workbook::anchor_link(cell.link.substr(1));
    if (links_ < kMostWithin) {
      ++links_;
      worksheet_write_url_opt(sheet_, at(), at_column(column), ("internal:" + anchor).c_str(), format, text_(shown),
                              nullptr);
    } else if (shown.size() <= kLongestLiteral && is_safe(shown)) {
      const std::string formula = fmt::format("=HYPERLINK(\"#{}\",{})", anchor, literal(shown));
      require_ok(worksheet_write_formula_str(sheet_, at(), at_column(column), formula.c_str(), format, shown.c_str()));
    }
  } else if (is_web_address(cell.link) && cell.link.size() < kLongest && is_safe(cell.link) && links_ < kMost) {
    ++links_;
    worksheet_write_url_opt(sheet_, at(), at_column(column), cell.link.c_str(), format, text_(shown), nullptr);
  }
}

void Sheet::note(int column, const document::Note& remark) {
  lxw_comment_options options{};
  options.color = remark.severity == Severity::error     ? 0xFFCDD2
                  : remark.severity == Severity::warning ? 0xFFF59D
                                                         : 0xDDEBF7;
  options.width = 320;
  options.height = 120;
  require_ok(worksheet_write_comment_opt(sheet_, at(), at_column(column), text_(remark.text), &options));
}

// Texts are always written as texts, so that none is ever calculated.
void Sheet::value(int column, const form::Value& value, lxw_format* format) {
  const lxw_col_t col = at_column(column);
  if (const auto* text = std::get_if<std::string>(&value)) {
    require_ok(worksheet_write_string(sheet_, at(), col, text_(*text), format));
  } else if (form::is_blank(value)) {
    require_ok(worksheet_write_blank(sheet_, at(), col, format));
  } else if (const auto* number = std::get_if<int64_t>(&value);
             number != nullptr && *number <= kExact && *number >= -kExact) {
    require_ok(worksheet_write_number(sheet_, at(), col, static_cast<double>(*number), format));
  } else if (const auto* decimal = std::get_if<Decimal>(&value);
             decimal != nullptr && decimal->units() <= kExact && decimal->units() >= -kExact) {
    require_ok(
        worksheet_write_number(sheet_, at(), col, static_cast<double>(decimal->units()) / Decimal::kUnit, format));
  } else if (const auto* date = std::get_if<calendar::Date>(&value); date != nullptr && date->year() > 1900) {
    constexpr int kExcelEpoch = 25569;  // serial of 1970-01-01
    require_ok(worksheet_write_number(sheet_, at(), col, date->days() + kExcelEpoch, format));
  } else {
    require_ok(worksheet_write_string(sheet_, at(), col, text_(form::display_text(value, 0, document_.lang)), format));
  }
}

}  // namespace esep::xlsx
