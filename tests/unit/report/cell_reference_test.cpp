// SPDX-License-Identifier: MIT
#include "report/cell_reference.h"

#include <catch2/catch.hpp>

using namespace esep::report;

TEST_CASE("cell references") {
  CHECK(parse_reference("A1") == CellReference{1, 1});
  CHECK(parse_reference("AA14") == CellReference{14, 27});
  CHECK(parse_reference("XFD1048576") == CellReference{1048576, 16384});
  const std::string wrong = GENERATE(as<std::string>{}, "", "A", "1", "A0", "A01", "XFE1", "A1048577", "AAAA1", "a1",
                                     "$A$1", "A-1", "A1 ", "А1", "A99999999999999999999");
  CAPTURE(wrong);
  CHECK_FALSE(parse_reference(wrong));
}

TEST_CASE("names of cells") {
  CHECK(column_letters(1) == "A");
  CHECK(column_letters(26) == "Z");
  CHECK(column_letters(27) == "AA");
  CHECK(column_letters(703) == "AAA");
  CHECK(column_letters(16384) == "XFD");
  for (int column = 1; column <= 16384; ++column) {
    REQUIRE(parse_reference(cell_name(7, column)) == CellReference{7, column});
  }
}

TEST_CASE("ranges") {
  const auto range = parse_range("B2:C9");
  REQUIRE(range);
  CHECK(range->first_row == 2);
  CHECK(range->first_column == 2);
  CHECK(range->last_row == 9);
  CHECK(range->last_column == 3);
  CHECK_FALSE(parse_range("C9:B2"));
  CHECK_FALSE(parse_range("A1:"));
  CHECK(parse_range("A1"));
}
