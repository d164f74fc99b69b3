// SPDX-License-Identifier: MIT
#include "html/write.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "document/sample_document.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace esep;

namespace {

// The page as parse_page.py reads it; "not well-formed" where it cannot.
std::string parsed(const std::string& page) {
  const Folder folder;
  folder.write("page.html", page);
  const std::string path = (folder / "page.html").string();
  const std::string command = "PYTHONIOENCODING=utf-8 /usr/bin/python3 " + source_folder() +
                              "/tests/unit/html/parse_page.py " + path + " > " + path + ".txt";
  if (std::system(command.c_str()) != 0) return "not well-formed";
  return read_file(path + ".txt");
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a paper is a page of tables with scopes, spans and targets", "[html]") {
  const std::string page = html::write(sample::paper());
  const std::string text = parsed(page);
  CHECK(text.starts_with("lang kk\ntitle Байланысты гранттар туралы есеп\n"));
  CHECK(has_line(text, "1:1,1 th row Донор"));
  CHECK(has_line(text, "1:1,2 td  Әлем қоры"));
  CHECK(has_line(text, "2:1,3 th colgroup Іске асыру"));
  CHECK(has_line(text, "2:3,3 th colgroup Мақсатты индикаторлар"));
  CHECK(has_line(text, "2:4,4 th col Көрсеткіштің атауы 4"));
  CHECK(has_line(text, "2:5,26 th col 26"));
  CHECK(has_line(text, "2:6,1 td  «Өңірлік ауысым» жүйесі"));
  CHECK(has_line(text, "2:6,3 td  1 234 567,50"));
  CHECK(has_line(text, "2:6,4 td  05.10.2026"));
  CHECK(has_line(text, "2:7,3 td  -0,01"));
  CHECK(has_line(text, "2:8,1 td  Екінші"));
  CHECK(has_line(text, "2:8,5 td  көп2"));
  CHECK(text.find("2:7,1 ") == std::string::npos);  // spanned from above
  CHECK_THAT(page, Catch::Contains("<td rowspan=\"2\">«Өңірлік ауысым» жүйесі</td>"));
  CHECK_THAT(page, Catch::Contains("<a href=\"https://example.kz/product\" rel=\"noreferrer\">"));
  CHECK_THAT(page, Catch::Contains("<li id=\"note-1-1\"><a href=\"#ref-1-1\">↑</a> Күн жазылмаған</li>"));
  CHECK_THAT(page, Catch::Contains("@page{size:A4 landscape;"));
  CHECK_THAT(page, Catch::Contains("<footer>2025 жылғы бұйрық &amp; код AB12-CD34</footer>"));
}

TEST_CASE("a row with an anchor leads to the page about what it names", "[html]") {
  document::Table table;
  table.columns.resize(2);
  document::Row row;
  row.anchor = "S-000001";
  row.cells.resize(2);
  row.cells[0].value = "S-000001";
  row.cells[1].value = "S-000001";
  table.rows = document::rows_from({row});
  document::Document paper;
  paper.sections.resize(1);
  paper.sections.front().blocks.emplace_back(table);
  const auto page_of = [](const std::string& number) { return "/kk/report/" + number + "?a&b"; };
  CHECK_THAT(html::body_markup(paper, page_of),
             Catch::Contains("<tr id=\"a-S-000001\"><td><a href=\"/kk/report/S-000001?a&amp;b\">S-000001</a></td>"
                             "<td>S-000001</td></tr>"));
  CHECK_THAT(html::body_markup(paper), Catch::Contains("<tr id=\"a-S-000001\"><td>S-000001</td>"));
}

TEST_CASE("hostile texts stay texts", "[html]") {
  document::Document hostile = sample::hostile();
  hostile.sections.resize(1);  // the same anchors thrice would be the document's own fault
  const std::string page = html::write(hostile);
  CHECK(is_valid_utf8(page));
  CHECK(parsed(page) != "not well-formed");
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("javascript:") == std::string::npos);
  CHECK_THAT(page, Catch::Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
  CHECK_THAT(page, Catch::Contains("{{ &amp;amp; }} {mustache}"));
}

TEST_CASE("hidden sheets and instructions are no part of the page", "[html]") {
  document::Document paper = sample::paper();
  paper.sections.push_back(paper.sections[0]);
  paper.sections.push_back(paper.sections[0]);
  paper.sections[1].hidden = true;
  paper.sections[2].workbook_only = true;
  CHECK(html::write(paper) == html::write(sample::paper()));
}

TEST_CASE("charts of every kind are drawn and written out", "[html]") {
  using Kind = document::Chart::Kind;
  for (const Kind kind : {Kind::bar, Kind::column, Kind::stacked_bar, Kind::line, Kind::tiles}) {
    document::Chart chart;
    chart.kind = kind;
    chart.title = "Көрсеткіш";
    chart.categories = {"Абай", "Ақмола"};
    chart.series = {{"жоспар", {*Decimal::parse("100"), *Decimal::parse("50")}},
                    {"нақты", {*Decimal::parse("922337203685477.5807"), *Decimal::parse("-922337203685477.5807")}}};
    document::Document out;
    document::Section section;
    section.blocks.emplace_back(chart);
    out.sections.push_back(section);
    const std::string page = html::write(out);
    const std::string text = parsed(page);
    CHECK(has_line(text, "1:3,1 th row Ақмола"));
    CHECK(has_line(text, "1:3,3 td  -922 337 203 685 477,5807"));
    CHECK(page.find("=\"-") == std::string::npos);  // no width or place below zero
    CHECK(page.find("<svg") != std::string::npos);
    CHECK(page == html::write(out));
  }
}

TEST_CASE("a chart's drawing says what its table says, and what is not known is not zero", "[html]") {
  document::Chart chart;
  chart.kind = document::Chart::Kind::tiles;
  chart.title = "Игеру & орындалу";
  chart.axis = "Игерілгені";
  chart.unit = "%";
  chart.categories = {"Абай", "Ақмола <1>", "Алматы"};
  chart.series = {{"2026", {*Decimal::parse("12.5"), std::nullopt, *Decimal::parse("100")}}};
  document::Document out;
  document::Section section;
  section.blocks.emplace_back(chart);
  out.sections.push_back(section);
  const std::string page = html::write(out);
  const std::string text = parsed(page);
  CHECK(has_line(text, "1:2,2 td  12,5"));
  CHECK(page.find("<td class=\"n\"></td>") != std::string::npos);
  for (const char* part : {"aria-label=\"Игеру &amp; орындалу\"", ">Игерілгені, %</text>", ">Ақмола &lt;1&gt;</text>",
                           ">–</text>", "font-weight=\"bold\">100,0</text>", "fill=\"#ffffff\"/>"}) {
    CAPTURE(part);
    CHECK(page.find(part) != std::string::npos);
  }
}

TEST_CASE("an office may bring its own page", "[html]") {
  const std::string page = html::write(sample::paper(), "{{lang}} {{title}} {{footer}}{{{body}}}");
  CHECK(page.starts_with("kk Байланысты гранттар туралы есеп 2025 жылғы бұйрық &amp; код AB12-CD34<section>"));
  CHECK_THAT(error_of([] { (void)html::write(sample::paper(), "<html><p>{{title}}</p></html>"); }),
             Catch::Contains("HTML-TEMPLATE-BODY"));
  CHECK_THAT(error_of([] { (void)html::write(sample::paper(), "{{#open}} never closed"); }),
             Catch::Contains("HTML-TEMPLATE"));
  std::string nested;
  for (int n = 0; n < 20000; ++n) nested += "{{#code}}";
  CHECK_THAT(error_of([&] { (void)html::write(sample::paper(), nested); }), Catch::Contains("HTML-TEMPLATE-DEPTH"));
  CHECK_THAT(error_of([] { (void)html::write(sample::paper(), " \n"); }), Catch::Contains("HTML-TEMPLATE-EMPTY"));
}
