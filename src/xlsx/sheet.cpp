// SPDX-License-Identifier: MIT
#include "xlsx/sheet.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "base/utf8.h"
#include "xlsx/page_foot.h"

namespace esep::xlsx {
namespace {

constexpr int kPaperA3 = 8;
constexpr int kPaperA4 = 9;

const document::Table* first_table(const document::Section& section) {
  for (const auto& block : section.blocks) {
    if (const auto* table = std::get_if<document::Table>(&block)) return table;
  }
  return nullptr;
}

uint32_t colour_of(document::Emphasis emphasis) {
  switch (emphasis) {
    case document::Emphasis::muted:
      return 0x666666;
    case document::Emphasis::good:
      return 0x1B5E20;
    case document::Emphasis::warning:
      return 0x9C5700;
    case document::Emphasis::bad:
      return 0x9C0006;
    default:
      return 0;
  }
}

// Titles of the columns; a column should hold their longest words unbroken.
void leaf_titles(const std::vector<document::HeaderCell>& cells, std::vector<std::string>& titles) {
  for (const auto& cell : cells) {
    if (cell.children.empty()) titles.push_back(cell.title);
    leaf_titles(cell.children, titles);
  }
}

int longest_word(const std::string& title) {
  size_t out = 0;
  for (const std::string& word : split(squeeze_spaces(safe_text(title)), ' '))
    out = std::max(out, count_code_points(word));
  return static_cast<int>(out);
}

}  // namespace

lxw_col_t at_column(int column) { return static_cast<lxw_col_t>(column); }

Sheet::Sheet(Workbook& workbook, const document::Document& document, const document::Section& section)
    : workbook_(workbook),
      document_(document),
      section_(section),
      sheet_(workbook.add_sheet(section.name, section.hidden)) {}

void Sheet::write() {
  set_widths();
  page_setup();
  open_check();
  for (const auto& one : section_.blocks) std::visit([this](const auto& b) { block(b); }, one);
  close_check();
  write_foot();
  if (section_.input) protect();
}

void Sheet::set_widths() {
  constexpr int kWidestForWord = 26;
  const auto* table = first_table(section_);
  if (table != nullptr) {
    if (table->columns.size() > static_cast<size_t>(kMaxColumns)) {
      throw Error(Message("XLSX-TOO-MANY-COLUMNS", {{"count", std::to_string(table->columns.size())}}));
    }
    std::vector<std::string> titles;
    leaf_titles(table->header, titles);
    titles.resize(table->columns.size());
    for (size_t i = 0; i < titles.size(); ++i) {
      const int word = std::min(longest_word(titles[i]) + 1, kWidestForWord);
      widths_.push_back(std::clamp(std::max(table->columns[i].width, word), 3, 100));
    }
  }
  while (widths_.size() < 2) widths_.push_back(section_.hidden ? 24 : 40);
  columns_ = static_cast<int>(widths_.size());
  for (int i = 0; i < columns_; ++i) {
    require_ok(worksheet_set_column(sheet_, at_column(i), at_column(i), widths_[static_cast<size_t>(i)] + 1, nullptr));
  }
  if (table != nullptr) repeated_ = key_columns(*table, page_characters() * 2 / 5);
  cut_into_pages();
  if (section_.input && table != nullptr) open_columns(*table);
}

int Sheet::characters_of(int count) const {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += widths_[static_cast<size_t>(i)] + 1;
  return sum;
}

// Columns between two key columns are included, because a sheet repeats and freezes columns only from its edge.
int Sheet::key_columns(const document::Table& table, int most) const {
  int out = 0;
  for (int i = 0; i < static_cast<int>(table.columns.size()) && characters_of(i + 1) <= most; ++i) {
    if (table.columns[static_cast<size_t>(i)].key) out = i + 1;
  }
  return out;
}

// Rows below the prepared ones are open too; the rows above the table close themselves.
void Sheet::open_columns(const document::Table& table) {
  if (table.blank_rows == 0) return;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].input) continue;
    Style style;
    style.size = 9;
    style.locked = false;
    style.number_format = number_format_of(table.columns[i].type, table.columns[i].scale);
    const auto column = at_column(static_cast<int>(i));
    require_ok(worksheet_set_column(sheet_, column, column, widths_[i] + 1, workbook_.format(style)));
  }
}

// A sheet much wider than the paper goes on pages side by side: shrunk onto one it would be unreadable.
uint16_t Sheet::pages_across() const {
  const int repeated = characters_of(repeated_);
  const int page = page_characters() - repeated;  // what is new on each
  return static_cast<uint16_t>(std::max((characters_of(columns_) - repeated + page / 2) / page, 1));
}

int Sheet::page_characters() const {
  return (section_.landscape ? 160 : 105) * (section_.paper == document::Paper::a3 ? 3 : 2) / 2;
}

// The pages side by side are as equal as whole columns allow: the widest is as narrow as can be.
void Sheet::cut_into_pages() {
  const int pages = pages_across();
  const int repeated = characters_of(repeated_);
  for (int widest = page_characters() / 2; pages > 1; ++widest) {
    page_ends_.clear();
    int used = 0;
    for (int i = 0; i < columns_; ++i) {
      const int width = widths_[static_cast<size_t>(i)] + 1;
      if (used + width > widest && used > repeated) {
        page_ends_.push_back(i);
        used = repeated;
      }
      used += width;
    }
    widest_page_ = widest;
    if (static_cast<int>(page_ends_.size()) < pages) break;
  }
  page_ends_.push_back(columns_);
}

// Columns of the first printed page, over which the heading stands: no title is torn apart at the page's edge.
int Sheet::heading_columns() const { return std::max(page_ends_.front(), std::min(2, columns_)); }

void Sheet::page_setup() {
  // Per cent at which `page_characters` fit on the paper, also where digits are as wide as in DejaVu: not every
  // computer has Calibri, and a column too many would cut the titles that span it.
  constexpr int kPrinted = 70;
  worksheet_set_paper(sheet_, section_.paper == document::Paper::a3 ? kPaperA3 : kPaperA4);
  if (section_.landscape) worksheet_set_landscape(sheet_);
  if (page_ends_.size() == 1) {
    worksheet_fit_to_pages(sheet_, 1, 0);
  } else {  // fitted to a number of pages, Excel would break them where it likes
    std::vector<lxw_col_t> breaks;
    for (const int end : page_ends_) {
      if (end < columns_) breaks.push_back(at_column(end));
    }
    breaks.push_back(0);
    require_ok(worksheet_set_v_pagebreaks(sheet_, breaks.data()));
    worksheet_set_print_scale(sheet_,
                              static_cast<uint16_t>(std::clamp(kPrinted * page_characters() / widest_page_, 10, 100)));
  }
  worksheet_set_margins(sheet_, 0.6, 0.4, 0.6, 0.6);
  // The blank prevents Excel from reading a year at the beginning as the size of the letters.
  const std::string footer = "&L&8 " + page_foot(document_) + "&R&8 &P / &N";
  require_ok(worksheet_set_footer(sheet_, footer.c_str()));
  const std::string all = "A1:XFD1048576";
  require_ok(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
}

// The sheets to fill in have none: rows may be added below their tables.
void Sheet::write_foot() {
  if (section_.hidden || section_.input || section_.workbook_only || has_whole_foot(document_)) return;
  end_row(kLineHeight / 2);
  block(document::Paragraph{document_.footer, document::Emphasis::muted});
}

void Sheet::protect() {
  lxw_protection options{};
  options.format_columns = 1;
  options.format_rows = 1;
  options.insert_rows = 1;
  options.delete_rows = 1;
  options.insert_hyperlinks = 1;
  options.sort = 1;
  options.autofilter = 1;
  worksheet_protect(sheet_, nullptr, &options);
}

void Sheet::end_row(double points) {
  constexpr double kTallest = 409;
  const double height = std::min(points, kTallest);
  lxw_format* format = section_.input ? workbook_.format(Style{}) : nullptr;
  require_ok(worksheet_set_row(sheet_, at(), height, format));
  height_ += height;
  ++row_;
}

int Sheet::columns_for(int characters) const {
  int sum = 0;
  int count = 0;
  while (count < columns_ && sum < characters) sum += widths_[static_cast<size_t>(count++)];
  return std::max(count, 1);
}

// A column's unit is a digit of the standard letter; the letters used here are narrower.
int Sheet::lines(const std::string& text, int first, int last, int size) const {
  int width = 0;
  for (int i = first; i <= last; ++i) width += widths_[static_cast<size_t>(i)];
  return wrapped_lines(text, width * 11.0 / size);
}

void Sheet::span(int first, int last, const std::string& text, const Style& style) {
  lxw_format* format = workbook_.format(style);
  if (last > first) {
    require_ok(worksheet_merge_range(sheet_, at(), at_column(first), at(), at_column(last), text_(text), format));
  } else {
    require_ok(worksheet_write_string(sheet_, at(), at_column(first), text_(text), format));
  }
}

void Sheet::block(const document::Stamp& stamp) {
  constexpr int kStampCharacters = 50;
  const int last = heading_columns() - 1;
  int first = last;
  for (int width = widths_[static_cast<size_t>(first)]; first > 1 && width < kStampCharacters;
       width += widths_[static_cast<size_t>(first)])
    --first;
  for (const std::string& line : stamp.lines) {
    Style style;
    style.align = LXW_ALIGN_RIGHT;
    span(first, last, line, style);
    end_row(kLineHeight * lines(line, first, last));
  }
  end_row(kLineHeight / 2);
}

void Sheet::block(const document::Heading& heading) {
  const int last = heading_columns() - 1;
  Style style;
  style.bold = true;
  style.size = heading.level == 1 ? 13 : 11;
  style.align = heading.level == 1 ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT;
  span(0, last, heading.text, style);
  end_row((style.size + 4) * lines(heading.text, 0, last, style.size + 1));
  const bool holds_check = check_ && check_->place_line(row_);
  const int check_lines = holds_check ? lines(section_.self_check->not_ready, 0, last, 9) : 0;
  end_row(holds_check ? kLineHeight * check_lines : kLineHeight / 2);
}

void Sheet::block(const document::Paragraph& paragraph) {
  Style style;
  style.bold = paragraph.emphasis == document::Emphasis::strong;
  style.colour = colour_of(paragraph.emphasis);
  const int last = std::min(columns_for(140), columns_) - 1;
  span(0, last, paragraph.text, style);
  end_row(kLineHeight * lines(paragraph.text, 0, last));
}

void Sheet::block(const document::PageBreak&) {}

}  // namespace esep::xlsx
