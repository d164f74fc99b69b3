// SPDX-License-Identifier: MIT
#include "text/write.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "datafile/csv.h"
#include "document/sample_document.h"

using namespace esep;

namespace {

std::vector<datafile::CsvRecord> records(const std::string& csv, char separator) {
  const std::string text = datafile::csv_to_utf8(csv);
  datafile::CsvReader reader(text, separator);
  std::vector<datafile::CsvRecord> out;
  for (datafile::CsvRecord one; reader.next(one);) out.push_back(one);
  return out;
}

}  // namespace

TEST_CASE("JSON holds canonical values and no floating point", "[text]") {
  const auto json = nlohmann::json::parse(text::write_json(sample::paper()));
  CHECK(json["schema"] == "esep/1");
  const auto& paper = json["documents"][0];
  CHECK(paper["title"] == "Байланысты гранттар туралы есеп");
  CHECK(paper["language"] == "kk");
  CHECK(paper["code"] == "AB12-CD34");
  const auto& section = paper["sections"][0];
  CHECK(section["fields"]["donor"] == "Әлем қоры");
  const auto& rows = section["tables"][0]["rows"];
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["c2"] == "012345678905");
  CHECK(rows[0]["c3"] == "1234567.5");
  CHECK(rows[0]["c4"] == "2026-10-05");
  CHECK(rows[0]["c5"] == 42);
  CHECK(rows[0]["c26"] == true);
  CHECK(rows[1]["c1"].is_null());
}

TEST_CASE("CSV as the offices' Excel reads it, and as the rest of the world does", "[text]") {
  const std::string local = text::write_csv(sample::paper(), ';');
  CHECK(local.starts_with("\xEF\xBB\xBFКөрсеткіштің атауы 1;"));
  const auto here = records(local, ';');
  REQUIRE(here.size() == 4);
  CHECK(here[1].fields[2] == "1234567,50");
  CHECK(here[1].fields[3] == "05.10.2026");
  CHECK(here[1].fields[25] == "иә");
  CHECK(here[2].fields[2] == "-0,01");  // a number, and so without an apostrophe
  const auto world = records(text::write_csv(sample::paper(), ','), ',');
  REQUIRE(world.size() == 4);
  CHECK(world[1].fields[2] == "1234567.5");
  CHECK(world[1].fields[3] == "2026-10-05");
  CHECK(world[2].fields[0].empty());
  for (const auto& record : world) CHECK(record.fields.size() == 26);
}

TEST_CASE("hostile texts survive CSV as texts", "[text]") {
  const auto rows = records(text::write_csv(sample::hostile(), ';'), ';');
  const auto texts = sample::hostile_texts();
  REQUIRE(rows.size() == texts.size() + 1);
  CHECK(rows[1].fields[0] == "'=1+1");
  CHECK(rows[2].fields[0] == "'@SUM(A1)");
  CHECK(rows[3].fields[0] == "'+7 701");
  CHECK(rows[4].fields[0] == "'-cmd|' /C calc'!A0");
  CHECK(rows[5].fields[0] == texts[4]);
  CHECK(rows[12].fields[0] == texts[11]);
  CHECK(rows[14].fields[0] == texts[13]);
  CHECK(is_valid_utf8(text::write_csv(sample::hostile(), ';')));
  CHECK(nlohmann::json::parse(text::write_json(sample::hostile()))["documents"].size() == 1);
}

TEST_CASE("deadlines as a calendar that mail programs import", "[text]") {
  const auto day = *calendar::Date::parse_iso("2026-12-31");
  const std::string ics =
      text::write_ics({{"tg-1@esep", "Есеп; қазан, 2026",
                        "Бірінші жол\nекінші \\ жол, Қазақстан Республикасының заңнамасына сәйкес", day}},
                      sample::day(2026, 11, 1));
  CHECK(ics ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Esep//Deadlines//"
        "EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
        "BEGIN:VEVENT\r\nUID:tg-1@esep\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;"
        "VALUE=DATE:20270101\r\n"
        "SUMMARY:Есеп\\; қазан\\, 2026\r\n"
        "DESCRIPTION:Бірінші жол\\nекінші \\\\ жол\\, Қазақст\r\n ан Республикасының заңнамасына сәйкес\r\n"
        "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  for (size_t from = 0; from < ics.size();) {
    const size_t end = ics.find("\r\n", from);
    CHECK(end - from <= 75);
    from = end + 2;
  }
  std::string evil = "a\r\nBEGIN:VEVENT\xFF";
  const std::string guarded = text::write_ics({{"u", evil, "", day}}, day);
  CHECK_THAT(guarded, Catch::Contains("SUMMARY:a\\nBEGIN:VEVENT\uFFFD\r\n"));
  CHECK(is_valid_utf8(guarded));
}
