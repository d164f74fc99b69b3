// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "dump.h"
#include "intake/office_conversion.h"
#include "intake/reader.h"
#include "zip_writer.h"

using namespace esep;
using namespace esep::intake::test;

namespace {

std::string compound_file(std::string_view stream) {
  std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1000, '\0');
  for (const char c : stream) out += std::string{c, '\0'};
  return out + std::string(100, '\0');
}

}  // namespace

TEST_CASE("a file that is no form is named for what it is") {
  CHECK(findings_of("") == "FILE-EMPTY ! 0\n");
  CHECK(findings_of(" \r\n\t") == "FILE-EMPTY ! 0\n");
  CHECK(findings_of("\xEF\xBB\xBF\r\n") == "FILE-EMPTY ! 0\n");
  const bool office = !intake::office_program().empty();  // which then fails to open them
  CHECK(findings_of(compound_file("Workbook")) == (office ? "FILE-XLS(OFFICE-FAILED) ! 0\n" : "FILE-XLS ! 0\n"));
  CHECK(findings_of(compound_file("Book")) == (office ? "FILE-XLS(OFFICE-FAILED) ! 0\n" : "FILE-XLS ! 0\n"));
  CHECK(findings_of(std::string("\x09\x04\x06\x00\x00\x00", 6)) == "FILE-XLS ! 0\n");
  CHECK(findings_of(compound_file("EncryptedPackage")) == "FILE-ENCRYPTED ! 0\n");
  CHECK(findings_of(compound_file("WordDocument")) == "FILE-WORD ! 0\n");
  CHECK(findings_of(compound_file("Other")) == "FILE-UNKNOWN ! 0\n");
  CHECK(findings_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") == "FILE-PDF ! 0\n");
  CHECK(findings_of("<html><table><tr><td>1</td></tr></table></html>") == "FILE-MARKUP ! 0\n");
  CHECK(findings_of("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>") ==
        "FILE-MARKUP ! 0\n");
  CHECK(findings_of("{\\rtf1 x}") == "FILE-UNKNOWN ! 0\n");
  CHECK(findings_of(std::string("GIF89a\x01\x00\x01\x00", 10)) == "FILE-UNKNOWN ! 0\n");
  CHECK(findings_of("\x7F"
                    "ELF" +
                    std::string(64, '\0')) == "FILE-UNKNOWN ! 0\n");
}

TEST_CASE("zips that are no workbooks") {
  CHECK(findings_of(make_zip({{"a.txt", "x"}, {"report.xlsx", "x"}})) == "FILE-ARCHIVE ! 0\n");
  CHECK(findings_of(make_zip({})) == "FILE-ARCHIVE ! 0\n");
  CHECK(findings_of(make_zip({{"[Content_Types].xml", "<x/>"}, {"ppt/presentation.xml", "<x/>"}})) ==
        "FILE-UNKNOWN ! 0\n");
  CHECK(findings_of(make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                              {"content.xml", "<x/>"}})) == "FILE-ODS ! 0\n");
  CHECK(findings_of(make_zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})) == "FILE-WORD ! 0\n");
  CHECK(findings_of(make_zip({{"xl/workbook.bin", "x"}})) == "FILE-XLSB ! 0\n");
  CHECK(findings_of("PK\x03\x04") == "FILE-ZIP-DAMAGED ! 0\n");
}

TEST_CASE("a file that cannot be read is a finding too") {
  report::Findings findings;
  CHECK(intake::open_grid(std::filesystem::path("/nowhere/есеп.xlsx"), findings) == nullptr);
  CHECK(intake::open_grid(std::filesystem::path("/tmp"), findings) == nullptr);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].code == "FILE-MISSING");
  CHECK(findings[0].file == "/nowhere/есеп.xlsx");
  CHECK(findings[1].code == "FILE-UNREADABLE-FOLDER");
}

TEST_CASE("web pages of every kind, archives, mails and lock files are named") {
  for (const char* page : {"<meta charset=\"utf-8\"><table></table>", "<TABLE><tr><td>1</td></tr></TABLE>",
                           "<div>\n</div>", "\xEF\xBB\xBF<!-- x --><Html>", "  <style>td{}</style>", "<p>1</p>",
                           "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; "
                           "boundary=\"x\"\r\n\r\n--x\r\n"}) {
    CAPTURE(page);
    CHECK(findings_of(page) == "FILE-MARKUP ! 0\n");
  }
  CHECK(findings_of(std::string("\xFF\xFE<\0t\0r\0>\0", 10)) == "FILE-MARKUP ! 0\n");
  CHECK(findings_of("<5;x\n1;2\n").empty());  // a cell
  CHECK(findings_of("Rar!\x1A\x07\x01xxx") == "FILE-ARCHIVE ! 0\n");
  CHECK(findings_of("7z\xBC\xAF\x27\x1Cxxx") == "FILE-ARCHIVE ! 0\n");
  CHECK(findings_of("Received: from a\r\nFrom: a@b.kz\r\nSubject: report\r\nMIME-Version: 1.0\r\n\r\nx") ==
        "FILE-MAIL ! 0\n");
  CHECK(findings_of(compound_file("__properties_version1.0")) == "FILE-MAIL ! 0\n");
  CHECK(findings_of("Name: x;Sum: y\n1;2\n").empty());
  const std::string name = "Aida";
  const std::string lock =
      static_cast<char>(name.size()) + name + std::string(54 - name.size(), ' ') + std::string(110, '\0');
  REQUIRE(lock.size() == 165);
  CHECK(findings_of(lock) == "FILE-LOCK ! 0\n");
  CHECK(findings_of(",aida,pc,29.11.2026 12:00,file:///home/aida/.config/libreoffice/4;") == "FILE-LOCK ! 0\n");
}
