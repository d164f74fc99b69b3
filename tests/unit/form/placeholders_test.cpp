// SPDX-License-Identifier: MIT
#include "form/placeholders.h"

#include <catch2/catch.hpp>

using namespace esep::form;

TEST_CASE("placeholders: names in order, of plural words the name alone, no braces that are doubled") {
  CHECK(placeholders("{a} and {b} and {a}") == std::vector<std::string>{"a", "b", "a"});
  CHECK(placeholders("{count} {count|object|objects}") == std::vector<std::string>{"count", "count"});
  CHECK(placeholders("{{not}} {yes").empty());
}
