// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "report/read/bind.h"
#include "report/read/choice_memory.h"
#include "report/read/fixed_rows.h"
#include "report/read/plausible.h"
#include "report/read/shown_cell.h"
#include "report/read/table_edge.h"

namespace esep::report {

/// Rows of one table on their way from cells to typed values: the work of bind_rows.
class TableBinder {
 public:
  TableBinder(const ReceivedFile& file, const Layout& layout, const Head& head, const RowSink& sink);

  /// The number of rows that were given to the sink.
  int64_t run();
  /// The rows, of a grouped form the records, that run() has read. Rows before any record, which have a finding, count
  /// as one.
  [[nodiscard]] int64_t records() const { return count_ > 0 ? std::max<int64_t>(record_.number, 1) : 0; }

 private:
  /// A record of a grouped form; in other forms each row is one.
  struct Record {
    int64_t number = 0;  // 0: none has begun
    int row = 0;         // sheet row on which it begins
    std::vector<form::Value> head;
    std::vector<bool> seen;  // columns filled in any of its rows
  };

  enum class Content : char { blank, dash, value };

  [[nodiscard]] bool filled(size_t column) const { return content_[column] == Content::value; }
  [[nodiscard]] bool is_second_form(const GridRow& row) const {
    return layout_.end_row > 0 && row.row >= layout_.end_row;
  }
  [[nodiscard]] const std::string& sheet() const { return file_.grid.sheets()[layout_.sheet].name; }
  void add(int column, int64_t row, Message message);
  void add(int column, int64_t row, CellProblem problem);
  void read_cells(const GridRow& row);
  void read_cell(const GridRow& row, const GridCell& cell, size_t column);
  [[nodiscard]] bool is_barely_begun(const GridRow& row);
  void take(const GridRow& row);
  [[nodiscard]] bool begins_record() const;
  void begin_record(const GridRow& row);
  void end_record();
  void carry_down();
  [[nodiscard]] bool list_item_filled(int list) const;
  [[nodiscard]] bool is_list_alone(size_t column) const;
  void check_required();
  void add_required(size_t column, int64_t row);
  void check_fixed();
  void report_missing_fixed_rows();

  const ReceivedFile& file_;
  const Layout& layout_;
  const Head& head_;
  const RowSink& sink_;
  TableEdge edge_;
  ChoiceMemory choices_;
  Doubts doubts_;
  ShownParts parts_;
  std::vector<bool> head_column_;
  std::vector<int> list_of_;
  table::TypedRow row_;
  std::vector<Content> content_;
  Record record_;
  FixedRows fixed_;
  int64_t count_ = 0;
};

}  // namespace esep::report
