// SPDX-License-Identifier: MIT
#include "report/read/locate_named.h"

#include "base/text.h"
#include "form/ids_of.h"

namespace esep::report {
namespace {

using form::Column;
using form::FormDefinition;

constexpr size_t kMaxUnknown = 100;  // findings about ids of one file

class NamedLocator {
 public:
  explicit NamedLocator(const ReceivedFile& file) : file_(file), grid_(file.grid), form_(file.form) {}

  Layout run() {
    while (grid_.sheets()[out_.sheet].hidden) ++out_.sheet;
    out_.header_row = grid_.header_row();
    out_.columns.resize(form_.columns.size(), 0);
    const auto cursor = grid_.rows(out_.sheet);
    GridRow row;
    while (cursor->next(row) && row.row <= out_.header_row) {
      if (row.row < out_.header_row) {
        take_field(row);
      } else {
        take_columns(row);
      }
    }
    return std::move(out_);
  }

 private:
  void take_field(const GridRow& row) {
    const std::string& id = row.cells.front().text;
    GridCell value;
    value.column = 2;
    if (row.cells.size() > 1) value = row.cells[1];
    if (id == kNilField) {
      out_.nil_row = row.row;
      out_.nil_cell = std::move(value);
    } else if (form_.field(id) != nullptr) {
      out_.fields.push_back({id, row.row, std::move(value)});
    } else {
      const std::string meant = nearest(id, form::ids_of(form_.fields));
      add(row.row, "FIELD-UNKNOWN",
          meant.empty() ? Message("FIELD-UNKNOWN", {{"name", id}})
                        : Message("UNKNOWN-FIELD-MEANT", {{"name", id}, {"meant", meant}}));
    }
  }

  void take_columns(const GridRow& row) {
    for (const GridCell& cell : row.cells) {
      if (const int at = form_.column_index(cell.text); at >= 0) {
        out_.columns[static_cast<size_t>(at)] = cell.column;
        continue;
      }
      const std::string meant = nearest(cell.text, form::ids_of(form_.columns));
      add(row.row, "COLUMN-UNKNOWN",
          meant.empty() ? Message("COLUMN-UNKNOWN", {{"name", cell.text}})
                        : Message("UNKNOWN-COLUMN-MEANT", {{"name", cell.text}, {"meant", meant}}));
    }
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      if (out_.columns[i] == 0) missing(row.row, form_.columns[i]);
    }
  }

  void missing(int row, const Column& column) {
    Message message("COLUMN-NOT-NAMED", {{"name", column.id}, {"number", column.number}, {"title", column.title.text}});
    file_.findings.push_back(Finding::of("COLUMN-MISSING", std::move(message))
                                 .in(file_.name, grid_.sheets()[out_.sheet].name)
                                 .at(row)
                                 .of_column(column.id));
  }

  void add(int row, const char* code, Message message) {
    if (++unknown_ > kMaxUnknown) return;
    const std::string& sheet = grid_.sheets()[out_.sheet].name;
    file_.findings.push_back(Finding::of(code, std::move(message)).in(file_.name, sheet).at(row));
    if (unknown_ < kMaxUnknown) return;
    file_.findings.push_back(
        Finding::of(Message("FINDINGS-CUT", {{"limit", std::to_string(kMaxUnknown)}})).in(file_.name, sheet));
  }

  const ReceivedFile& file_;
  Grid& grid_;
  const FormDefinition& form_;
  Layout out_;
  size_t unknown_ = 0;
};

}  // namespace

Layout locate_named(const ReceivedFile& file) { return NamedLocator(file).run(); }

}  // namespace esep::report
