// SPDX-License-Identifier: MIT
#include "intake/csv_grid.h"

#include <utility>

#include "base/utf8.h"
#include "datafile/csv.h"
#include "intake/cell_text.h"
#include "intake/limits.h"
#include "intake/problem.h"

namespace esep::intake {
namespace {

using report::GridRow;

struct CsvText {
  SharedBytes text;
  char separator;
  ProblemList problems;
};

class CsvCursor final : public report::RowCursor {
 public:
  explicit CsvCursor(std::shared_ptr<CsvText> csv) : csv_(std::move(csv)), reader_(*csv_->text, csv_->separator) {}

  bool next(GridRow& row) override {
    while (!ended_) {
      if (!reader_.next(record_)) {
        ended_ = true;
        if (reader_.unclosed_quote()) report(problem("FILE-CSV-QUOTE", {{"line", std::to_string(record_.line)}}));
        break;
      }
      if (!within_limits()) break;
      if (fill(row)) return true;
    }
    return false;
  }

 private:
  bool fill(GridRow& row) {
    row.row = record_.line;
    row.hidden = false;
    row.cells.clear();
    row.fields = record_.fields.size();
    for (size_t i = 0; i < record_.fields.size(); ++i) {
      if (record_.fields[i].empty()) continue;
      report::GridCell& cell = row.cells.emplace_back();
      cell.column = static_cast<int>(i) + 1;
      cell.kind = report::CellKind::text;
      cell.text = datafile::csv_unguarded(std::move(record_.fields[i]));
      clean_controls(cell.text);
    }
    return !row.cells.empty();
  }

  bool within_limits() {
    const char* key = nullptr;
    uint64_t limit = 0;
    if (++count_ > kMaxRows) {
      key = "FILE-LIMIT-ROWS", limit = kMaxRows;
    } else if (record_.fields.size() > static_cast<size_t>(kMaxColumns)) {
      key = "FILE-LIMIT-COLUMNS", limit = kMaxColumns;
    }
    for (const std::string& field : record_.fields) {
      if (field.size() > kMaxCellBytes) key = "FILE-LIMIT-TEXT", limit = kMaxCellBytes;
    }
    if (key == nullptr) return true;
    ended_ = true;
    report(limit_problem(key, limit));
    return false;
  }

  void report(Problem what) {
    what.row = record_.line;
    csv_->problems.add(what);
  }

  std::shared_ptr<CsvText> csv_;
  datafile::CsvReader reader_;
  datafile::CsvRecord record_;
  int count_ = 0;
  bool ended_ = false;
};

class CsvGrid final : public report::Grid {
 public:
  explicit CsvGrid(std::shared_ptr<CsvText> csv) : csv_(std::move(csv)) {}
  [[nodiscard]] const std::vector<report::SheetInfo>& sheets() const override { return sheets_; }
  [[nodiscard]] std::unique_ptr<report::RowCursor> rows(size_t /*sheet*/) override {
    return std::make_unique<CsvCursor>(csv_);
  }
  [[nodiscard]] std::vector<report::MergedRange> merged(size_t /*sheet*/) override { return {}; }
  [[nodiscard]] bool has_cells() const override { return false; }
  [[nodiscard]] const report::Findings& problems() const override { return csv_->problems.findings(); }

 private:
  std::shared_ptr<CsvText> csv_;
  std::vector<report::SheetInfo> sheets_{report::SheetInfo{}};
};

SharedBytes made_utf8(std::string_view bytes) {
  std::string text = datafile::csv_to_utf8(bytes);
  return std::make_shared<const std::string>(is_valid_utf8(text) ? std::move(text) : scrub_utf8(text));
}

}  // namespace

std::unique_ptr<report::Grid> open_csv(const std::string& file_name, SharedBytes bytes) {
  SharedBytes text = datafile::is_plain_csv(*bytes) ? std::move(bytes) : made_utf8(*bytes);
  const char separator = datafile::csv_separator(*text);
  return std::make_unique<CsvGrid>(std::make_shared<CsvText>(
      CsvText{std::move(text), separator, ProblemList(file_name, ProblemList::Addresses::lines)}));
}

}  // namespace esep::intake
