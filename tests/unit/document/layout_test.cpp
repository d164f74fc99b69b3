// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "document/laid_out.h"
#include "document/layout/line_wrapper.h"
#include "document/sample_document.h"

using namespace esep;
using namespace laid_out;

namespace {

// `columns` of them, of `width` characters, numbered, the first a key.
Table table_of(int columns, int width, std::vector<Row> rows) {
  Table out;
  out.id = "t";
  out.number_row = true;
  out.continuation = "Кестенің жалғасы";
  for (int i = 1; i <= columns; ++i) {
    TableColumn column;
    column.id = "c" + std::to_string(i);
    column.title = "Баған" + std::to_string(i);
    column.number = std::to_string(i);
    column.width = width;
    column.key = i == 1;
    out.header.push_back({column.title, {}});
    out.columns.push_back(column);
  }
  out.rows = rows_from(std::move(rows));
  return out;
}

Row row(std::vector<std::string> texts) {
  Row out;
  for (auto& text : texts) out.cells.push_back(sample::text(std::move(text)));
  return out;
}

// Rows of `lines` lines each: "7.1", "7.2", …
std::vector<Row> tall_rows(int count, int lines) {
  std::vector<Row> out;
  for (int r = 1; r <= count; ++r) {
    std::string text;
    for (int i = 1; i <= lines; ++i) text += (i > 1 ? "\n" : "") + std::to_string(r) + "." + std::to_string(i);
    out.push_back(row({"R" + std::to_string(r), text}));
  }
  return out;
}

}  // namespace

TEST_CASE("a row that fits a page is never cut", "[layout]") {
  const int lines = GENERATE(1, 2, 7, 25, 40);
  const Pages pages = pages_of(document_of({table_of(2, 20, tall_rows(100, lines))}));
  REQUIRE(pages.pages.size() > 1);
  CHECK(faults(pages) == "");
  std::map<std::string, size_t> page_of;
  size_t found = 0;
  for (size_t p = 0; p < pages.pages.size(); ++p) {
    for (const std::string& text : texts(pages.pages[p])) {
      const size_t dot = text.find('.');
      if (dot == std::string::npos) continue;
      ++found;
      const auto [at, is_new] = page_of.emplace(text.substr(0, dot), p);
      CHECK(at->second == p);
    }
  }
  CHECK(found == 100U * static_cast<size_t>(lines));
}

TEST_CASE("the last row of a table does not stand alone on a page", "[layout]") {
  for (int rows = 2; rows < 70; ++rows) {
    const Pages pages = pages_of(document_of({table_of(2, 20, tall_rows(rows, 2))}));
    size_t on_last = 0;
    for (const std::string& text : texts(pages.pages.back())) on_last += text.starts_with("R") ? 1 : 0;
    INFO(rows);
    CHECK(on_last > 1);
    CHECK(faults(pages) == "");
  }
}

TEST_CASE("a few rows and the code do not take a page that smaller letters save", "[layout]") {
  for (int rows = 14; rows <= 18; ++rows) {
    Document document = document_of({table_of(2, 20, tall_rows(rows, 2))}, true);
    document.code = "1234-5678-9ABC";
    const Pages pages = pages_of(document);
    INFO(rows);
    CHECK(faults(pages) == "");
    CHECK(pages.pages.size() == 1);
  }
}

TEST_CASE("signatures, notes and code stay with the last rows or the last lines", "[layout]") {
  const Signatures signed_by{{{"Бірінші басшы", "А. Үлгі"}, {"Орындаушы", "Б. Үлгі"}}};
  for (int rows = 2; rows < 70; ++rows) {
    Document document =
        document_of({table_of(2, 20, tall_rows(rows, 2)), Paragraph{"ескертпе", Emphasis::normal}, signed_by});
    document.code = "1234-5678-9ABC";
    const Pages pages = pages_of(document);
    INFO(rows);
    CHECK(faults(pages) == "");
    size_t on_last = 0;
    for (const std::string& text : texts(pages.pages.back())) on_last += text.starts_with("R") ? 1 : 0;
    CHECK(on_last > 1);
    CHECK(count(pages.pages.back(), "ескертпе") == 1);
    CHECK(count(pages.pages.back(), document.code) == 1);
  }
  for (int lines = 2; lines < 80; ++lines) {
    std::string text = "жол";
    for (int i = 1; i < lines; ++i) text += "\nжол";
    Document document = document_of({Paragraph{text, Emphasis::normal}, signed_by});
    document.code = "1234-5678-9ABC";
    const Pages pages = pages_of(document);
    INFO(lines);
    for (const Page& page : pages.pages) CHECK(count(page, "жол") > 1);
    CHECK(count(pages.pages.back(), document.code) == 1);
  }
}

TEST_CASE("a heading is not the last of a page", "[layout]") {
  for (int lines = 30; lines < 70; ++lines) {
    std::string text = "жол";
    for (int i = 1; i < lines; ++i) text += "\nжол";
    const Pages pages = pages_of(
        document_of({Paragraph{text, Emphasis::normal}, Heading{"Тақырып", 2}, table_of(2, 20, tall_rows(4, 1))}));
    INFO(lines);
    for (const Page& page : pages.pages) CHECK((count(page, "Тақырып") == 0 || count(page, "R1") == 1));
  }
}

// A record of many lines beside one head, in a table too wide for A4.
Table wide_record(int lines) {
  std::vector<Row> rows;
  for (int r = 0; r < lines; ++r) {
    std::vector<std::string> cells(24);
    for (size_t i = 0; i < 16; ++i) cells[i] = r == 0 ? "head" + std::to_string(i) : "";
    for (size_t i = 16; i < 24; ++i) cells[i] = "item" + std::to_string(r) + " " + std::string(90, 'x');
    rows.push_back(row(cells));
    for (size_t i = 0; i < 16; ++i) rows.back().cells[i].continued = r > 0;
  }
  return table_of(24, 18, rows);
}

TEST_CASE("a block in which a record does not go on has no rows for it", "[layout]") {
  const Pages pages = pages_of(document_of({wide_record(6)}, true));
  CHECK(faults(pages) == "");
  std::map<std::string, size_t> times;
  size_t cells = 0;
  for (const Page& page : pages.pages) {
    for (const std::string& text : texts(page)) ++times[text.substr(0, 5)];
    cells += page.cells.size();
  }
  CHECK(times["item0"] == times["item5"]);
  // Headings and numbers, the heads once, the items in each row: nothing else.
  CHECK(cells < 24 * 2 + 16 + 8 * 6 + 40);
}

// A record with a list of six products in columns 17–21, each with a word of `letters`: its link stands beside every
// third of them only.
Table record_with_links(size_t letters) {
  std::vector<Row> rows;
  for (size_t r = 0; r < 6; ++r) {
    std::vector<std::string> cells(24);
    for (size_t i = 0; i < 16; ++i) cells[i] = r == 0 ? "head" + std::to_string(i) : "";
    cells[16] = "item" + std::to_string(r) + std::string(letters, 'x');
    for (size_t i = 17; i < 20; ++i)
      cells[i] = std::string(letters, 'x') + " in words of few letters, one behind another";
    if (r % 3 == 2) cells[20] = "link" + std::to_string(r) + std::string(letters, 'x');
    rows.push_back(row(cells));
    for (size_t i = 0; i < 16; ++i) rows.back().cells[i].continued = r > 0;
  }
  Table out = table_of(24, 18, rows);
  for (size_t i = 16; i < 21; ++i) out.columns[i].list = 0;
  return out;
}

// The page, and the place on it, where a text begins.
std::pair<size_t, double> place_of(const Pages& pages, const std::string& beginning) {
  for (size_t p = 0; p < pages.pages.size(); ++p) {
    for (const TextRun& run : pages.pages[p].texts) {
      if (run.text.rfind(beginning, 0) == 0) return {p, run.y};
    }
  }
  return {pages.pages.size(), 0};
}

TEST_CASE("the rows of a list line up", "[layout]") {
  for (const size_t letters : {size_t{0}, size_t{10}, size_t{20}}) {
    const Pages pages = pages_of(document_of({record_with_links(letters)}, true));
    INFO(letters);
    CHECK(place_of(pages, "link2") == place_of(pages, "item2"));
    CHECK(place_of(pages, "link5") == place_of(pages, "item5"));
  }
  // A list wider than the page is cut, and its rows are counted in each block.
  const Pages cut = pages_of(document_of({record_with_links(60)}, true));
  const auto second = place_of(cut, "link2");
  const auto fifth = place_of(cut, "link5");
  REQUIRE(second.first == fifth.first);
  REQUIRE(place_of(cut, "item2") != second);
  CHECK(fifth.second - second.second > 3 * 14);
}

TEST_CASE("a wide table stands on A3 where that takes half the sheets", "[layout]") {
  CHECK(pages_of(document_of({wide_record(1)}, true)).pages.front().width == 841.89);
  const Pages large = pages_of(document_of({wide_record(60)}, true));
  CHECK(faults(large) == "");
  CHECK(large.pages.front().width == 1190.55);
  CHECK(pages_of(document_of({table_of(2, 20, tall_rows(300, 1))}, true)).pages.front().width == 841.89);
}

TEST_CASE("a sentence stands in place of a table without rows, if it has one", "[layout]") {
  Table empty = table_of(3, 10, {});
  CHECK(count(pages_of(document_of({empty})).pages.front(), "Баған1") == 1);
  empty.when_empty = "Кесте бос";
  const Pages pages = pages_of(document_of({empty}));
  CHECK(count(pages.pages.front(), "Баған1") == 0);
  CHECK(count(pages.pages.front(), "Кесте бос") == 1);
}

TEST_CASE("a joined section goes on below, unless it is turned or too little is left", "[layout]") {
  Document both = document_of({table_of(2, 20, tall_rows(3, 1))});
  both.sections.push_back(both.sections.front());
  CHECK(pages_of(both).pages.size() == 2);
  both.sections.back().joined = true;
  CHECK(pages_of(both).pages.size() == 1);
  CHECK(faults(pages_of(both)) == "");
  both.sections.back().landscape = !both.sections.front().landscape;
  CHECK(pages_of(both).pages.size() == 2);
  both.sections.front().blocks = {table_of(2, 20, tall_rows(40, 1))};
  both.sections.back().landscape = both.sections.front().landscape;
  const Pages full = pages_of(both);
  CHECK(faults(full) == "");
  CHECK(full.pages.size() == 2);
}

TEST_CASE("the header stands once on every page of its table and is read once", "[layout]") {
  const Pages pages = pages_of(document_of({table_of(2, 20, tall_rows(120, 3))}));
  REQUIRE(pages.pages.size() > 2);
  for (size_t p = 0; p < pages.pages.size(); ++p) {
    CHECK(count(pages.pages[p], "Баған1") == 1);
    CHECK(count(pages.pages[p], "Баған2") == 1);
    for (const TextRun& run : pages.pages[p].texts) {
      if (run.text == "Баған1") CHECK((run.node >= 0) == (p == 0));
    }
  }
}

TEST_CASE("a row taller than a page is cut at its end, and only such a row", "[layout]") {
  auto rows = tall_rows(3, 200);
  rows.insert(rows.begin(), row({"R0", "before"}));
  const Pages pages = pages_of(document_of({table_of(2, 20, rows)}));
  CHECK(faults(pages) == "");
  std::vector<std::string> read;
  for (const Page& page : pages.pages) {
    for (const std::string& text : texts(page)) {
      if (text.find('.') != std::string::npos) read.push_back(text);
    }
    CHECK(count(page, "Баған2") == 1);
  }
  std::vector<std::string> wanted;
  for (int r = 1; r <= 3; ++r) {
    for (int i = 1; i <= 200; ++i) wanted.push_back(std::to_string(r) + "." + std::to_string(i));
  }
  CHECK(read == wanted);
  // 600 lines on pages of about 65: none stands nearly empty.
  CHECK(pages.pages.size() <= 11);
}

TEST_CASE("a table too wide for the page goes on in blocks, each column in one, the key in all", "[layout]") {
  std::vector<std::string> texts_of_row;
  for (int i = 1; i <= 24; ++i) texts_of_row.push_back("value" + std::to_string(i));
  const Pages pages = pages_of(document_of({table_of(24, 18, {row(texts_of_row)})}));
  CHECK(faults(pages) == "");
  std::map<std::string, size_t> times;
  for (const Page& page : pages.pages) {
    for (const std::string& text : texts(page)) ++times[text];
  }
  const size_t blocks = times["value1"];
  REQUIRE(blocks > 1);
  CHECK(times["Баған1"] == blocks);
  CHECK(times["Кестенің жалғасы"] == blocks - 1);
  for (int i = 2; i <= 24; ++i) {
    CAPTURE(i);
    CHECK(times["value" + std::to_string(i)] == 1);
    CHECK(times["Баған" + std::to_string(i)] == 1);
  }
  size_t tables = 0;
  for (const auto& node : pages.result.structure) tables += node.kind == StructNode::Kind::table ? 1 : 0;
  CHECK(tables == blocks);
}

TEST_CASE("the continuation stands above its block, on the same page", "[layout]") {
  std::vector<Row> rows;
  for (int r = 0; r < 30; ++r) rows.push_back(row({"key" + std::to_string(r), "b", "c"}));
  auto wide = table_of(20, 30, rows);
  const Pages pages = pages_of(document_of({wide}));
  CHECK(faults(pages) == "");
  size_t seen = 0;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.texts) {
      if (run.text != "Кестенің жалғасы") continue;
      ++seen;
      const bool header_below = std::any_of(page.texts.begin(), page.texts.end(), [&](const TextRun& other) {
        return other.text == "Баған1" && other.y > run.y && other.y < run.y + 40;
      });
      CHECK(header_below);
    }
  }
  CHECK(seen > 0);
}

TEST_CASE("the wide form of the samples: groups over their columns, no fault on any paper", "[layout]") {
  for (const Paper paper : {Paper::a4, Paper::a3}) {
    for (const bool landscape : {false, true}) {
      Document document = sample::paper();
      document.sections[0].paper = paper;
      document.sections[0].landscape = landscape;
      const Pages pages = pages_of(document);
      CAPTURE(landscape);
      CHECK(faults(pages) == "");
      std::set<std::string> numbers;
      for (const Page& page : pages.pages) {
        for (const std::string& text : texts(page)) numbers.insert(text);
      }
      for (int i = 1; i <= 26; ++i) CHECK(numbers.count(std::to_string(i)) == 1);
      const double longer = paper == Paper::a3 ? 1190.55 : 841.89;
      CHECK((landscape ? pages.pages[0].width : pages.pages[0].height) == longer);
    }
  }
}

TEST_CASE("words longer than their cell are broken, and nothing of them is lost", "[layout]") {
  const std::string word(300, 'w');
  const Pages pages = pages_of(document_of({table_of(3, 10, {row({"key", word, "x"})})}));
  CHECK(faults(pages) == "");
  size_t letters = 0;
  size_t hyphens = 0;
  for (const Page& page : pages.pages) {
    for (const std::string& text : texts(page)) {
      letters += static_cast<size_t>(std::count(text.begin(), text.end(), 'w'));
      hyphens += text.find('w') != std::string::npos && text.ends_with(kCutHyphen) ? 1 : 0;
    }
  }
  CHECK(letters == 300);
  CHECK(hyphens > 0);
}

TEST_CASE("a record that goes on overleaf says again whose rows these are", "[layout]") {
  std::vector<Row> rows;
  for (int r = 0; r < 100; ++r) {
    rows.push_back(row({r == 0 ? "Жүйе" : "", "line" + std::to_string(r)}));
    rows.back().cells[0].continued = r > 0;
  }
  const Pages pages = pages_of(document_of({table_of(2, 20, rows)}));
  REQUIRE(pages.pages.size() > 1);
  CHECK(faults(pages) == "");
  for (const Page& page : pages.pages) CHECK(count(page, "Жүйе") == 1);
}

TEST_CASE("hostile documents stay on their pages", "[layout]") {
  const Pages pages = pages_of(sample::hostile());
  CHECK(faults(pages) == "");
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.texts) CHECK(is_valid_utf8(run.text));
  }
}

TEST_CASE("a signature's long name is wrapped beside its line", "[layout]") {
  std::string name;
  for (int i = 0; i < 30; ++i) name += "Аты-жөні" + std::to_string(i) + " ";
  const Pages pages = pages_of(document_of({Signatures{{{"Бірінші басшы", name}, {"Орындаушы", "А. Үлгі"}}}}));
  CHECK(faults(pages) == "");
  REQUIRE(pages.pages.size() == 1);
  const Page& page = pages.pages[0];
  CHECK(page.strokes.size() == 2);
  std::string read;
  for (const std::string& text : texts(page)) {
    if (text.find("Аты") == 0) read += text + " ";
  }
  CHECK(read == name);
  CHECK(count(page, "А. Үлгі") == 1);
}

TEST_CASE("a footer that has no room at the foot stands whole below the rest", "[layout]") {
  Document document = document_of({Paragraph{"жол", Emphasis::normal}});
  document.footer = std::string(4000, 'f');
  document.short_footer = "қысқа";
  document.code = "AB12-CD34-EF56";
  const Pages pages = pages_of(document);
  CHECK(faults(pages) == "");
  size_t letters = 0;
  for (const Page& page : pages.pages) {
    CHECK(count(page, "қысқа") == 1);
    CHECK(count(page, "…") == 0);
    for (const TextRun& run : page.texts) {
      if (run.text[0] != 'f') continue;
      letters += static_cast<size_t>(std::count(run.text.begin(), run.text.end(), 'f'));
      CHECK(run.y < page.height - 48);
    }
  }
  CHECK(letters == 4000);
  document.short_footer.clear();
  CHECK(count(pages_of(document).pages[0], "AB12-CD34-EF56") == 2);
  document.footer = "қысқа";
  CHECK(count(pages_of(document).pages[0], "қысқа") == 1);
}

TEST_CASE("a footer of some lines takes its room from the text of each page", "[layout]") {
  Document document = document_of({table_of(2, 60, tall_rows(60, 4))});
  for (int i = 0; i < 90; ++i) document.footer += "жолақ" + std::to_string(i) + " ";
  const Pages pages = pages_of(document);
  CHECK(faults(pages) == "");
  REQUIRE(pages.pages.size() > 1);
  for (const Page& page : pages.pages) {
    std::string foot;
    double top = page.height;
    for (const TextRun& run : page.texts) {
      if (run.size != 7) continue;
      foot += run.text + " ";
      top = std::min(top, run.y - run.size);
    }
    CHECK(foot.find("жолақ0 ") != std::string::npos);
    CHECK(foot.find("жолақ89") != std::string::npos);
    CHECK(top < page.height - 48);
    for (const CellBox& cell : page.cells) CHECK(cell.y + cell.height <= top);
  }
}

TEST_CASE("sheets for machines and for filling in are not on paper", "[layout]") {
  Document document = document_of({Paragraph{"shown", Emphasis::normal}});
  Section hidden;
  hidden.hidden = true;
  hidden.blocks.emplace_back(Paragraph{"hidden", Emphasis::normal});
  Section instructions;
  instructions.workbook_only = true;
  instructions.blocks.emplace_back(Paragraph{"instructions", Emphasis::normal});
  document.sections.push_back(hidden);
  document.sections.push_back(instructions);
  const Pages pages = pages_of(document);
  REQUIRE(pages.pages.size() == 1);
  CHECK(texts(pages.pages[0]) == std::vector<std::string>{"shown", "1"});
  CHECK(pages.result.pages == 1);
}

TEST_CASE("every text belongs to a node that stands after its parent, or is an artifact", "[layout]") {
  const Pages pages = pages_of(sample::paper());
  const auto& nodes = pages.result.structure;
  REQUIRE(!nodes.empty());
  CHECK(nodes[0].kind == StructNode::Kind::document);
  for (size_t i = 1; i < nodes.size(); ++i) {
    REQUIRE(nodes[i].parent >= 0);
    CHECK(nodes[i].parent < static_cast<int>(i));
    const auto parent = nodes[static_cast<size_t>(nodes[i].parent)].kind;
    const bool cell = nodes[i].kind == StructNode::Kind::header_cell || nodes[i].kind == StructNode::Kind::data_cell;
    if (cell) CHECK(parent == StructNode::Kind::row);
    if (nodes[i].kind == StructNode::Kind::row) CHECK(parent == StructNode::Kind::table);
  }
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.texts) CHECK(run.node < static_cast<int>(nodes.size()));
  }
  REQUIRE(pages.result.bookmarks.size() == 1);
  CHECK(pages.result.bookmarks[0].title == "Байланысты гранттар туралы есеп");
  CHECK(pages.result.bookmarks[0].page == 0);
}
