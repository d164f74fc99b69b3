// SPDX-License-Identifier: MIT
#include "datafile/csv.h"

#include <catch2/catch.hpp>

#include "datafile/dump.h"

using namespace esep;
using namespace esep::datafile;

namespace {

// line:[field][field] of every record; "unclosed" at the end if a quote was.
std::string records(std::string_view bytes) {
  const std::string text = csv_to_utf8(bytes);
  CsvReader reader(text, csv_separator(text));
  CsvRecord record;
  std::string out;
  while (reader.next(record)) {
    out += std::to_string(record.line) + ":";
    for (const std::string& field : record.fields) out += "[" + field + "]";
    out += " ";
  }
  return out + (reader.unclosed_quote() ? "unclosed" : "");
}

std::string encoding_of(std::string_view bytes) {
  std::string encoding;
  (void)csv_to_utf8(bytes, &encoding);
  return encoding;
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

std::string table_problems(std::string_view bytes) {
  Diagnostics diagnostics;
  (void)read_csv_table("f.csv", bytes, {"date", "kind"}, {"note"}, diagnostics);
  return dump(diagnostics);
}

}  // namespace

TEST_CASE("CSV: separators and quotes of RFC 4180") {
  CHECK(records("a,b\n1,2\n") == "1:[a][b] 2:[1][2] ");
  CHECK(records("a;b\r\n1;2") == "1:[a][b] 2:[1][2] ");
  CHECK(records("a\tb\n1\t2\n") == "1:[a][b] 2:[1][2] ");
  CHECK(records("\"a,b\",\"say \"\"hi\"\"\",\"\"\n") == "1:[a,b][say \"hi\"][] ");
  CHECK(records("\"one\r\ntwo\nthree\",x\ny,z\n") == "1:[one\r\ntwo\nthree][x] 4:[y][z] ");
  CHECK(records("a,b\n\n,\n") == "1:[a][b] 2:[] 3:[][] ");
  CHECK(records("ЖШС \"Нұр\",5\" құбыр\n") == "1:[ЖШС \"Нұр\"][5\" құбыр] ");
  CHECK(records("\"a\"b,c\n") == "1:[ab][c] ");
  CHECK(records("one\ntwo\n") == "1:[one] 2:[two] ");
  CHECK(records("").empty());
  CHECK(records("\n") == "1:[] ");
}

TEST_CASE("CSV: an unclosed quote swallows the rest and is reported") {
  CHECK(records("a,b\n1,\"open\n2,3\n") == "1:[a][b] 2:[1][open\n2,3\n] unclosed");
  CHECK(records("\"") == "1:[] unclosed");
}

TEST_CASE("CSV: the separator is the regular one, not the frequent one") {
  CHECK(csv_separator("сома;үлес;барлығы\n100,50;200,75;300,10\n1,5;2,5;3,5\n") == ';');
  CHECK(csv_separator("100,50;200,75;300,10\n1,5;2,5;3,5\n") == ';');  // no header: both are regular
  CHECK(csv_separator("a,b\n1,x;y\n2,x;y;z\n") == ',');
  CHECK(csv_separator("a;b\n\"1,2,3,4\";\"x\n,,,\"\n") == ';');
  CHECK(csv_separator("a\tb\n1,5\t2;3\n") == '\t');
  CHECK(csv_separator("Есеп;;;\nБасы, соңы, аты;x;;\n1;2;3;4\n") == ';');
  CHECK(csv_separator("a;5\" құбыр, x, y\nb;2, 3, 4\n") == ';');
  CHECK(csv_separator("5\" құбыр;a\n1;2\n") == ';');
  CHECK(csv_separator("one column\n") == ',');
  CHECK(csv_separator("") == ',');
}

TEST_CASE("CSV: Windows-1251 as Russian Excel writes it") {
  // «дата;сумма» and «№ 5;100,50 – “ё”»
  const std::string bytes = "\xE4\xE0\xF2\xE0;\xF1\xF3\xEC\xEC\xE0\r\n\xB9 5;100,50 \x96 \xAB\xB8\xBB\r\n";
  CHECK(encoding_of(bytes) == "windows-1251");
  CHECK(records(bytes) == "1:[дата][сумма] 2:[№ 5][100,50 – «ё»] ");
  // Of the Kazakh letters the code page has only і and І; Excel replaced the others before it wrote the file.
  CHECK(records("\xB3;\xB2;\x98\n") == "1:[і][І][\uFFFD] ");
}

TEST_CASE("CSV: UTF-8 with and without BOM") {
  CHECK(encoding_of("қ;ә\n") == "utf-8");
  CHECK(records("\xEF\xBB\xBFқ;ә\n") == "1:[қ][ә] ");
  CHECK(encoding_of("\xEF\xBB\xBFқ;\xFF\n") == "utf-8");
  CHECK(records("\xEF\xBB\xBFқ;\xFF\n") == "1:[қ][\uFFFD] ");
  CHECK(encoding_of("") == "utf-8");
}

TEST_CASE("CSV: what is plain is read as it stands") {
  CHECK(datafile::is_plain_csv("қ;ә\n"));
  CHECK(datafile::is_plain_csv(""));
  CHECK_FALSE(datafile::is_plain_csv("\xEF\xBB\xBFқ;ә\n"));
  CHECK_FALSE(datafile::is_plain_csv("a;b\n\x1A"));
  CHECK_FALSE(datafile::is_plain_csv("\xE0;\xE1\n"));
  CHECK_FALSE(datafile::is_plain_csv(utf16(u"x", false)));
}

TEST_CASE("CSV: UTF-16 with BOM") {
  for (const bool big_endian : {false, true}) {
    CHECK(encoding_of(utf16(u"x", big_endian)) == "utf-16");
    CHECK(records(utf16(u"қала;сан\r\nАлматы 😀;5\r\n", big_endian)) == "1:[қала][сан] 2:[Алматы 😀][5] ");
    CHECK(records(utf16(u"", big_endian)).empty());
  }
  CHECK(records("\xFF\xFE\x41") == "1:[\uFFFD] ");                                             // half a unit
  CHECK(records(std::string("\xFF\xFE\x3D\xD8\x41\x00\x00\xDE", 8)) == "1:[\uFFFDA\uFFFD] ");  // halves of pairs
}

TEST_CASE("CSV table: columns by name, records with their lines") {
  Diagnostics diagnostics;
  const CsvTable table = read_csv_table("f.csv", "kind; date ;note\n\nholiday;2026-01-01;\"a\nb\"\nother;2026-01-02;\n",
                                        {"date", "kind"}, {"note"}, diagnostics);
  CHECK(dump(diagnostics).empty());
  CHECK(table.file == "f.csv");
  CHECK(table.columns == std::vector<std::string>{"kind", "date", "note"});
  CHECK(table.column("date") == 1);
  CHECK(table.column("none") == -1);
  REQUIRE(table.records.size() == 2);
  CHECK(table.records[0].line == 3);
  CHECK(table.records[0].fields == std::vector<std::string>{"holiday", "2026-01-01", "a\nb"});
  CHECK(table.records[1].line == 5);
}

TEST_CASE("CSV table: everything wrong, with file and line") {
  CHECK(table_problems("data,note,note\n1,2\n1,2,3\n1,2,3,4\n") ==
        "f.csv:1:1: error CSV-MISSING-COLUMN column=date | data,note,note | \n"
        "f.csv:1:1: error CSV-MISSING-COLUMN column=kind | data,note,note | \n"
        "f.csv:1:1: error CSV-UNKNOWN-COLUMN column=data known=date, kind, note | data,note,note | date\n"
        "f.csv:1:1: error CSV-DUPLICATE-COLUMN column=note | data,note,note | \n"
        "f.csv:2:1: error CSV-ROW-LENGTH found=2 wanted=3 | 1,2 | \n"
        "f.csv:4:1: error CSV-ROW-LENGTH found=4 wanted=3 | 1,2,3,4 | \n");
  CHECK(table_problems("date,kind\n1,2\n3,\"open\n4,5\n") == "f.csv:3:1: error CSV-UNCLOSED-QUOTE | 3,\"open | \n");
  CHECK(table_problems("") ==
        "f.csv:1:1: error CSV-MISSING-COLUMN column=date |  | \n"
        "f.csv:1:1: error CSV-MISSING-COLUMN column=kind |  | \n");
  CHECK(table_problems("date,kind\n") == "");
}

TEST_CASE("CSV field: quoted where needed, no formula ever") {
  CHECK(csv_field("", ';') == "");
  CHECK(csv_field("a,b", ';') == "a,b");
  CHECK(csv_field("a;b", ';') == "\"a;b\"");
  CHECK(csv_field("say \"hi\"", ',') == "\"say \"\"hi\"\"\"");
  CHECK(csv_field("one\ntwo", ',') == "\"one\ntwo\"");
  for (const char* number : {"-5", "+5", "-1234.50", "+77011234567", "-1,5", "-", "5"})
    CHECK(csv_field(number, ';') == number);
  CHECK(csv_field("=1+1", ';') == "'=1+1");
  CHECK(csv_field("-1+1", ';') == "'-1+1");
  CHECK(csv_field("+", ';') == "'+");
  CHECK(csv_field("@SUM(A1)", ';') == "'@SUM(A1)");
  CHECK(csv_field("-2+cmd|' /C calc'!A0", ';') == "'-2+cmd|' /C calc'!A0");
  CHECK(csv_field("=HYPERLINK(\"x\")", ';') == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(csv_field("\t=1", ';') == "'\t=1");
  CHECK(csv_field("\r=1", ';') == "\"'\r=1\"");
}

TEST_CASE("CSV field: what is written is read back") {
  for (const std::string text : {"", "a", "a;b,c\td", "\"", "\"\"", "x\r\ny", " spaces ", "қазақша"}) {
    CHECK(records(csv_field(text, ';') + ";end\n") == "1:[" + text + "][end] ");
  }
}

TEST_CASE("CSV: what is written comes back as it was") {
  for (const char* text :
       {"+Қолдау", "-Система", "@Фонд", "=GSCA", "'+x", "''=y", "'quoted'", "'", "+", "-", "-5", "+7 701", "a'b"}) {
    CAPTURE(text);
    const std::string field = csv_field(text, ';');
    CHECK(csv_unguarded(field) == text);
    CHECK(std::string_view("=+@").find(field.empty() ? ' ' : field.front()) == std::string_view::npos);
  }
  Diagnostics diagnostics;
  const auto table = read_csv_table("t.csv", "a;b\n'+x;'y\n", {"a", "b"}, {}, diagnostics);
  REQUIRE(table.records.size() == 1);
  CHECK(table.records[0].fields == std::vector<std::string>{"+x", "'y"});
}

TEST_CASE("CSV: the separator's own line, the ends of old Macs, the end mark of DOS") {
  CHECK(records("sep=;\r\na,b;c\r\n1;2\r\n") == "2:[a,b][c] 3:[1][2] ");
  CHECK(records("\xEF\xBB\xBF\"sep=|\"\na|b\n") == "2:[a][b] ");
  CHECK(records("sep=;") == "");
  CHECK(records("sep=ab;c\n") == "1:[sep=ab][c] ");
  CHECK(records("a;b\r1;\"2\r3\"\r") == "1:[a][b] 2:[1][2\r3] ");
  CHECK(records("a;b\r\n1;2\r\n\x1A") == "1:[a][b] 2:[1][2] ");
  CHECK(records("a;b\x1A\x1A\r\n") == "1:[a][b] ");
}
