// SPDX-License-Identifier: MIT
#include "document/layout/columns.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace esep::document {
namespace {

constexpr double kWidestWord = 150;  // points at 7 pt; longer words are broken

class Planner {
 public:
  Planner(const Canvas& canvas, const Table& table) : canvas_(canvas), table_(table) {}

  // The largest size at which the table fits on the page; else column blocks at 8 pt.
  ColumnPlan run() {
    measure_words();
    for (const double size : {9.0, 8.0, 7.0}) {
      double least = 0;
      for (size_t i = 0; i < table_.columns.size(); ++i) least += least_width(i, size);
      if (least > canvas_.width()) continue;
      plan_.size = size;
      std::vector<size_t> all(table_.columns.size());
      std::iota(all.begin(), all.end(), 0);
      add_block(all);
      return std::move(plan_);
    }
    plan_.size = 8;
    split();
    return std::move(plan_);
  }

 private:
  void widen(double& widest, const std::string& text, Face face) const {
    for (const std::string& line : esep::split(text, '\n')) {
      for (const std::string& word : esep::split(line, ' '))
        widest = std::max(widest, canvas_.text_width(word, face, 1));
    }
  }

  // Widest word of each column at 1 pt, from header and all rows.
  void measure_words() {
    words_.assign(table_.columns.size(), 0);
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      widen(words_[i], table_.columns[i].title, Face::bold);
      widen(words_[i], table_.columns[i].number, Face::regular);
    }
    const auto cursor = table_.rows();
    Row row;
    while (cursor->next(row)) {
      if (row.kind == Row::Kind::section) continue;
      for (size_t i = 0; i < row.cells.size() && i < words_.size(); ++i) {
        widen(words_[i], shown_text(canvas_, table_, i, row.cells[i]), Face::regular);
      }
    }
  }

  double least_width(size_t column, double size) const {
    return std::min(words_[column] * size, kWidestWord * size / 7) + 2 * kCellPadding + 0.5;
  }
  double wanted_width(size_t column, double size) const {
    return std::max(least_width(column, size), std::min(table_.columns[column].width * size * 0.5, 190.0));
  }
  double wanted_width(size_t column) const { return wanted_width(column, plan_.size); }

  void split() {
    std::vector<size_t> keys;
    double key_width = 0;
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      if (!table_.columns[i].key || key_width + wanted_width(i) > canvas_.width() * 0.35) continue;
      keys.push_back(i);
      key_width += wanted_width(i);
    }
    std::vector<size_t> block;
    double used = 0;
    const auto is_key = [&](size_t i) { return std::find(keys.begin(), keys.end(), i) != keys.end(); };
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      const double width = wanted_width(i);
      if (!block.empty() && used + width > canvas_.width()) {
        add_block(block);
        block = is_key(i) ? std::vector<size_t>{} : keys;
        used = is_key(i) ? 0 : key_width;
      }
      block.push_back(i);
      used += width;
    }
    add_block(block);
  }

  // Widths of a block fill the page: first what the words need, the rest by the wishes of the columns.
  void add_block(const std::vector<size_t>& columns) {
    std::vector<double> widths;
    double least = 0;
    double wish = 0;
    for (const size_t i : columns) {
      widths.push_back(least_width(i, plan_.size));
      least += widths.back();
      wish += std::max(wanted_width(i) - widths.back(), 1.0);
    }
    const double spare = std::max(canvas_.width() - least, 0.0);
    for (size_t k = 0; k < columns.size(); ++k) {
      widths[k] += spare * std::max(wanted_width(columns[k]) - widths[k], 1.0) / wish;
    }
    // A single column may want more than a page: it gets the page.
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (total > canvas_.width()) {
      for (double& width : widths) width *= canvas_.width() / total;
    }
    plan_.blocks.push_back({columns, std::move(widths)});
  }

  const Canvas& canvas_;
  const Table& table_;
  std::vector<double> words_;
  ColumnPlan plan_;
};

}  // namespace

bool ColumnBlock::has(size_t column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

double ColumnBlock::left_of(size_t index) const {
  return std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(index), 0.0);
}

ColumnPlan plan_columns(const Canvas& canvas, const Table& table) { return Planner(canvas, table).run(); }

std::string shown_text(const Canvas& canvas, const Table& table, size_t column, const Cell& cell) {
  return form::display_text(cell.value, table.columns[column].scale, canvas.document().lang);
}

}  // namespace esep::document
