// SPDX-License-Identifier: MIT
#include "report/read/lost_lines.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/text.h"
#include "report/cell_reference.h"
#include "report/read/parse_date.h"

namespace esep::report {
namespace {

bool is_found(const Layout& layout, const form::Field& field) {
  return std::any_of(layout.fields.begin(), layout.fields.end(),
                     [&](const Layout::FieldCell& at) { return at.field == field.id; });
}

// An entry with a label of its own, or in the place of the entries.
const OtherCell* unread_entry(const Layout& layout) {
  int first = 0, last = 0;
  for (const auto& at : layout.fields) {
    first = first == 0 ? at.row : std::min(first, at.row);
    last = std::max(last, at.row);
  }
  for (const OtherCell& other : layout.others) {
    if (other.row <= first) continue;
    const bool in_place = std::any_of(layout.fields.begin(), layout.fields.end(),
                                      [&](const auto& at) { return at.cell.column == other.cell.column; });
    if (!other.label.empty() || (in_place && other.row < last)) return &other;
  }
  return nullptr;
}

}  // namespace

void report_lost_lines(const ReceivedFile& file, const Layout& layout) {
  if (layout.fields.empty()) return;
  const OtherCell* entry = unread_entry(layout);
  if (entry == nullptr) return;
  for (const form::Field& field : file.form.fields) {
    if (field.source != form::FieldSource::input || field.required || is_found(layout, field)) continue;
    const std::string shown = seen_text(entry->cell, file.grid.date_system());
    const std::string line = entry->label.empty() ? shown : entry->label + ": " + shown;
    const std::string cell = file.grid.has_cells() ? cell_name(entry->row, entry->cell.column) : "";
    file.findings.push_back(Finding::of(Message("HEADING-LINE-UNREAD", {{"title", field.title.text},
                                                                        {"shown", cut_short(squeeze_spaces(line))}}))
                                .in(file.name, file.grid.sheets()[layout.sheet].name)
                                .at(entry->row, cell)
                                .of_column(field.id)
                                .as(Severity::warning));
  }
}

}  // namespace esep::report
