// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "dump.h"
#include "intake/reader.h"

using namespace esep;
using namespace esep::intake::test;

TEST_CASE("CSV as Russian Excel and as the rest of the world write it") {
  const std::string expected = "1: A t Атауы | B t Сома\n2: A t Бір | B t 1 234,56\n4: B t 5\n";
  CHECK(read_all("\xEF\xBB\xBF"
                 "Атауы;Сома\r\nБір;1 234,56\r\n;\r\n;5\r\n") == expected);
  CHECK(read_all("Атауы,Сома\nБір,\"1 234,56\"\n,\n,5") == expected);
  CHECK(read_all("Атауы\tСома\nБір\t1 234,56\n\n\t5\n") == expected);
  CHECK(read_all("\xCD\xE0\xE7\xE2;\xD1\xF3\xEC\xEC\xE0\r\n1;2\r\n") == "1: A t Назв | B t Сумма\n2: A t 1 | B t 2\n");
}

TEST_CASE("CSV rows are known by their lines, quoted line breaks included") {
  CHECK(read_all("a,b\n\"x\r\ny\",1\nlast,2\n") == "1: A t a | B t b\n2: A t x\ny | B t 1\n4: A t last | B t 2\n");
  CHECK(read_all("[Бағдарлама],b\n1,2\n") == "1: A t [Бағдарлама] | B t b\n2: A t 1 | B t 2\n");  // not taken for JSON
}

TEST_CASE("CSV: one sheet without a name, no cells, no merged ranges") {
  report::Findings findings;
  const auto grid = intake::open_grid("файл.xlsx", "a;b\n", findings);
  REQUIRE(grid);
  CHECK_FALSE(grid->has_cells());
  REQUIRE(grid->sheets().size() == 1);
  CHECK(grid->sheets()[0].name.empty());
  CHECK(grid->merged(0).empty());
}

TEST_CASE("CSV that is damaged or beyond the limits") {
  CHECK(findings_of("a,b\n1,\"open\n3,4\n") == "FILE-CSV-QUOTE ! 2\n");
  CHECK(findings_of("a,b\n" + std::string(20000, ',') + "\n") == "FILE-LIMIT(FILE-LIMIT-COLUMNS) ! 2\n");
  CHECK(findings_of("a,b\n1," + std::string(300 << 10, 'x') + "\n") == "FILE-LIMIT(FILE-LIMIT-TEXT) ! 2\n");
  CHECK(findings_of(std::string("a,b\n1,\0\n", 8)) == "FILE-UNKNOWN ! 0\n");
  const std::string row(1024, 'x');
  std::string large;
  for (size_t i = 0; i < (24 << 10); ++i) large.append(row, 0, 1023) += '\n';
  CHECK(findings_of(large).empty());
  CHECK(findings_of(large + "x") == "FILE-LIMIT(FILE-LIMIT-TEXT-FILE) ! 0\n");
}
