// SPDX-License-Identifier: MIT
// Rows of small sheets are parsed once, however often they are read; a quick look opens one sheet.
#include <catch2/catch.hpp>

#include "dump.h"
#include "intake/limits.h"
#include "intake/reader.h"
#include "zip_writer.h"

using namespace esep;
using namespace esep::intake::test;

namespace {

std::unique_ptr<report::Grid> open(const std::string& sheet_data) {
  WorkbookText text;
  text.sheet_data = sheet_data;
  report::Findings findings;
  auto grid = intake::open_grid("файл.xlsx", make_workbook(text), findings);
  REQUIRE(grid);
  return grid;
}

std::string numbered_rows(int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) out += "<row><c><v>" + std::to_string(i) + "</v></c></row>";
  return out;
}

int row_after(report::RowCursor& cursor) {
  report::GridRow row;
  return cursor.next(row) ? row.row : 0;
}

}  // namespace

TEST_CASE("cursors of one sheet do not disturb each other") {
  const auto grid = open(numbered_rows(4));
  const auto first = grid->rows(0);
  CHECK(row_after(*first) == 1);
  CHECK(row_after(*first) == 2);
  const auto second = grid->rows(0);
  CHECK(row_after(*second) == 1);
  CHECK(row_after(*first) == 3);
  CHECK(row_after(*second) == 2);
  CHECK(row_after(*second) == 3);
  CHECK(row_after(*second) == 4);
  CHECK(row_after(*second) == 0);
  CHECK(row_after(*first) == 4);
  CHECK(row_after(*first) == 0);
  CHECK(dump(*grid) == "1: A n 1\n2: A n 2\n3: A n 3\n4: A n 4\n");
}

TEST_CASE("a cursor outlives its grid") {
  auto grid = open(numbered_rows(3));
  const auto cursor = grid->rows(0);
  CHECK(row_after(*cursor) == 1);
  grid.reset();
  CHECK(row_after(*cursor) == 2);
}

TEST_CASE("damage is met where the reading comes to it, and told once") {
  const auto grid = open("<row><c><v>1</v></c></row><row><c><v>zwei</v></c></row><row r=\"1\"><c><v>3</v></c></row>");
  const auto first = grid->rows(0);
  CHECK(row_after(*first) == 1);
  const auto all = dump(*grid);
  CHECK(all == "1: A n 1\n2: A t zwei\n");
  CHECK(dump(*grid) == all);
  CHECK(row_after(*first) == 2);
  CHECK(row_after(*first) == 0);
  CHECK(grid->problems().size() == 2);
}

TEST_CASE("a sheet too long to be kept reads the same, again and again") {
  const std::string data = numbered_rows(40000);
  REQUIRE(data.size() > intake::kMaxParsedSheetBytes);
  const auto grid = open(data);
  const std::string once = dump(*grid);
  CHECK(once.ends_with("40000: A n 40000\n"));
  CHECK(dump(*grid) == once);
}

TEST_CASE("cursors find their own way where the rows are too large to be kept") {
  WorkbookText text;
  text.shared = "<si><t>" + std::string(200 << 10, 'x') + "</t></si>";
  for (int i = 0; i < 40; ++i) text.sheet_data += "<row><c t=\"s\"><v>0</v></c></row>";
  REQUIRE(size_t{40} * (200 << 10) > intake::kMaxParsedRowBytes);
  report::Findings findings;
  const auto grid = intake::open_grid("файл.xlsx", make_workbook(text), findings);
  REQUIRE(grid);
  const auto first = grid->rows(0);
  const auto second = grid->rows(0);
  for (int row = 1; row <= 30; ++row) CHECK(row_after(*first) == row);
  for (int row = 1; row <= 40; ++row) CHECK(row_after(*second) == row);
  CHECK(row_after(*second) == 0);
  const auto third = grid->rows(0);
  for (int row = 1; row <= 40; ++row) CHECK(row_after(*third) == row);
  for (int row = 31; row <= 40; ++row) CHECK(row_after(*first) == row);
  CHECK(row_after(*first) == 0);
}

TEST_CASE("a quick look opens one sheet and leaves the others alone") {
  Parts parts = workbook_parts({});
  parts = with_part(parts, "xl/worksheets/sheet1.xml", "no sheet at all");
  report::Findings findings;
  CHECK(intake::open_grid("файл.xlsx", make_zip(parts), findings) == nullptr);
  REQUIRE(findings.size() == 1);
  findings.clear();
  const auto grid =
      intake::open_sheet("файл.xlsx", std::make_shared<const std::string>(make_zip(parts)), "another", findings);
  REQUIRE(grid);
  CHECK(findings.empty());
  REQUIRE(grid->sheets().size() == 1);
  CHECK(dump(*grid).empty());
  CHECK(intake::open_sheet("файл.xlsx", std::make_shared<const std::string>(make_zip(parts)), grid->sheets()[0].name,
                           findings) == nullptr);
  CHECK(findings.size() == 1);
  findings.clear();
  CHECK_FALSE(intake::complete(*grid, findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].file == "файл.xlsx");
}

TEST_CASE("a quick look made complete is the whole file") {
  WorkbookText text;
  text.sheet_data = numbered_rows(3);
  const Parts parts = workbook_parts(text);
  report::Findings findings;
  const auto whole = intake::open_grid("файл.xlsx", make_zip(parts), findings);
  const auto grid =
      intake::open_sheet("файл.xlsx", std::make_shared<const std::string>(make_zip(parts)), "another", findings);
  REQUIRE((whole && grid));
  CHECK(dump(*grid).empty());
  CHECK(intake::complete(*grid, findings));
  CHECK(dump(*grid) == dump(*whole));
  CHECK_FALSE(dump(*grid).empty());
  CHECK(grid->merged(0).size() == whole->merged(0).size());
  CHECK(intake::complete(*grid, findings));  // nothing is left to do
  CHECK(findings.empty());
}
