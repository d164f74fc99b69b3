// SPDX-License-Identifier: MIT
#include "pdf/write.h"

#include <regex>

#include <catch2/catch.hpp>

#include "document/sample_document.h"
#include "pdf/read_paper.h"
#include "temporary_folder.h"

using namespace esep;
using read_paper::count;
using read_paper::seen_by;

namespace {

document::Document page_of(std::vector<document::Block> blocks) {
  document::Document out;
  out.title = "Есеп";
  out.dated = sample::day(2026, 10, 31);
  document::Section section;
  section.blocks = std::move(blocks);
  out.sections.push_back(section);
  return out;
}

document::Document saying(const std::string& text) {
  return page_of({document::Paragraph{text, document::Emphasis::normal}});
}

// White space folded, no-break spaces too: where lines break is the layout's business.
std::string folded(const std::string& text) {
  return std::regex_replace(std::regex_replace(text, std::regex("\u00A0"), " "), std::regex("[ \n\f]+"), " ");
}

struct Word {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
};

std::vector<Word> words(const std::string& pdf) {
  const std::string page = seen_by("pdftotext -bbox % -", pdf);
  const std::regex word(
      "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)</word>");
  std::vector<Word> out;
  for (std::sregex_iterator at(page.begin(), page.end(), word), end; at != end; ++at) {
    out.push_back({std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]), std::stod((*at)[4]), (*at)[5]});
  }
  return out;
}

}  // namespace

TEST_CASE("the text of a paper comes back letter for letter", "[pdf]") {
  const std::string letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё Щщ «тырнақша» № 5 — 12 345,67 ₸ § ½ ≤ ≥ → ✓";
  const std::string pdf = pdf::write(saying(letters));
  CHECK(folded(read_paper::text(pdf)) == letters + " 1 ");
}

TEST_CASE("every face and size writes Kazakh", "[pdf]") {
  const std::string said = read_paper::text(pdf::write(sample::paper()));
  for (const char* part :
       {"Қағидаларға 1-қосымша", "Байланысты гранттар туралы есеп", "Әлем қоры", "Кестенің жалғасы", "1 234 567,50",
        "05.10.2026", "Бірінші басшы", "А. Үлгі", "2025 жылғы бұйрық & код AB12-CD34"}) {
    CAPTURE(part);
    CHECK(folded(said).find(folded(part)) != std::string::npos);
  }
}

TEST_CASE("fonts are embedded as subsets with their letters named", "[pdf]") {
  const std::string fonts = seen_by("pdffonts %", pdf::write(sample::paper()));
  const std::regex line("^[A-Z]{6}\\+\\S+ .* yes yes yes .*$");
  size_t good = 0;
  size_t all = 0;
  size_t begin = 0;
  for (size_t end = fonts.find('\n'); end != std::string::npos; begin = end + 1, end = fonts.find('\n', begin)) {
    const std::string one = fonts.substr(begin, end - begin);
    if (++all > 2 && std::regex_match(one, line)) ++good;
  }
  CHECK(all - 2 == good);
  CHECK(good >= 2);  // regular and bold
}

TEST_CASE("metadata: title, language, author, subject, code, the document's own date", "[pdf]") {
  const std::string pdf = pdf::write(sample::paper());
  const std::string info = seen_by("TZ=Asia/Almaty pdfinfo %", pdf);
  CHECK(std::regex_search(info, std::regex("Title: +Байланысты гранттар туралы есеп\n")));
  CHECK(std::regex_search(info, std::regex("Author: +Қостанай облысының әкімдігі\n")));
  CHECK(std::regex_search(info, std::regex("Subject: +2026 жылғы қазан\n")));
  CHECK(std::regex_search(info, std::regex("Keywords: +AB12-CD34 [0-9a-f]{64}\n")));
  CHECK(std::regex_search(info, std::regex("Tagged: +yes\n")));
  CHECK(std::regex_search(info, std::regex("PDF version: +1.4\n")));
  CHECK(std::regex_search(info, std::regex("Page size: +841.89 x 595.28 pts")));
  CHECK(info.find("Oct 31 12:00:00 2026") != std::string::npos);
  const std::string objects = read_paper::objects(pdf);
  CHECK(objects.find("/Lang (kk)") != std::string::npos);
  CHECK(objects.find("/DisplayDocTitle true") != std::string::npos);
  CHECK(objects.find("<pdfaid:conformance>B</pdfaid:conformance>") != std::string::npos);
  document::Document russian = sample::paper();
  russian.lang = Lang::ru;
  CHECK(read_paper::objects(pdf::write(russian)).find("/Lang (ru)") != std::string::npos);
}

TEST_CASE("the tag tree: a heading, tables of rows of header and data cells", "[pdf]") {
  const std::string pdf = pdf::write(sample::paper());
  const std::string objects = read_paper::objects(pdf);
  const auto tags = [&](const std::string& kind) { return count(objects, "/S /" + kind + "\n"); };
  CHECK(tags("H1") == 1);
  CHECK(tags("Sect") == 1);
  const size_t tables = tags("Table");
  CHECK(tables > 1);  // one of each column block
  // Four levels of headings and the numbers in each block; of the three rows of data those that say something there.
  const size_t rows = tags("TR") - tables * (4 + 1);
  CHECK((rows >= tables && rows < 3 * tables));
  CHECK((tags("TD") >= 26 + tables - 1 && tags("TD") < 3 * (26 + tables - 1)));
  CHECK(count(objects, "/Scope /Column") == tags("TH"));
  const std::string tree = seen_by("pdfinfo -struct-text %", pdf);
  CHECK(tree.find("H1 (block)") != std::string::npos);
  CHECK(tree.find("\"Байланысты гранттар туралы есеп\"") != std::string::npos);
  const size_t heading = tree.find("\"Жүйе туралы мәлімет\"");
  REQUIRE(heading != std::string::npos);
  CHECK(tree.rfind("TH", heading) > tree.rfind("TR", heading));
}

TEST_CASE("web addresses can be clicked, other links cannot", "[pdf]") {
  document::Document paper = sample::paper();
  const std::string objects = read_paper::objects(pdf::write(paper));
  CHECK(count(objects, "/URI (https://example.kz/product)") == 1);
  CHECK(count(objects, "/Subtype /Link") == 1);  // «#record-1» is none
  auto rows = sample::grouped_rows();
  rows[0].cells[6].link = "https://example.kz/өнім (1)";
  rows[1].cells[6].link = "javascript:alert(1)";
  for (auto& block : paper.sections.front().blocks) {
    if (auto* table = std::get_if<document::Table>(&block)) table->rows = document::rows_from(rows);
  }
  const std::string other = read_paper::objects(pdf::write(paper));
  CHECK(count(other, "%D3%A9%D0%BD%D1%96%D0%BC%20") == 1);
  CHECK(count(other, "/Subtype /Link") == 1);
}

TEST_CASE("hostile texts make a sound file", "[pdf]") {
  const auto sound = [](const document::Document& document) {
    return seen_by("qpdf --check %", pdf::write(document)).find("No syntax or stream encoding errors found") !=
           std::string::npos;
  };
  CHECK(sound(sample::paper()));
  CHECK(sound(page_of({})));
  for (const std::string& text : sample::hostile_texts()) {
    CAPTURE(text.substr(0, 40));
    document::Document document =
        page_of({document::Stamp{{text}}, document::Heading{text, 1}, document::Signatures{{{text, text}}}});
    document.title = document.author = document.subject = document.footer = text;
    CHECK(sound(document));
  }
}

TEST_CASE("the same document twice is the same bytes", "[pdf]") {
  CHECK(pdf::write(sample::paper()) == pdf::write(sample::paper()));
  document::Document other = sample::paper();
  other.footer += ".";
  CHECK(pdf::write(other) != pdf::write(sample::paper()));
}

TEST_CASE("no word leaves its page", "[pdf]") {
  const auto found = words(pdf::write(sample::paper()));
  REQUIRE(found.size() > 100);
  for (const Word& word : found) {
    CAPTURE(word.text);
    CHECK((word.left >= 0 && word.right <= 841.89 && word.top >= 0 && word.bottom <= 595.28));
  }
}

TEST_CASE("a square stands for a character that no font draws, and its name is told", "[pdf]") {
  std::string pdf;
  document::Document document = saying("ғарыш 🚀 \uF0B7 中 سلام");
  document.title = "🚀";
  document.sections[0].blocks.emplace_back(document::Heading{"🚀 ғарыш", 1});
  CHECK(pdf::write(document, [&](std::string_view piece) { pdf += piece; }) == U"🚀\uF0B7中سلام");
  // Who copies the text gets the characters, not the squares.
  CHECK(folded(read_paper::text(pdf)).find("ғарыш 🚀 \uF0B7 中 ") != std::string::npos);
  CHECK(read_paper::text(pdf).find("□") == std::string::npos);
  CHECK(read_paper::objects(pdf).find("/Span <</ActualText <feffd83dde80>>> BDC") != std::string::npos);
  CHECK(seen_by("qpdf --check %", pdf).find("No syntax or stream encoding errors found") != std::string::npos);
  CHECK(pdf::write(saying("₸ № ✔ ғарыш"), [](std::string_view) {}).empty());
}

TEST_CASE("a word that is cut on paper is copied whole", "[pdf]") {
  const std::string word = "өнеркәсіптік-инновациялықжобалардыңқамтылымының";
  const std::string address = "https://www.gov.kz/memleket/entities/mkm/documents.details_page?lang=kk&id=1234567890";
  const std::string hash = "f16f87643deb5e6f83eca8143c8c84c3033dfd0e83fe34dcf048557891a1ef65";
  document::Table table;
  table.columns.resize(8);
  document::Row row;
  row.cells.resize(8);
  for (size_t i = 0; i < 8; ++i) {
    table.columns[i].title = word;
    table.header.push_back({word, {}});
    row.cells[i].value = std::string(i % 3 == 0 ? word : i % 3 == 1 ? address : hash) + " соңы";
  }
  table.rows = document::rows_from({row});
  const std::string pdf = pdf::write(page_of({table}));
  const std::string text = read_paper::text(pdf);
  CHECK(count(text, word) == 8 + 3);
  CHECK(count(text, address) == 3);
  CHECK(count(text, hash) == 2);
  CHECK(count(text, "соңы") == 8);
  CHECK(text.find("\u00AD") == std::string::npos);
  const std::string objects = read_paper::objects(pdf);
  CHECK(count(objects, "/Span <</ActualText <feff04e9043d0435") > 3);
  CHECK(count(objects, "/Span <</ActualText <feff>>> BDC") > 3);  // the lines on which they go on
  CHECK(count(objects, " BDC") + count(objects, "BMC") == count(objects, "EMC"));
  CHECK(seen_by("qpdf --check %", pdf).find("No syntax or stream encoding errors found") != std::string::npos);
}

TEST_CASE("bookmarks lead to the headings", "[pdf]") {
  document::Document document =
      page_of({document::Heading{"Бірінші", 1}, document::PageBreak{}, document::Heading{"Екінші", 2}});
  const std::string pdf = pdf::write(document);
  const std::string objects = read_paper::objects(pdf);
  CHECK(count(objects, "/Dest [") == 2);
  CHECK(std::regex_search(seen_by("pdfinfo %", pdf), std::regex("Pages: +2\n")));
}

TEST_CASE("charts are vectors with their words as text", "[pdf]") {
  using Kind = document::Chart::Kind;
  for (const Kind kind : {Kind::bar, Kind::column, Kind::stacked_bar, Kind::line, Kind::tiles}) {
    document::Chart chart;
    chart.kind = kind;
    chart.title = "Орындалу көрсеткіші";
    chart.categories = {"Абай", "Ақмола", "Шымкент"};
    chart.series = {{"2025", {*Decimal::parse("12.5"), std::nullopt, *Decimal::parse("44")}},
                    {"2026", {*Decimal::parse("20"), *Decimal::parse("31"), *Decimal::parse("70.25")}}};
    const std::string pdf = pdf::write(page_of({chart}));
    CAPTURE(static_cast<int>(kind));
    const std::string said = folded(read_paper::text(pdf));
    for (const char* part : {"Орындалу көрсеткіші", "Абай", "Ақмола", "Шымкент", "12,5", "70,25", "2026"}) {
      CAPTURE(part);
      CHECK(said.find(part) != std::string::npos);
    }
    CHECK(seen_by("pdfimages -list %", pdf).find("image") == std::string::npos);
    CHECK(count(read_paper::objects(pdf), "/S /Figure\n") == 1);
    CHECK(pdf == pdf::write(page_of({chart})));
  }
}
