// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "document/chart/drawing.h"
#include "document/laid_out.h"

using namespace esep;
using namespace laid_out;
using Kind = Chart::Kind;

namespace {

constexpr double kWidth = 500;

Decimal decimal(const char* text) { return *Decimal::parse(text); }

Chart chart(Kind kind, std::vector<std::vector<const char*>> series) {
  Chart out;
  out.kind = kind;
  out.title = "Орындалу";
  for (size_t s = 0; s < series.size(); ++s) {
    out.series.push_back({"Қатар " + std::to_string(s + 1), {}});
    for (const char* one : series[s]) {
      out.series.back().values.push_back(one[0] == '\0' ? std::nullopt : std::optional(decimal(one)));
    }
  }
  for (size_t c = 0; c < series[0].size(); ++c) out.categories.push_back("Санат" + std::to_string(c + 1));
  return out;
}

std::vector<std::string> ticks(const Chart& chart) {
  std::vector<std::string> out;
  const ChartScale scale(chart);
  for (const Decimal& tick : scale.ticks()) out.push_back(tick.to_string());
  return out;
}

ChartDrawing drawn(const Chart& chart) { return draw_chart(chart, Lang::kk, kWidth, FixedMeasure()); }

std::vector<TextRun> texts_of(const ChartDrawing& drawing) {
  std::vector<TextRun> out;
  double top = 0;
  for (const ChartBand& band : drawing.bands) {
    for (TextRun run : band.texts) {
      run.y += top;
      out.push_back(run);
    }
    top += band.height;
  }
  return out;
}

size_t times(const ChartDrawing& drawing, const std::string& text) {
  size_t out = 0;
  for (const auto& run : texts_of(drawing)) out += run.text == text ? 1 : 0;
  return out;
}

// Texts over one another or beyond the drawing; empty: none.
std::string faults(const ChartDrawing& drawing) {
  std::string out;
  const auto runs = texts_of(drawing);
  const auto width = [](const TextRun& run) { return FixedMeasure().width(run.text, run.face, run.size); };
  for (size_t i = 0; i < runs.size(); ++i) {
    const TextRun& a = runs[i];
    if (a.x < -0.01 || a.x + width(a) > kWidth + 0.01) out += "«" + a.text + "» leaves the drawing\n";
    if (a.size < 7) out += "«" + a.text + "» is too small\n";
    for (size_t k = i + 1; k < runs.size(); ++k) {
      const TextRun& b = runs[k];
      const bool beside = a.x + width(a) <= b.x + 0.01 || b.x + width(b) <= a.x + 0.01;
      const bool apart = a.y <= b.y - 0.8 * b.size || b.y <= a.y - 0.8 * a.size;
      if (!beside && !apart) out += "«" + a.text + "» stands on «" + b.text + "»\n";
    }
  }
  for (const ChartBand& band : drawing.bands) {
    if (band.height <= 0 || band.height > kTallestBand + 20) out += "a band of " + std::to_string(band.height) + "\n";
    for (const TextRun& run : band.texts) {
      if (run.y > band.height + 0.01) out += "«" + run.text + "» hangs out of its band\n";
    }
    for (const Fill& fill : band.fills) {
      if (fill.width < 0 || fill.height < 0 || fill.x < -0.01 || fill.x + fill.width > kWidth + 0.01)
        out += "a fill leaves the drawing\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("an axis has at most five intervals of round figures", "[chart]") {
  CHECK(ticks(chart(Kind::bar, {{"0", "87"}})) == std::vector<std::string>{"0", "20", "40", "60", "80", "100"});
  CHECK(ticks(chart(Kind::bar, {{"3", "2"}})) == std::vector<std::string>{"0", "1", "2", "3"});
  CHECK(ticks(chart(Kind::bar, {{"-7", "12"}})) == std::vector<std::string>{"-10", "-5", "0", "5", "10", "15"});
  CHECK(ticks(chart(Kind::line, {{"0.3", "0.05"}})) == std::vector<std::string>{"0", "0.1", "0.2", "0.3"});
  CHECK(ticks(chart(Kind::bar, {{"0", "0"}})) == std::vector<std::string>{"0", "1"});
  CHECK(ticks(chart(Kind::bar, {{"", ""}})) == std::vector<std::string>{"0", "1"});
  // Stacks end to end; what is below zero is a stack of its own.
  CHECK(ticks(chart(Kind::stacked_bar, {{"60", "-5"}, {"60", "8"}})) ==
        std::vector<std::string>{"-50", "0", "50", "100", "150"});
  // Tiles compare: their shades begin where the values do.
  CHECK(ticks(chart(Kind::tiles, {{"91", "98", "95"}, {"0", "0", "0"}})) ==
        std::vector<std::string>{"90", "92", "94", "96", "98"});
  CHECK(ticks(chart(Kind::tiles, {{"5", "5"}})) == std::vector<std::string>{"5", "6"});
}

TEST_CASE("places on an axis are whole numbers and exact at both ends of the decimals", "[chart]") {
  const Chart extremes = chart(Kind::stacked_bar, {{"922337203685477.5807", "-922337203685477.5808"},
                                                   {"922337203685477.5807", "-922337203685477.5808"}});
  const ChartScale scale(extremes);
  const auto above = scale.bar(1, 0, 100000);
  const auto below = scale.bar(1, 1, 100000);
  const int64_t zero = scale.at(Decimal(), 100000);
  CHECK(scale.bar(0, 0, 100000).from == zero);
  CHECK(scale.bar(0, 0, 100000).to == above.from);
  CHECK(above.to <= 100000);
  CHECK(above.from < above.to);
  CHECK(below.to == scale.bar(0, 1, 100000).from);
  CHECK(below.from >= 0);

  const Chart plain = chart(Kind::bar, {{"25", "100", "-0.0001"}});
  const ChartScale axis(plain);
  CHECK(axis.at(decimal("25"), 1000) == axis.bar(0, 0, 1000).to);
  CHECK(axis.bar(0, 1, 1000).to == 1000);
}

TEST_CASE("every kind shows every category and figure, nothing over anything else", "[chart]") {
  for (const Kind kind : {Kind::bar, Kind::column, Kind::stacked_bar, Kind::line, Kind::tiles}) {
    CAPTURE(static_cast<int>(kind));
    Chart one = chart(kind, {{"12.5", "40", "0"}, {"31", "7", "222"}});
    one.axis = "Игерілгені";
    one.unit = "млн теңге";
    const ChartDrawing drawing = drawn(one);
    CHECK(faults(drawing) == "");
    CHECK(times(drawing, "Орындалу") == 1);
    CHECK(times(drawing, "Игерілгені, млн теңге") == 1);
    for (const char* name : {"Санат1", "Санат2", "Санат3"}) CHECK(times(drawing, name) == 1);
    if (kind == Kind::stacked_bar) {
      CHECK(times(drawing, "43,5 (12,5; 31,0)") == 1);
      CHECK(times(drawing, "222,0 (0,0; 222,0)") == 1);
    } else if (kind == Kind::tiles) {
      CHECK(times(drawing, "12,5") == 1);
      CHECK(times(drawing, "Қатар 2: 222,0") == 1);
    } else {
      for (const char* figure : {"12,5", "40,0", "31,0", "7,0", "222,0"}) CHECK(times(drawing, figure) >= 1);
    }
    if (kind != Kind::tiles) CHECK(times(drawing, "Қатар 2") == 1);
  }
}

TEST_CASE("the total of a stack is rounded once, not its parts' sum", "[chart]") {
  Chart one = chart(Kind::stacked_bar, {{"0.4", "1"}, {"0.4", "2"}});
  one.totals = {decimal("0.9"), std::nullopt};
  const ChartDrawing drawing = drawn(one);
  CHECK(times(drawing, "0,9 (0,4; 0,4)") == 1);
  CHECK(times(drawing, "(1,0; 2,0)") == 1);
}

TEST_CASE("bars are as long as their values", "[chart]") {
  const ChartDrawing drawing = drawn(chart(Kind::bar, {{"50", "100", "0"}}));
  std::vector<double> widths;
  for (const ChartBand& band : drawing.bands) {
    for (const Fill& fill : band.fills) {
      if (fill.height > 9) widths.push_back(fill.width);
    }
  }
  REQUIRE(widths.size() == 2);
  CHECK(widths[1] == Approx(2 * widths[0]).margin(0.02));
}

TEST_CASE("columns stand on zero, those below it hang", "[chart]") {
  const ChartDrawing drawing = drawn(chart(Kind::column, {{"50", "-25", "100"}}));
  REQUIRE(drawing.bands.size() == drawing.head + 1);
  std::vector<Fill> fills = drawing.bands.back().fills;
  std::erase_if(fills, [](const Fill& fill) { return fill.height < 1; });  // the lines behind
  REQUIRE(fills.size() == 3);
  const double zero = fills[0].y + fills[0].height;
  CHECK(fills[1].y == Approx(zero));
  CHECK(fills[2].y + fills[2].height == Approx(zero));
  CHECK(fills[2].height == Approx(2 * fills[0].height).margin(0.02));
  CHECK(fills[1].height == Approx(fills[0].height / 2).margin(0.02));
  CHECK(times(drawing, "-25") == 1);
}

TEST_CASE("columns whose names or figures do not fit become bars", "[chart]") {
  std::vector<const char*> values(20, "1234567.89");
  const Chart many = chart(Kind::column, {values});
  Chart bars = many;
  bars.kind = Kind::bar;
  const ChartDrawing drawing = drawn(many);
  CHECK(faults(drawing) == "");
  CHECK(drawing.bands.size() == drawn(bars).bands.size());
  CHECK(times(drawing, "1\u00A0234\u00A0567,89") == 20);
}

TEST_CASE("a line has a gap where nothing is known", "[chart]") {
  const auto thick = [](const ChartDrawing& drawing) {
    size_t out = 0;
    for (const Stroke& stroke : drawing.bands.back().strokes) out += stroke.weight == 1.4 ? 1 : 0;
    return out;
  };
  CHECK(thick(drawn(chart(Kind::line, {{"1", "2", "3", "4", "5"}}))) == 4);
  CHECK(thick(drawn(chart(Kind::line, {{"1", "2", "", "4", "5"}}))) == 2);
}

TEST_CASE("a line of many points names some of them", "[chart]") {
  Chart months = chart(Kind::line, {std::vector<const char*>(60, "7")});
  for (size_t c = 0; c < months.categories.size(); ++c) months.categories[c] = "2026 жылғы қыркүйек";
  const ChartDrawing drawing = drawn(months);
  CHECK(faults(drawing) == "");
  CHECK(times(drawing, "қыркүйек") > 4);
}

TEST_CASE("tiles: a square for each, darker where there is more, white where nothing is known", "[chart]") {
  std::vector<const char*> values(20, "50");
  values[0] = "0";
  values[7] = "100";
  values[13] = "";
  const Chart regions = chart(Kind::tiles, {values});
  const ChartDrawing drawing = drawn(regions);
  CHECK(faults(drawing) == "");
  std::vector<std::array<double, 3>> shades;
  size_t cells = 0;
  for (size_t b = drawing.head; b < drawing.bands.size(); ++b) {
    for (const Fill& fill : drawing.bands[b].fills) shades.push_back(fill.rgb);
    cells += drawing.bands[b].cells.size();
  }
  REQUIRE(shades.size() == 20);
  CHECK(cells == 20);
  const auto lightness = [&](size_t i) {
    return 0.2126 * shades[i][0] + 0.7152 * shades[i][1] + 0.0722 * shades[i][2];
  };
  CHECK(lightness(7) < lightness(1));
  CHECK(lightness(1) < lightness(0));
  CHECK(lightness(0) < lightness(13));
  CHECK(lightness(7) > 0.5);  // black letters are read on it
  CHECK(times(drawing, "–") == 1);
  CHECK(times(drawing, "0 – 20") == 1);
}

TEST_CASE("what is not known is hatched and says so, and is not nought", "[chart]") {
  for (const Kind kind : {Kind::tiles, Kind::bar}) {
    Chart regions = chart(kind, {{"50", "0", "", "100"}});
    const size_t plain = drawn(regions).bands.size();
    CHECK(times(drawn(regions), "–") == 1);
    regions.absent = "есеп жоқ";
    const ChartDrawing drawing = drawn(regions);
    CHECK(faults(drawing) == "");
    CHECK(drawing.bands.size() == plain);
    CHECK(times(drawing, "есеп жоқ") == 1);
    size_t slanting = 0;
    for (const ChartBand& band : drawing.bands) {
      for (const Stroke& line : band.strokes) slanting += line.x1 != line.x2 && line.y1 != line.y2 ? 1 : 0;
    }
    CHECK(slanting > 3);
  }
}

TEST_CASE("a tone is the same colour at any place", "[chart]") {
  using Tone = Chart::Tone;
  Chart states = chart(Kind::stacked_bar, {{"1"}, {"2"}, {"3"}, {"4"}});
  const std::vector<Tone> tones{Tone::hatched, Tone::bad, Tone::good, Tone::active};
  for (size_t s = 0; s < tones.size(); ++s) states.series[s].tone = tones[s];
  CHECK(area_colour(states, 0) == Colour{1, 1, 1});
  const Colour red = area_colour(states, 1);
  CHECK(red[0] > red[1] + 0.3);
  const Colour green = area_colour(states, 2);
  CHECK(green[1] > green[0] + 0.1);
  const Colour blue = area_colour(states, 3);
  CHECK(blue[2] > blue[0] + 0.3);
  std::swap(states.series[1], states.series[3]);
  CHECK(area_colour(states, 3) == red);
  CHECK(area_colour(states, 1) == blue);
}

TEST_CASE("neighbouring series differ in a grey print", "[chart]") {
  for (size_t s = 0; s < 5; ++s) {
    const auto grey = [](const Colour& c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; };
    CHECK(std::abs(grey(area_colour({}, s)) - grey(area_colour({}, s + 1))) > 0.09);
    CHECK(grey(area_colour({}, s)) > 0.5);
    CHECK(line_dash(s) != line_dash(s + 1));
  }
}

TEST_CASE("charts of hostile size stay on their pages", "[chart]") {
  for (const Kind kind : {Kind::bar, Kind::column, Kind::stacked_bar, Kind::line, Kind::tiles}) {
    CAPTURE(static_cast<int>(kind));
    Chart big =
        chart(kind, std::vector<std::vector<const char*>>(40, std::vector<const char*>(25, "-922337203685477.5808")));
    big.title = std::string(3000, 'x');
    big.categories[3] = std::string(3000, 'y');
    big.categories[4] = "bad \xFF";
    big.series[1].name = std::string(2000, 'z');
    big.categories[5] = "";
    const Pages pages = pages_of(document_of({big, Chart{}, chart(kind, {{"1"}})}));
    CHECK(laid_out::faults(pages) == "");
    Chart empty = big;
    empty.categories.clear();
    CHECK(laid_out::faults(pages_of(document_of({empty}))) == "");
    empty = big;
    empty.series.clear();
    CHECK(laid_out::faults(pages_of(document_of({empty}))) == "");
  }
}

TEST_CASE("a chart that ends a section has something of it on its page", "[chart]") {
  for (int bars = 2; bars < 40; ++bars) {
    const Chart first = chart(Kind::bar, {{"1", "2"}, {"3", "4"}});
    std::vector<Block> blocks;
    for (int i = 0; i < bars; ++i) blocks.emplace_back(Paragraph{"жол", Emphasis::normal});
    blocks.emplace_back(first);
    blocks.emplace_back(first);
    blocks.emplace_back(Paragraph{"негізі", Emphasis::muted});
    const Pages pages = pages_of(document_of(blocks));
    INFO(bars);
    CHECK(count(pages.pages.back(), "Санат1") != 1);
  }
}

TEST_CASE("a title stays with its chart", "[chart]") {
  for (int lines = 40; lines < 64; ++lines) {
    std::vector<Block> blocks;
    for (int i = 0; i < lines; ++i) blocks.emplace_back(Paragraph{"жол", Emphasis::normal});
    blocks.emplace_back(chart(Kind::bar, {{"1", "2"}, {"3", "4"}}));
    const Pages pages = pages_of(document_of(blocks));
    for (const Page& page : pages.pages) CHECK(count(page, "Орындалу") == count(page, "Санат1"));
  }
}
