// SPDX-License-Identifier: MIT
#include "base/shell.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("an argument is quoted where a shell would not read it back") {
  CHECK(shell_quoted("KZ-71") == "KZ-71");
  CHECK(shell_quoted("ҚР_2026/№.toml") == "ҚР_2026/№.toml");
  CHECK(shell_quoted("") == "''");
  CHECK(shell_quoted("G 001") == "'G 001'");
  CHECK(shell_quoted("$HOME;*") == "'$HOME;*'");
  CHECK(shell_quoted("d'Or") == "'d'\\''Or'");
}
