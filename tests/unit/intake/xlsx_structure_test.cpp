// SPDX-License-Identifier: MIT
// Rows, sheets and parts.
#include <catch2/catch.hpp>

#include "base/file.h"
#include "dump.h"
#include "intake/reader.h"
#include "source_folder.h"
#include "zip_writer.h"

using namespace esep;
using namespace esep::intake::test;

namespace {

std::string rows(std::string data) {
  WorkbookText text;
  text.sheet_data = std::move(data);
  return read_all(make_workbook(text));
}

std::unique_ptr<report::Grid> open(const Parts& parts) {
  report::Findings findings;
  auto grid = intake::open_grid("файл.xlsx", make_zip(parts), findings);
  INFO(dump(findings));
  REQUIRE(grid);
  return grid;
}

std::string replace(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

}  // namespace

TEST_CASE("rows and cells without references follow the one before") {
  CHECK(rows("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row "
             "r=\"5\"><c><v>4</v></c></row><row><c><v>5</v></c></row>") ==
        "1: A n 1 | D n 2 | E n 3\n5: A n 4\n6: A n 5\n");
}

TEST_CASE("hidden rows and sheets are told") {
  CHECK(rows("<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row r=\"2\" "
             "hidden=\"true\"><c><v>2</v></c></row><row r=\"3\" hidden=\"0\"><c><v>3</v></c></row>") ==
        "h1: A n 1\nh2: A n 2\n3: A n 3\n");
  const std::string sheet = "<worksheet xmlns=\"" + std::string(kMainNamespace) + "\"><sheetData/></worksheet>";
  Parts parts = workbook_parts({});
  const std::string relationship = std::string("<Relationship Type=\"") + kOffice + "/worksheet\" ";
  parts = with_part(parts, "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                        relationship + "Id=\"a\" Target=\"/xl/worksheets/sheet1.xml\"/>" + relationship +
                        "Id=\"b\" Target=\"other/b.xml\"/>" + replace(relationship, "/worksheet\"", "/chartsheet\"") +
                        "Id=\"c\" Target=\"charts/c.xml\"/></Relationships>");
  parts = with_part(parts, "xl/other/b.xml", sheet);
  parts = with_part(parts, "xl/workbook.xml",
                    "<workbook xmlns=\"" + std::string(kMainNamespace) + "\" xmlns:q=\"" + kOffice +
                        "\"><sheets><sheet name=\"Бір\" sheetId=\"1\" q:id=\"a\"/><sheet name=\"_esep\" "
                        "sheetId=\"2\" state=\"veryHidden\" q:id=\"b\"/>"
                        "<sheet name=\"Сурет\" sheetId=\"3\" state=\"hidden\" q:id=\"c\"/></sheets></workbook>");
  const auto grid = open(parts);
  REQUIRE(grid->sheets().size() == 3);
  CHECK(grid->sheets()[0].name == "Бір");
  CHECK_FALSE(grid->sheets()[0].hidden);
  CHECK(grid->sheets()[1].name == "_esep");
  CHECK(grid->sheets()[1].hidden);
  CHECK(grid->sheets()[2].hidden);
  CHECK(dump(*grid, 2).empty());  // a chart sheet
}

TEST_CASE("cells of hidden columns are told") {
  const std::string sheet =
      "<worksheet xmlns=\"" + std::string(kMainNamespace) +
      "\"><cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\" width=\"9\"/><col min=\"5\" max=\"5\" "
      "width=\"0\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c><c "
      "r=\"E1\"><v>3</v></c></row></sheetData></worksheet>";
  CHECK(dump(*open(with_part(workbook_parts({}), "xl/worksheets/sheet1.xml", sheet))) ==
        "1: A n 1 | hC n 2 | hE n 3\n");
}

TEST_CASE("merged ranges") {
  WorkbookText text;
  text.sheet_data = "<row><c t=\"inlineStr\"><is><t>mergeCell ref=\"A9:B9\"</t></is></c></row>";
  text.after_data =
      "<mergeCells count=\"3\"><mergeCell ref=\"A1:C2\"/><mergeCell\n ref='D1:D4'></mergeCell><mergeCell "
      "ref=\"Z9:A1\"/></mergeCells>";
  const auto grid = open(workbook_parts(text));
  const auto merged = grid->merged(0);
  REQUIRE(merged.size() == 2);
  CHECK(merged[0].last_row == 2);
  CHECK(merged[0].last_column == 3);
  CHECK(merged[1].first_column == 4);
  CHECK(merged[1].last_row == 4);
}

TEST_CASE("merged ranges are found wherever the pieces of the stream end") {
  for (const size_t padding : {65300, 65400, 65440, 65450, 65460, 65470, 65480, 65490, 65500, 65510, 65520, 65530}) {
    WorkbookText text;
    text.sheet_data = "<row><c t=\"inlineStr\"><is><t>" + std::string(padding - 200, 'x') + "</t></is></c></row>";
    for (int i = 1; i <= 20; ++i)
      text.after_data += "<x:mergeCell ref=\"A" + std::to_string(i) + ":B" + std::to_string(i) + "\"/>";
    text.after_data = "<x:mergeCells xmlns:x=\"u\">" + text.after_data + "</x:mergeCells>";
    CHECK(open(workbook_parts(text))->merged(0).size() == 20);
  }
}

TEST_CASE("dates that count from 1904") {
  WorkbookText text;
  text.sheet_data = "<row><c t=\"d\"><v>2026-10-05</v></c></row>";
  CHECK(open(workbook_parts(text))->date_system() == report::DateSystem::from_1900);
  text.workbook_properties = "<workbookPr date1904=\"1\"/>";
  const auto grid = open(workbook_parts(text));
  CHECK(grid->date_system() == report::DateSystem::from_1904);
  CHECK(dump(*grid) == "1: A n 44838 date\n");
}

TEST_CASE("strict OOXML, prefixes, capital letters in names, UTF-16") {
  WorkbookText text;
  text.sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46300</v></c></row>";
  text.shared = "<si><t>Атауы</t></si>";
  text.cell_formats = "<xf/><xf numFmtId=\"14\"/>";
  text.after_data = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
  const Parts parts = workbook_parts(text);
  const std::string expected = "1: A t Атауы | B n 46300 date\n";
  CHECK(read_all(make_zip(parts)) == expected);

  Parts strict;
  for (const auto& [name, part] : parts) {
    strict.emplace_back(name, replace(replace(part, kMainNamespace, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
                                      kOffice, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
  }
  CHECK(read_all(make_zip(strict)) == expected);

  const std::string prefixed = "<x:worksheet xmlns:x=\"" + std::string(kMainNamespace) +
                               "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>"
                               "<x:c r=\"B1\" s=\"1\"><x:v>46300</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  CHECK(read_all(make_zip(with_part(parts, "xl/worksheets/sheet1.xml", prefixed))) == expected);

  Parts capital;
  for (const auto& [name, part] : parts)
    capital.emplace_back(replace(replace(name, "sheet1", "Sheet1"), "sharedS", "SharedS"), part);
  CHECK(read_all(make_zip(capital)) == expected);

  std::u16string wide =
      u"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet "
      u"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      u"<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Атауы</t></is></c></row></sheetData>"
      u"<mergeCells><mergeCell ref=\"A1:B7\"/></mergeCells></worksheet>";
  std::string bytes;
  for (const char16_t c : wide) {
    bytes += static_cast<char>(c & 0xFF);
    bytes += static_cast<char>(c >> 8);
  }
  const auto utf16 = open(with_part(parts, "xl/worksheets/sheet1.xml", bytes));
  CHECK(dump(*utf16) == "1: A t Атауы\n");
  REQUIRE(utf16->merged(0).size() == 1);
  CHECK(utf16->merged(0)[0].last_row == 7);
}

TEST_CASE("foreign elements mean nothing") {
  WorkbookText text;
  text.sheet_data =
      "<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext><v>9</v></ext></extLst></c><extLst><c "
      "r=\"B1\"><v>9</v></c></extLst></row>"
      "<extLst><row r=\"2\"><c><v>9</v></c></row></extLst>";
  text.after_data = "<extLst><sheetData><row r=\"3\"><c><v>9</v></c></row></sheetData></extLst>";
  CHECK(read_all(make_workbook(text)) == "1: A n 1\n");
}

TEST_CASE("sheets can be read several times and side by side") {
  WorkbookText text;
  for (int row = 1; row <= 20000; ++row)
    text.sheet_data += "<row><c><v>" + std::to_string(row) + "</v></c><c><v>x</v></c></row>";
  const auto grid = open(workbook_parts(text));
  const auto one = grid->rows(0);
  const auto two = grid->rows(0);
  report::GridRow a;
  report::GridRow b;
  int count = 0;
  while (one->next(a)) {
    ++count;
    if (count % 2 == 0) REQUIRE(two->next(b));
    REQUIRE(a.cells.at(0).text == std::to_string(count));
  }
  CHECK(count == 20000);
  CHECK(b.row == 10000);
  CHECK(grid->problems().size() == 101);
  while (two->next(b)) ++count;
  CHECK(count == 30000);
  CHECK(grid->problems().size() == 101);  // the same ones
}

TEST_CASE("missing parts") {
  Parts parts = workbook_parts({});
  const auto without = [&parts](const std::string& name) {
    Parts out;
    for (const auto& part : parts) {
      if (part.first != name) out.push_back(part);
    }
    return findings_of(make_zip(out));
  };
  CHECK(without("xl/worksheets/sheet1.xml") == "FILE-PART-MISSING ! 0\n");
  CHECK(without("xl/sharedStrings.xml") == "FILE-PART-MISSING ! 0\n");
  CHECK(without("xl/workbook.xml") == "FILE-PART-MISSING ! 0\n");
  CHECK(without("xl/_rels/workbook.xml.rels") == "FILE-PART-MISSING ! 0\n");
  CHECK(without("_rels/.rels").empty());  // the usual place is tried
}

TEST_CASE("what Excel and openpyxl read: a module without a part, a workbook in any folder, no styles") {
  const auto sample = [](const char* name) {
    return read_all(read_file(std::filesystem::path(source_folder()) / "tests/samples/faults" / name));
  };
  const std::string without_rid = sample("05_sheet_without_rid.xlsx");
  CHECK(without_rid.find("FILE-") == std::string::npos);
  CHECK(without_rid.find("21: A ") != std::string::npos);
  CHECK(sample("10_workbook_at_root.xlsx") == without_rid);
  const std::string dates = sample("12_t_d_offset.xlsx");
  CHECK(dates.find("CELL-") == std::string::npos);
}

TEST_CASE("who looks for the head of a sheet does not read styled blank rows to its end") {
  WorkbookText text;
  text.sheet_data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  for (int row = 2; row <= 60000; ++row) text.sheet_data += "<row r=\"" + std::to_string(row) + "\"><c s=\"0\"/></row>";
  text.sheet_data += "<row r=\"60001\"><c><v>x</v></c></row>";  // damage, a problem for who comes here
  const auto grid = open(workbook_parts(text));
  report::GridRow row;
  const auto head = grid->rows(0);
  CHECK(head->next_to(400, row));
  CHECK_FALSE(head->next_to(400, row));
  CHECK(grid->problems().empty());
  const auto all = grid->rows(0);
  while (all->next(row)) continue;
  CHECK(grid->problems().size() == 1);
}
