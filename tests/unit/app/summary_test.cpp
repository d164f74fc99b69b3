// SPDX-License-Identifier: MIT
#include "app/summary/summary.h"

#include <catch2/catch.hpp>

#include "app/upkeep/lint.h"
#include "app/workspace_fixture.h"
#include "base/error.h"
#include "base/text.h"
#include "datafile/data_invalid.h"

using namespace esep;
using workspace_fixture::Workspace;

namespace {

const std::string kPath = "data/summaries/apple-prices.toml";
const std::string kHead =  // lines 1–6
    "summary = \"apple-prices\"\n"
    "period = \"month\"\n"
    "title = { kk = \"Бағалар, {period}\", ru = \"Цены, {period}\" }\n"
    "law = { kk = \"Бұйрық\", ru = \"Приказ\" }\n"
    "[[section]]\n"
    "name = { kk = \"Парақ\", ru = \"Лист\" }\n";

std::string column(const std::string& id, const std::string& keys = "") {
  return "[[section.block.column]]\nid = \"" + id + "\"\ntitle = { kk = \"" + id + " қ\", ru = \"" + id + " р\" }\n" +
         keys;
}

std::string rows(const std::string& query, const std::string& columns) {
  return "[[section.block]]\nkind = \"table\"\nempty = { kk = \"Ештеңе жоқ\", ru = \"Ничего нет\" }\nquery = "
         "\"\"\"" +
         query + "\"\"\"\n" + columns;
}

std::string texts_of(const std::string& query, const std::string& words) {
  return "[[section.block]]\nkind = \"paragraph\"\nquery = \"\"\"" + query + "\"\"\"\ntext = { kk = \"" + words +
         " қ\", ru = \"" + words + " р\" }\n";
}

std::string shown(const document::TableColumn& column, const document::Cell& cell) {
  return form::display_text(cell.value, column.scale, Lang::kk) + (cell.link.empty() ? "" : "→" + cell.link);
}

// Blocks of the first section, one to a line; of tables also the rows.
std::string said(const document::Document& paper) {
  std::string out;
  for (const auto& block : paper.sections.at(0).blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) out += "# " + heading->text + "\n";
    if (const auto* stamp = std::get_if<document::Stamp>(&block)) out += "> " + stamp->lines.at(0) + "\n";
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) out += paragraph->text + "\n";
    if (const auto* chart = std::get_if<document::Chart>(&block)) {
      for (size_t i = 0; i < chart->categories.size(); ++i) {
        const auto& value = chart->series.at(0).values.at(i);
        out += chart->categories[i] + "=" + (value ? value->to_string() : "?") + "\n";
      }
    }
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    const auto cursor = table->rows();
    document::Row row;
    while (cursor->next(row)) {
      std::vector<std::string> cells;
      for (size_t i = 0; i < row.cells.size(); ++i) cells.push_back(shown(table->columns.at(i), row.cells[i]));
      out += (row.kind == document::Row::Kind::total     ? "= "
              : row.kind == document::Row::Kind::section ? "## "
                                                         : "") +
             join(cells, "|") + "\n";
    }
  }
  return out;
}

document::Document paper(const std::string& blocks, const std::string& report = "1;2\nАпорт;1250,55\nГолден;900\n") {
  const Workspace workspace;
  workspace.write(kPath, kHead + blocks);
  if (!report.empty()) static_cast<void>(workspace.submit(report));
  auto engine = workspace.engine();
  app::SummaryRequest request;
  request.summary = &engine.summaries().require("apple-prices");
  request.period = calendar::Period::parse("2026-10");
  request.today = workspace_fixture::kActor.at.date;
  return app::make_summary(engine, request);
}

std::string made(const std::string& blocks) { return said(paper(blocks)); }

// `line: CODE`, one for each mistake that lint finds.
std::string lint(const std::string& blocks, const std::string& head = kHead) {
  const Workspace workspace;
  workspace.write("apple-prices.toml", head + blocks);
  auto engine = workspace.engine();
  std::vector<std::string> out;
  for (const auto& d : app::lint_file(engine, workspace.path() / "apple-prices.toml"))
    out.push_back(std::to_string(d.line) + ": " + d.code);
  return join(out, "; ");
}

const std::string kTitle = "# Бағалар, 2026 жылғы қазан\n";
const std::string kBasis = "Мәтін мен диаграммалар мына есептерге негізделген: S-000001.\n";

}  // namespace

TEST_CASE("summary: rows with the reports behind them, rounded as their column says", "[app]") {
  CHECK(made(rows("SELECT sort, price, dec_div(price, dec(3)) AS third, _submission AS _sources FROM apples "
                  "ORDER BY sort",
                  column("sort") + column("price", "type = \"money\"\n") +
                      column("third", "type = \"decimal\"\nscale = 1\n"))) ==
        kTitle + "Апорт|1\u00A0250,55|416,9|S-000001→#S-000001\nГолден|900,00|300,0|S-000001→#S-000001\n");
}

TEST_CASE("summary: totals are rounded too, sections and an empty table are said", "[app]") {
  CHECK(made(rows("SELECT 0 AS _total, 'Қызыл' AS _section, sort, dec_div(price, dec(7)) AS share, "
                  "_submission AS _sources FROM apples "
                  "UNION ALL SELECT 1, NULL, 'Барлығы', dec_div(sum(price), dec(7)), group_concat(DISTINCT "
                  "_submission) FROM apples",
                  column("sort") + column("share", "type = \"percent\"\nscale = 1\n"))) ==
        kTitle +
            "## Қызыл\nАпорт|178,7|S-000001→#S-000001\nГолден|128,6|S-000001→#S-000001\n= "
            "Барлығы|307,2|S-000001→#S-000001\n");
  CHECK(made(rows("SELECT sort, _submission AS _sources FROM apples WHERE price < 0", column("sort"))) ==
        kTitle + "Ештеңе жоқ\n");
}

TEST_CASE("summary: texts and charts name their reports in one line of the section", "[app]") {
  CHECK(made(texts_of("SELECT max(price) AS most, _submission AS _sources FROM apples", "Ең қымбаты {most}") +
             column("most", "type = \"money\"\n") +
             texts_of("SELECT sort FROM apples WHERE price < 0", "Арзаны {sort}")) ==
        kTitle + "Ең қымбаты 1\u00A0250,55 қ\n" + kBasis);
  CHECK(made("[[section.block]]\nkind = \"chart\"\ncategory = \"sort\"\n"
             "query = \"\"\"SELECT sort, price, _submission AS _sources FROM apples ORDER BY sort\"\"\"\n"
             "series = [ { id = \"price\", title = { kk = \"Бағасы\", ru = \"Цена\" } } ]\n" +
             column("price", "type = \"decimal\"\nscale = 1\n")) == kTitle + "Апорт=1250.6\nГолден=900\n" + kBasis);
}

TEST_CASE("summary: whom it is for stands above the title", "[app]") {
  CHECK(made("[[section.block]]\nkind = \"stamp\"\ntext = { kk = \"Үкіметке\", ru = \"Правительству\" }\n" +
             texts_of("SELECT 1 AS one", "Мәтін {one}")) == "> Үкіметке\n" + kTitle + "Мәтін 1 қ\n");
}

TEST_CASE("summary: a matrix ends with the reports of each row", "[app]") {
  CHECK(made("[[section.block]]\nkind = \"matrix\"\n"
             "rows = \"SELECT DISTINCT _organisation AS id, _organisation AS title FROM apples\"\n"
             "columns = \"SELECT DISTINCT sort AS id, sort AS title FROM apples ORDER BY sort\"\n"
             "query = \"SELECT _organisation AS row, sort AS 'column', _revision AS value, _submission AS "
             "_sources FROM apples\"\n") == kTitle + "KZ-10|1→#S-000001|1→#S-000001|S-000001→#S-000001\n");
}

TEST_CASE("summary: the last section lists the reports; the same figures give the same code", "[app]") {
  const std::string blocks = rows("SELECT sort, _submission AS _sources FROM apples", column("sort"));
  const auto one = paper(blocks);
  REQUIRE(one.sections.size() == 2);
  const auto& list = std::get<document::Table>(one.sections[1].blocks.at(1));
  const auto cursor = list.rows();
  document::Row row;
  REQUIRE(cursor->next(row));
  CHECK(row.anchor == "S-000001");
  CHECK_FALSE(cursor->next(row));
  CHECK(one.code.size() == 14);
  CHECK(paper(blocks).code == one.code);
  CHECK(paper(blocks, "1;2\nАпорт;1250,56\n").code != one.code);
}

TEST_CASE("summary: a query that cannot run is one error that names its block", "[app]") {
  const auto key_of = [](const std::string& blocks) {
    try {
      static_cast<void>(made(blocks));
    } catch (const Error& error) {
      return error.message().key + " " + std::get<std::string>(error.message().args.at(0).second);
    }
    return std::string("none");
  };
  CHECK(key_of(rows("SELECT sort FROM pears", column("sort"))) == "QUERY-INVALID apple-prices/1.1");
  CHECK(key_of(rows("SELECT sort FROM apples; DROP TABLE x", column("sort"))) == "QUERY-REFUSED apple-prices/1.1");
  CHECK(key_of(rows("SELECT sort FROM submission", column("sort"))) == "QUERY-INVALID apple-prices/1.1");
  CHECK(key_of(rows("SELECT sort FROM apples", column("kind"))) == "SUMMARY-COLUMN apple-prices/1.1");
}

TEST_CASE("lint of a summary: figures of reports name them", "[app]") {
  CHECK(lint(rows("SELECT sort, _submission AS _sources FROM apples", column("sort"))).empty());
  CHECK(lint(rows("SELECT sort FROM apples", column("sort"))) == "10: SUMMARY-NO-SOURCES");
  CHECK(lint(rows("WITH a AS (SELECT sort FROM apples) SELECT sort FROM a", column("sort"))) ==
        "10: SUMMARY-NO-SOURCES");
  CHECK(lint(rows("SELECT _organisation AS body FROM \"apples.head\"", column("body"))) == "10: SUMMARY-NO-SOURCES");
  CHECK(lint(texts_of("SELECT count(sort) AS many FROM apples", "Барлығы {many}")) == "9: SUMMARY-NO-SOURCES");
  CHECK(lint(rows("SELECT code FROM organisations", column("code"))).empty());
  const std::string with = "with = \"a AS (SELECT sort FROM apples)\"\n" + kHead;
  CHECK(lint(rows("SELECT code FROM organisations", column("code")), with).empty());
  CHECK(lint(rows("SELECT sort FROM a", column("sort")), with) == "11: SUMMARY-NO-SOURCES");
}

TEST_CASE("lint of a summary: a text prints what its query gives, and a decimal has a type", "[app]") {
  const auto texts_of = [](const std::string& words, const std::string& sql, const std::string& more = "") {
    return "[[section.block]]\nkind = \"paragraph\"\ntext = { kk = \"" + words + "\", ru = \"" + words +
           ".\", en = \"" + words + "!\" }\nquery = \"" + sql + "\"\n" + more;
  };
  CHECK(lint(texts_of("{trees} {period}", "SELECT 1 AS trees")).empty());
  CHECK(lint(texts_of("{trees|a|b}", "SELECT 1 AS trees")).empty());
  CHECK(lint(texts_of("{treez}", "SELECT 1 AS trees")) == "10: SUMMARY-COLUMN");
  CHECK(lint(texts_of("{cost}", "SELECT 1 AS trees, dec_mul(dec(2), dec(3)) AS cost")) == "10: SUMMARY-UNTYPED");
  CHECK(
      lint(texts_of("{cost}", "SELECT dec_mul(dec(2), dec(3)) AS cost", column("cost", "type = \"money\"\n"))).empty());
  CHECK(lint(texts_of("{cost}", "SELECT dec_mul(dec(2), dec(3)) AS cost", column("cost"))) == "10: SUMMARY-UNTYPED");
}

namespace {

// Of a run: `line: CODE` for each mistake of the file; "made": it was made all the same.
std::string run(const std::string& blocks, const std::string& head = kHead) {
  const Workspace workspace;
  workspace.write(kPath, head + blocks);
  static_cast<void>(workspace.submit("1;2\nАпорт;1250,55\n"));
  auto engine = workspace.engine();
  app::SummaryRequest request;
  request.summary = &engine.summaries().require("apple-prices");
  request.period = calendar::Period::parse("2026-10");
  request.today = workspace_fixture::kActor.at.date;
  try {
    static_cast<void>(app::make_summary(engine, request));
    return "made";
  } catch (const datafile::DataInvalid& invalid) {
    std::vector<std::string> out;
    for (const auto& d : invalid.diagnostics()) out.push_back(std::to_string(d.line) + ": " + d.code);
    return join(out, "; ");
  } catch (const Error& error) {
    return error.message().key;
  }
}

std::string chart(const std::string& query, const std::string& more = "") {
  return "[[section.block]]\nkind = \"chart\"\ncategory = \"sort\"\nquery = \"\"\"" + query +
         "\"\"\"\nseries = [ { id = \"n\", title = { kk = \"Қатар\", ru = \"Ряд\" } } ]\n" + more;
}

std::string matrix(const std::string& value, const std::string& more = "") {
  return "[[section.block]]\nkind = \"matrix\"\nrows = \"SELECT DISTINCT _organisation AS id, _organisation AS title "
         "FROM apples\"\ncolumns = \"SELECT DISTINCT sort AS id, sort AS title FROM apples ORDER BY sort\"\nquery = "
         "\"SELECT _organisation AS row, sort AS 'column', " +
         value + " AS value, _submission AS _sources FROM apples\"\n" + more;
}

std::string type_of(const std::string& id, const std::string& keys) {
  return "column = [ { id = \"" + id + "\", " + keys + " } ]\n";
}

}  // namespace

TEST_CASE("a summary with a decimal without a type is not made: texts, charts, tables, facts, matrices", "[app]") {
  const std::string own = "_submission AS _sources FROM apples";
  CHECK(run(texts_of("SELECT max(price) AS most, " + own, "{most}")) == "9: SUMMARY-UNTYPED");
  CHECK(run(texts_of("SELECT max(price) AS most, " + own, "{most}") + type_of("most", "type = \"money\"")) == "made");
  CHECK(run(texts_of("SELECT count(price) AS many, " + own, "{many}")) == "made");
  CHECK(run(texts_of("SELECT max(price) AS most, count(*) AS many, " + own, "{many}")) == "made");  // not shown
  CHECK(run(texts_of("SELECT 'KZT ' || price AS most, " + own, "{most}")) == "9: SUMMARY-UNTYPED");
  CHECK(run(chart("SELECT sort, price AS n, " + own)) == "10: SUMMARY-UNTYPED");
  CHECK(run(chart("SELECT sort, price AS n, " + own, type_of("n", "type = \"money\""))) == "made");
  CHECK(run(chart("SELECT price AS sort, 1 AS n, " + own)) == "10: SUMMARY-UNTYPED");
  CHECK(run(rows("SELECT price, " + own, column("price"))) == "10: SUMMARY-UNTYPED");
  CHECK(run(rows("SELECT sort, iif(price > 0, 'x', 'y') AS price_word, " + own, column("price_word"))) == "made");
  CHECK(run(matrix("price")) == "11: SUMMARY-UNTYPED");
  CHECK(run(matrix("_revision")) == "made");
  // Both at once, each at its block; the foot of the paper, too; through a part in WITH.
  const std::string with = "with = \"dear AS (SELECT sort, price AS cost, _submission AS s FROM apples)\"\n";
  const std::string law = "law_query = \"SELECT max(cost) AS most, max(s) AS _sources FROM dear\"\n";
  std::string with_foot = with + law + kHead;
  with_foot.replace(with_foot.find("law = { kk = \"Бұйрық\""), std::string("law = { kk = \"Бұйрық\"").size(),
                    "law = { kk = \"Бұйрық {most}\"");
  CHECK(run(rows("SELECT cost, s AS _sources FROM dear", column("cost")) +
                chart("SELECT sort, cost AS n, s AS _sources FROM dear"),
            with_foot) == "2: SUMMARY-UNTYPED; 12: SUMMARY-UNTYPED; 19: SUMMARY-UNTYPED");
}

TEST_CASE("summary: a matrix of decimals, rounded as its column says, with the width that it gives", "[app]") {
  const std::string typed = type_of("value", "type = \"decimal\", scale = 1, width = 11");
  CHECK(made(matrix("dec_div(price, dec(3))", typed)) ==
        kTitle + "KZ-10|416,9→#S-000001|300,0→#S-000001|S-000001→#S-000001\n");  // 1250.55 / 3, 900 / 3
  CHECK(made(matrix("price", type_of("value", "type = \"money\""))) ==
        kTitle + "KZ-10|1\u00A0250,55→#S-000001|900,00→#S-000001|S-000001→#S-000001\n");
  const auto one = paper(matrix("price", typed));
  for (const auto& block : one.sections[0].blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    CHECK(table->columns.at(1).width == 11);
    CHECK(table->columns.at(1).type == form::ColumnType::decimal);
    CHECK(table->columns.at(1).scale == 1);
    CHECK(table->columns.at(0).type == form::ColumnType::text);
  }
}

TEST_CASE("summary: captions know the periods and nothing else", "[app]") {
  const std::string caption = "text = { kk = \"Баға, {period}\", ru = \"Цена, {period}\" }\n";
  const auto chart_of = [&](const std::string& more) {
    return paper(chart("SELECT sort, 1 AS n, _submission AS _sources FROM apples", more));
  };
  bool said = false;
  const auto made_paper = chart_of(caption);
  for (const auto& block : made_paper.sections[0].blocks) {
    const auto* one = std::get_if<document::Chart>(&block);
    said = said || (one != nullptr && one->title == "Баға, 2026 жылғы қазан");
  }
  CHECK(said);
  const std::string other = "text = { kk = \"Баға {sort}\", ru = \"Цена {sort}\" }\n";
  CHECK(run(chart("SELECT sort, 1 AS n, _submission AS _sources FROM apples", other)) == "10: SUMMARY-CAPTION");
  CHECK(lint(chart("SELECT sort, 1 AS n, _submission AS _sources FROM apples", other)) == "10: SUMMARY-CAPTION");
  CHECK(run("[[section.block]]\nkind = \"heading\"\n" + other) == "7: SUMMARY-CAPTION");
  CHECK(run(texts_of("SELECT 1 AS one", "{two}")) == "SUMMARY-COLUMN");
}

TEST_CASE("summary: a caption names the columns of its own query", "[app]") {
  const std::string all = "SELECT sort, 1 AS n, _submission AS _sources FROM apples";
  const auto caption = [](const std::string& query) {
    return "text = { kk = \"Баға, сорттар – {many}, {period}\", ru = \"Цена, сортов – {many}\" }\ntext_query = \"" +
           query + "\"\n";
  };
  const std::string count = "SELECT count(sort) AS many, NULL AS _sources FROM apples";
  const auto title = [&](const std::string& query) {
    const auto made = paper(chart(all, caption(query)));
    for (const auto& block : made.sections[0].blocks) {
      if (const auto* one = std::get_if<document::Chart>(&block)) return one->title;
    }
    return std::string("no chart");
  };
  CHECK(title(count) == "Баға, сорттар – 2, 2026 жылғы қазан");
  CHECK(title(count + " WHERE sort = 'x' GROUP BY sort").empty());
  const auto made = paper(rows(all, caption(count) + column("sort")));
  const document::Table* table = nullptr;
  for (const auto& block : made.sections[0].blocks) {
    if (table == nullptr) table = std::get_if<document::Table>(&block);
  }
  REQUIRE(table != nullptr);
  CHECK(table->caption == "Баға, сорттар – 2, 2026 жылғы қазан");
  CHECK(lint(chart(all, caption(count))).empty());
  CHECK(lint(chart(all, caption("SELECT count(sort) AS many FROM apples"))) == "10: SUMMARY-NO-SOURCES");
  CHECK(lint(chart(all, caption("SELECT 1 AS one"))) == "10: SUMMARY-COLUMN");
  CHECK(run(chart(all, caption("SELECT 1 AS one"))) == "SUMMARY-COLUMN");
  CHECK(lint("[[section.block]]\nkind = \"heading\"\n" + caption(count)) == "10: TOML-UNKNOWN-KEY; 7: SUMMARY-CAPTION");
}

TEST_CASE("lint of a summary: each wrong query at its block", "[app]") {
  // A wrong key of one block does not hide a wrong query of another.
  CHECK(lint(rows("SELECT sort FROM pears", column("sort")) + "[[section.block]]\nkind = \"heading\"\n") ==
        "15: SUMMARY-KEY; 10: LINT-QUERY-TABLE");
  CHECK(lint(rows("SELECT sort FROM pears", column("sort")) + rows("SELECT 1 AS one", column("two"))) ==
        "10: LINT-QUERY-TABLE; 17: SUMMARY-COLUMN");
  CHECK(lint(rows("DELETE FROM apples", column("sort"))) == "10: QUERY-REFUSED; 10: QUERY-SELECT");
  CHECK(lint(rows("SELECT :pasword AS sort", column("sort"))) == "10: QUERY-REFUSED; 10: QUERY-PARAMETER");
  CHECK(lint("[[section.block]]\nkind = \"matrix\"\nrows = \"SELECT 1 AS id\"\ncolumns = \"SELECT 1 AS id, 2 "
             "AS title\"\n"
             "query = \"SELECT 1 AS row, 2 AS 'column'\"\n") == "11: SUMMARY-COLUMN; 11: SUMMARY-COLUMN");
}
