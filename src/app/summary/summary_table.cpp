// SPDX-License-Identifier: MIT
#include "app/summary/summary_table.h"

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

// Adjacent columns of one group stand under one header.
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

// Each value once, by number; the first is blank.
template <class T>
class Pool {
 public:
  Pool() { add({}); }
  uint32_t add(T value) {
    const auto [at, is_new] = numbers_.emplace(std::move(value), static_cast<uint32_t>(values_.size()));
    if (is_new) values_.push_back(&at->first);
    return at->second;
  }
  [[nodiscard]] const T& operator[](uint32_t number) const { return *values_[number]; }

 private:
  std::map<T, uint32_t> numbers_;
  std::vector<const T*> values_;
};

// A matrix while its cells arrive in any order. A hundred thousand cells share a few values and one link for each
// report.
class Grid {
 public:
  void add_row(std::string title) { titles_.push_back(std::move(title)); }
  void set_width(size_t columns) { cells_.resize(titles_.size() * (columns_ = columns)); }
  void put(size_t row, size_t column, const document::Cell& cell) {
    cells_[row * columns_ + column] = {values_.add(cell.value), links_.add(cell.link), cell.emphasis};
  }
  [[nodiscard]] document::Row row(size_t row) const {
    document::Row out;
    out.cells.resize(columns_);
    out.cells[0].value = titles_[row];
    for (size_t column = 1; column < columns_; ++column) {
      const Packed& packed = cells_[row * columns_ + column];
      out.cells[column].value = values_[packed.value];
      out.cells[column].link = links_[packed.link];
      out.cells[column].emphasis = packed.emphasis;
    }
    return out;
  }
  [[nodiscard]] size_t rows() const { return titles_.size(); }

 private:
  struct Packed {
    uint32_t value = 0;
    uint32_t link = 0;
    document::Emphasis emphasis = document::Emphasis::normal;
  };

  size_t columns_ = 0;
  std::vector<std::string> titles_;
  std::vector<Packed> cells_;
  Pool<form::Value> values_;
  Pool<std::string> links_;
};

class TableBuilder {
 public:
  TableBuilder(SummaryQuery& query, const form::SummaryBlock& block, const SummaryWords& words)
      : query_(query), block_(block), words_(words) {
    table_.id = block.name;
    table_.caption = query.caption(block);
    table_.continuation = words.continued;
  }

  std::optional<document::Table> rows() {
    auto row = query_.run(block_);
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

  // One query lists row, column and value; the two others give the headers.
  std::optional<document::Table> matrix() {
    const auto columns = matrix_columns();
    const auto places = matrix_rows();
    if (places.empty() || columns.empty()) return std::nullopt;
    grid_.set_width(table_.columns.size());
    std::vector<std::string> sources(grid_.rows());
    auto cells = query_.run(block_);
    while (cells.next()) {
      const auto row = places.find(cells.text("row"));
      const auto column = columns.find(cells.text("column"));
      if (row == places.end() || column == columns.end()) continue;
      document::Cell cell;
      const std::string reports = cells.text("_sources");
      cell.link = query_.sources_cell(reports).link;
      cell.value = cells.shown("value");
      cell.emphasis = emphasis_from(cells.text("_emphasis"));
      grid_.put(row->second, column->second, cell);
      if (!reports.empty()) sources[row->second] += reports + ",";
    }
    const bool with_sources = cells.has("_sources");
    if (with_sources) add(sources_column());
    for (size_t i = 0; i < grid_.rows(); ++i) {
      document::Row row = grid_.row(i);
      if (with_sources) row.cells.push_back(query_.sources_cell(sources[i]));
      rows_.add(row);
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
    const form::SummaryColumn* cells = block_.column("value");
    auto heads = query_.run(block_, block_.columns_query, {"id", "title"});
    while (heads.next()) {
      const std::string title = heads.text("title");
      if (!out.emplace(heads.text("id"), table_.columns.size()).second) continue;
      form::SummaryColumn column;
      column.id = heads.text("id");
      column.title = {title, title, title};
      column.width = cells == nullptr ? kCellWidth : cells->width;
      column.type = cells == nullptr ? form::ColumnType::text : cells->type;
      column.scale = cells == nullptr ? 0 : cells->scale;
      add(column);
    }
    return out;
  }

  std::map<std::string, size_t> matrix_rows() {
    std::map<std::string, size_t> out;
    auto sides = query_.run(block_, block_.rows_query, {"id", "title"});
    while (sides.next()) {
      if (out.emplace(sides.text("id"), grid_.rows()).second) grid_.add_row(sides.text("title"));
    }
    return out;
  }

  SummaryQuery& query_;
  const form::SummaryBlock& block_;
  const SummaryWords& words_;
  document::Table table_;
  Grid grid_;
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
