// SPDX-License-Identifier: MIT
// Files that are damaged or mean harm: one clear finding, bounded time and memory, never a crash.
#include <chrono>
#include <fstream>

#include <catch2/catch.hpp>

#include "dump.h"
#include "intake/limits.h"
#include "zip_writer.h"

using namespace esep::intake;
using namespace esep::intake::test;

namespace {

constexpr const char* kSheet = "xl/worksheets/sheet1.xml";

std::string sheet_part(const std::string& inside) {
  return "<worksheet xmlns=\"" + std::string(kMainNamespace) + "\">" + inside + "</worksheet>";
}

std::string with_sheet(std::string part) {
  return findings_of(make_zip(with_part(workbook_parts({}), kSheet, std::move(part))));
}

std::string found_in_rows(std::string data) {
  WorkbookText text;
  text.sheet_data = std::move(data);
  return read_all(make_workbook(text));
}

std::string good_workbook(int count = 50) {
  WorkbookText text;
  text.shared = "<si><t>Атауы</t></si>";
  for (int row = 1; row <= count; ++row) {
    text.sheet_data += "<row r=\"" + std::to_string(row) + "\"><c r=\"A" + std::to_string(row) +
                       "\" t=\"s\"><v>0</v></c><c r=\"B" + std::to_string(row) + "\"><v>" + std::to_string(row * 37) +
                       ".25</v></c></row>";
  }
  return make_workbook(text);
}

// The most memory this process ever used; nothing is said where a sanitizer keeps freed memory.
size_t resident_kilobytes() {
#if defined(__SANITIZE_ADDRESS__)
  return 0;
#endif
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") {
      size_t value = 0;
      status >> value;
      return value;
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("references that no sheet has end the sheet, what stood before is given") {
  const std::string before = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  const auto after = [&](const std::string& data) { return found_in_rows(before + data); };
  CHECK(after("<row r=\"1048577\"/>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 1\n");
  CHECK(after("<row r=\"0\"/>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 1\n");
  CHECK(after("<row r=\"-5\"/>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 1\n");
  CHECK(after("<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 2\n");
  CHECK(after("<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 2\n");
  CHECK(after("<row r=\"2\"><c r=\"\"><v>1</v></c></row>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 2\n");
  CHECK(after("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c><c><v>2</v></c></row>") ==
        "1: A n 1\nFILE-CELL-REFERENCE Есеп!XFD2 2\n");
  CHECK(after("<row r=\"1048576\"/><row/>") == "1: A n 1\nFILE-CELL-REFERENCE Есеп! 1048576\n");
}

TEST_CASE("rows and cells out of order end the sheet") {
  CHECK(found_in_rows("<row r=\"5\"><c><v>1</v></c></row><row r=\"5\"><c><v>2</v></c></row>") ==
        "5: A n 1\nFILE-CELL-ORDER Есеп! 5\n");
  CHECK(found_in_rows("<row r=\"5\"><c><v>1</v></c></row><row r=\"4\"><c><v>2</v></c></row>") ==
        "5: A n 1\nFILE-CELL-ORDER Есеп! 5\n");
  CHECK(found_in_rows("<row r=\"5\"><c r=\"B5\"><v>1</v></c><c r=\"A5\"><v>1</v></c></row>") ==
        "FILE-CELL-ORDER Есеп!B5 5\n");
}

TEST_CASE("DOCTYPE and entities are refused in every part") {
  const std::string laughs =
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
  for (const auto& [name, part] : workbook_parts({})) {
    if (name == "[Content_Types].xml") continue;  // not read
    CAPTURE(name);
    const size_t root = part.find('<', part.find("?>"));
    const std::string hostile = part.substr(0, root) + laughs + part.substr(root);
    const std::string found = findings_of(make_zip(with_part(workbook_parts({}), name, hostile)));
    CHECK(found == (name == kSheet ? "FILE-XML-DTD Есеп! 0\n" : "FILE-XML-DTD ! 0\n"));
  }
  CHECK(with_sheet("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">" + sheet_part("<sheetData/>")) ==
        "FILE-XML-DTD Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<sheetData><row><c t=\"str\"><v>&xxe;</v></c></row></sheetData>")) ==
        "FILE-XML-DAMAGED Есеп! 0\n");
}

TEST_CASE("broken XML, invalid UTF-8, wrong root, unknown encoding") {
  CHECK(with_sheet(sheet_part("<sheetData><row></sheetData>")) == "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<sheetData><row><c t=\"str\"><v>\xC3\x28</v></c></row></sheetData>")) ==
        "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<sheetData><row><c t=\"str\"><v>\xED\xA0\x80</v></c></row></sheetData>")) ==
        "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<sheetData><row><c t=\"str\"><v>a&#0;</v></c></row></sheetData>")) ==
        "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet("<worksheet><sheetData/></worksheet>") == "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet("<html xmlns=\"" + std::string(kMainNamespace) + "\"/>") == "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet("") == "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet("<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + sheet_part("<sheetData/>")) ==
        "FILE-XML-DAMAGED Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<sheetData/>") + "<again/>") == "FILE-XML-DAMAGED Есеп! 0\n");
}

TEST_CASE("depth, tokens and names without end") {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  CHECK(with_sheet(sheet_part(deep)) == "FILE-LIMIT(FILE-LIMIT-DEPTH) Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<sheetData x=\"" + std::string(3 << 20, 'x') + "\"/>")) ==
        "FILE-LIMIT(FILE-LIMIT-TOKEN) Есеп! 0\n");
  CHECK(with_sheet(sheet_part("<!--" + std::string(3 << 20, 'x') + "-->")) == "FILE-LIMIT(FILE-LIMIT-TOKEN) Есеп! 0\n");
  std::string names;
  for (int i = 0; i < 5000; ++i) names += "<n" + std::to_string(i) + "/>";
  CHECK(with_sheet(sheet_part(names)) == "FILE-LIMIT(FILE-LIMIT-NAMES) Есеп! 0\n");
}

TEST_CASE("texts without end") {
  const std::string text(300 << 10, 'x');
  CHECK(found_in_rows("<row><c t=\"str\"><v>" + text + "</v></c></row>") == "FILE-LIMIT(FILE-LIMIT-TEXT) Есеп!A1 1\n");
  CHECK(found_in_rows("<row><c t=\"inlineStr\"><is><r><t>" + text + "</t></r></is></c></row>") ==
        "FILE-LIMIT(FILE-LIMIT-TEXT) Есеп!A1 1\n");
  CHECK(found_in_rows("<row><c><f>" + text + "</f></c></row>") == "FILE-LIMIT(FILE-LIMIT-TEXT) Есеп!A1 1\n");
  WorkbookText shared;
  shared.shared = "<si><t>" + text + "</t></si>";
  CHECK(findings_of(make_workbook(shared)) == "FILE-LIMIT(FILE-LIMIT-TEXT) ! 0\n");
  // Few bytes that refer to a long string over and over.
  shared.shared = "<si><t>" + std::string(250 << 10, 'x') + "</t></si>";
  for (int i = 0; i < 1000; ++i) shared.sheet_data += "<c t=\"s\"><v>0</v></c>";
  shared.sheet_data = "<row>" + shared.sheet_data + "</row>";
  CHECK(findings_of(make_workbook(shared)) == "FILE-LIMIT(FILE-LIMIT-ROW-BYTES) Есеп!BN1 1\n");
}

TEST_CASE("a long text that thousands of cells refer to is refused before it costs minutes") {
  WorkbookText shared;
  shared.shared = "<si><t>" + std::string(200 << 10, 'x') + "</t></si>";
  for (int row = 1; row <= 1000; ++row) shared.sheet_data += "<row><c t=\"s\"><v>0</v></c></row>";
  CHECK(findings_of(make_workbook(shared)) == "FILE-LIMIT(FILE-LIMIT-FILE-TEXT) Есеп!A656 656\n");
}

TEST_CASE("rows that blow up wait until they are taken") {
  WorkbookText text;
  text.shared = "<si><t>" + std::string(250 << 10, 'x') + "</t></si>";
  for (int i = 0; i < 400; ++i) text.sheet_data += "<row><c t=\"s\"><v>0</v></c></row>";
  const size_t before = resident_kilobytes();
  CHECK(findings_of(make_workbook(text)).empty());
  CHECK(resident_kilobytes() - before < 30000);  // not the 100 MB of all rows
}

TEST_CASE("too many sheets and merged ranges") {
  std::string sheets;
  for (int i = 0; i < 300; ++i) sheets += "<sheet name=\"" + std::to_string(i) + "\" sheetId=\"1\" r:id=\"rId1\"/>";
  const std::string workbook =
      "<workbook xmlns=\"" + std::string(kMainNamespace) +
      "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + sheets +
      "</sheets></workbook>";
  CHECK(findings_of(make_zip(with_part(workbook_parts({}), "xl/workbook.xml", workbook))) ==
        "FILE-LIMIT(FILE-LIMIT-SHEETS) ! 0\n");
  std::string merged;
  for (int i = 0; i < 100010; ++i) merged += "<mergeCell ref=\"A" + std::to_string(i + 1) + "\"/>";
  CHECK(with_sheet(sheet_part("<sheetData/><mergeCells>" + merged + "</mergeCells>")) ==
        "FILE-LIMIT(FILE-LIMIT-MERGED) Есеп! 0\n");
}

TEST_CASE("a zip bomb is refused at once") {
  // A gigabyte would take long to make: the sizes of the directory decide, and 64 MB of zeros have the same ratio.
  const std::string bomb =
      make_zip(with_part(workbook_parts({}), kSheet, sheet_part(std::string(size_t{64} << 20, '\0'))));
  CHECK(bomb.size() < 100000);
  const size_t memory = resident_kilobytes();
  const auto start = std::chrono::steady_clock::now();
  CHECK(findings_of(bomb) == "FILE-ZIP-BOMB ! 0\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
  CHECK(resident_kilobytes() - memory < 1000);

  // The directory lies about the size: no more than it says is inflated.
  std::string lie = bomb;
  const size_t entry = lie.rfind(kSheet) - 46;
  REQUIRE(lie.substr(entry, 4) == std::string("PK\x01\x02"));
  lie.replace(entry + 24, 4, std::string("\x00\x10\x00\x00", 4));
  CHECK(findings_of(lie) == "FILE-ZIP-DAMAGED Есеп! 0\n");
}

TEST_CASE("zips of very many or equal names") {
  Parts many = workbook_parts({});
  for (int i = 0; i < 10000; ++i) many.emplace_back("xl/media/" + std::to_string(i), "");
  CHECK(findings_of(make_zip(many, 0)) == "FILE-LIMIT(FILE-LIMIT-PARTS) ! 0\n");
  Parts twice = workbook_parts({});
  twice.emplace_back("XL/Workbook.xml", "");
  CHECK(findings_of(make_zip(twice)) == "FILE-ZIP-TWICE ! 0\n");
}

TEST_CASE("truncated at any place: one finding, no crash") {
  const std::string good = good_workbook();
  REQUIRE(findings_of(good).empty());
  for (size_t size = 8; size < good.size(); size += 64) {
    CAPTURE(size);
    REQUIRE(findings_of(good.substr(0, size)) == "FILE-ZIP-DAMAGED ! 0\n");
  }
}

TEST_CASE("a changed byte anywhere is found or does no harm") {
  const std::string good = good_workbook();
  const std::string expected = read_all(good);
  int harmless = 0;
  for (size_t at = 0; at < good.size(); at += 3) {
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    CAPTURE(at);
    const std::string found = read_all(changed);
    const bool same = found == expected;
    harmless += same ? 1 : 0;
    if (!same) REQUIRE(found.find("FILE-") != std::string::npos);
  }
  CHECK(harmless > 0);  // times and versions of the directory
}

TEST_CASE("a sheet whose sum is wrong is refused before a row of it is read") {
  std::string bytes = make_zip(workbook_parts({"<row><c><v>12345</v></c></row>", "", "", "", "", "", {}}), 0);
  bytes.replace(bytes.find("12345"), 5, "92345");
  CHECK(findings_of(bytes) == "FILE-ZIP-DAMAGED Есеп! 0\n");
}
