// SPDX-License-Identifier: MIT
// The values of cells, each from hand-written XML.
#include <catch2/catch.hpp>

#include "dump.h"
#include "zip_writer.h"

using namespace esep::intake::test;

namespace {

std::string values_in_rows(std::string data) {
  WorkbookText text;
  text.sheet_data = std::move(data);
  return read_all(make_workbook(text));
}

std::string cell(const std::string& xml) { return values_in_rows("<row r=\"1\">" + xml + "</row>"); }

std::string shared(std::string strings, const std::string& data) {
  WorkbookText text;
  text.sheet_data = data;
  text.shared = std::move(strings);
  return read_all(make_workbook(text));
}

}  // namespace

TEST_CASE("numbers, booleans, errors") {
  CHECK(cell("<c r=\"A1\"><v>12.5</v></c><c r=\"B1\" t=\"n\"><v> 1234.5600000000001 </v></c>") ==
        "1: A n 12.5 | B n 1234.56\n");
  CHECK(cell("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>") == "1: A b true | B b false\n");
  CHECK(cell("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>") == "1: A e #DIV/0!\n");
  CHECK(cell("<c r=\"C1\" t=\"d\"><v>2026-10-05T00:00:00</v></c><c r=\"D1\" "
             "t=\"d\"><v>2026-10-05T18:00:00</v></c>") == "1: C n 46300 date | D n 46300.75 date_time\n");
}

TEST_CASE("blank cells and rows are left out") {
  CHECK(values_in_rows("<row r=\"1\"><c r=\"A1\"/><c r=\"B1\" s=\"0\"/><c r=\"C1\"><v></v></c><c r=\"D1\" "
                       "t=\"s\"/></row><row r=\"2\"/>"
                       "<row r=\"9\"><c r=\"B9\"><v>1</v></c></row>") == "9: B n 1\n");
  CHECK(cell("<c r=\"A1\" t=\"inlineStr\"><is><t/></is></c>").empty());
}

TEST_CASE("shared strings: runs are joined, phonetics are not read") {
  CHECK(shared("<si><t>Атауы</t></si><si><r><rPr><b/></rPr><t>Ба</t></r><r><t>ған</t></r><rPh sb=\"0\" "
               "eb=\"1\"><t>фон</t></rPh><phoneticPr fontId=\"1\"/></si>",
               "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row>") == "1: A t Баған | B t Атауы\n");
}

TEST_CASE("white space of strings counts where the file preserves it") {
  CHECK(shared("<si><t> a </t></si><si><t xml:space=\"preserve\"> b </t></si><si><r><t>c </t></r><r><t "
               "xml:space=\"preserve\"> d</t></r></si>",
               "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>") ==
        "1: A t a | B t  b  | C t c d\n");
}

TEST_CASE("escapes and entities in strings") {
  CHECK(shared("<si><t>a_x000D_\nb &lt;&#1240;&amp;_x005F_x0041_</t></si>", "<row><c t=\"s\"><v>0</v></c></row>") ==
        "1: A t a\nb <Ә&_x0041_\n");
  CHECK(cell("<c r=\"A1\" t=\"inlineStr\"><is><t>x_x0009_y</t></is></c>") == "1: A t x\ty\n");
  CHECK(cell("<c r=\"A1\"><f>A2</f><v>7</v></c><c r=\"B1\" t=\"str\"><f>A2</f><v>p_x0041_q</v></c>") ==
        "1: A nf 7 | B tf pAq\n");
}

TEST_CASE("inline strings, with markup around and inside") {
  CHECK(cell("<c r=\"A1\" t=\"inlineStr\"><is><r><t>Ав</t></r><r><t>то</t></r></is></c>") == "1: A t Авто\n");
  CHECK(cell("<c r=\"A1\" t=\"inlineStr\"><is><t>x<b>no</b>y</t></is></c><c r=\"B1\"><v>1</v></c>") ==
        "1: A t xy | B n 1\n");
  CHECK(cell("<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[<мәтін>]]></t></is></c>") == "1: A t <мәтін>\n");
}

TEST_CASE("formula cells with and without a cached value") {
  CHECK(cell("<c r=\"A1\"><f>1+2</f><v>3</v></c>") == "1: A nf 3\n");
  CHECK(cell("<c r=\"A1\"><f>SUM(B1:B2)</f></c><c r=\"B1\"><f>A1*2</f><v></v></c><c r=\"C1\"><f t=\"shared\" "
             "si=\"0\"/></c>") == "1: A tf! =SUM(B1:B2) | B tf! =A1*2 | C tf! =\n");
  CHECK(cell("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>").empty());  // its result is the empty text
  CHECK(cell("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>") == "1: A ef #DIV/0!\n");
  CHECK(cell("<c r=\"A1\" t=\"b\"><f>TRUE()</f><v>1</v></c>") == "1: A bf true\n");
}

TEST_CASE("formats: built-in, custom, missing") {
  WorkbookText text;
  text.number_formats =
      "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy&quot; г.&quot;\"/><numFmt numFmtId=\"165\" "
      "formatCode=\"0.0%\"/>";
  text.cell_formats =
      "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "
      "numFmtId=\"22\"/>"
      "<xf numFmtId=\"49\"/><xf numFmtId=\"4\"/><xf/>";
  for (int i = 0; i < 9; ++i) text.sheet_data += "<c s=\"" + std::to_string(i) + "\"><v>46300</v></c>";
  text.sheet_data = "<row>" + text.sheet_data + "<c s=\"-1\"><v>1</v></c></row>";
  CHECK(read_all(make_workbook(text)) ==
        "1: A n 46300 | B n 46300 date | C n 46300 date | D n 46300 percent | E n 46300 date_time | F n "
        "46300 text | "
        "G n 46300 number | H n 46300 | I n 46300 | J n 1\n");
}

TEST_CASE("damaged values are findings at their cells and reading goes on") {
  CHECK(values_in_rows("<row r=\"5\"><c r=\"B5\"><v>12x34</v></c><c r=\"C5\"><v>inf</v></c><c "
                       "r=\"D5\"><v>nan</v></c><c r=\"E5\"><v>1</v></c></row>") ==
        "5: B t 12x34 | C t inf | D t nan | E n 1\nCELL-NUMBER-DAMAGED Есеп!B5 5\nCELL-NUMBER-DAMAGED "
        "Есеп!C5 5\n"
        "CELL-NUMBER-DAMAGED Есеп!D5 5\n");
  CHECK(shared("<si><t>a</t></si>",
               "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>-1</v></c><c t=\"s\"><v>0x0</v></c><c t=\"s\"><v>"
               "99999999999999999999999</v></c><c t=\"s\"><v>0</v></c></row>") ==
        "1: A t 1 | B t -1 | C t 0x0 | D t 99999999999999999999999 | E t a\nCELL-STRING-MISSING Есеп!A1 1\n"
        "CELL-STRING-MISSING Есеп!B1 1\nCELL-STRING-MISSING Есеп!C1 1\nCELL-STRING-MISSING Есеп!D1 1\n");
  CHECK(cell("<c r=\"A1\" t=\"zz\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>2</v></c><c r=\"C1\" t=\"d\"><v>осы "
             "күні</v></c>") ==
        "1: A t zz | B t 2 | C t осы күні\nCELL-TYPE-UNKNOWN Есеп!A1 1\nCELL-TYPE-UNKNOWN Есеп!B1 "
        "1\nCELL-NUMBER-DAMAGED Есеп!C1 1\n");
}

TEST_CASE("too many damaged values are cut") {
  std::string data;
  for (int row = 1; row <= 150; ++row) data += "<row><c><v>x</v></c></row>";
  WorkbookText text;
  text.sheet_data = data;
  const std::string found = findings_of(make_workbook(text));
  CHECK(std::count(found.begin(), found.end(), '\n') == 101);
  CHECK(found.ends_with("CELL-NUMBER-DAMAGED Есеп!A100 100\nFILE-PROBLEMS-CUT ! 0\n"));
}
