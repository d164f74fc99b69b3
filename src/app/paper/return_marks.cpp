// SPDX-License-Identifier: MIT
#include "app/paper/return_marks.h"

#include <algorithm>

#include "base/error.h"
#include "intake/reader.h"
#include "report/cell_reference.h"
#include "report/read/locate.h"

namespace esep::app {
namespace {

using report::Finding;

// The sheet of the table and the places of its columns; without a table the places stay as they were given.
class Places {
 public:
  Places(const form::FormDefinition& form, report::Grid& grid, const std::string& file) : form_(form), file_(file) {
    report::Findings ignored;
    const auto layout = report::locate({form, grid, file, ignored});
    if (!layout || layout->sheet >= grid.sheets().size()) return;
    sheet_ = grid.sheets()[layout->sheet].name;
    header_row_ = layout->header_row;
    columns_ = layout->columns;
  }

  [[nodiscard]] Finding problem_at(Message message, const report::Place& place) const {
    Finding out = Finding::of(std::move(message)).in(file_, sheet_).as(Severity::warning);
    out.column = place.column;
    if (const auto cell = report::parse_reference(place.cell)) return std::move(out).at(cell->row, place.cell);
    const int column = column_of(place.column);
    const int row = place.row > 0 ? place.row : column > 0 ? header_row_ : 0;
    return std::move(out).at(row, row > 0 && column > 0 ? report::cell_name(row, column) : "");
  }

  /// The form's column at a cell of the table; empty: none.
  [[nodiscard]] std::string column_at(const std::string& cell) const {
    const auto at = report::parse_reference(cell);
    if (!at || at->row <= header_row_) return {};
    const auto found = std::find(columns_.begin(), columns_.end(), at->column);
    return found == columns_.end() ? std::string() : form_.columns[static_cast<size_t>(found - columns_.begin())].id;
  }

 private:
  [[nodiscard]] int column_of(const std::string& id) const {
    for (size_t i = 0; i < columns_.size() && i < form_.columns.size(); ++i) {
      if (form_.columns[i].id == id) return columns_[i];
    }
    return 0;
  }

  const form::FormDefinition& form_;
  std::string file_;
  std::string sheet_;
  int header_row_ = 0;
  std::vector<int> columns_;
};

}  // namespace

ReturnMarks return_marks(Engine& engine, const ReturnedReport& returned) {
  const report::Submission& submission = returned.submission;
  const std::string& name = submission.receipt.file_name;
  ReturnMarks out;
  report::Findings refused;
  out.bytes = engine.registry().file_bytes(submission.receipt.sha256);
  out.grid = intake::open_grid(name, out.bytes, refused);
  if (!out.grid) throw Error(Message("RETURN-FILE", {{"number", submission.number}, {"file", name}}));
  const Places places(engine.form_of(submission), *out.grid, name);
  for (const auto& one : returned.notes)
    out.findings.push_back(places.problem_at(Message("REVIEW-NOTE", {{"text", one.text}}), one.place));
  for (const auto& one : returned.recommendations) {
    out.findings.push_back(places.problem_at(
        Message("REVIEW-RECOMMENDATION", {{"number", one.number}, {"date", one.due.dotted()}, {"text", one.text}}),
        one.place));
  }
  for (auto& one : out.findings) {
    if (one.column.empty()) one.column = places.column_at(one.cell);
  }
  return out;
}

}  // namespace esep::app
