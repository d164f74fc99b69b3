// SPDX-License-Identifier: MIT
#include <clocale>

#include <catch2/catch.hpp>

#include "dump.h"
#include "form/workbook_identity.h"
#include "intake/reader.h"
#include "report/read/locate.h"
#include "small_form.h"

using namespace esep;
using namespace esep::intake::test;

namespace {

constexpr const char* kReport = R"({
  "form": "some-form",
  "edition": "2025-06",
  "organisation": "km",
  "period": "2026-10",
  "fields": {
    "phone": "8 7172 74 00 00",
    "total": 1234.50
  },
  "rows": [
    {"name": "Бір", "cost": 0.10, "big": 940140001230, "exact": 12345678901234567890.123456789, "done": true},
    {"cost": 1E-2, "links": ["a", "b", 3], "none": null, "empty": "", "name": "Екі"}
  ]
})";

std::string refusal(const std::string& text) { return findings_of(text); }

}  // namespace

TEST_CASE("a report in JSON is a hidden identity, fields, ids, rows; numbers are kept as written") {
  report::Findings findings;
  const auto grid = intake::open_grid("файл.xlsx", kReport, findings);
  REQUIRE(grid);
  REQUIRE(grid->sheets().size() == 2);
  CHECK(grid->sheets()[0].name == form::WorkbookIdentity::kSheetName);
  CHECK(grid->sheets()[0].hidden);
  CHECK_FALSE(grid->has_cells());
  CHECK(dump(*grid, 1) ==
        "7: A t phone | B t 8 7172 74 00 00\n8: A t total | B n 1234.5\n"
        "10: A t name | B t cost | C t big | D t exact | E t done | F t links | G t none | H t empty\n"
        "11: A t Бір | B n 0.1 | C n 940140001230 | D n 12345678901234567890.123456789 | E b true\n"
        "12: A t Екі | B n 0.01 | F t a\nb\n3\n");
  CHECK(grid->problems().empty());
}

TEST_CASE("rows on one line count from 1") {
  CHECK(read_all(R"({"fields":{"a":1},"nil":true,"rows":[{"x":1},{"y":2},{}]})") ==
        "1: A t a | B n 1\n2: A t _nil | B b true\n3: A t x | B t y\n4: A n 1\n5: B n 2\n");
  CHECK(read_all("{}").empty());
  CHECK(read_all(R"({"rows":[]})").empty());
}

namespace {

form::FormDefinition form_with_phone() {
  auto out = small_form::of({small_form::column("name"), small_form::column("cost")});
  out.fields = {small_form::field("phone")};
  return out;
}

// Where the table stands, and what is said about its ids.
std::string located(const std::string& text) {
  report::Findings findings;
  const auto grid = intake::open_grid("файл.json", text, findings);
  REQUIRE(grid);
  const auto form = form_with_phone();
  const auto layout = report::locate({form, *grid, "файл.json", findings});
  REQUIRE(layout);
  std::string out = std::to_string(layout->header_row) + ":";
  for (const int column : layout->columns) out += " " + std::to_string(column);
  for (const auto& field : layout->fields) out += " " + field.field + "=" + field.cell.text;
  if (layout->nil_row > 0) out += " nil=" + layout->nil_cell.text;
  for (const auto& finding : findings) {
    out += " " + finding.message.key + "(" + std::get<std::string>(finding.message.args.front().second) + ")@" +
           std::to_string(finding.row);
  }
  return out;
}

}  // namespace

TEST_CASE("the table of a JSON report is where the file says, in whatever order the ids stand") {
  CHECK(located("{\n\"fields\": {\n\"phone\": \"1\"},\n\"rows\": [\n{\"cost\": 1, \"name\": \"a\"}]}") ==
        "4: 2 1 phone=1");
  CHECK(located(R"({"rows": [{"name": "a"}, {"cost": 2}]})") == "1: 1 2");
}

TEST_CASE("a nil report in JSON needs no rows and misses no column") {
  CHECK(located(R"({"form": "f", "nil": true})") == "2: 0 0 nil=true");
  CHECK(located(R"({"form": "f", "nil": true, "rows": []})") == "2: 0 0 nil=true");
  CHECK(located("{\n\"form\": \"f\",\n\"nil\": true,\n\"fields\": {\n\"phone\": \"1\"}\n}") ==
        "6: 0 0 phone=1 nil=true");
}

TEST_CASE("ids in JSON that the form lacks are named, with what was probably meant") {
  CHECK(located(R"({"rows": [{"name": "a", "costs": 1, "cost": 2}]})") == "1: 1 3 UNKNOWN-COLUMN-MEANT(costs)@1");
  CHECK(located(R"({"rows": [{"name": "a", "cost": 2, "quite_else": 1}]})") == "1: 1 2 COLUMN-UNKNOWN(quite_else)@1");
  CHECK(located(R"({"fields": {"phones": "1", "whatever": 2}, "rows": [{"name": "a", "cost": 2}]})") ==
        "3: 1 2 UNKNOWN-FIELD-MEANT(phones)@1 FIELD-UNKNOWN(whatever)@2");
  CHECK(located(R"({"rows": [{"name": "a"}]})") == "1: 1 0 COLUMN-NOT-NAMED(cost)@1");
}

TEST_CASE("a JSON report of very many unknown ids says so once") {
  std::string text = R"({"rows": [{"name": 1, "cost": 2)";
  for (int i = 0; i < 500; ++i) text += ", \"x" + std::to_string(i) + "\": 1";
  report::Findings findings;
  const auto grid = intake::open_grid("файл.json", text + "}]}", findings);
  REQUIRE(grid);
  const auto form = form_with_phone();
  CHECK(report::locate({form, *grid, "файл.json", findings}));
  REQUIRE(findings.size() == 101);
  CHECK(findings.back().code == "FINDINGS-CUT");
}

TEST_CASE("a list of objects is a list of rows, and an answer of the program can be read again") {
  CHECK(read_all("[]").empty());
  CHECK(read_all("[{\"x\": 1}, {\"y\": \"a\"}]") == "1: A t x | B t y\n2: A n 1\n3: B t a\n");
  CHECK(read_all("[\n{\"x\": 1},\n{\"y\": \"a\"}\n]") == "1: A t x | B t y\n2: A n 1\n3: B t a\n");
  CHECK(read_all("{\n\"schema\": \"esep/1\",\n\"rows\": [\n{\"x\": 1}]}") == "3: A t x\n4: A n 1\n");
}

TEST_CASE("JSON of the wrong shape") {
  CHECK(refusal("[{}, []]") == "FILE-JSON-TOP ! 1\n");
  CHECK(refusal("[1,2]") == "FILE-JSON-TOP ! 1\n");
  CHECK(refusal("[{}] {}") == "FILE-JSON-DAMAGED ! 1\n");
  CHECK(refusal("{\"schema\": 1}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\n\"rows\": {}}") == "FILE-JSON-SHAPE ! 2\n");
  CHECK(refusal("{\n\"rows\": 5}") == "FILE-JSON-SHAPE ! 2\n");
  CHECK(refusal("{\"rows\": [5]}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"rows\": [[]]}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"rows\": [{\"a\":{}}]}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"rows\": [{\"a\":[[1]]}]}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"rows\": [{\"a\":[{}]}]}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"form\": 5}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"form\": [\"a\"]}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"nil\": \"yes\"}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"occurrence\": 1.5}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"occurrence\": 99999999999}") == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"form\": \"x\",\n\"perod\": \"2026-10\"}") == "FILE-JSON-KEY ! 2\n");
  CHECK(refusal("{\"rows\":[{\"\":1}]}") == "FILE-JSON-KEY ! 1\n");
  CHECK(refusal("{\"form\": \"x\",\n\n\"form\": \"y\"}") == "FILE-JSON-DUPLICATE ! 3\n");
  CHECK(refusal("{\"rows\":[{\"a\":1},\n{\"a\":1,\"a\":2}]}") == "FILE-JSON-DUPLICATE ! 2\n");
  CHECK(refusal("{\"fields\":{\"a\":1,\"a\":2}}") == "FILE-JSON-DUPLICATE ! 1\n");
}

TEST_CASE("JSON that is damaged") {
  CHECK(refusal("{\"rows\": [\n{\"a\": 1},\n{\"a\": }]}") == "FILE-JSON-DAMAGED ! 3\n");
  CHECK(refusal("{\"rows\": [\n") == "FILE-JSON-UNCLOSED ! 2\n");
  CHECK(refusal("{\"rows\": []} x") == "FILE-JSON-DAMAGED ! 1\n");
  CHECK(refusal("{\"form\": \"\xC3\x28\"}") == "FILE-JSON-DAMAGED ! 1\n");
  CHECK(refusal("{\"form\": \"\\ud800\"}") == "FILE-JSON-DAMAGED ! 1\n");
  CHECK(refusal("{\"rows\": [{\"a\": 1e999}]}") == "FILE-JSON-NUMBER ! 1\n");
  CHECK(refusal("{\"rows\": [{\"a\": NaN}]}") == "FILE-JSON-DAMAGED ! 1\n");
  CHECK(refusal("{\"rows\":" + std::string(100000, '[')) == "FILE-JSON-SHAPE ! 1\n");
  CHECK(refusal("{\"rows\":[{\"a\":\"" + std::string(300 << 10, 'x') + "\"}]}") == "FILE-LIMIT(FILE-LIMIT-TEXT) ! 1\n");
  // Such a text is not even given to the parser; one that is long by its escapes alone is a text like any other.
  const std::string endless(3 << 20, '1');
  CHECK(refusal("{\"rows\":[{\"a\":\n\"" + endless + "\"}]}") == "FILE-LIMIT(FILE-LIMIT-TEXT) ! 2\n");
  CHECK(refusal("{\"rows\":[{\"a\":\n" + endless + "}]}") == "FILE-LIMIT(FILE-LIMIT-TEXT) ! 2\n");
  std::string escaped;
  for (int i = 0; i < 120000; ++i) escaped += "\\u0410";
  CHECK(refusal("{\"rows\":[{\"a\":\"" + escaped + "\"}]}").empty());
  const std::string report = kReport;
  for (size_t size = 1; size < report.size(); ++size) {
    CAPTURE(size);
    const std::string said = refusal(report.substr(0, size));
    REQUIRE((said.find("FILE-JSON-DAMAGED") == 0 || said.find("FILE-JSON-UNCLOSED") == 0));
  }
}

TEST_CASE("control characters of JSON texts become U+FFFD") {
  CHECK(read_all("{\"rows\":[{\"a\\u0000\":\"x\\u0000y\\u0007\\r\\nz\"}]}") ==
        "1: A t a\xEF\xBF\xBD\n2: A t x\xEF\xBF\xBDy\xEF\xBF\xBD\nz\n");
}

TEST_CASE("the locale of the process changes nothing") {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  const std::string expected = read_all(kReport);
  for (const char* name : {"ru_RU.UTF-8", "kk_KZ.UTF-8", "de_DE.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;
    CHECK(read_all(kReport) == expected);
    CHECK(read_all("{\"rows\":[{\"a\":1.5}]}") == "1: A t a\n2: A n 1.5\n");
  }
  std::setlocale(LC_ALL, before.c_str());
}
