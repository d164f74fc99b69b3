// SPDX-License-Identifier: MIT
#include "base/decimal.h"

#include <limits>

#include <catch2/catch.hpp>

using esep::Decimal;

namespace {

constexpr int64_t kMax = std::numeric_limits<int64_t>::max();
constexpr int64_t kMin = std::numeric_limits<int64_t>::min();

// "nothing" or the canonical notation.
std::string shown(const std::optional<Decimal>& value) { return value ? value->to_string() : "nothing"; }
std::string parsed(std::string_view text) { return shown(Decimal::parse(text)); }
Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

}  // namespace

TEST_CASE("Decimal reads and writes the canonical notation") {
  CHECK(parsed("0") == "0");
  CHECK(parsed("-0") == "0");
  CHECK(parsed("-0.0000") == "0");
  CHECK(parsed("12.50") == "12.5");
  CHECK(parsed("-1234.5600") == "-1234.56");
  CHECK(parsed("0.0001") == "0.0001");
  CHECK(parsed("-0.0001") == "-0.0001");
  CHECK(parsed("000000000000000000000000000000007") == "7");
  CHECK(parsed("1.000000000000000000000000000000") == "1");
  CHECK(number("12.5").units() == 125000);
  CHECK(number("12.5").to_string(2) == "12.50");
  CHECK(number("12.3456").to_string(2) == "12.3456");
  CHECK(number("7").to_string(4) == "7.0000");
  CHECK(number("7").to_string(9) == "7.0000");
  CHECK(number("-0.5").to_string(1) == "-0.5");
}

TEST_CASE("Decimal reads exponents") {
  CHECK(parsed("1.5E-3") == "0.0015");
  CHECK(parsed("1.5e3") == "1500");
  CHECK(parsed("1.5e+3") == "1500");
  CHECK(parsed("120e-1") == "12");
  CHECK(parsed("120000e-8") == "0.0012");
  CHECK(parsed("0e30") == "0");
  CHECK(parsed("0e-30") == "0");
  CHECK(parsed("0.000e-30") == "0");
  CHECK(parsed("9e14") == "900000000000000");
  CHECK(parsed("-9.2233720368547758e14") == "-922337203685477.58");
}

TEST_CASE("Decimal refuses what is no number of its kind") {
  for (const char* text : {"",
                           "-",
                           "+",
                           ".",
                           "-.",
                           "1.",
                           ".5",
                           "-.5",
                           "+1",
                           "--1",
                           "1-",
                           "1 ",
                           " 1",
                           "1 000",
                           "1,5",
                           "1.2.3",
                           "1e",
                           "e5",
                           "1e+",
                           "1e-",
                           "1e+-3",
                           "1e-+3",
                           "1e5.0",
                           "1e5e5",
                           "1ee5",
                           "1E 5",
                           "1e31",
                           "1e-31",
                           "1e99999999999999999999",
                           "0x10",
                           "12x34",
                           "nan",
                           "inf",
                           "-inf",
                           "1'000",
                           "1_000",
                           "∞",
                           "−5",
                           "١٢",
                           "1\n",
                           "0.00001",
                           "1.00001",
                           "1e-5"}) {
    CAPTURE(text);
    CHECK(parsed(text) == "nothing");
  }
  CHECK(parsed(std::string_view("1\0", 2)) == "nothing");
  CHECK(parsed(std::string_view("\0", 1)) == "nothing");
  CHECK(parsed(std::string(100000, '9')) == "nothing");
  CHECK(parsed("0." + std::string(100000, '0')) == "0");
  CHECK(parsed("0." + std::string(100000, '0') + "1") == "nothing");
}

TEST_CASE("Decimal knows its limits") {
  CHECK(parsed("922337203685477.5807") == "922337203685477.5807");
  CHECK(number("922337203685477.5807").units() == kMax);
  CHECK(parsed("922337203685477.5808") == "nothing");
  CHECK(parsed("-922337203685477.5808") == "-922337203685477.5808");
  CHECK(number("-922337203685477.5808").units() == kMin);
  CHECK(parsed("-922337203685477.5809") == "nothing");
  CHECK(parsed("922337203685478") == "nothing");
  CHECK(parsed("1e15") == "nothing");
  CHECK(parsed("1e30") == "nothing");
  CHECK(parsed("18446744073709551616") == "nothing");
  CHECK(parsed("340282366920938463463374607431768211456") == "nothing");
  CHECK(shown(Decimal::from_integer(922337203685477)) == "922337203685477");
  CHECK(shown(Decimal::from_integer(922337203685478)) == "nothing");
  CHECK(shown(Decimal::from_integer(-922337203685478)) == "nothing");
  CHECK(shown(Decimal::from_integer(kMin)) == "nothing");
}

TEST_CASE("Decimal adds and subtracts exactly") {
  CHECK(shown(checked_add(number("0.1"), number("0.2"))) == "0.3");
  CHECK(shown(checked_sub(number("0.3"), number("0.1"))) == "0.2");
  CHECK(shown(checked_add(Decimal::from_units(kMax), Decimal::from_units(1))) == "nothing");
  CHECK(shown(checked_sub(Decimal::from_units(kMin), Decimal::from_units(1))) == "nothing");
  CHECK(shown(checked_sub(Decimal(), Decimal::from_units(kMin))) == "nothing");
  CHECK(shown(checked_add(Decimal::from_units(kMax), Decimal::from_units(kMin))) == "-0.0001");
}

TEST_CASE("Decimal multiplies, half away from zero") {
  CHECK(shown(checked_mul(number("1.5"), number("1.5"))) == "2.25");
  CHECK(shown(checked_mul(number("0.0001"), number("0.5"))) == "0.0001");
  CHECK(shown(checked_mul(number("-0.0001"), number("0.5"))) == "-0.0001");
  CHECK(shown(checked_mul(number("0.0001"), number("-0.5"))) == "-0.0001");
  CHECK(shown(checked_mul(number("-0.0001"), number("-0.5"))) == "0.0001");
  CHECK(shown(checked_mul(number("0.0001"), number("0.4999"))) == "0");
  CHECK(shown(checked_mul(number("-0.0001"), number("0.4999"))) == "0");
  CHECK(shown(checked_mul(number("0.0003"), number("0.5"))) == "0.0002");
  CHECK(shown(checked_mul(Decimal::from_units(kMin), number("1"))) == "-922337203685477.5808");
  CHECK(shown(checked_mul(Decimal::from_units(kMin), number("-1"))) == "nothing");
  CHECK(shown(checked_mul(Decimal::from_units(kMin), Decimal::from_units(kMin))) == "nothing");
  CHECK(shown(checked_mul(Decimal::from_units(kMax), Decimal::from_units(kMax))) == "nothing");
}

TEST_CASE("Decimal divides, half away from zero") {
  CHECK(shown(checked_div(number("1"), number("3"))) == "0.3333");
  CHECK(shown(checked_div(number("2"), number("3"))) == "0.6667");
  CHECK(shown(checked_div(number("-2"), number("3"))) == "-0.6667");
  CHECK(shown(checked_div(number("2"), number("-3"))) == "-0.6667");
  CHECK(shown(checked_div(number("0.0001"), number("2"))) == "0.0001");
  CHECK(shown(checked_div(number("-0.0001"), number("2"))) == "-0.0001");
  CHECK(shown(checked_div(number("0.0001"), number("3"))) == "0");
  CHECK(shown(checked_div(number("1"), number("0"))) == "nothing");
  CHECK(shown(checked_div(Decimal(), Decimal())) == "nothing");
  CHECK(shown(checked_div(Decimal::from_units(kMin), number("-1"))) == "nothing");
  CHECK(shown(checked_div(Decimal::from_units(kMax), number("0.0001"))) == "nothing");
  CHECK(shown(checked_div(Decimal::from_units(kMin), Decimal::from_units(kMin))) == "1");
}

TEST_CASE("Decimal tells how it is built and compares") {
  CHECK(number("12").places() == 0);
  CHECK(number("12.50").places() == 1);
  CHECK(number("-0.0001").places() == 4);
  CHECK(Decimal().places() == 0);
  CHECK(number("-12.0").to_integer() == std::optional<int64_t>(-12));
  CHECK(number("0.5").to_integer() == std::nullopt);
  CHECK(number("-1") < number("-0.9999"));
  CHECK(number("1.10") == number("1.1"));
  CHECK(Decimal::from_units(kMin) < Decimal::from_units(kMax));
}
