// SPDX-License-Identifier: MIT
#include "report/read/title_units.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/cell_reference.h"
#include "report/read/parse_date.h"
#include "report/read/units.h"

namespace esep::report {
namespace {

Units without(const Units& all, const Units& some) {
  Units out = all;
  for (const std::string& one : some) out.erase(one);
  return out;
}

bool is_of_money(const form::ValueSpec& spec) {
  return spec.type == form::ColumnType::money || spec.type == form::ColumnType::decimal;
}

class UnitJudge {
 public:
  UnitJudge(const ReceivedFile& file, const std::vector<GridRow>& head, const Layout& layout)
      : file_(file), layout_(layout), merged_(file.grid.merged(layout.sheet)) {
    int last_line = layout.nil_row;
    for (const auto& at : layout.fields) last_line = std::max(last_line, at.row);
    for (const GridRow& row : head) {
      if (row.row > last_line && row.row < layout.header_row) titles_.push_back(&row);
    }
    bool unscaled = false;
    for (const form::Column& column : file.form.columns) {
      known_.merge(known_units(file.form, column));
      const bool scaled = !wanted_units(file.form, column).empty();
      scaled_ = scaled_ || scaled;
      unscaled = unscaled || (!scaled && is_of_money(column));
      money_ = money_ || scaled || is_of_money(column);
      counts_ = counts_ || column.type == form::ColumnType::integer;
    }
    if (!scaled_ || unscaled) known_.insert("₸");
  }

  void run() {
    for (const OtherCell& other : layout_.others) judge_cell(other);
    judge_sheet();
    if (scaled_) judge_lost();
  }

 private:
  [[nodiscard]] const std::string& sheet() const { return file_.grid.sheets()[layout_.sheet].name; }

  // What a text says of the numbers of this form, and the form does not.
  [[nodiscard]] Units foreign_in(const std::string& text) {
    const Units stated = stated_units(text);
    stated_.insert(stated.begin(), stated.end());
    const bool of_money = names_tenge(text) || stated.contains("$") || stated.contains("€") || stated.contains("₽");
    if (of_money ? !money_ : !money_ && !counts_) return {};
    return without(stated, known_);
  }

  // The label of a line speaks of the value beside it.
  [[nodiscard]] bool is_label(const OtherCell& of, const std::string& text) const {
    return !only_states_units(text) &&
           std::any_of(layout_.others.begin(), layout_.others.end(),
                       [&](const OtherCell& one) { return one.row == of.row && one.label == of.cell.text; });
  }

  // The amount of the heading left of the cell.
  [[nodiscard]] const form::Field* amount_before(const OtherCell& other) const {
    for (const auto& at : layout_.fields) {
      const form::Field* field = file_.form.field(at.field);
      const bool filled = at.cell.kind != CellKind::blank && at.cell.column < other.cell.column;
      if (at.row == other.row && filled && field != nullptr && is_of_money(*field)) return field;
    }
    return nullptr;
  }

  void judge_beside(const OtherCell& other, const form::Field& field, const std::string& text) {
    const Units wanted = wanted_units(file_.form, field);
    const Units stated = stated_units(text);
    const bool tenge = wanted.empty() && stated == Units{"₸"};
    if (tenge || without(stated, wanted).empty()) return;
    const std::string cell = file_.grid.has_cells() ? cell_name(other.row, other.cell.column) : "";
    Message message("TITLE-UNIT-BESIDE", {{"title", field.title.text}, {"shown", squeeze_spaces(text)}});
    add(std::move(message), other.row, cell, Severity::error);
    file_.findings.back().column = field.id;
  }

  void judge_cell(const OtherCell& other) {
    const std::string text = seen_text(other.cell, file_.grid.date_system());
    if (const form::Field* field = amount_before(other)) return judge_beside(other, *field, text);
    if (is_label(other, text) || foreign_in(text).empty()) return;
    const std::string cell = file_.grid.has_cells() ? cell_name(other.row, other.cell.column) : "";
    const bool known = std::any_of(file_.findings.begin(), file_.findings.end(), [&](const Finding& one) {
      return one.code == "COLUMN-TITLE-UNIT" && one.row == other.row && one.cell == cell;
    });
    Message message("TITLE-UNIT", {{"shown", squeeze_spaces(text)}});
    if (!known) add(std::move(message), other.row, cell, Severity::error);
  }

  void judge_sheet() {
    if (foreign_in(sheet()).empty()) return;
    Message message("SHEET-UNIT", {{"shown", sheet()}});
    add(std::move(message), 0, "", Severity::error);
  }

  struct Above {
    std::string texts;   // of the cells that cover the column
    std::string nearby;  // and of those left of it that no merged range bounds
    int row = 0;         // the lowest
  };

  [[nodiscard]] const MergedRange* range_from(int row, int column) const {
    const auto at = std::find_if(merged_.begin(), merged_.end(), [&](const MergedRange& range) {
      return range.first_row == row && range.first_column == column;
    });
    return at == merged_.end() ? nullptr : &*at;
  }

  [[nodiscard]] Above above(int column) const {
    Above out;
    for (const GridRow* row : titles_) {
      const GridCell* left = nullptr;
      for (const GridCell& cell : row->cells) {
        if (cell.column <= column && !is_blank_cell(cell)) left = &cell;
      }
      if (left == nullptr) continue;
      const MergedRange* range = range_from(row->row, left->column);
      const bool covers = left->column == column || (range != nullptr && range->last_column >= column);
      const std::string text = squeeze_spaces(as_shown(*left).text);
      if (covers || range == nullptr) out.nearby += " " + text;
      if (!covers) continue;
      out.texts += (out.texts.empty() ? "" : " / ") + text;
      out.row = row->row;
    }
    return out;
  }

  void judge_lost() {
    std::set<std::string> said;
    for (size_t i = 0; i < file_.form.columns.size(); ++i) {
      const form::Column& column = file_.form.columns[i];
      const Units wanted = without(wanted_units(file_.form, column), stated_);
      if (layout_.columns[i] == 0 || wanted.empty()) continue;
      const Above titles = above(layout_.columns[i]);
      const bool foreign = !without(units_in(titles.texts), known_).empty();  // has its finding
      if (titles.row == 0 || foreign || without(wanted, units_in(titles.nearby)).empty()) continue;
      if (!said.insert(column.group.empty() ? column.id : column.group).second) continue;
      const form::Group* group = file_.form.group(column.group);
      const bool by_group = units_in(column.title.text.ru).empty() && group != nullptr;
      Message message("TITLE-UNIT-LOST", {{"number", column.number},
                                          {"wanted", by_group ? group->title.text : column.title.text},
                                          {"shown", titles.texts}});
      add(std::move(message), titles.row, file_.grid.has_cells() ? cell_name(titles.row, layout_.columns[i]) : "",
          names_tenge(titles.texts) ? Severity::error : Severity::warning);
      file_.findings.back().column = column.id;
    }
  }

  void add(Message message, int row, std::string cell, Severity severity) {
    file_.findings.push_back(Finding::of("COLUMN-TITLE-UNIT", std::move(message))
                                 .in(file_.name, sheet())
                                 .at(row, std::move(cell))
                                 .as(severity));
  }

  const ReceivedFile& file_;
  const Layout& layout_;
  std::vector<MergedRange> merged_;
  std::vector<const GridRow*> titles_;  // between the heading's lines and the row of numbers
  Units known_;                         // of any column
  Units stated_;                        // above the table
  bool scaled_ = false, money_ = false, counts_ = false;
};

}  // namespace

void report_units(const ReceivedFile& file, const std::vector<GridRow>& head, const Layout& layout) {
  UnitJudge(file, head, layout).run();
}

}  // namespace esep::report
