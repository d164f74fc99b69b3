// SPDX-License-Identifier: MIT
#include "intake/changing_formula.h"

#include <catch2/catch.hpp>

using esep::intake::changes_by_itself;

TEST_CASE("formulas that ask for the day, the time or chance change by themselves") {
  for (const char* formula :
       {"TODAY()", "today ( )", "YEAR(NOW())", "A1+RAND()", "RANDBETWEEN(1,9)", "_xlfn.RANDARRAY(2)"})
    CHECK(changes_by_itself(formula));
  for (const char* formula : {"", "SUM(A1:A9)", "\"TODAY()\"", "MYTODAY()", "TODAY", "KNOW()", "LEN(\"a\")"})
    CHECK_FALSE(changes_by_itself(formula));
}
