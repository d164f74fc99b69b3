// SPDX-License-Identifier: MIT
#include "report/read/cells_above.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "base/words.h"
#include "form/label.h"
#include "report/read/parse_date.h"

namespace esep::report {
namespace {

using form::label_form;

class CellsAbove {
 public:
  CellsAbove(const form::FormDefinition& form, const Layout& layout) : layout_(layout) {
    add(form.wording.title.text);
    add(form.wording.short_title.text);
    for (const auto* texts : {&form.wording.stamp, &form.wording.notes}) {
      for (const auto& one : *texts) add(one.text);
    }
    for (const auto& one : form.wording.signatures) add(one.title.text);
    add(form.law.act);
    add(nil_label());
    for (const auto& field : form.fields) labels_.merge(forms_of(field));
    for (const auto& column : form.columns) titles_.merge(forms_of(column));
    for (const auto& group : form.groups) {
      for (const Lang lang : kLangs) titles_.insert(label_form(group.title.text.in(lang)));
    }
  }

  [[nodiscard]] std::vector<Layout::OtherCell> in(const std::vector<GridRow>& head) const {
    std::vector<Layout::OtherCell> out;
    for (const GridRow& row : head) {
      if (row.row >= layout_.header_row || begins_table(row)) break;
      std::string label;
      for (const GridCell& cell : row.cells) {
        const GridCell seen = as_shown(cell);
        const std::string folded = label_form(seen.text);
        if (seen.kind == CellKind::blank || folded.empty() || is_value(row.row, cell.column)) continue;
        if (!texts_.contains(folded) && !labels_.contains(folded) && !titles_.contains(folded))
          out.push_back({row.row, seen, label});
        if (seen.kind == CellKind::text) label = may_be_label(folded) ? seen.text : "";
      }
    }
    return out;
  }

 private:
  static constexpr std::array kLangs{Lang::kk, Lang::ru, Lang::en};

  void add(const LocalText& text) {
    for (const Lang lang : kLangs) texts_.insert(label_form(text.in(lang)));
  }
  static std::set<std::string> forms_of(const form::ValueSpec& spec) {
    const auto forms = form::label_forms(spec);
    return {forms.begin(), forms.end()};
  }
  // The first row of the table's titles. One such title alone may be a line of the heading.
  [[nodiscard]] bool begins_table(const GridRow& row) const {
    std::set<std::string> found;
    for (const GridCell& cell : row.cells) {
      if (std::string folded = label_form(cell.text); titles_.contains(folded)) found.insert(std::move(folded));
    }
    return found.size() > 1;
  }
  // The act in the corner of the sheet, or the title, is no label of what stands right of it.
  [[nodiscard]] bool may_be_label(const std::string& folded) const {
    constexpr size_t kMostWords = 20;
    return !texts_.contains(folded) && words_of(folded).size() <= kMostWords;
  }
  [[nodiscard]] bool is_value(int row, int column) const {
    return (layout_.nil_row == row && layout_.nil_cell.column == column) ||
           std::any_of(layout_.fields.begin(), layout_.fields.end(),
                       [&](const auto& at) { return at.row == row && at.cell.column == column; });
  }

  const Layout& layout_;
  std::set<std::string> texts_, labels_, titles_;
};

}  // namespace

std::vector<Layout::OtherCell> cells_above(const form::FormDefinition& form, const std::vector<GridRow>& head,
                                           const Layout& layout) {
  return CellsAbove(form, layout).in(head);
}

}  // namespace esep::report
