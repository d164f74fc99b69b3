// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/utf8.h"
#include "form/identifier.h"

using namespace esep;
using form::ColumnType;

namespace {

std::string verdict(const std::optional<Message>& problem) {
  if (!problem) return "right";
  const std::string out = Error(*problem).what();
  CHECK(is_valid_utf8(out));
  return out;
}

std::string check(ColumnType type, std::string_view text) { return verdict(form::check_identifier(type, text)); }

}  // namespace

// Check digits worked out by hand; the persons and bodies do not exist.
TEST_CASE("identifier: IIN") {
  // 90 05 15 3 0000: 9·1 + 0·2 + 0·3 + 5·4 + 1·5 + 5·6 + 3·7 = 85, 85 mod 11 = 8.
  CHECK(check(ColumnType::iin, "900515300008") == "right");
  CHECK(check(ColumnType::iin, "900515300007") == "IDENT-CHECK-DIGIT");
  // 85 01 01 3 0001: 8 + 10 + 4 + 6 + 21 + 11 = 60, 60 mod 11 = 5.
  CHECK(check(ColumnType::iin, "850101300015") == "right");
  CHECK(check(ColumnType::iin, "900515000008") == "IDENT-IIN-CENTURY");
  CHECK(check(ColumnType::iin, "900515700008") == "IDENT-IIN-CENTURY");
  CHECK(check(ColumnType::iin, "901315300008") == "IDENT-IIN-DATE");
  CHECK(check(ColumnType::iin, "900230300008") == "IDENT-IIN-DATE");
  CHECK(check(ColumnType::iin, "90051530000Қ") == "IDENT-TWELVE-DIGITS length=12");
  CHECK(check(ColumnType::iin, "") == "IDENT-TWELVE-DIGITS length=0");
  // 29 February exists in 2000 (century digit 5) and not in 1900 (3).
  CHECK(check(ColumnType::iin, "000229500008") == "right");
  CHECK(check(ColumnType::iin, "000229300008") == "IDENT-IIN-DATE");
}

TEST_CASE("identifier: the second row of weights") {
  // 00 01 01 5 0000: 4 + 6 + 35 = 45, 45 mod 11 = 1; a tenth digit of 1 adds 10: 55 mod 11 = 0.
  CHECK(check(ColumnType::iin, "000101500001") == "right");
  // Eleven digits 00010150100: 45 + 9 = 54, 54 mod 11 = 10; second row: 1·6 + 1·8 + 5·9 + 1·11 = 70, 70 mod 11 = 4.
  CHECK(check(ColumnType::iin, "000101501004") == "right");
  CHECK(check(ColumnType::iin, "000101501005") == "IDENT-CHECK-DIGIT");
}

TEST_CASE("identifier: a number whose both rows give 10 is never issued") {
  std::string found;
  for (int n = 0; n < 10000 && found.empty(); ++n) {
    const std::string number = std::to_string(n);
    const std::string head = "0001015" + std::string(4 - number.size(), '0') + number;
    const int weights[] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    int first = 0;
    int second = 0;
    for (size_t i = 0; i < 11; ++i) {
      first += (head[i] - '0') * static_cast<int>(i + 1);
      second += (head[i] - '0') * weights[i];
    }
    if (first % 11 == 10 && second % 11 == 10) found = head;
  }
  REQUIRE_FALSE(found.empty());
  for (char last = '0'; last <= '9'; ++last) CHECK(check(ColumnType::iin, found + last) == "IDENT-CHECK-DIGIT");
}

TEST_CASE("identifier: letters typed for digits are named") {
  CHECK(check(ColumnType::bin, "25О14О999О12") ==
        "IDENT-LETTER-FOR-DIGIT letters=О (3), О (6), О (10) suggestion=250140999012");
  CHECK(check(ColumnType::bin, "25014O9990l2") ==
        "IDENT-LETTER-FOR-DIGIT letters=O (6), l (11) suggestion=250140999012");
  CHECK(check(ColumnType::bin, "25О14О999О1") == "IDENT-TWELVE-DIGITS length=11");
  CHECK(check(ColumnType::bin, "250144999012") == "IDENT-BIN-KIND");
  CHECK(check(ColumnType::bin, "000000000000") == "IDENT-BIN-MONTH");
}

TEST_CASE("identifier: BIC") {
  CHECK(check(ColumnType::bic, "abcdkz2axxx") == "right");
  CHECK(check(ColumnType::bic, "ABCDKZ2AXX") == "IDENT-BIC");
  CHECK(check(ColumnType::bic, "ABC1KZ2A") == "IDENT-BIC");
  CHECK(check(ColumnType::bic, "ABCDKZ2-") == "IDENT-BIC");
  CHECK(check(ColumnType::bic, "") == "IDENT-BIC");
  CHECK(check(ColumnType::bic, "АВCDКZ2A") == "IDENT-LOOK-ALIKE letters=АВК suggestion=ABCDKZ2A");
  // No Latin letter looks like Ж: nothing to suggest.
  CHECK(check(ColumnType::bic, "ЖBCDKZ2A") == "IDENT-BIC");
}

TEST_CASE("identifier: VIN") {
  CHECK(check(ColumnType::vin, "xta210990y2765432") == "right");
  CHECK(check(ColumnType::vin, "iTA210990Y2765432") == "IDENT-VIN-LETTER letters=I");
  CHECK(check(ColumnType::vin, "XTQ210990Y2765432") == "IDENT-VIN-LETTER letters=Q");
  CHECK(check(ColumnType::vin, "XTA-10990Y2765432") == "IDENT-VIN-LETTER letters=-");
  CHECK(check(ColumnType::vin, "ХТА210990У2765432") == "IDENT-LOOK-ALIKE letters=ХТАУ suggestion=XTA210990Y2765432");
  CHECK(check(ColumnType::vin, "XTA21О990Y2765432") == "IDENT-LOOK-ALIKE letters=О suggestion=XTA210990Y2765432");
}

TEST_CASE("identifier: a letter of several bytes is counted and named whole") {
  CHECK(check(ColumnType::vin, "XTA№10990Y2765432") == "IDENT-VIN-LETTER letters=№");
  CHECK(check(ColumnType::vin, "XTA№10990Y27654") == "IDENT-VIN-LENGTH length=15");  // 17 bytes
  CHECK(check(ColumnType::vin, "XTAЖ10990Y2765432") == "IDENT-VIN-LETTER letters=Ж");
}

TEST_CASE("identifier: URL") {
  const auto url = [](std::string_view text) { return verdict(form::check_url(text)); };
  CHECK(url("HTTP://www.gov.kz:8080/memleket/entities/mdai?lang=kk#top") == "right");
  CHECK(url("https://example.kz/@author") == "right");
  CHECK(url("https://цифра.қаз/құжат") == "right");
  CHECK(url("ftp://egov.kz") == "IDENT-URL-SCHEME");
  CHECK(url("") == "IDENT-URL-SCHEME");
  CHECK(url("https://") == "IDENT-URL-HOST");
  CHECK(url("https://egov..kz") == "IDENT-URL-HOST");
  CHECK(url("https://egov.kz:x/") == "IDENT-URL-HOST");
  CHECK(url("https://egov.kz/a b") == "IDENT-URL-HOST");
  CHECK(url("https://egov.kz/a\u00A0b") == "IDENT-URL-HOST");
  CHECK(url("https://egov.kz/\"x\"") == "IDENT-URL-HOST");
}
