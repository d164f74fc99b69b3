// SPDX-License-Identifier: MIT
#include "xlsx/write.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/utf8.h"
#include "document/sample_document.h"
#include "temporary_folder.h"
#include "xlsx/read_back.h"

using namespace esep;

namespace {

std::string written(const document::Document& document, const std::string& what, const std::string& sheet = "") {
  const Folder folder;
  xlsx::write(document, folder / "out.xlsx");
  return read_back(folder / "out.xlsx", what, sheet);
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

document::Document one_table(document::RowSource rows, bool input = false) {
  document::Document out;
  out.title = "Кесте";
  document::Section section;
  section.name = "Парақ";
  section.input = input;
  document::Table table;
  table.id = "t";
  for (const char* id : {"a", "b"}) {
    document::TableColumn column;
    column.id = id;
    column.title = id;
    table.header.push_back({id, {}});
    table.columns.push_back(column);
  }
  table.rows = std::move(rows);
  section.blocks.emplace_back(std::move(table));
  out.sections.push_back(std::move(section));
  return out;
}

document::RowSource many_rows(int count) {
  class Cursor : public document::RowCursor {
   public:
    explicit Cursor(int count) : count_(count) {}
    bool next(document::Row& row) override {
      if (at_ == count_) return false;
      row.cells.resize(2);
      row.cells[0].value = int64_t{at_};
      row.cells[1].continued = at_ % 2 == 1;
      row.cells[1].value = "жол " + std::to_string(at_);
      ++at_;
      return true;
    }

   private:
    int count_;
    int at_ = 0;
  };
  return [count] { return std::make_unique<Cursor>(count); };
}

}  // namespace

TEST_CASE("a paper has its values, types and formats in cells", "[xlsx]") {
  const std::string cells = written(sample::paper(), "cells");
  CHECK(has_line(cells, "K1 'Қағидаларға 1-қосымша' General s"));
  CHECK(has_line(cells, "A4 'Байланысты гранттар туралы есеп' General s"));
  CHECK(has_line(cells, "E6 'Әлем қоры' @ s"));
  CHECK(has_line(cells, "Z12 '26' General s"));
  CHECK(has_line(cells, "A13 '«Өңірлік ауысым» жүйесі' @ s"));
  CHECK(has_line(cells, "B13 '012345678905' @ s"));  // no zero lost
  CHECK(has_line(cells, "C13 1234567.5 #,##0.00 n"));
  CHECK(has_line(cells, "D13 2026-10-05T00:00:00 dd.mm.yyyy d"));
  CHECK(has_line(cells, "E13 42 #,##0 n"));
  CHECK(has_line(cells,
                 "F13 12.5 #,##0.0 n"));  // shown with the decimals it has, though the column expects none
  CHECK(has_line(cells, "Z13 'иә' @ s"));
  CHECK(has_line(cells, "C14 -0.01 #,##0.00 n"));
  CHECK(has_line(cells, "E15 'көп' #,##0 s"));
  CHECK(has_line(cells, "A19 'Бірінші басшы' General s"));
}

TEST_CASE("the header tree is merged, frozen and repeated when printed", "[xlsx]") {
  const document::Document paper = sample::paper();
  const std::string merged = " " + written(paper, "merged");
  for (const char* range :
       {"C8:J8", "C9:E9", "F9:J9", "C10:D10", "A9:A11", "E10:E11", "F10:F11", "K8:K11", "Z8:Z11", "A4:N4"}) {
    CHECK_THAT(merged, Catch::Contains(std::string(" ") + range));
  }
  CHECK(written(paper, "layout") ==
        "state visible\nfreeze B13\nrepeat $8:$12 $A:$A\norientation landscape fit None None breaks 14\npaper 9\n"
        "footer 2025 жылғы бұйрық && код AB12-CD34 | &P / &N\nprotected False\n");
}

TEST_CASE("what has no room at the foot of the pages stands whole below the table", "[xlsx]") {
  document::Document paper = one_table(many_rows(1));
  paper.short_footer = "Код документа: AB12-CD34.";
  for (int day = 1; day < 10; ++day) paper.footer += "Учтены записи по 0" + std::to_string(day) + ".02.2026. ";
  paper.footer += paper.short_footer;
  CHECK_THAT(written(paper, "layout"), Catch::Contains("footer Код документа: AB12-CD34. | &P / &N\n"));
  const std::string size = std::to_string(count_code_points(paper.footer));
  CHECK_THAT(written(paper, "cells"), Catch::Contains("'Учтены записи по 01… " + size + " General s\n"));

  SECTION("a sheet to fill in has whole words") {
    paper = one_table(many_rows(1), true);
    for (int i = 0; i < 60; ++i) paper.footer += "бұйрық ";
    std::string foot = "footer";
    for (int i = 0; i < 32; ++i) foot += " бұйрық";
    CHECK_THAT(written(paper, "layout"), Catch::Contains(foot + " … | &P / &N\n"));
    CHECK(!has_line(written(paper, "cells"), "бұйрық"));
  }
  SECTION("a short footer that is too long keeps its beginning and the code") {
    paper.code = "AB12-CD34";
    paper.short_footer = "ПРЕДВАРИТЕЛЬНО: нет отчётов:";
    for (int i = 0; i < 60; ++i) paper.short_footer += " область";
    paper.short_footer += ". Код документа: AB12-CD34.";
    std::string foot = "footer ПРЕДВАРИТЕЛЬНО: нет отчётов:";
    for (int i = 0; i < 23; ++i) foot += " область";
    CHECK_THAT(written(paper, "layout"), Catch::Contains(foot + " … AB12-CD34 | &P / &N\n"));
  }
  SECTION("a short footer stands there whole") {
    paper = one_table(many_rows(1));
    paper.footer = "Код документа: AB12-CD34. Отозван.";
    CHECK_THAT(written(paper, "layout"), Catch::Contains("footer Код документа: AB12-CD34. Отозван. | &P / &N\n"));
    CHECK_THAT(written(paper, "cells"), !Catch::Contains("Отозван"));
  }
}

TEST_CASE("records of several rows have no line between their rows", "[xlsx]") {
  const std::string borders = written(sample::paper(), "borders");
  CHECK(has_line(borders, "A13 top -"));
  CHECK(has_line(borders, "A14 - bottom"));
  CHECK(has_line(borders, "B14 - bottom"));
  CHECK(borders.find("C13") == std::string::npos);
  CHECK(borders.find("A15") == std::string::npos);
}

TEST_CASE("notes, links and anchors", "[xlsx]") {
  CHECK(written(sample::paper(), "notes") == "D15 Күн жазылмаған FFFFC7CE\nE15 Сан күтілген FFFFEB9C\n");
  CHECK(written(sample::paper(), "links") == "G13 https://example.kz/product\nG14 esep_b7462d6ced2c15ad\n");
}

TEST_CASE("hostile texts neither break the file nor become formulas", "[xlsx]") {
  const Folder folder;
  xlsx::write(sample::hostile(), folder / "out.xlsx");
  CHECK(read_back(folder / "out.xlsx", "parts").find("xl/sharedStrings.xml") != std::string::npos);
  const std::string cells = read_back(folder / "out.xlsx", "cells");
  CHECK(has_line(cells, "A11 '=1+1' @ s"));
  CHECK(has_line(cells, "A14 \"-cmd|' /C calc'!A0\" @ s"));
  CHECK(has_line(cells, "A17 'bad \uFFFD( utf8 \uFFFD' @ s"));
  CHECK(has_line(cells, "A18 'nul in' @ s"));
  CHECK(has_line(cells, "A20 '_x000D_ and _x0041_' @ s"));
  CHECK(has_line(cells, "A21 '\uFFFD non-character' @ s"));
  CHECK(has_line(cells, "A22 'line\\nbreak lone' @ s"));
  CHECK(cells.find(" f\n") == std::string::npos);
  CHECK(read_back(folder / "out.xlsx", "links").empty());  // javascript: is no link
  CHECK(read_back(folder / "out.xlsx", "charts") == "1\n");
}

TEST_CASE("sheet names are such that Excel takes them", "[xlsx]") {
  document::Document book;
  for (const char* name :
       {"Есеп", "ЕСЕП", "", "History", "'қос'", "a/b:c", "_LISTS", "Байланысты гранттардың жұмсалуы туралы есеп",
        "Байланысты гранттардың жұмсалуы туралы ЕСЕП"}) {
    document::Section section;
    section.name = name;
    book.sections.push_back(section);
  }
  book.sections[0].hidden = true;
  CHECK(written(book, "sheets") ==
        "Есеп hidden \nЕСЕП 2 visible active\n1 visible \nHistory 2 visible \nқос visible \na b c visible "
        "\n_LISTS 2 visible \n"
        "Байланысты гранттардың жұмсалуы visible \nБайланысты гранттардың жұмсал 2 visible \n");
}

TEST_CASE("numbers that a double cannot hold stay exact as text", "[xlsx]") {
  document::Row row;
  row.cells = {sample::cell(*Decimal::parse("99999999999.9999")),
               sample::cell(*Decimal::parse("922337203685477.5807"))};
  document::Row other;
  other.cells = {sample::cell(int64_t{INT64_MIN}), sample::cell(*calendar::Date::parse_iso("1899-12-31"))};
  const std::string cells = written(one_table(document::rows_from({row, other})), "cells");
  CHECK_THAT(cells, Catch::Contains("A2 99999999999.9999 "));
  CHECK_THAT(cells, Catch::Contains("B2 '922\\xa0337\\xa0203\\xa0685\\xa0477,5807' @ s"));
  CHECK_THAT(cells, Catch::Contains("A3 '-9\\xa0223\\xa0372\\xa0036\\xa0854\\xa0775\\xa0808' @ s"));
  CHECK_THAT(cells, Catch::Contains("B3 '31.12.1899' @ s"));
}

TEST_CASE("a sheet of more links than Excel takes keeps them all", "[xlsx]") {
  std::vector<document::Row> rows(5'002);
  for (auto& row : rows) {
    row.cells = {sample::text("S-\"1\"")};
    row.cells[0].link = "#there";
  }
  rows[0].anchor = "there";
  const Folder folder;
  xlsx::write(one_table(document::rows_from(std::move(rows))), folder / "links.xlsx");
  const std::string links = read_back(folder / "links.xlsx", "links");
  CHECK(std::count(links.begin(), links.end(), '\n') == 5'000);
  const std::string cells = read_back(folder / "links.xlsx", "cells");
  CHECK_THAT(cells, Catch::Contains("A5001 'S-\"1\"' @ s"));
  const std::string anchor = links.substr(links.find("esep_"), 21);
  CHECK_THAT(cells, Catch::Contains("A5002 '=HYPERLINK(\"#" + anchor + "\",\"S-\"\"1\"\"\")' @ f"));
  CHECK_THAT(cells, Catch::Contains("A5003 '=HYPERLINK("));
}

TEST_CASE("a long table is streamed and looks the same", "[xlsx]") {
  const Folder folder;
  const int count = static_cast<int>(xlsx::kStreamedRows) + 1;
  document::Document paper = sample::paper();
  paper.sections.push_back(one_table(many_rows(count)).sections[0]);
  xlsx::write(paper, folder / "long.xlsx");
  const std::string cells = read_back(folder / "long.xlsx", "cells", "Парақ");
  CHECK(has_line(cells, "A2 0 @ n"));
  CHECK(has_line(cells, "A" + std::to_string(count + 1) + " " + std::to_string(count - 1) + " @ n"));
  CHECK_THAT(read_back(folder / "long.xlsx", "cells"), Catch::Contains("C10 'Мақсатты индикаторлар' General s"));
  const std::string borders = read_back(folder / "long.xlsx", "borders");
  CHECK(has_line(borders, "K8 top -"));
  CHECK(has_line(borders, "K9 - -"));
  CHECK(has_line(borders, "K11 - bottom"));
  const std::string merged = read_back(folder / "long.xlsx", "merged");
  CHECK_THAT(merged, Catch::Contains("C8:J8"));
  CHECK_THAT(merged, !Catch::Contains("K8:K11"));
}

TEST_CASE("more rows than a sheet holds are refused, and nothing is left", "[xlsx]") {
  const Folder folder;
  folder.write("out.xlsx", "earlier");
  CHECK_THAT(error_of([&] { xlsx::write(one_table(many_rows(1048577)), folder / "out.xlsx"); }),
             Catch::Contains("XLSX-TOO-MANY-ROWS"));
  CHECK(folder.names() == std::vector<std::string>{"out.xlsx"});
  CHECK(read_file(folder / "out.xlsx") == "earlier");
}

TEST_CASE("a folder that is not there, a full device", "[xlsx]") {
  const Folder folder;
  CHECK_THAT(error_of([&] { xlsx::write(sample::paper(), folder / "no/out.xlsx"); }),
             Catch::Contains("FILE-UNWRITABLE"));
  CHECK_THAT(error_of([&] { xlsx::write(sample::paper(), "/dev/full"); }), Catch::Contains("FILE-UNWRITABLE"));
  CHECK(folder.names().empty());
}

TEST_CASE("the same document gives the same bytes", "[xlsx]") {
  const Folder folder;
  xlsx::write(sample::paper(), folder / "a.xlsx");
  const std::string bytes = read_file(folder / "a.xlsx");
  CHECK(xlsx::write_bytes(sample::paper()) == bytes);
  setenv("TZ", "Asia/Tokyo", 1);
  CHECK(xlsx::write_bytes(sample::paper()) == bytes);
  unsetenv("TZ");
}

TEST_CASE("LibreOffice opens what we write", "[xlsx]") {
  if (!has_program("command -v soffice")) {
    WARN("LibreOffice is not installed");
    return;
  }
  const Folder folder;
  xlsx::write(sample::paper(), folder / "paper.xlsx");
  const std::string path = folder.path().string();
  const std::string office = "timeout 120 soffice -env:UserInstallation=file://" + path +
                             "/profile --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1' --outdir " +
                             path + " " + path + "/paper.xlsx";
  REQUIRE(has_program(office));
  const std::string text = read_file(folder / "paper.csv");
  CHECK_THAT(text,
             Catch::Contains("\"«Өңірлік ауысым» жүйесі\",\"012345678905\",\"1,234,567.50\",05.10.2026,42,12.5,"));
}
