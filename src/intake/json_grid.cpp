// SPDX-License-Identifier: MIT
#include "intake/json_grid.h"

#include <unordered_map>
#include <utility>

#include "intake/json_document.h"

namespace esep::intake {
namespace {

using report::CellKind;
using report::GridCell;
using report::GridRow;

GridCell text_cell(int column, std::string text) {
  GridCell cell;
  cell.column = column;
  cell.kind = text.empty() ? CellKind::blank : CellKind::text;
  cell.text = std::move(text);
  return cell;
}

struct JsonText {
  SharedBytes text;
  JsonDocument document;
  ProblemList problems;
  std::unordered_map<std::string, int> column_of;
  bool by_lines = false;

  // Whether the lines of fields, header and rows ascend.
  void choose_numbers() {
    int last = 0;
    const auto ascends = [&last](int line) { return line > std::exchange(last, line); };
    by_lines = true;
    for (const auto& field : document.fields) by_lines = by_lines && ascends(field.line);
    by_lines = by_lines && (document.rows_line == 0 || ascends(document.rows_line));
    for (const auto& row : document.rows) by_lines = by_lines && ascends(row.line);
  }
  // If there are no "rows", right after the fields.
  [[nodiscard]] int header_row() const {
    const int behind = document.fields.empty() ? 1 : document.fields.back().line + 1;
    return number(document.fields.size(), document.rows_line > 0 ? document.rows_line : behind);
  }
  [[nodiscard]] int number(size_t index, int line) const { return by_lines ? line : static_cast<int>(index) + 1; }
};

class IdentityCursor final : public report::RowCursor {
 public:
  explicit IdentityCursor(const form::WorkbookIdentity& identity) : rows_(identity.encode()) {}
  bool next(GridRow& row) override {
    if (at_ == rows_.size()) return false;
    const auto& [key, value] = rows_[at_++];
    row = {static_cast<int>(at_), false, {text_cell(1, key)}};
    if (!value.empty()) row.cells.push_back(text_cell(2, value));
    return true;
  }

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
  size_t at_ = 0;
};

class TableCursor final : public report::RowCursor {
 public:
  explicit TableCursor(std::shared_ptr<JsonText> json) : json_(std::move(json)) {}

  bool next(GridRow& row) override {
    const JsonDocument& document = json_->document;
    const size_t fields = document.fields.size();
    while (at_ < fields + 1 + document.rows.size()) {
      const size_t index = at_++;
      row.hidden = false;
      row.cells.clear();
      if (index < fields) {
        field(document.fields[index], index, row);
      } else if (index == fields) {
        header(row);
      } else {
        data(document.rows[index - fields - 1], index, row);
      }
      if (!row.cells.empty()) return true;
    }
    return false;
  }

 private:
  void field(const JsonDocument::Field& field, size_t index, GridRow& row) const {
    row.row = json_->number(index, field.line);
    row.cells.push_back(text_cell(1, field.id));
    if (field.cell.kind == CellKind::blank) return;
    row.cells.push_back(field.cell);
    row.cells.back().column = 2;
  }

  void header(GridRow& row) const {
    row.row = json_->header_row();
    int column = 0;
    for (const std::string& id : json_->document.columns) row.cells.push_back(text_cell(++column, id));
  }

  void data(const JsonDocument::Row& place, size_t index, GridRow& row) const {
    row.row = json_->number(index, place.line);
    std::vector<GridCell> by_column(json_->document.columns.size());
    for (auto& [id, cell] : read_json_row(std::string_view(*json_->text).substr(place.offset, place.length))) {
      cell.column = json_->column_of.at(id);
      by_column[static_cast<size_t>(cell.column) - 1] = std::move(cell);
    }
    for (GridCell& cell : by_column) {
      if (cell.kind != CellKind::blank) row.cells.push_back(std::move(cell));
    }
  }

  std::shared_ptr<JsonText> json_;
  size_t at_ = 0;
};

class JsonGrid final : public report::Grid {
 public:
  explicit JsonGrid(std::shared_ptr<JsonText> json) : json_(std::move(json)) {
    if (has_identity()) sheets_.push_back({form::WorkbookIdentity::kSheetName, true});
    sheets_.push_back({"", false});
  }
  [[nodiscard]] const std::vector<report::SheetInfo>& sheets() const override { return sheets_; }
  [[nodiscard]] std::unique_ptr<report::RowCursor> rows(size_t sheet) override {
    if (has_identity() && sheet == 0) return std::make_unique<IdentityCursor>(json_->document.identity);
    return std::make_unique<TableCursor>(json_);
  }
  [[nodiscard]] std::vector<report::MergedRange> merged(size_t /*sheet*/) override { return {}; }
  [[nodiscard]] bool has_cells() const override { return false; }
  [[nodiscard]] int header_row() const override { return json_->header_row(); }
  [[nodiscard]] const report::Findings& problems() const override { return json_->problems.findings(); }

 private:
  [[nodiscard]] bool has_identity() const { return !json_->document.identity.form.empty(); }

  std::shared_ptr<JsonText> json_;
  std::vector<report::SheetInfo> sheets_;
};

}  // namespace

std::unique_ptr<report::Grid> open_json(const std::string& file_name, SharedBytes bytes, Problem& refusal) {
  auto document = JsonDocument::parse(*bytes, refusal);
  if (!document) return nullptr;
  auto json = std::make_shared<JsonText>(JsonText{
      std::move(bytes), std::move(*document), ProblemList(file_name, ProblemList::Addresses::lines), {}, false});
  for (const std::string& id : json->document.columns) {
    json->column_of.emplace(id, static_cast<int>(json->column_of.size()) + 1);
  }
  json->choose_numbers();
  return std::make_unique<JsonGrid>(std::move(json));
}

}  // namespace esep::intake
