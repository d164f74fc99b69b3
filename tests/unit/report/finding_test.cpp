// SPDX-License-Identifier: MIT
#include "report/finding.h"

#include <catch2/catch.hpp>

using namespace esep;
using report::Finding;

TEST_CASE("a finding is an error of the file, by the key of its message, until it is told more", "[report]") {
  const Finding plain = Finding::of(Message("CELL-DATE", {{"value", "x"}}));
  CHECK(plain.code == "CELL-DATE");
  CHECK(plain.severity == Severity::error);
  CHECK(plain.file.empty());
  CHECK(plain.row == 0);
  const Finding told = Finding::of("ROWS-FIXED", Message("ROWS-FIXED-FOREIGN"))
                           .in("a.xlsx", "Парақ")
                           .at(14, "C14")
                           .of_column("c3")
                           .as(Severity::warning);
  CHECK(told.code == "ROWS-FIXED");
  CHECK(told.message.key == "ROWS-FIXED-FOREIGN");
  CHECK(told.file + "!" + told.sheet + "!" + told.cell == "a.xlsx!Парақ!C14");
  CHECK(told.row == 14);
  CHECK(told.column == "c3");
  CHECK(told.severity == Severity::warning);
}
