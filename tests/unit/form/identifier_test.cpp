// SPDX-License-Identifier: MIT
#include "form/identifier.h"

#include <catch2/catch.hpp>

using namespace esep;
using form::ColumnType;

namespace {

// The problem's key, "" for a right identifier.
std::string problem(ColumnType type, std::string_view text) {
  const auto found = form::check_identifier(type, text);
  return found ? found->key : "";
}

std::string url_problem(std::string_view text) {
  const auto found = form::check_url(text);
  return found ? found->key : "";
}

}  // namespace

TEST_CASE("BIN: month, kinds and check digit") {
  // 2,5,0,1,4,0,9,9,9,0,1 with weights 1…11: 2+10+0+4+20+0+63+72+81+0+11 = 263, 263 mod 11 = 10, so weights 3…11,1,2:
  // 6+20+0+6+28+0+81+90+99+0+2 = 332, 332 mod 11 = 2.
  CHECK(problem(ColumnType::bin, "250140999012") == "");
  CHECK(problem(ColumnType::bin, "250140999013") == "IDENT-CHECK-DIGIT");
  CHECK(problem(ColumnType::bin, "251340999012") == "IDENT-BIN-MONTH");
  CHECK(problem(ColumnType::bin, "250190999012") == "IDENT-BIN-KIND");
  CHECK(problem(ColumnType::bin, "25014099901") == "IDENT-TWELVE-DIGITS");
  CHECK(problem(ColumnType::bin, "25014099901x") == "IDENT-TWELVE-DIGITS");
}

TEST_CASE("IIN: century, birth date and check digit") {
  // 0,0,0,2,2,9,5,0,0,0,0: 0+0+0+8+10+54+35 = 107, 107 mod 11 = 8; 2000-02-29 existed.
  CHECK(problem(ColumnType::iin, "000229500008") == "");
  CHECK(problem(ColumnType::iin, "000229500009") == "IDENT-CHECK-DIGIT");
  CHECK(problem(ColumnType::iin, "010229500008") == "IDENT-IIN-DATE");  // 2001 had no 29 February
  CHECK(problem(ColumnType::iin, "000229900008") == "IDENT-IIN-CENTURY");
}

TEST_CASE("BIC and VIN are Latin; Cyrillic look-alikes are named with what to type") {
  CHECK(problem(ColumnType::bic, "KKMFKZ2A") == "");
  CHECK(problem(ColumnType::bic, "KKMFKZ2") == "IDENT-BIC");
  const auto look_alike = form::check_identifier(ColumnType::bic, "ККMFKZ2A");
  REQUIRE(look_alike);
  CHECK(look_alike->key == "IDENT-LOOK-ALIKE");
  CHECK(std::get<std::string>(look_alike->args[0].second) == "КК");
  CHECK(std::get<std::string>(look_alike->args[1].second) == "KKMFKZ2A");
  CHECK(problem(ColumnType::vin, "1HGCM82633A004352") == "");
  CHECK(problem(ColumnType::vin, "1HGCM82633A00435") == "IDENT-VIN-LENGTH");
  CHECK(problem(ColumnType::vin, "1HGCM82633A00435O") == "IDENT-VIN-LETTER");
}

TEST_CASE("URLs") {
  CHECK(url_problem("https://example.kz/a?b=1") == "");
  CHECK(url_problem("www.example.kz") == "IDENT-URL-SCHEME");
  CHECK(url_problem("javascript:alert(1)") == "IDENT-URL-SCHEME");
  CHECK(url_problem("https://example kz") == "IDENT-URL-HOST");
  CHECK(url_problem("https://user@example.kz") == "IDENT-URL-HOST");
  CHECK(url_problem("https://localhost") == "IDENT-URL-HOST");
}
