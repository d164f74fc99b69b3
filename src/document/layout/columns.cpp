// SPDX-License-Identifier: MIT
#include "document/layout/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "document/layout/column_texts.h"

namespace esep::document {
namespace {

constexpr double kWidestWord = 150;    // points at 7 pt; for a longer one no other column is narrowed
constexpr double kSlack = 1.12;        // a broken text takes this much more than its width: lines end early
constexpr double kSteps = 24;          // in which the spare width is given out
constexpr double kBetweenBlocks = 24;  // points: the line «continued» and what stands free
constexpr double kFewPages = 4;
constexpr double kLeastChosen = 8;  // letters; smaller ones only where the columns ask for them
constexpr double kSplitList = 2;    // pages that it may cost to keep a list in one block
constexpr double kNever = std::numeric_limits<double>::infinity();

double sum_of(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

// Columns side by side, the first of which may repeat those of an earlier block.
struct Part {
  std::vector<size_t> columns;
  size_t repeated = 0;

  // How many columns from `k` on stand under the group.
  [[nodiscard]] size_t under(const ColumnTexts::Group& group, size_t k) const {
    size_t end = k;
    while (end < columns.size() && columns[end] >= group.first && columns[end] < group.end) ++end;
    return end - k;
  }
  // A group over nothing but repeated columns does not say its long title again.
  [[nodiscard]] bool shows_title(size_t k, size_t count) const { return k + count > repeated; }
};

// Widths and heights of column blocks at one letter size.
class Widths {
 public:
  Widths(const Canvas& canvas, const Table& table, const ColumnTexts& texts)
      : canvas_(canvas), table_(table), texts_(texts), filled_(texts.filled()) {}

  double size = 9;

  // What the words of these columns, which stand side by side, and of the groups over them need.
  [[nodiscard]] std::vector<double> least(const Part& part, double widest_word) const {
    std::vector<double> out;
    for (const size_t i : part.columns) out.push_back(of_word(texts_.words[i], widest_word));
    for (const auto& group : texts_.groups) {
      const double needed = of_word(group.word, widest_word);
      for (size_t k = 0; k < part.columns.size();) {
        const size_t count = part.under(group, k);
        const auto first = out.begin() + static_cast<std::ptrdiff_t>(k);
        const double more = needed - std::accumulate(first, first + static_cast<std::ptrdiff_t>(count), 0.0);
        for (size_t at = k; at < k + count && more > 0 && part.shows_title(k, count); ++at)
          out[at] += more / static_cast<double>(count);
        k += std::max<size_t>(count, 1);
      }
    }
    return out;
  }

  [[nodiscard]] bool fit(const Part& part) const { return sum_of(least(part, kWidestWord)) <= canvas_.width(); }

  // Widths that fill the page: first what the words need, then what makes the rows low.
  [[nodiscard]] std::vector<double> of(const Part& part) const {
    std::vector<double> out = least(part, kNever);
    if (sum_of(out) > canvas_.width()) out = least(part, kWidestWord);
    const double total = sum_of(out);
    if (total > canvas_.width()) {  // a single column that wants more than a page gets the page
      for (double& width : out) width *= canvas_.width() / total;
    } else if (filled_) {
      lower_rows(part, out);
    } else {
      widen_as_said(part, out);
    }
    return out;
  }

  // The same quickly, for the search of blocks: the spare width is shared by the square root of what is to be written.
  [[nodiscard]] std::vector<double> rough(const Part& part) const {
    std::vector<double> out = least(part, kWidestWord);
    std::vector<double> wishes;
    for (const size_t i : part.columns)
      wishes.push_back(std::sqrt(filled_ ? std::max(texts_.texts[i], texts_.titles[i] / 4) : table_.columns[i].width));
    const double spare = canvas_.width() - sum_of(out);
    const double all = std::max(sum_of(wishes), 1.0);
    for (size_t k = 0; k < out.size(); ++k) out[k] = std::max(out[k] + spare * wishes[k] / all, 1.0);
    return out;
  }

  // The length of paper that a block takes, its headings on each page included.
  [[nodiscard]] double height(const Part& part, const std::vector<double>& widths) const {
    const double body = canvas_.bottom() - canvas_.top();
    const double head = header_lines(part, widths) * size * kCellLeading + 4 * kCellPadding;
    if (head > body * 0.7) return kNever;
    double rows = 0;
    for (const auto& row : texts_.sample) rows += row_height(row, part, widths);
    if (!texts_.sample.empty()) rows *= static_cast<double>(texts_.rows) / static_cast<double>(texts_.sample.size());
    return head + rows * body / (body - head);
  }

 private:
  [[nodiscard]] double of_word(double word, double widest) const {
    return std::min(word, widest / 7) * size + 2 * kCellPadding + 0.5;
  }

  [[nodiscard]] double lines(double text, double width) const {
    return std::max(std::ceil(text * size * kSlack / std::max(width - 2 * kCellPadding, 1.0) - kSlack + 1), 1.0);
  }

  [[nodiscard]] double row_height(const ColumnTexts::SampleRow& row, const Part& part,
                                  const std::vector<double>& widths) const {
    double most = 0;
    for (size_t k = 0; k < part.columns.size(); ++k) {
      const double text = row.texts[part.columns[k]];
      if (text > 0) most = std::max(most, lines(text, widths[k]));
    }
    if (most == 0 && (!row.in_record || goes_on(row, part))) most = 1;
    return most == 0 ? 0 : most * size * kCellLeading + 2 * kCellPadding;
  }

  // A list whose texts of this row stand in other blocks has a row here too.
  [[nodiscard]] bool goes_on(const ColumnTexts::SampleRow& row, const Part& part) const {
    for (size_t i = 0; i < row.texts.size(); ++i) {
      if (row.texts[i] > 0 && takes_row(table_, part.columns, i)) return true;
    }
    return false;
  }

  [[nodiscard]] double header_lines(const Part& part, const std::vector<double>& widths) const {
    double leaves = 1;
    for (size_t k = 0; k < part.columns.size(); ++k)
      leaves = std::max(leaves, lines(texts_.titles[part.columns[k]], widths[k]));
    double above = 0;
    for (const auto& group : texts_.groups) {
      for (size_t k = 0; k < part.columns.size();) {
        const size_t count = part.under(group, k);
        const auto first = widths.begin() + static_cast<std::ptrdiff_t>(k);
        const double width = std::accumulate(first, first + static_cast<std::ptrdiff_t>(count), 0.0);
        if (count > 0 && part.shows_title(k, count)) above = std::max(above, lines(group.title, width));
        k += std::max<size_t>(count, 1);
      }
    }
    return leaves + above;
  }

  // Each part of the spare width goes where it saves most paper; if it saves none alone, to the longest text.
  void lower_rows(const Part& part, std::vector<double>& widths) const {
    const double step = (canvas_.width() - sum_of(widths)) / kSteps;
    for (int i = 0; i < static_cast<int>(kSteps); ++i) {
      size_t best = longest(part, widths);
      widths[best] += step;
      double least_height = height(part, widths);
      widths[best] -= step;
      for (size_t k = 0; k < part.columns.size(); ++k) {
        widths[k] += step;
        const double now = height(part, widths);
        widths[k] -= step;
        if (now < least_height - 0.01) {
          least_height = now;
          best = k;
        }
      }
      widths[best] += step;
    }
  }

  // The column whose longest text, or heading, takes most lines.
  [[nodiscard]] size_t longest(const Part& part, const std::vector<double>& widths) const {
    size_t out = 0;
    double most = 0;
    for (size_t k = 0; k < part.columns.size(); ++k) {
      const double text = std::max(texts_.texts[part.columns[k]], texts_.titles[part.columns[k]]);
      const double now = text / std::max(widths[k] - 2 * kCellPadding, 1.0);
      if (now <= most) continue;
      most = now;
      out = k;
    }
    return out;
  }

  // Nothing is written yet: as wide as the form says.
  void widen_as_said(const Part& part, std::vector<double>& widths) const {
    std::vector<double> wishes;
    for (size_t k = 0; k < part.columns.size(); ++k)
      wishes.push_back(std::max(std::min(table_.columns[part.columns[k]].width * size * 0.5, 190.0) - widths[k], 1.0));
    const double spare = canvas_.width() - sum_of(widths);
    const double all = sum_of(wishes);
    for (size_t k = 0; k < widths.size(); ++k) widths[k] += spare * wishes[k] / all;
  }

  const Canvas& canvas_;
  const Table& table_;
  const ColumnTexts& texts_;
  bool filled_;
};

class Planner {
 public:
  Planner(const Canvas& canvas, const Table& table)
      : canvas_(canvas), table_(table), texts_(measure_texts(canvas, table)), widths_(canvas, table, texts_) {}

  // The largest size at which the table fits on the page, or the next one if that saves paper;
  // else column blocks at 8 pt.
  ColumnPlan run() {
    ColumnPlan plan;
    const Part all = part(0, table_.columns.size());
    double length = kNever;
    for (const double size : {9.0, 8.0, 7.0}) {
      widths_.size = size;
      if (size > canvas_.largest || !widths_.fit(all)) continue;
      const std::vector<double> widths = widths_.of(all);
      const double now = widths_.height(all, widths);
      const bool first = plan.blocks.empty();
      if (first || saves(length, now)) {
        plan.size = size;
        plan.blocks = {{all.columns, widths}};
      }
      if (!first || now <= canvas_.bottom() - canvas_.top() || size <= kLeastChosen) return plan;
      length = now;
    }
    if (!plan.blocks.empty()) return plan;
    plan.size = widths_.size = 8;
    choose_keys();
    for (const Part& block : best_blocks()) plan.blocks.push_back({block.columns, widths_.of(block)});
    return plan;
  }

 private:
  // A quarter of the paper, or a page of a few.
  [[nodiscard]] bool saves(double length, double now) const {
    const double body = canvas_.bottom() - canvas_.top();
    const double before = std::ceil(length / body);
    return now * 4 <= length * 3 || (before <= kFewPages && std::ceil(now / body) < before);
  }

  // Key columns that leave the other columns two thirds of the page, and a first block that holds them all.
  void choose_keys() {
    double used = 0;
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      if (!table_.columns[i].key) continue;
      used += widths_.least(Part{{i}}, kWidestWord).front();
      if (used > canvas_.width() * 0.35 || !widths_.fit(part(0, i + 1))) break;
      keys_.push_back(i);
    }
  }

  // The columns [begin, end) behind the keys that stand before them.
  [[nodiscard]] Part part(size_t begin, size_t end) const {
    Part out;
    std::copy_if(keys_.begin(), keys_.end(), std::back_inserter(out.columns), [&](size_t key) { return key < begin; });
    out.repeated = out.columns.size();
    for (size_t i = begin; i < end; ++i) out.columns.push_back(i);
    return out;
  }

  // Whether a block that ends before `end` takes a list apart that would fit on the page.
  [[nodiscard]] bool cuts_list(size_t end) const {
    const size_t count = table_.columns.size();
    const int list = end < count ? table_.columns[end].list : -1;
    if (list < 0 || table_.columns[end - 1].list != list) return false;
    size_t first = end;
    while (first > 0 && table_.columns[first - 1].list == list) --first;
    size_t last = end;
    while (last < count && table_.columns[last].list == list) ++last;
    return widths_.fit(part(first, last));
  }

  // The way of cutting that takes least paper. `best[i]`: of the columns from i on.
  [[nodiscard]] std::vector<Part> best_blocks() const {
    const size_t count = table_.columns.size();
    const double split = kSplitList * (canvas_.bottom() - canvas_.top());
    std::vector<double> best(count + 1, kNever);
    std::vector<size_t> cut(count + 1, count);
    best[count] = 0;
    for (size_t begin = count; begin-- > 0;) {
      const size_t first_end = begin == 0 && !keys_.empty() ? keys_.back() + 1 : begin + 1;
      for (size_t end = first_end; end <= count; ++end) {
        const Part block = part(begin, end);
        if (end > first_end && !widths_.fit(block)) break;
        // A block that alone is higher than a page still has to stand somewhere.
        const double height = std::min(widths_.height(block, widths_.rough(block)), 1e6);
        const double all = height + kBetweenBlocks + best[end] + (cuts_list(end) ? split : 0);
        if (all >= best[begin]) continue;
        best[begin] = all;
        cut[begin] = end;
      }
    }
    std::vector<Part> out;
    for (size_t begin = 0; begin < count; begin = cut[begin]) out.push_back(part(begin, cut[begin]));
    return out;
  }

  const Canvas& canvas_;
  const Table& table_;
  ColumnTexts texts_;
  Widths widths_;
  std::vector<size_t> keys_;  // repeated in each block
};

}  // namespace

bool ColumnBlock::has(size_t column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

double ColumnBlock::left_of(size_t index) const {
  return std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(index), 0.0);
}

bool takes_row(const Table& table, const std::vector<size_t>& columns, size_t column) {
  const int list = table.columns[column].list;
  return std::any_of(columns.begin(), columns.end(),
                     [&](size_t here) { return here == column || (list >= 0 && table.columns[here].list == list); });
}

ColumnPlan plan_columns(const Canvas& canvas, const Table& table) { return Planner(canvas, table).run(); }

std::string shown_text(const Canvas& canvas, const Table& table, size_t column, const Cell& cell) {
  return form::display_text(cell.value, table.columns[column].scale, canvas.document().lang);
}

}  // namespace esep::document
