// SPDX-License-Identifier: MIT
#include "intake/cell_text.h"

#include <catch2/catch.hpp>

#include "intake/iso_date.h"
#include "intake/workbook_parts.h"

using namespace esep::intake;
using esep::report::DateSystem;

TEST_CASE("escapes of strings") {
  CHECK(decode_escapes("a_x000D_b") == "a\rb");
  CHECK(decode_escapes("_x005F_x000D_") == "_x000D_");
  CHECK(decode_escapes("_xD83D__xDE00_") == "\xF0\x9F\x98\x80");
  CHECK(decode_escapes("_xD83D_!") == "\xEF\xBF\xBD!");
  CHECK(decode_escapes("_xDE00_") == "\xEF\xBF\xBD");
  CHECK(decode_escapes("_x04D9_ _x4_ _xZZZZ_ _x000") == "ә _x4_ _xZZZZ_ _x000");
}

TEST_CASE("line ends and controls") {
  std::string text = "a\r\nb\rc\td\x01\x7F";
  clean_controls(text);
  CHECK(text == "a\nb\nc\td\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(trim_xml(" \t\n x y \r\n") == "x y");
  CHECK(trim_xml(" \n").empty());
  CHECK(trim_xml("\xC2\xA0x") == "\xC2\xA0x");  // a no-break space is a character
}

TEST_CASE("dates in ISO notation become day numbers of the workbook") {
  const auto serial = [](std::string_view iso, DateSystem dates = DateSystem::from_1900) {
    const auto moment = serial_from_iso(iso, dates);
    return moment ? moment->serial + (moment->has_time ? " time" : "") : "none";
  };
  CHECK(serial("2026-10-05") == "46300");
  CHECK(serial("2026-10-05T00:00:00Z") == "46300");
  CHECK(serial("2026-10-05T18:00") == "46300.75 time");
  CHECK(serial("2026-10-05T14:30:00.5") == "46300.6041666667 time");
  CHECK(serial("2026-10-05T00:00:00+05:00") == "46300");
  CHECK(serial("2026-10-05T18:00:00.000-0300") == "46300.75 time");
  CHECK(serial("18:00:00") == "0.75 time");
  CHECK(serial("T06:00Z") == "0.25 time");
  CHECK(serial("2026-10-05", DateSystem::from_1904) == "44838");
  CHECK(serial("1900-03-01") == "61");
  CHECK(serial("1900-02-28") == "59");
  CHECK(serial("1900-01-01") == "1");
  CHECK(serial("1904-01-01", DateSystem::from_1904) == "0");
  for (const char* wrong :
       {"1899-12-31", "2026-02-30", "2026-10-05 10:00", "2026-10-05T25:00", "2026-10-05T10", "2026-10-05T10:00:00x",
        "2026-10-05T10:00+05:0", "2026-10-05T10:00+25:00", "25:00", "T", ""}) {
    CAPTURE(wrong);
    CHECK(serial(wrong) == "none");
  }
}

TEST_CASE("targets of relationships") {
  CHECK(resolve_target("xl/workbook.xml", "worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
  CHECK(resolve_target("xl/workbook.xml", "/xl/worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
  CHECK(resolve_target("xl/workbook.xml", "../custom/./a.xml") == "custom/a.xml");
  CHECK(resolve_target("xl/workbook.xml", "../../../../etc/passwd") == "etc/passwd");
  CHECK(resolve_target("", "xl/workbook.xml") == "xl/workbook.xml");
}
