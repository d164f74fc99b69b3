// SPDX-License-Identifier: MIT
#include "document/layout/columns.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace esep::document {
namespace {

constexpr double kWidestWord = 150;  // points at 7 pt; for a longer one no other column is narrowed
constexpr double kLongText = 600;    // points; a longer one asks for no more

class Planner {
 public:
  Planner(const Canvas& canvas, const Table& table) : canvas_(canvas), table_(table) {}

  // The largest size at which the table fits on the page; else column blocks at 8 pt.
  ColumnPlan run() {
    measure_words();
    std::vector<size_t> all(table_.columns.size());
    std::iota(all.begin(), all.end(), 0);
    for (const double size : {9.0, 8.0, 7.0}) {
      plan_.size = size;
      if (sum_of(least_widths(all, kWidestWord)) > canvas_.width()) continue;
      add_block(all);
      return std::move(plan_);
    }
    plan_.size = 8;
    split();
    return std::move(plan_);
  }

 private:
  // The title of a group over its columns [first, end).
  struct Group {
    size_t first = 0;
    size_t end = 0;
    double widest = 0;  // piece, at 1 pt
  };

  void widen(double& widest, std::string_view text, Face face) const {
    widest = canvas_.wrapper().widest_piece(text, face, widest);
  }

  // Widest piece of each column and group at 1 pt, from header and all rows, and the longest text of the rows.
  void measure_words() {
    words_.assign(table_.columns.size(), 0);
    texts_.assign(table_.columns.size(), 0);
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      widen(words_[i], table_.columns[i].title, Face::bold);
      widen(words_[i], table_.columns[i].number, Face::regular);
    }
    size_t leaf = 0;
    measure_header(table_.header, leaf);
    const auto cursor = table_.rows();
    Row row;
    while (cursor->next(row)) {
      if (row.kind == Row::Kind::section) continue;
      const Face face = row.kind == Row::Kind::data ? Face::regular : Face::bold;
      for (size_t i = 0; i < row.cells.size() && i < words_.size(); ++i) {
        const std::string text = shown_text(canvas_, table_, i, row.cells[i]);
        widen(words_[i], text, face);
        texts_[i] = std::max(texts_[i], canvas_.text_width(text, face, 1));
        filled_ = filled_ || !text.empty();
      }
    }
  }

  void measure_header(const std::vector<HeaderCell>& cells, size_t& leaf) {
    for (const HeaderCell& cell : cells) {
      if (cell.children.empty()) {
        if (leaf < words_.size()) widen(words_[leaf], cell.title, Face::bold);
        ++leaf;
        continue;
      }
      Group group{leaf, leaf, 0};
      measure_header(cell.children, leaf);
      group.end = leaf;
      widen(group.widest, cell.title, Face::bold);
      groups_.push_back(group);
    }
  }

  static double sum_of(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

  static void share(double spare, const std::vector<double>& wishes, std::vector<double>& widths) {
    const double all = sum_of(wishes);
    for (size_t k = 0; k < widths.size(); ++k) widths[k] += spare * wishes[k] / all;
  }

  double least_width(size_t column, double widest_word = kWidestWord) const {
    return std::min(words_[column], widest_word / 7) * plan_.size + 2 * kCellPadding + 0.5;
  }

  // What the words of these columns, which stand side by side, and of the groups over them need.
  std::vector<double> least_widths(const std::vector<size_t>& columns, double widest_word) const {
    std::vector<double> out;
    for (const size_t i : columns) out.push_back(least_width(i, widest_word));
    for (const Group& group : groups_) {
      const double needed = std::min(group.widest, widest_word / 7) * plan_.size + 2 * kCellPadding + 0.5;
      for (size_t k = 0; k < columns.size();) {
        const size_t begin = k;
        double width = 0;
        for (; k < columns.size() && columns[k] >= group.first && columns[k] < group.end; ++k) width += out[k];
        const double more = (needed - width) / static_cast<double>(std::max<size_t>(k - begin, 1));
        for (size_t at = begin; at < k && more > 0; ++at) out[at] += more;
        if (k == begin) ++k;
      }
    }
    return out;
  }

  // What the form says, but no more than the longest text takes on one line.
  double wanted_width(size_t column) const {
    const double said = std::min(table_.columns[column].width * plan_.size * 0.5, 190.0);
    const double text = texts_[column] * plan_.size + 2 * kCellPadding + 0.5;
    return std::max(least_width(column), filled_ ? std::min(said, text) : said);
  }

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
    const auto has_room_for = [&](size_t i) {
      std::vector<size_t> with = block;
      with.push_back(i);
      return used + wanted_width(i) <= canvas_.width() && sum_of(least_widths(with, kWidestWord)) <= canvas_.width();
    };
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      if (!block.empty() && !has_room_for(i)) {
        add_block(block);
        block = is_key(i) ? std::vector<size_t>{} : keys;
        used = is_key(i) ? 0 : key_width;
      }
      block.push_back(i);
      used += wanted_width(i);
    }
    add_block(block);
  }

  // Widths of a block fill the page: first what the words need, then what the columns wish.
  void add_block(const std::vector<size_t>& columns) {
    std::vector<double> widths = least_widths(columns, std::numeric_limits<double>::infinity());
    if (sum_of(widths) > canvas_.width()) widths = least_widths(columns, kWidestWord);
    std::vector<double> wishes;
    for (size_t k = 0; k < columns.size(); ++k) wishes.push_back(std::max(wanted_width(columns[k]) - widths[k], 1.0));
    const double spare = std::max(canvas_.width() - sum_of(widths), 0.0);
    share(filled_ ? std::min(spare, sum_of(wishes)) : spare, wishes, widths);
    // What is left goes to the columns whose texts are still longer than a line.
    for (size_t k = 0; k < columns.size(); ++k)
      wishes[k] = std::clamp(texts_[columns[k]] * plan_.size - widths[k], 1.0, kLongText);
    share(std::max(canvas_.width() - sum_of(widths), 0.0), wishes, widths);
    // A single column that wants more than a page gets the page.
    const double total = sum_of(widths);
    if (total > canvas_.width()) {
      for (double& width : widths) width *= canvas_.width() / total;
    }
    plan_.blocks.push_back({columns, std::move(widths)});
  }

  const Canvas& canvas_;
  const Table& table_;
  std::vector<double> words_;
  std::vector<double> texts_;
  bool filled_ = false;  // some cell has a text: else the paper is to be filled in by hand
  std::vector<Group> groups_;
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
