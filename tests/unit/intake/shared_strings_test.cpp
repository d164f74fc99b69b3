// SPDX-License-Identifier: MIT
#include "intake/shared_strings.h"

#include <catch2/catch.hpp>

#include "intake/limits.h"
#include "intake/spill_file.h"

using namespace esep::intake;

namespace {

std::string text_of(size_t index) { return std::to_string(index) + std::string(index % 7 == 0 ? 20000 : 90, 'x'); }

}  // namespace

TEST_CASE("shared strings beyond what is kept in memory are read as they were") {
  constexpr size_t kCount = 8000;  // some 23 MB
  SharedStrings strings;
  for (size_t i = 0; i < kCount; ++i) REQUIRE(strings.add(text_of(i)));
  REQUIRE(kCount / 7 * 20000 > 2 * kMaxKeptStringBytes);
  CHECK(strings.size() == kCount);
  bool same = true;
  for (size_t i = 0; i < kCount; ++i) same = same && strings.at(i) == text_of(i);  // in order
  for (size_t i = 0; i < kCount; ++i) same = same && strings.at(i * 4799 % kCount) == text_of(i * 4799 % kCount);
  CHECK(same);
  REQUIRE(strings.add("ең соңғы"));  // added after something was read
  CHECK(strings.at(kCount) == "ең соңғы");
  CHECK(strings.at(kCount - 1) == text_of(kCount - 1));
}

TEST_CASE("a spill file gives what was added, wherever it stands") {
  SpillFile file;
  file.add("абв");
  file.add("");
  file.add(std::string(100000, 'x'));
  file.add("end");
  CHECK(file.size() == 100009);
  CHECK(file.read(0, 6) == "абв");
  CHECK(file.read(100006, 3) == "end");
  CHECK(file.read(4, 100004) == "в" + std::string(100000, 'x') + "en");
  CHECK(file.read(100009, 0).empty());
  file.add("more");
  CHECK(file.read(100006, 7) == "endmore");
}
