// SPDX-License-Identifier: MIT
#include "report/read/column_titles.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/label.h"
#include "report/cell_reference.h"
#include "report/read/column_number.h"
#include "report/read/parse_date.h"
#include "report/read/units.h"

namespace esep::report {
namespace {

// A title as it is compared: its words, with letters of the same shape for one another.
std::string compared(std::string_view text) { return join(words_of(fold_look_alikes(form::label_form(text))), " "); }

bool is_nearly(const std::string& shown, const std::string& title) {
  constexpr size_t kLettersOfOneSlip = 8;
  if (shown == title) return true;
  const size_t longest = std::max(shown.size(), title.size());
  if (std::max(shown.size(), title.size()) - std::min(shown.size(), title.size()) > longest / 4) return false;
  return edit_distance(shown, title) * kLettersOfOneSlip <= count_code_points(title);
}

class TitleJudge {
 public:
  TitleJudge(const ReceivedFile& file, const std::vector<GridRow>& head, const Layout& layout)
      : file_(file), layout_(layout), top_(layout.header_row) {
    for (const auto& column : file.form.columns) {
      auto& forms = titles_.emplace_back();
      for (const std::string& title : form::label_forms(column)) forms.push_back(compared(title));
      forms.push_back(compared(column.id));
    }
    int last_line = layout.nil_row;
    for (const auto& at : layout.fields) last_line = std::max(last_line, at.row);
    constexpr int kTallest = 12;
    const int first = std::max(last_line + 1, layout.header_row - kTallest);
    for (const GridRow& row : head) {
      if (row.row >= first && row.row < layout.header_row) rows_.push_back(&row);
      if (row.row == layout.header_row) by_numbers_ = has_numbers(row);
    }
  }

  void run() {
    if (!by_numbers_) return;
    Findings mild;
    int own = 0, all = 0;
    for (size_t i = 0; i < titles_.size(); ++i) {
      if (layout_.columns[i] == 0) continue;
      ++all;
      const size_t before = mild.size();
      if (judge(i, mild) && mild.size() == before) ++own;
    }
    judge_groups();
    if (own * 2 < all) return;
    for (Finding& one : mild) file_.findings.push_back(std::move(one));
  }

 private:
  struct Title {
    int row = 0;
    GridCell cell;
  };

  [[nodiscard]] bool has_numbers(const GridRow& row) const {
    size_t found = 0;
    for (size_t i = 0; i < layout_.columns.size(); ++i) {
      const std::string& number = file_.form.columns[i].number;
      found += !number.empty() && std::any_of(row.cells.begin(), row.cells.end(), [&](const GridCell& cell) {
        return cell.column == layout_.columns[i] && plain_column_number(cell.text) == number;
      });
    }
    return found > 0;
  }

  [[nodiscard]] int levels_above(const form::Column& column) const {
    int out = 0;
    const form::Group* group = file_.form.group(column.group);
    for (; group != nullptr && out < static_cast<int>(file_.form.groups.size()); ++out)
      group = file_.form.group(group->parent);
    return out;
  }

  // The lowest text above the column.
  [[nodiscard]] Title title_above(int column) const {
    Title out;
    for (const GridRow* row : rows_) {
      for (const GridCell& cell : row->cells) {
        if (cell.column != column) continue;
        GridCell seen = as_shown(cell);
        if (!is_blank_cell(seen)) out = {row->row, std::move(seen)};
      }
    }
    return out;
  }

  // Whether the title is none of another column; what is not wrong, but changed, goes to `mild`.
  bool judge(size_t index, Findings& mild) {
    const form::Column& column = file_.form.columns[index];
    const Title title = title_above(layout_.columns[index]);
    const auto add = [&](Findings& out, const char* code, int row, Message::Args args) {
      args.emplace_back("number", column.number);
      args.emplace_back("title", column.title.text);
      out.push_back(Finding::of(Message(code, std::move(args)))
                        .in(file_.name, file_.grid.sheets()[layout_.sheet].name)
                        .at(row, file_.grid.has_cells() ? cell_name(row, layout_.columns[index]) : "")
                        .of_column(column.id)
                        .as(&out == &mild ? Severity::warning : Severity::error));
    };
    if (title.row == 0) {
      if (!rows_.empty()) add(mild, "COLUMN-TITLE-BLANK", rows_.back()->row, {});
      return !rows_.empty();
    }
    judged_.emplace(title.row, title.cell.column);
    top_ = std::min(top_, title.row - levels_above(column));
    const std::string shown = compared(title.cell.text);
    const bool unit = has_foreign_unit(title.cell.text, known_units(file_.form, column));
    if (!unit && is_of(index, shown)) return true;
    const Message::Args said{{"shown", squeeze_spaces(title.cell.text)}};
    if (is_of_other(index, shown)) {
      add(file_.findings, "COLUMN-TITLE-OTHER", title.row, said);
      return false;
    }
    add(unit ? file_.findings : mild, unit ? "COLUMN-TITLE-UNIT" : "COLUMN-TITLE-CHANGED", title.row, said);
    return !unit;
  }

  [[nodiscard]] bool is_of(size_t index, const std::string& shown) const {
    const std::string& number = file_.form.columns[index].number;
    const auto& own = titles_[index];
    return std::any_of(own.begin(), own.end(), [&](const std::string& title) {
      return shown == title || shown == number + " " + title || shown == title + " " + number ||
             is_nearly(shown, title);
    });
  }

  [[nodiscard]] bool is_of_other(size_t index, const std::string& shown) const {
    for (size_t i = 0; i < titles_.size(); ++i) {
      if (i != index && std::find(titles_[i].begin(), titles_[i].end(), shown) != titles_[i].end()) return true;
    }
    return false;
  }

  [[nodiscard]] static bool has_foreign_unit(std::string_view text, const Units& known) {
    const auto units = units_in(text);
    return !std::includes(known.begin(), known.end(), units.begin(), units.end());
  }

  // Titles of groups. What stands above all titles is named as a cell between heading and table.
  void judge_groups() {
    Units known;
    for (const auto& column : file_.form.columns) known.merge(known_units(file_.form, column));
    for (const GridRow* row : rows_) {
      for (const GridCell& cell : row->cells) {
        const GridCell seen = as_shown(cell);
        if (row->row < top_ || seen.kind != CellKind::text || judged_.contains({row->row, cell.column})) continue;
        if (!has_foreign_unit(seen.text, known)) continue;
        Message message("TITLE-UNIT", {{"shown", squeeze_spaces(seen.text)}});
        file_.findings.push_back(Finding::of("COLUMN-TITLE-UNIT", std::move(message))
                                     .in(file_.name, file_.grid.sheets()[layout_.sheet].name)
                                     .at(row->row, file_.grid.has_cells() ? cell_name(row->row, cell.column) : ""));
      }
    }
  }

  const ReceivedFile& file_;
  const Layout& layout_;
  std::vector<std::vector<std::string>> titles_;  // by column of the form
  std::vector<const GridRow*> rows_;              // between the heading's lines and the row of numbers
  bool by_numbers_ = false;
  std::set<std::pair<int, int>> judged_;
  int top_ = 0;  // the first row of titles
};

}  // namespace

void report_titles(const ReceivedFile& file, const std::vector<GridRow>& head, const Layout& layout) {
  TitleJudge(file, head, layout).run();
}

}  // namespace esep::report
