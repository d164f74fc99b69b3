// SPDX-License-Identifier: MIT
#include "intake/number_text.h"

#include <catch2/catch.hpp>

#include "intake/number_format.h"

using esep::intake::built_in_format;
using esep::intake::canonical_number_text;
using esep::intake::classify_format;
using esep::report::CellFormat;

namespace {
std::string canonical(std::string_view raw, int digits = 15) {
  return canonical_number_text(raw, digits).value_or("none");
}
}  // namespace

TEST_CASE("numbers as Excel shows them, not as binary fractions") {
  CHECK(canonical("1234.5600000000001") == "1234.56");
  CHECK(canonical("1.0000000000000001E-2") == "0.01");
  CHECK(canonical("0.29999999999999999") == "0.3");
  CHECK(canonical("0.10000000000000001") == "0.1");
  CHECK(canonical("9.9999999999999995E-8") == "0.0000001");
  CHECK(canonical("999999999999999.95") == "1000000000000000");
  CHECK(canonical("0.99999999999999999") == "1");
  CHECK(canonical("-1.2345678901234567E+2") == "-123.456789012346");
  CHECK(canonical("46316.604166666664") == "46316.6041666667");
}

TEST_CASE("integers and short numbers stay exact") {
  CHECK(canonical("0") == "0");
  CHECK(canonical("-0") == "0");
  CHECK(canonical("-0.00") == "0");
  CHECK(canonical("007") == "7");
  CHECK(canonical("12.50") == "12.5");
  CHECK(canonical("12.") == "12");
  CHECK(canonical(".5") == "0.5");
  CHECK(canonical("+5") == "5");
  CHECK(canonical("123456789012345678") == "123456789012345678");
  CHECK(canonical("9.4014000123E+11") == "940140001230");
  CHECK(canonical("1E+6") == "1000000");
  CHECK(canonical("1.5e3") == "1500");
  CHECK(canonical("1.5E+300") == "1.5E+300");
  CHECK(canonical("-2E-40") == "-2E-40");
  CHECK(canonical("0.12345678901234567890", 0) == "0.1234567890123456789");
}

TEST_CASE("what is no number is none") {
  const std::string text = GENERATE(as<std::string>{}, "", "-", ".", "12x34", "inf", "-INF", "nan", "0x10", "1,5",
                                    "1 000", "1e", "1e+", "--1", "1.2.3", "1E99999999", "1e-", "e5", "1E+-3");
  CAPTURE(text);
  CHECK(canonical(text) == "none");
  CHECK(canonical(std::string(500, '1')) == "none");
}

TEST_CASE("what number formats mean") {
  CHECK(classify_format("General") == CellFormat::general);
  CHECK(classify_format("") == CellFormat::general);
  CHECK(classify_format("@") == CellFormat::text);
  CHECK(classify_format("0.00") == CellFormat::number);
  CHECK(classify_format("#,##0.00\\ \"₸\"") == CellFormat::number);
  CHECK(classify_format("#,##0\\ [$₸-43F];[Red]\\-#,##0\\ [$₸-43F]") == CellFormat::number);
  CHECK(classify_format("0.00E+00") == CellFormat::number);
  CHECK(classify_format("0\" days\"") == CellFormat::number);
  CHECK(classify_format("0\\d") == CellFormat::number);
  CHECK(classify_format("_-* #,##0_d_-") == CellFormat::number);
  CHECK(classify_format("0.0%") == CellFormat::percent);
  CHECK(classify_format("dd.mm.yyyy") == CellFormat::date);
  CHECK(classify_format("[$-43F]d mmmm yyyy\" ж.\";@") == CellFormat::date);
  CHECK(classify_format("mmm") == CellFormat::date);
  CHECK(classify_format("DD/MM/YYYY HH:MM") == CellFormat::date_time);
  CHECK(classify_format("h:mm AM/PM") == CellFormat::time);
  CHECK(classify_format("mm:ss") == CellFormat::time);
  CHECK(classify_format("[h]:mm") == CellFormat::time);
  CHECK(classify_format("[mm]") == CellFormat::time);
  CHECK(classify_format("[") == CellFormat::general);
  CHECK(classify_format("\"") == CellFormat::general);
  CHECK(classify_format("\\") == CellFormat::general);
  CHECK(classify_format("\"yyyy") == CellFormat::general);
}

TEST_CASE("built-in formats") {
  for (const int id : {14, 15, 16, 17, 27, 30, 36, 50, 58}) CHECK(built_in_format(id) == CellFormat::date);
  for (const int id : {18, 19, 20, 21, 45, 46, 47}) CHECK(built_in_format(id) == CellFormat::time);
  for (const int id : {1, 2, 3, 4, 11, 37, 44, 48}) CHECK(built_in_format(id) == CellFormat::number);
  for (const int id : {9, 10}) CHECK(built_in_format(id) == CellFormat::percent);
  CHECK(built_in_format(22) == CellFormat::date_time);
  CHECK(built_in_format(49) == CellFormat::text);
  for (const int id : {0, -1, 163, 1000}) CHECK(built_in_format(id) == CellFormat::general);
}
