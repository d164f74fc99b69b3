// SPDX-License-Identifier: MIT
#include "app/summary_table.h"

#include "base/error.h"
#include "document/packed_rows.h"

namespace esep::app {
namespace {

constexpr int kSourcesWidth = 18;

void add_column(document::Table& table, const form::SummaryColumn& from, Lang lang) {
  document::TableColumn one;
  one.id = from.id;
  one.title = from.title.in(lang);
  one.width = from.width;
  one.type = from.type;
  one.scale = from.scale;
  one.key = from.key;
  table.columns.push_back(std::move(one));
}

// Neighbours with the same group stand under one header.
void add_header(document::Table& table, const form::SummaryColumn& from, Lang lang, std::string& open) {
  const std::string title = from.title.in(lang);
  const std::string group = from.group.in(lang);
  if (group.empty()) {
    table.header.push_back({title, {}});
  } else if (group == open) {
    table.header.back().children.push_back({title, {}});
  } else {
    table.header.push_back({group, {{title, {}}}});
  }
  open = group;
}

document::Row section_row(const std::string& title) {
  document::Row out;
  out.kind = document::Row::Kind::section;
  out.cells.emplace_back();
  out.cells.back().value = title;
  return out;
}

class TableBuilder {
 public:
  TableBuilder(SummaryQuery& query, const form::SummaryBlock& block, const SummaryWords& words)
      : query_(query), block_(block), words_(words) {
    table_.id = block.name;
    table_.caption = block.text.in(words.lang);
    table_.continuation = words.continued;
  }

  std::optional<document::Table> rows() {
    auto row = query_.run(block_, block_.query);
    const bool with_sources = row.has("_sources");
    std::string section;
    while (row.next()) {
      if (const std::string now = row.text("_section"); !now.empty() && now != section) {
        section = now;
        rows_.add(section_row(now));
      }
      rows_.add(data_row(row, with_sources));
    }
    if (rows_.empty()) return std::nullopt;
    for (const auto& column : block_.columns) add(column);
    if (with_sources) add(sources_column());
    return finished();
  }

  // Row, column and value come as a list; the two other queries say what stands at the sides.
  std::optional<document::Table> matrix() {
    const auto columns = matrix_columns();
    const auto places = matrix_rows();
    if (places.empty() || columns.empty()) return std::nullopt;
    std::vector<std::string> sources(grid_.size());
    auto cells = query_.run(block_, block_.query);
    while (cells.next()) {
      const auto row = places.find(cells.text("row"));
      const auto column = columns.find(cells.text("column"));
      if (row == places.end() || column == columns.end()) continue;
      document::Cell& cell = grid_[row->second].cells[column->second];
      const std::string reports = cells.text("_sources");
      cell.link = query_.sources_cell(reports).link;
      cell.value = cells.value("value");
      cell.emphasis = emphasis_from(cells.text("_emphasis"));
      if (!reports.empty()) sources[row->second] += reports + ",";
    }
    const bool with_sources = cells.has("_sources");
    if (with_sources) add(sources_column());
    for (size_t i = 0; i < grid_.size(); ++i) {
      if (with_sources) grid_[i].cells.push_back(query_.sources_cell(sources[i]));
      rows_.add(grid_[i]);
      grid_[i] = {};
    }
    return finished();
  }

 private:
  void add(const form::SummaryColumn& column) {
    add_column(table_, column, words_.lang);
    add_header(table_, column, words_.lang, open_group_);
  }

  form::SummaryColumn sources_column() const {
    form::SummaryColumn out;
    out.id = "_sources";
    out.title = words_.sources;
    out.width = kSourcesWidth;
    return out;
  }

  document::Table finished() {
    table_.rows = rows_.source();
    return std::move(table_);
  }

  document::Row data_row(const SummaryQuery::Result& row, bool with_sources) {
    document::Row out;
    if (row.text("_total") == "1") out.kind = document::Row::Kind::total;
    for (const auto& column : block_.columns) {
      document::Cell cell;
      cell.value = row.shown(column.id);
      cell.emphasis = emphasis_from(row.text(column.id + "_emphasis"));
      out.cells.push_back(std::move(cell));
    }
    if (with_sources) out.cells.push_back(query_.sources_cell(row.text("_sources")));
    return out;
  }

  std::map<std::string, size_t> matrix_columns() {
    constexpr int kCornerWidth = 42;
    constexpr int kCellWidth = 5;
    form::SummaryColumn corner;
    corner.id = "row";
    corner.title = block_.corner;
    corner.width = kCornerWidth;
    corner.key = true;
    add(corner);
    std::map<std::string, size_t> out;
    auto heads = query_.run(block_, block_.columns_query);
    while (heads.next()) {
      const std::string title = heads.text("title");
      if (!out.emplace(heads.text("id"), table_.columns.size()).second) continue;
      form::SummaryColumn column;
      column.id = heads.text("id");
      column.title = {title, title, title};
      column.width = kCellWidth;
      add(column);
    }
    return out;
  }

  std::map<std::string, size_t> matrix_rows() {
    std::map<std::string, size_t> out;
    auto sides = query_.run(block_, block_.rows_query);
    while (sides.next()) {
      if (!out.emplace(sides.text("id"), grid_.size()).second) continue;
      document::Row row;
      row.cells.reserve(table_.columns.size() + 1);  // and the reports behind it
      row.cells.resize(table_.columns.size());
      row.cells[0].value = sides.text("title");
      grid_.push_back(std::move(row));
    }
    return out;
  }

  SummaryQuery& query_;
  const form::SummaryBlock& block_;
  const SummaryWords& words_;
  document::Table table_;
  std::vector<document::Row> grid_;  // of a matrix, while its cells come in
  document::PackedRows rows_;
  std::string open_group_;
};

}  // namespace

std::optional<document::Table> summary_table(SummaryQuery& query, const form::SummaryBlock& block,
                                             const SummaryWords& words) {
  TableBuilder builder(query, block, words);
  return block.kind == form::SummaryBlock::Kind::matrix ? builder.matrix() : builder.rows();
}

}  // namespace esep::app
