// SPDX-License-Identifier: MIT
#include "form/summary.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "form/form_fixture.h"

using namespace esep;
using namespace esep::form;

namespace {

Summary summary_of(const std::string& text, Diagnostics& diagnostics,
                   const std::string& path = "data/summaries/s.toml") {
  return read_summary({path, "s.toml", text}, diagnostics);
}

// `line: CODE` of each mistake.
std::string summary_problems(const std::string& text) {
  Diagnostics diagnostics;
  static_cast<void>(summary_of(text, diagnostics));
  std::vector<std::string> out;
  for (const auto& d : diagnostics)
    out.push_back(std::to_string(d.line) + ": " + d.code + (d.did_you_mean.empty() ? "" : " " + d.did_you_mean));
  return join(out, "; ");
}

const std::string kSummaryHead =  // lines 1–5
    "summary = \"s\"\n"
    "title = { kk = \"Жиынтық\", ru = \"Сводка\" }\n"
    "law = { kk = \"Бұйрық\", ru = \"Приказ\" }\n"
    "[[section]]\n"
    "name = { kk = \"Парақ\", ru = \"Лист\" }\n";

std::string block(const std::string& keys) { return kSummaryHead + "[[section.block]]\n" + keys; }  // keys from line 7

const std::string kText = "text = { kk = \"Мәтін\", ru = \"Текст\" }\n";
const std::string kColumn = "[[section.block.column]]\nid = \"a\"\ntitle = { kk = \"Баған\", ru = \"Графа\" }\n";
const std::string kSeries = "[[section.block.series]]\nid = \"a\"\ntitle = { kk = \"Қатар\", ru = \"Ряд\" }\n";

}  // namespace

TEST_CASE("summary: a right file") {
  Diagnostics diagnostics;
  const auto one =
      summary_of(block("kind = \"table\"\nquery = \"SELECT 1 AS a\"\n" + kColumn + "type = \"percent\"\nscale = 1\n") +
                     "[[section.block]]\nkind = \"paragraph\"\nemphasis = \"muted\"\n" + kText,
                 diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  REQUIRE(one.sections.size() == 1);
  REQUIRE(one.sections[0].blocks.size() == 2);
  const SummaryBlock& table = one.sections[0].blocks[0];
  CHECK(table.name == "s/1.1");
  CHECK(table.line == 8);
  REQUIRE(table.columns.size() == 1);
  CHECK(table.columns[0].type == ColumnType::percent);
  CHECK(table.columns[0].scale == 1);
  CHECK(one.sections[0].blocks[1].emphasis == "muted");
  CHECK(one.sources);
}

TEST_CASE("summary: what a block of its kind needs is missing") {
  CHECK(summary_problems(block("kind = \"heading\"\n")) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"table\"\n" + kColumn)) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"table\"\nquery = \"SELECT 1\"\n")) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"facts\"\nquery = \"SELECT 1\"\n")) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"matrix\"\nquery = \"SELECT 1\"\nrows = \"SELECT 1\"\n")) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"chart\"\nquery = \"SELECT 1\"\ncategory = \"a\"\n")) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"chart\"\nquery = \"SELECT 1\"\n" + kSeries)) == "7: SUMMARY-KEY");
  CHECK(summary_problems(block("kind = \"page_break\"\n")).empty());
}

TEST_CASE("summary: a column that only gives a type needs no title") {
  const std::string type = "column = [ { id = \"a\", type = \"money\" } ]\n";
  Diagnostics diagnostics;
  const auto one = summary_of(block("kind = \"paragraph\"\nquery = \"SELECT 1 AS a\"\n" + kText + type), diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  const SummaryBlock& text = one.sections.at(0).blocks.at(0);
  REQUIRE(text.column("a") != nullptr);
  CHECK(text.column("a")->typed);
  CHECK(text.column("a")->scale == 2);
  CHECK(text.column("b") == nullptr);
  CHECK(summary_problems(block("kind = \"chart\"\nquery = \"SELECT 1\"\ncategory = \"a\"\n" + type + kSeries)).empty());
  CHECK(summary_problems(block("kind = \"table\"\nquery = \"SELECT 1\"\n" + type)) == "9: TOML-MISSING-KEY");
  Diagnostics none;
  const auto untyped = summary_of(block("kind = \"table\"\nquery = \"SELECT 1 AS a\"\n" + kColumn), none);
  CHECK_FALSE(untyped.sections.at(0).blocks.at(0).column("a")->typed);
}

TEST_CASE("summary: wrong words and keys say what was meant") {
  CHECK(summary_problems(block("kind = \"tabl\"\nquery = \"SELECT 1\"\n" + kColumn)).find("7: TOML-BAD-VALUE table") ==
        0);
  CHECK(summary_problems(block("kind = \"chart\"\nchart = \"tile\"\nquery = \"SELECT 1\"\ncategory = \"a\"\n" +
                               kSeries)) == "8: TOML-BAD-VALUE tiles");
  CHECK(summary_problems(block("kind = \"paragraph\"\nemphasis = \"loud\"\n" + kText)) == "8: TOML-BAD-VALUE");
  CHECK(summary_problems(block("kind = \"paragraph\"\nlevl = 2\n" + kText)) == "8: TOML-UNKNOWN-KEY level");
  CHECK(summary_problems(block("kind = \"heading\"\nlevel = 4\n" + kText)) == "8: FORM-RANGE");
  CHECK(summary_problems(block("kind = \"table\"\nquery = \"SELECT 1\"\n" + kColumn + "scale = 9\n")) ==
        "12: FORM-RANGE");
  CHECK(summary_problems(block("kind = \"paragraph\"\ntext = { kk = \"Бір\", ru = \"Бір\" }\n")) ==
        "8: TOML-SAME-TRANSLATION");
}

TEST_CASE("summary: files that are none") {
  CHECK(summary_problems("").find("TOML-MISSING-KEY") != std::string::npos);
  CHECK(summary_problems("summary = \"s\n").find("TOML-SYNTAX") != std::string::npos);
  CHECK(summary_problems(std::string("summary = \"s\"\n\0\n", 16)).find("TOML-SYNTAX") != std::string::npos);
  CHECK(summary_problems("summary = 3\n").find("1: TOML-WRONG-TYPE") == 0);
  CHECK(summary_problems(kSummaryHead + "block = 3\n").find("6: TOML-WRONG-TYPE") == 0);
  CHECK(summary_problems("section = [1, 2]\n").find("1: TOML-WRONG-TYPE") != std::string::npos);
  std::string deep = "a";
  for (int i = 0; i < 2000; ++i) deep += ".a";
  CHECK(summary_problems(deep + " = 1\n") == "1: TOML-TOO-DEEP");
  CHECK(summary_problems(block("kind = \"paragraph\"\ntext = { kk = \"Бір\\u0001\", ru = \"Раз\" }\n")) ==
        "8: FORM-TEXT-CONTROL");
}

TEST_CASE("summary: the file bears the summary's name") {
  Diagnostics diagnostics;
  static_cast<void>(summary_of(kSummaryHead, diagnostics, "data/summaries/other.toml"));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "FORM-FILE-NAME");
}
