// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "document/layout_canvas.h"

namespace esep::document {
namespace {

constexpr double kPadding = 2.6;
constexpr double kLeading = 1.22;
constexpr double kWidestWord = 150;  // points at 7 pt; longer words are broken

int depth_of(const std::vector<HeaderCell>& cells) {
  int out = 0;
  for (const auto& cell : cells) out = std::max(out, 1 + depth_of(cell.children));
  return out;
}

// One header cell of a column block: what part of the tree falls into it.
struct HeaderBox {
  std::string title;
  int level = 0;
  int rows = 1;
  int first = 0;  // index within the block
  int count = 1;
};

class TableLayout {
 public:
  TableLayout(Canvas& canvas, const Table& table) : canvas_(canvas), table_(table), depth_(std::max(depth_of(table.header), 1)) {}

  void run() {
    if (table_.columns.empty()) return;
    if (!table_.caption.empty()) caption();
    choose_size();
    for (size_t block = 0; block < blocks_.size(); ++block) lay_out_block(block);
    canvas_.y += 8;
  }

 private:
  std::string shown(size_t column, const Cell& cell) const {
    return form::display_text(cell.value, table_.columns[column].scale, canvas_.document().lang);
  }

  void caption() {
    const int node = canvas_.node(StructNode::Kind::paragraph, canvas_.section_node);
    for (const auto& line : canvas_.lines(table_.caption, canvas_.width(), Face::bold, 10)) {
      canvas_.need(14);
      canvas_.text(canvas_.left(), canvas_.y + 10, line, Face::bold, 10, node);
      canvas_.y += 13;
    }
  }

  void widen(double& widest, const std::string& text, Face face) const {
    for (const std::string& line : split(text, '\n')) {
      for (const std::string& word : split(line, ' ')) widest = std::max(widest, canvas_.text_width(word, face, 1));
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
      for (size_t i = 0; i < row.cells.size() && i < words_.size(); ++i) widen(words_[i], shown(i, row.cells[i]), Face::regular);
    }
  }

  double least_width(size_t column, double size) const {
    return std::min(words_[column] * size, kWidestWord * size / 7) + 2 * kPadding + 0.5;
  }
  double wanted_width(size_t column, double size) const {
    return std::max(least_width(column, size), std::min(table_.columns[column].width * size * 0.5, 190.0));
  }

  // The largest size at which the table fits on the page; else column blocks at 8 pt.
  void choose_size() {
    measure_words();
    for (const double size : {9.0, 8.0, 7.0}) {
      double least = 0;
      for (size_t i = 0; i < table_.columns.size(); ++i) least += least_width(i, size);
      if (least > canvas_.width()) continue;
      size_ = size;
      std::vector<size_t> all(table_.columns.size());
      std::iota(all.begin(), all.end(), 0);
      add_block(all);
      return;
    }
    size_ = 8;
    split_columns();
  }

  void split_columns() {
    std::vector<size_t> keys;
    double key_width = 0;
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      if (!table_.columns[i].key || key_width + wanted_width(i, size_) > canvas_.width() * 0.35) continue;
      keys.push_back(i);
      key_width += wanted_width(i, size_);
    }
    std::vector<size_t> block;
    double used = 0;
    const auto is_key = [&](size_t i) { return std::find(keys.begin(), keys.end(), i) != keys.end(); };
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      const double width = wanted_width(i, size_);
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
      widths.push_back(least_width(i, size_));
      least += widths.back();
      wish += std::max(wanted_width(i, size_) - widths.back(), 1.0);
    }
    const double spare = std::max(canvas_.width() - least, 0.0);
    for (size_t k = 0; k < columns.size(); ++k) {
      widths[k] += spare * std::max(wanted_width(columns[k], size_) - widths[k], 1.0) / wish;
    }
    // A single column may want more than a page: it gets the page.
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (total > canvas_.width()) {
      for (double& width : widths) width *= canvas_.width() / total;
    }
    blocks_.push_back(columns);
    widths_.push_back(std::move(widths));
  }

  void lay_out_block(size_t block) {
    block_ = block;
    columns_ = &blocks_[block];
    column_widths_ = &widths_[block];
    table_node_ = canvas_.node(StructNode::Kind::table, canvas_.section_node);
    prepare_header();
    if (block > 0) continuation();
    canvas_.need(header_height_ + 3 * size_ * kLeading);
    draw_header(true);
    last_head_.assign(columns_->size(), {});
    const auto cursor = table_.rows();
    Row row;
    while (cursor->next(row)) draw_row(row);
    close_row();
  }

  void continuation() {
    canvas_.y += 6;
    canvas_.need(header_height_ + 5 * size_ * kLeading + 14);
    if (table_.continuation.empty()) return;
    const int node = canvas_.node(StructNode::Kind::paragraph, canvas_.section_node);
    const double width = canvas_.text_width(table_.continuation, Face::regular, 10);
    canvas_.text(canvas_.left() + canvas_.width() - width, canvas_.y + 10, table_.continuation, Face::regular, 10, node);
    canvas_.y += 15;
  }

  // The part of the tree over the block's columns; neighbours under one group stay together.
  void collect(const std::vector<HeaderCell>& cells, int level, size_t& leaf) {
    for (const HeaderCell& cell : cells) {
      if (cell.children.empty()) {
        const auto at = std::find(columns_->begin(), columns_->end(), leaf++);
        if (at != columns_->end()) boxes_.push_back({cell.title, level, depth_ - level, static_cast<int>(at - columns_->begin()), 1});
        continue;
      }
      const size_t first_leaf = leaf;
      collect(cell.children, level + 1, leaf);
      int begin = -1;
      for (size_t k = 0; k <= columns_->size(); ++k) {
        const bool inside = k < columns_->size() && (*columns_)[k] >= first_leaf && (*columns_)[k] < leaf;
        if (inside && begin < 0) begin = static_cast<int>(k);
        if (!inside && begin >= 0) {
          // Over key columns that only repeat, the long title of their group has been read already.
          const std::string title = all_repeated(static_cast<size_t>(begin), k) ? "" : cell.title;
          boxes_.push_back({title, level, 1, begin, static_cast<int>(k) - begin});
          begin = -1;
        }
      }
    }
  }

  bool all_repeated(size_t from, size_t to) const {
    for (size_t k = from; k < to; ++k) {
      const size_t column = (*columns_)[k];
      const bool earlier = std::any_of(blocks_.begin(), blocks_.begin() + static_cast<std::ptrdiff_t>(block_),
                                       [&](const auto& block) { return std::find(block.begin(), block.end(), column) != block.end(); });
      if (!earlier) return false;
    }
    return true;
  }

  double x_of(int index) const {
    return canvas_.left() + std::accumulate(column_widths_->begin(), column_widths_->begin() + index, 0.0);
  }
  double width_of(int first, int count) const { return x_of(first + count) - x_of(first); }

  void prepare_header() {
    boxes_.clear();
    size_t leaf = 0;
    collect(table_.header, 0, leaf);
    std::stable_sort(boxes_.begin(), boxes_.end(), [](const auto& a, const auto& b) { return std::pair(a.level, a.first) < std::pair(b.level, b.first); });
    level_heights_.assign(static_cast<size_t>(depth_), size_ * kLeading + 2 * kPadding);
    const auto height_of = [&](const HeaderBox& box) {
      const auto lines = canvas_.lines(box.title, width_of(box.first, box.count) - 2 * kPadding, Face::bold, size_);
      return static_cast<double>(lines.size()) * size_ * kLeading + 2 * kPadding;
    };
    for (const auto& box : boxes_) {
      if (box.rows == 1) level_heights_[static_cast<size_t>(box.level)] = std::max(level_heights_[static_cast<size_t>(box.level)], height_of(box));
    }
    for (const auto& box : boxes_) {
      const double have = std::accumulate(level_heights_.begin() + box.level, level_heights_.begin() + box.level + box.rows, 0.0);
      level_heights_[static_cast<size_t>(box.level + box.rows - 1)] += std::max(height_of(box) - have, 0.0);
    }
    header_height_ = std::accumulate(level_heights_.begin(), level_heights_.end(), 0.0) + (table_.number_row ? size_ * kLeading + 2 * kPadding : 0);
  }

  void frame(double x, double y, double width, double height) {
    canvas_.stroke(x, y, x + width, y);
    canvas_.stroke(x, y + height, x + width, y + height);
    canvas_.stroke(x, y, x, y + height);
    canvas_.stroke(x + width, y, x + width, y + height);
  }

  // `tagged`: the first time; repetitions on further pages are artifacts.
  void draw_header(bool tagged) {
    std::vector<int> rows;
    for (int level = 0; tagged && level < depth_ + (table_.number_row ? 1 : 0); ++level) {
      rows.push_back(canvas_.node(StructNode::Kind::row, table_node_));
    }
    const double top = canvas_.y;
    for (const auto& box : boxes_) {
      const double y = top + std::accumulate(level_heights_.begin(), level_heights_.begin() + box.level, 0.0);
      const double height = std::accumulate(level_heights_.begin() + box.level, level_heights_.begin() + box.level + box.rows, 0.0);
      int node = -1;
      if (tagged) {
        node = canvas_.node(StructNode::Kind::header_cell, rows[static_cast<size_t>(box.level)]);
        canvas_.result.structure.back().column_span = box.count;
        canvas_.result.structure.back().row_span = box.rows;
      }
      header_text(box.title, x_of(box.first), y, width_of(box.first, box.count), height, Face::bold, node);
    }
    canvas_.y = top + std::accumulate(level_heights_.begin(), level_heights_.end(), 0.0);
    if (!table_.number_row) return;
    const double height = size_ * kLeading + 2 * kPadding;
    for (size_t k = 0; k < columns_->size(); ++k) {
      const int node = tagged ? canvas_.node(StructNode::Kind::header_cell, rows.back()) : -1;
      header_text(table_.columns[(*columns_)[k]].number, x_of(static_cast<int>(k)), canvas_.y, (*column_widths_)[k], height, Face::regular, node);
    }
    canvas_.y += height;
  }

  void header_text(const std::string& title, double x, double y, double width, double height, Face face, int node) {
    canvas_.fill({x, y, width, height, {0.93, 0.95, 0.98}});
    frame(x, y, width, height);
    canvas_.cell({x, y, width, height});
    const auto lines = canvas_.lines(title, width - 2 * kPadding, face, size_);
    double line_y = y + (height - static_cast<double>(lines.size()) * size_ * kLeading) / 2;
    for (const auto& line : lines) {
      canvas_.text(x + (width - canvas_.text_width(line, face, size_)) / 2, line_y + size_, line, face, size_, node);
      line_y += size_ * kLeading;
    }
  }

  struct Prepared {
    std::vector<std::vector<std::string>> lines;
    std::vector<bool> continued;
    std::vector<Emphasis> emphasis;
    Face face = Face::regular;
    bool section = false;
    size_t height = 1;  // in lines
  };

  Prepared prepare(const Row& row) {
    Prepared out;
    out.section = row.kind == Row::Kind::section;
    out.face = row.kind == Row::Kind::data ? Face::regular : Face::bold;
    if (out.section) {
      const std::string text = row.cells.empty() ? "" : form::display_text(row.cells[0].value, 0, canvas_.document().lang);
      out.lines = {canvas_.lines(text, canvas_.width() - 2 * kPadding, out.face, size_)};
      out.continued = {false};
      out.emphasis = {Emphasis::normal};
      out.height = std::max<size_t>(out.lines[0].size(), 1);
      return out;
    }
    for (size_t k = 0; k < columns_->size(); ++k) {
      const size_t column = (*columns_)[k];
      const Cell blank;
      const Cell& cell = column < row.cells.size() ? row.cells[column] : blank;
      auto lines = canvas_.lines(shown(column, cell), (*column_widths_)[k] - 2 * kPadding, out.face, size_);
      if (cell.continued) {
        lines.clear();
      } else {
        last_head_[k] = lines;
      }
      out.height = std::max(out.height, lines.size());
      out.lines.push_back(std::move(lines));
      out.continued.push_back(cell.continued);
      out.emphasis.push_back(cell.emphasis);
    }
    return out;
  }

  void draw_row(const Row& row) {
    Prepared prepared = prepare(row);
    const int node = canvas_.node(StructNode::Kind::row, table_node_);
    cell_nodes_.assign(prepared.lines.size(), -1);
    size_t done = 0;
    const double line_height = size_ * kLeading;
    while (done < prepared.height) {
      const double whole = static_cast<double>(prepared.height - done) * line_height + 2 * kPadding;
      const double body = canvas_.bottom() - canvas_.top() - header_height_;
      const bool fits = whole <= canvas_.room();
      // A row goes to the next page as a whole if it fits there; a taller one is cut where the page ends.
      if (!fits && (whole <= body || canvas_.room() < 3 * line_height + 2 * kPadding)) {
        next_page(prepared, done);
        continue;
      }
      const auto room_lines = static_cast<size_t>(std::max((canvas_.room() - 2 * kPadding) / line_height, 1.0));
      const size_t take = fits ? prepared.height - done : std::min(room_lines, prepared.height - done);
      draw_part(prepared, done, take, node);
      done += take;
      if (done < prepared.height) next_page(prepared, done);
    }
  }

  void next_page(Prepared& prepared, size_t done) {
    close_row();
    canvas_.new_page();
    draw_header(false);
    if (done > 0 || prepared.section) return;
    // The record goes on here: say again whose rows these are.
    for (size_t k = 0; k < prepared.lines.size(); ++k) {
      if (!prepared.continued[k]) continue;
      prepared.lines[k] = last_head_[k];
      prepared.height = std::max(prepared.height, prepared.lines[k].size());
      prepared.continued[k] = false;
    }
  }

  void draw_part(const Prepared& prepared, size_t from, size_t count, int row_node) {
    const double height = static_cast<double>(count) * size_ * kLeading + 2 * kPadding;
    for (size_t k = 0; k < prepared.lines.size(); ++k) {
      const double x = prepared.section ? canvas_.left() : x_of(static_cast<int>(k));
      const double width = prepared.section ? canvas_.width() : (*column_widths_)[k];
      if (cell_nodes_[k] < 0) cell_nodes_[k] = canvas_.node(StructNode::Kind::data_cell, row_node);
      background(prepared.emphasis[k], {x, canvas_.y, width, height, {1, 1, 1}});
      canvas_.cell({x, canvas_.y, width, height});
      if (!prepared.continued[k]) canvas_.stroke(x, canvas_.y, x + width, canvas_.y);
      canvas_.stroke(x, canvas_.y, x, canvas_.y + height);
      canvas_.stroke(x + width, canvas_.y, x + width, canvas_.y + height);
      const bool numeric = !prepared.section && form::is_numeric_type(table_.columns[(*columns_)[k]].type);
      for (size_t i = from; i < std::min(from + count, prepared.lines[k].size()); ++i) {
        const std::string& line = prepared.lines[k][i];
        const double shift = numeric ? width - 2 * kPadding - canvas_.text_width(line, prepared.face, size_) : 0;
        canvas_.text(x + kPadding + shift, canvas_.y + kPadding + static_cast<double>(i - from) * size_ * kLeading + size_ * 0.95, line, prepared.face,
                     size_, cell_nodes_[k]);
      }
    }
    canvas_.y += height;
    row_open_ = true;
  }

  void background(Emphasis emphasis, Fill fill) {
    if (emphasis == Emphasis::bad) fill.rgb = {0.98, 0.85, 0.80};
    if (emphasis == Emphasis::warning) fill.rgb = {1.0, 0.95, 0.80};
    if (emphasis == Emphasis::good) fill.rgb = {0.89, 0.94, 0.85};
    const bool coloured = emphasis == Emphasis::bad || emphasis == Emphasis::warning || emphasis == Emphasis::good;
    if (coloured) canvas_.fill(fill);
  }

  // The bottom line of what stands on this page.
  void close_row() {
    if (!row_open_) return;
    canvas_.stroke(canvas_.left(), canvas_.y, x_of(static_cast<int>(columns_->size())), canvas_.y);
    row_open_ = false;
  }

  Canvas& canvas_;
  const Table& table_;
  int depth_;
  double size_ = 9;
  std::vector<double> words_;
  std::vector<std::vector<size_t>> blocks_;
  std::vector<std::vector<double>> widths_;
  size_t block_ = 0;
  const std::vector<size_t>* columns_ = nullptr;
  const std::vector<double>* column_widths_ = nullptr;
  std::vector<HeaderBox> boxes_;
  std::vector<double> level_heights_;
  double header_height_ = 0;
  int table_node_ = -1;
  std::vector<std::vector<std::string>> last_head_;
  std::vector<int> cell_nodes_;
  bool row_open_ = false;
};

}  // namespace

void lay_out_table(Canvas& canvas, const Table& table) { TableLayout(canvas, table).run(); }

}  // namespace esep::document
