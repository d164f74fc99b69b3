// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <utility>

#include "document/layout/header.h"
#include "document/web_link.h"

namespace esep::document {
namespace {

// The rows of a table, block of columns after block of columns.
class TableLayout {
 public:
  TableLayout(Canvas& canvas, const Table& table) : canvas_(canvas), table_(table) {}

  void run() {
    if (table_.columns.empty()) return;
    plan_ = plan_columns(canvas_, table_);
    size_ = plan_.size;
    for (size_t block = 0; block < plan_.blocks.size(); ++block) lay_out_block(block);
    canvas_.y += 8;
  }

 private:
  void caption(double start) {
    const int node = canvas_.node(StructNode::Kind::paragraph, canvas_.section_node);
    const auto lines = canvas_.lines(table_.caption, canvas_.width(), Face::bold, 10);
    if (!canvas_.at_top()) canvas_.y += 6;
    canvas_.need(13 * static_cast<double>(lines.size()) + start);
    for (const auto& line : lines) {
      canvas_.need(14);
      canvas_.text(canvas_.left(), canvas_.y + 10, line, Face::bold, 10, node);
      canvas_.y += 13;
    }
  }

  void lay_out_block(size_t block) {
    block_ = &plan_.blocks[block];
    header_.emplace(canvas_, table_, plan_, block);
    last_head_.assign(block_->columns.size(), {});
    cursor_ = table_.rows();
    Row row;
    Row next;
    bool more = next_shown(row);
    bool another = more && next_shown(next);
    // Caption and header stay on one page with the row below them.
    const double start = header_->height() + (more ? first_row_height(row) : 3 * size_ * kCellLeading);
    if (block > 0) continuation(start);
    if (block == 0 && !table_.caption.empty()) caption(start);
    const double follow = block + 1 == plan_.blocks.size() ? canvas_.follow : 0;
    canvas_.need(more && !another && start + follow <= canvas_.bottom() - canvas_.top() ? start + follow : start);
    table_node_ = canvas_.node(StructNode::Kind::table, canvas_.section_node);
    header_->draw(table_node_);
    first_of_page_ = true;
    while (more) {
      Row after;
      const bool further = another && next_shown(after);
      if (another && !further) keep_together(row, next, follow);
      draw_row(row);
      row = std::move(next);
      next = std::move(after);
      more = std::exchange(another, further);
    }
    close_row();
  }

  // A row of a record of which nothing stands in this block, nor in its lists, is left out: other columns go on.
  bool next_shown(Row& row) {
    while (cursor_->next(row)) {
      if (plan_.blocks.size() == 1 || adds_something(row)) return true;
    }
    return false;
  }

  bool adds_something(const Row& row) const {
    if (row.kind != Row::Kind::data) return true;
    if (std::none_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.continued; })) return true;
    for (size_t column = 0; column < std::min(row.cells.size(), table_.columns.size()); ++column) {
      const Cell& cell = row.cells[column];
      const bool written = !cell.continued && !form::is_blank(cell.value);
      if (written && takes_row(table_, block_->columns, column)) return true;
    }
    return false;
  }

  double height_of(const Row& row) {
    const auto kept = last_head_;
    const double out = static_cast<double>(prepare(row).height) * size_ * kCellLeading + 2 * kCellPadding;
    last_head_ = kept;
    return out;
  }

  // The last row does not stand alone on a page, nor what follows the table (`follow`): the row before goes there too.
  void keep_together(const Row& row, const Row& last, double follow) {
    const double first = height_of(row);
    double both = first + height_of(last);
    const double body = canvas_.bottom() - canvas_.top() - header_->height();
    if (both + follow <= body) both += follow;
    if (first_of_page_ || first > canvas_.room() || both <= canvas_.room() || both > body) return;
    close_row();
    canvas_.new_page();
    header_->draw(-1);
    repeats_head_ = true;
  }

  double first_row_height(const Row& row) {
    const double whole = static_cast<double>(prepare(row).height) * size_ * kCellLeading + 2 * kCellPadding;
    const double section = row.kind == Row::Kind::section ? 3 * size_ * kCellLeading : 0;
    const double body = canvas_.bottom() - canvas_.top() - header_->height();
    return std::min(whole + section, body / 2);
  }

  void continuation(double start) {
    canvas_.y += 6;
    canvas_.need(start + 14);
    if (table_.continuation.empty()) return;
    const int node = canvas_.node(StructNode::Kind::paragraph, canvas_.section_node);
    const double width = canvas_.text_width(table_.continuation, Face::regular, 10);
    canvas_.text(canvas_.left() + canvas_.width() - width, canvas_.y + 10, table_.continuation, Face::regular, 10,
                 node);
    canvas_.y += 15;
  }

  struct Prepared {
    std::vector<std::vector<Line>> lines;
    std::vector<bool> continued;
    std::vector<Emphasis> emphasis;
    std::vector<std::string> links;  // of the cells, web addresses only
    Face face = Face::regular;
    bool section = false;
    size_t height = 1;  // in lines
  };

  Prepared prepare(const Row& row) {
    Prepared out;
    out.section = row.kind == Row::Kind::section;
    out.face = row.kind == Row::Kind::data ? Face::regular : Face::bold;
    if (out.section) {
      const std::string text =
          row.cells.empty() ? "" : form::display_text(row.cells[0].value, 0, canvas_.document().lang);
      out.lines = {canvas_.lines(text, canvas_.width() - 2 * kCellPadding, out.face, size_)};
      out.continued = {false};
      out.emphasis = {Emphasis::normal};
      out.links = {""};
      out.height = std::max<size_t>(out.lines[0].size(), 1);
      return out;
    }
    for (size_t k = 0; k < block_->columns.size(); ++k) {
      const size_t column = block_->columns[k];
      const Cell blank;
      const Cell& cell = column < row.cells.size() ? row.cells[column] : blank;
      auto lines = canvas_.lines(shown_text(canvas_, table_, column, cell), block_->widths[k] - 2 * kCellPadding,
                                 out.face, size_);
      if (cell.continued) {
        lines.clear();
      } else {
        last_head_[k] = lines;
      }
      out.height = std::max(out.height, lines.size());
      out.lines.push_back(std::move(lines));
      out.continued.push_back(cell.continued);
      out.emphasis.push_back(cell.emphasis);
      out.links.push_back(!cell.continued && is_web_link(cell.link) ? cell.link : "");
    }
    return out;
  }

  void draw_row(const Row& row) {
    Prepared prepared = prepare(row);
    if (std::exchange(repeats_head_, false)) repeat_head(prepared);
    const int node = canvas_.node(StructNode::Kind::row, table_node_);
    cell_nodes_.assign(prepared.lines.size(), -1);
    size_t done = 0;
    const double line_height = size_ * kCellLeading;
    while (done < prepared.height) {
      // A heading row is not the last of a page.
      const double following = prepared.section ? 3 * line_height : 0;
      const double whole = static_cast<double>(prepared.height - done) * line_height + 2 * kCellPadding + following;
      const double body = canvas_.bottom() - canvas_.top() - header_->height();
      const bool fits = whole <= canvas_.room();
      // A row goes to the next page as a whole if it fits there; a taller one is cut where the page ends.
      if (!fits && (whole <= body || canvas_.room() < 3 * line_height + 2 * kCellPadding)) {
        next_page(prepared, done);
        continue;
      }
      const auto room_lines = static_cast<size_t>(std::max((canvas_.room() - 2 * kCellPadding) / line_height, 1.0));
      const size_t take = fits ? prepared.height - done : std::min(room_lines, prepared.height - done);
      draw_part(prepared, done, take, node);
      done += take;
      if (done < prepared.height) next_page(prepared, done);
    }
  }

  void next_page(Prepared& prepared, size_t done) {
    close_row();
    canvas_.new_page();
    first_of_page_ = true;
    header_->draw(-1);
    if (done == 0) repeat_head(prepared);
  }

  // A record that continues on a new page shows its head again.
  void repeat_head(Prepared& prepared) const {
    if (prepared.section) return;
    for (size_t k = 0; k < prepared.lines.size(); ++k) {
      if (!prepared.continued[k]) continue;
      prepared.lines[k] = last_head_[k];
      prepared.height = std::max(prepared.height, prepared.lines[k].size());
      prepared.continued[k] = false;
    }
  }

  void draw_part(const Prepared& prepared, size_t from, size_t count, int row_node) {
    const double height = static_cast<double>(count) * size_ * kCellLeading + 2 * kCellPadding;
    for (size_t k = 0; k < prepared.lines.size(); ++k) {
      const double x = prepared.section ? canvas_.left() : canvas_.left() + block_->left_of(k);
      const double width = prepared.section ? canvas_.width() : block_->widths[k];
      if (cell_nodes_[k] < 0) cell_nodes_[k] = canvas_.node(StructNode::Kind::data_cell, row_node);
      background(prepared.emphasis[k], {x, canvas_.y, width, height, {1, 1, 1}});
      canvas_.cell({x, canvas_.y, width, height});
      if (!prepared.links[k].empty()) canvas_.link({{x, canvas_.y, width, height}, prepared.links[k]});
      if (!prepared.continued[k]) canvas_.stroke(x, canvas_.y, x + width, canvas_.y);
      canvas_.stroke(x, canvas_.y, x, canvas_.y + height);
      canvas_.stroke(x + width, canvas_.y, x + width, canvas_.y + height);
      const bool numeric = !prepared.section && form::is_numeric_type(table_.columns[block_->columns[k]].type);
      for (size_t i = from; i < std::min(from + count, prepared.lines[k].size()); ++i) {
        const Line& line = prepared.lines[k][i];
        const double shift =
            numeric ? width - 2 * kCellPadding - canvas_.text_width(line.text, prepared.face, size_) : 0;
        canvas_.text(x + kCellPadding + shift,
                     canvas_.y + kCellPadding + static_cast<double>(i - from) * size_ * kCellLeading + size_ * 0.95,
                     line, prepared.face, size_, cell_nodes_[k]);
      }
    }
    canvas_.y += height;
    first_of_page_ = false;
    row_open_ = true;
  }

  void background(Emphasis emphasis, Fill fill) {
    if (emphasis == Emphasis::bad) fill.rgb = {0.98, 0.85, 0.80};
    if (emphasis == Emphasis::warning) fill.rgb = {1.0, 0.95, 0.80};
    if (emphasis == Emphasis::good) fill.rgb = {0.89, 0.94, 0.85};
    const bool coloured = emphasis == Emphasis::bad || emphasis == Emphasis::warning || emphasis == Emphasis::good;
    if (coloured) canvas_.fill(fill);
  }

  // The bottom line of the table on this page.
  void close_row() {
    if (!row_open_) return;
    canvas_.stroke(canvas_.left(), canvas_.y, canvas_.left() + block_->left_of(block_->columns.size()), canvas_.y);
    row_open_ = false;
  }

  Canvas& canvas_;
  const Table& table_;
  ColumnPlan plan_;
  double size_ = 9;
  const ColumnBlock* block_ = nullptr;
  std::optional<TableHeader> header_;
  int table_node_ = -1;
  std::vector<std::vector<Line>> last_head_;
  std::vector<int> cell_nodes_;
  bool row_open_ = false;
  bool first_of_page_ = true;  // no row stands on this page yet
  bool repeats_head_ = false;  // the next row is the first of its page
  std::unique_ptr<RowCursor> cursor_;
};

}  // namespace

void lay_out_table(Canvas& canvas, const Table& table) { TableLayout(canvas, table).run(); }

bool has_column_blocks(const Canvas& canvas, const Table& table) {
  return !table.columns.empty() && plan_columns(canvas, table).blocks.size() > 1;
}

}  // namespace esep::document
