// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "document/sample_document.h"
#include "temporary_folder.h"
#include "xlsx/read_back.h"
#include "xlsx/write.h"

using namespace esep;
using Kind = document::Chart::Kind;

namespace {

document::Chart chart(Kind kind) {
  document::Chart out;
  out.kind = kind;
  out.title = "Орындалу";
  out.axis = "Игерілгені";
  out.unit = "млн теңге";
  out.categories = {"Абай", "Ақмола", "Шымкент"};
  out.series = {{"2025", {*Decimal::parse("12.5"), std::nullopt, *Decimal::parse("44")}},
                {"2026", {*Decimal::parse("20"), *Decimal::parse("31.25"), *Decimal::parse("-7")}}};
  return out;
}

std::string written(const document::Chart& chart, const std::string& what, const std::string& sheet = "") {
  document::Document book;
  document::Section section;
  section.name = "Парақ";
  section.blocks.emplace_back(chart);
  section.blocks.emplace_back(document::Paragraph{"төменде", document::Emphasis::normal});
  book.sections.push_back(section);
  const Folder folder;
  xlsx::write(book, folder / "out.xlsx");
  return read_back(folder / "out.xlsx", what, sheet);
}

const std::string kRanges =
    "  _charts!$B$1 _charts!$A$2:$A$4 _charts!$B$2:$B$4 labels\n"
    "  _charts!$C$1 _charts!$A$2:$A$4 _charts!$C$2:$C$4 labels\n";

}  // namespace

TEST_CASE("each kind of chart is a live chart over its figures", "[xlsx]") {
  CHECK(written(chart(Kind::bar), "drawn") == "BarChart bar clustered at A1\n" + kRanges);
  CHECK(written(chart(Kind::column), "drawn") == "BarChart col clustered at A1\n" + kRanges);
  CHECK(written(chart(Kind::stacked_bar), "drawn") == "BarChart bar stacked at A1\n" + kRanges);
  CHECK(written(chart(Kind::line), "drawn") == "LineChart - standard at A1\n" + kRanges);
}

TEST_CASE("tiles are figures shaded by the sheet itself", "[xlsx]") {
  CHECK(written(chart(Kind::tiles), "drawn") == "shaded B4:B6 colorScale FFF7FAFF FF6B99D4\n");
}

TEST_CASE("the figures of a chart are numbers with as many places as they need, unknown ones blank", "[xlsx]") {
  const std::string cells = written(chart(Kind::bar), "cells", "_charts");
  CHECK_THAT(cells, Catch::Contains("A1 'Игерілгені, млн теңге' General s\n"));
  CHECK_THAT(cells, Catch::Contains("B2 12.5 #,##0.00 n\n"));
  CHECK_THAT(cells, Catch::Contains("C3 31.25 #,##0.00 n\n"));
  CHECK_THAT(cells, Catch::Contains("C4 -7 #,##0.00 n\n"));
  CHECK(cells.find("B3 ") == std::string::npos);
  // The sheet that is read shows the chart alone.
  CHECK_THAT(written(chart(Kind::bar), "cells"), !Catch::Contains("12.5"));
}

TEST_CASE("a bar has room for each line of its name", "[xlsx]") {
  const auto row_below = [](const std::string& name) {
    document::Chart one = chart(Kind::bar);
    one.categories.assign(8, name);
    one.series.resize(1);
    const std::string cells = written(one, "cells");
    const size_t at = cells.find(" 'төменде'");
    REQUIRE(at != std::string::npos);
    return std::stoi(cells.substr(cells.rfind('A', at) + 1));
  };
  const std::string long_name = "қосымша қаржыландыру бекітілгеннен кейінгі жоспар (мәлімет жоқ)";
  CHECK(row_below("жоба") == 14);
  CHECK(row_below(long_name) > 14 + 6);
}

TEST_CASE("what follows a chart stands below it", "[xlsx]") {
  for (const Kind kind : {Kind::bar, Kind::line}) {
    document::Chart tall = chart(kind);
    tall.categories.assign(40, "Санат");
    const std::string cells = written(tall, "cells");
    const size_t at = cells.find(" 'төменде'");
    REQUIRE(at != std::string::npos);
    const int row = std::stoi(cells.substr(cells.rfind('A', at) + 1));
    // 20 pixels a row; 80 bars of 18 pixels or a chart of the ordinary height.
    CHECK(row > (kind == Kind::bar ? 80 * 18 : 288) / 20);
  }
}

TEST_CASE("a chart without figures is its title", "[xlsx]") {
  document::Chart empty = chart(Kind::column);
  empty.series.clear();
  CHECK(written(empty, "drawn").empty());
  empty = chart(Kind::tiles);
  empty.categories.clear();
  CHECK(written(empty, "drawn").empty());
}
