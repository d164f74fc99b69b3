// SPDX-License-Identifier: MIT
#include "docx/columns.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

#include "base/line_breaks.h"
#include "base/utf8.h"

namespace esep::docx {
namespace {

// In twentieths of a point, per half point of the letters: on the average.
constexpr double kLetter = 6.1;
constexpr double kBoldLetter = 6.8;
constexpr int kPadding = 140;     // of a cell, left and right, and its frame
constexpr size_t kLongWord = 24;  // characters; for a longer word no block is cut
constexpr size_t kHash = 64;      // a SHA-256 stays on one line where that only takes room from other columns
constexpr size_t kManyColumns = 8;
constexpr int kOrdinary = 18;  // letters, in half points
constexpr int kSmall = 16;
constexpr int kSmallest = 14;
constexpr int kTight = 5;  // quarters: a table a little wider than the page is pressed together

// What each column needs at least, in characters of ordinary letters.
class Needs {
 public:
  // Longer words are broken.
  Needs(const document::Table& table, Lang lang, size_t longest)
      : table_(table), breaks_(lang), lang_(lang), longest_(longest) {
    out_.assign(table.columns.size(), 0);
  }

  std::vector<double> run() {
    size_t leaf = 0;
    for (const auto& cell : table_.header) head(cell, leaf);
    const auto cursor = table_.rows ? table_.rows() : nullptr;
    document::Row row;
    while (cursor && cursor->next(row)) {
      if (row.kind != document::Row::Kind::section) read(row);
    }
    return std::move(out_);
  }

 private:
  void head(const document::HeaderCell& cell, size_t& leaf) {
    for (const auto& child : cell.children) head(child, leaf);
    if (!cell.children.empty()) return;
    if (leaf < out_.size()) words(leaf, cell.title, true);
    ++leaf;
  }

  void read(const document::Row& row) {
    const bool bold = row.kind == document::Row::Kind::total;
    for (size_t i = 0; i < std::min(row.cells.size(), out_.size()); ++i) {
      const document::TableColumn& column = table_.columns[i];
      const std::string text = form::display_text(row.cells[i].value, column.scale, lang_);
      if (form::is_numeric_type(column.type)) {
        widen(i, count_code_points(text), bold);
      } else {
        words(i, text, bold);
      }
    }
  }

  void words(size_t column, std::string_view text, bool bold) {
    size_t begin = 0;
    for (const size_t end : breaks_.pieces(text)) {
      const size_t count = count_code_points(text.substr(begin, end - begin));
      widen(column, std::min(text[end - 1] == ' ' ? count - 1 : count, longest_), bold);
      begin = end;
    }
  }

  void widen(size_t column, size_t characters, bool bold) {
    out_[column] = std::max(out_[column], static_cast<double>(characters) * (bold ? kBoldLetter / kLetter : 1));
  }

  const document::Table& table_;
  LineBreaks breaks_;
  Lang lang_;
  size_t longest_;
  std::vector<double> out_;
};

// At one size of letters.
class Blocks {
 public:
  Blocks(const document::Table& table, const std::vector<double>& needs, int room, int half_points)
      : table_(table), room_(room) {
    const double letter = kLetter * half_points;
    for (const double need : needs) least_.push_back(static_cast<int>(need * letter) + kPadding);
    for (size_t i = 0; i < table.columns.size(); ++i)
      wish_.push_back(std::max(static_cast<int>((std::clamp(table.columns[i].width, 4, 40) + 1) * letter), least_[i]));
  }

  [[nodiscard]] bool fit() const { return std::accumulate(least_.begin(), least_.end(), 0) <= room_; }

  [[nodiscard]] std::vector<ColumnBlock> side_by_side() const {
    ColumnBlock all;
    all.columns.resize(table_.columns.size());
    std::iota(all.columns.begin(), all.columns.end(), size_t{0});
    spread(all);
    return {all};
  }

  std::vector<ColumnBlock> cut() {
    choose_keys();
    std::vector<ColumnBlock> out(1);
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      const bool is_key = std::find(keys_.begin(), keys_.end(), i) != keys_.end();
      if (is_key && out.size() > 1) continue;
      ColumnBlock& last = out.back();
      if (last.columns.size() > (out.size() > 1 ? keys_.size() : 0) && !has_room(last, i)) out.push_back({keys_, {}});
      out.back().columns.push_back(i);
    }
    for (ColumnBlock& block : out) spread(block);
    return out;
  }

 private:
  void choose_keys() {
    int used = 0;
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      if (!table_.columns[i].key || (used + wish_[i]) * 5 > room_ * 2) continue;
      keys_.push_back(i);
      used += wish_[i];
    }
  }

  [[nodiscard]] bool has_room(const ColumnBlock& block, size_t column) const {
    const auto sum = [&](const std::vector<int>& widths) {
      return std::accumulate(block.columns.begin(), block.columns.end(), widths[column],
                             [&](int before, size_t i) { return before + widths[i]; });
    };
    return sum(least_) <= room_ && sum(wish_) * 4 <= room_ * kTight;
  }

  // What is needed first; the rest of the page as it is wished.
  void spread(ColumnBlock& block) const {
    double least = 0;
    double wish = 0;
    for (const size_t i : block.columns) {
      least += least_[i];
      wish += wish_[i];
    }
    for (const size_t i : block.columns) {
      double width = wish_[i] * room_ / wish;
      if (least > room_) {
        width = least_[i] * room_ / least;
      } else if (wish > room_) {
        width = least_[i] + (wish_[i] - least_[i]) * (room_ - least) / (wish - least);
      }
      block.widths.push_back(static_cast<int>(width));
    }
  }

  const document::Table& table_;
  int room_;
  std::vector<int> least_;
  std::vector<int> wish_;
  std::vector<size_t> keys_;
};

}  // namespace

ColumnPlan plan_columns(const document::Table& table, const Page& page, Lang lang) {
  const std::vector<double> needs = Needs(table, lang, kLongWord).run();
  const std::vector<double> whole = Needs(table, lang, kHash).run();
  const bool many = table.columns.size() > kManyColumns;
  for (int size = many ? kSmall : kOrdinary; size >= kSmallest; size -= 2) {
    const Blocks blocks(table, needs, page.text_width(), size);
    if (!blocks.fit()) continue;
    for (int smaller = size; smaller >= kSmallest && whole != needs; smaller -= 2) {
      const Blocks unbroken(table, whole, page.text_width(), smaller);
      if (unbroken.fit()) return {smaller, unbroken.side_by_side()};
    }
    return {size, blocks.side_by_side()};
  }
  return {kSmall, Blocks(table, needs, page.text_width(), kSmall).cut()};
}

}  // namespace esep::docx
