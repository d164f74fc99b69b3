// SPDX-License-Identifier: MIT
#include "docx/columns.h"

#include <numeric>

#include <catch2/catch.hpp>

using namespace esep;
using namespace esep::docx;

namespace {

document::Table money_table(size_t columns, const std::string& amount, int wished) {
  document::Table out;
  std::vector<document::Row> rows(2);
  for (size_t i = 0; i < columns; ++i) {
    document::TableColumn column;
    column.type = form::ColumnType::money;
    column.scale = 2;
    column.width = wished;
    column.key = i == 0;
    out.columns.push_back(column);
    out.header.push_back({"Сумма", {}});
    for (auto& row : rows) row.cells.emplace_back().value = form::Value(*Decimal::parse(amount));
  }
  rows[1].kind = document::Row::Kind::total;
  out.rows = document::rows_from(std::move(rows));
  return out;
}

// Twentieths of a point that the bold letters of a sum take: digits, and what stands between them.
int width_of(int digits, int between, int half_points) { return (digits * 6 + between * 3) * half_points; }

Page landscape() {
  document::Section section;
  section.landscape = true;
  return page_of(section);
}

int sum_of(const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

}  // namespace

TEST_CASE("no column of a table is narrower than its numbers, whatever it wishes", "[docx]") {
  const Page page = landscape();
  for (const size_t columns : {1U, 2U, 8U, 9U, 12U, 26U, 60U}) {
    for (const int wished : {1, 10, 40, 400}) {
      CAPTURE(columns, wished);
      const ColumnPlan plan = plan_columns(money_table(columns, "123456789.12", wished), page, Lang::ru);
      for (const ColumnBlock& block : plan.blocks) {
        CHECK(sum_of(block.widths) <= page.text_width());
        for (const int width : block.widths) CHECK(width >= width_of(11, 3, plan.half_points) + 120);
      }
    }
  }
}

TEST_CASE("columns stand side by side where smaller letters let them", "[docx]") {
  const Page page = landscape();
  const auto shape = [&](size_t columns) {
    const ColumnPlan plan = plan_columns(money_table(columns, "12345.12", 60), page, Lang::ru);
    return std::pair{plan.half_points, plan.blocks.size()};
  };
  CHECK(shape(8) == std::pair{18, size_t{1}});
  CHECK(shape(11) == std::pair{16, size_t{1}});
  CHECK(shape(14) == std::pair{14, size_t{1}});
  CHECK(shape(26).first == 16);
  CHECK(shape(26).second > 1);
}

TEST_CASE("a SHA-256 stays on one line where the page has room for it", "[docx]") {
  const auto table_of = [](size_t columns) {
    document::Table out = money_table(columns, "12345.12", 60);
    document::Row row;
    row.cells.resize(columns);
    row.cells.back().value = std::string(64, 'a');
    out.columns.back().type = form::ColumnType::text;
    out.rows = document::rows_from({std::move(row)});
    return out;
  };
  const ColumnPlan roomy = plan_columns(table_of(7), landscape(), Lang::ru);
  REQUIRE(roomy.blocks.size() == 1);
  CHECK(roomy.blocks[0].widths.back() >= 64 * 6 * roomy.half_points);
  const ColumnPlan narrow = plan_columns(table_of(14), landscape(), Lang::ru);
  CHECK(narrow.blocks.size() == 1);
}
