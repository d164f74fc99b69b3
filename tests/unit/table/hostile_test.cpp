// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/text.h"
#include "table_fixture.h"

using namespace esep;
using namespace esep::table;
using namespace esep::table::test;
using form::RuleScope;

namespace {

std::string many(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

constexpr double kSoon = 20;  // seconds, under sanitizers too

}  // namespace

TEST_CASE("rules that reach for what is not theirs do not compile") {
  for (const std::string check :
       {"(SELECT count(*) FROM sqlite_schema) > 0",
        "(SELECT sql FROM sqlite_master) = ''",
        "(SELECT 1 FROM sqlite_temp_schema)",
        "(SELECT count(*) FROM sqlite_master) > 0",
        "EXISTS (SELECT * FROM main.sqlite_schema)",
        "EXISTS (SELECT 1 FROM pragma_table_info('rows'))",
        "EXISTS (SELECT 1 FROM pragma_database_list)",
        "EXISTS (SELECT 1 FROM dbstat)",
        "EXISTS (SELECT 1 FROM sqlite_stmt)",
        "EXISTS (SELECT value FROM json_each('[1]'))",
        "EXISTS (SELECT 1 FROM generate_series(1, 1000000000))",
        "load_extension('evil')",
        "randomblob(1000000000) IS NULL",
        "random() > 0",
        "printf('%1000000000d', 1) = ''",
        "format('%*d', 1000000000, 1) = ''",
        "zeroblob(1000000000) IS NULL",
        "hex(zeroblob(100)) = ''",
        "date('now') > row.day",
        "strftime('%s') > ''",
        "CURRENT_DATE > row.day",
        "CURRENT_TIMESTAMP > row.day",
        "current_time > ''",
        "changes() = 0",
        "last_insert_rowid() = 0",
        "sqlite_version() = ''",
        "replace(row.code, '', row.code) = ''",
        "fts5(1)",
        "writefile('x', 'y')",
        "typeof(row.code) = 'text'",
        "(SELECT _submission FROM rows) = 1",
        "row._submission = 1",
        "row.code MATCH 'a'",
        "row.code REGEXP 'a'",
        "row_number() OVER () > 0",
        "(SELECT sum(people) OVER () FROM rows) > 0",
        "group_concat(row.code) = ''",
        "(SELECT group_concat(code) FROM rows) = ''",
        "json(row.code) = ''",
        "RAISE(ABORT, 'x')",
        "PRAGMA user_version",
        "ATTACH 'x' AS y",
        "ATTACH DATABASE '/tmp/x.db' AS y",
        "DELETE FROM rows",
        "(DELETE FROM rows)",
        "(DELETE FROM rows RETURNING 1)",
        "1 UNION SELECT 1",
        "1 UNION ALL SELECT sql FROM sqlite_master",
        "NULL) UNION SELECT 1 FROM (rows",
        "1) OR (1",
        "1); DROP TABLE rows; --",
        "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n) > 0",
        "(SELECT 1 FROM rows INDEXED BY x)",
        "?1 = 1",
        ":a = 1",
        "@a = 1",
        "$a = 1",
        "'a' LIKE 'b' ESCAPE 'cd' || x'00'"}) {
    INFO(check);
    for (const RuleScope scope : {RuleScope::row, RuleScope::table}) {
      const auto out = compile(check, scope);
      REQUIRE(out.size() == 1);
      CHECK(out[0].code.starts_with("RULE-"));
      CHECK(out[0].message.key == out[0].code);
      CHECK(argument(out[0].message, "rule") == "R-1");
    }
  }
}

TEST_CASE("rules that are too large do not compile, soon") {
  const Stopwatch watch;
  std::string joins = "(SELECT count(*) FROM rows AS t0";
  for (int i = 1; i < 70; ++i) joins += ", rows AS t" + std::to_string(i);
  for (const std::string& check :
       {many("(", 4000) + "1" + many(")", 4000), many("NOT ", 2400) + "1", many("-(", 2000) + "1" + many(")", 2000),
        many("abs(", 1500) + "1" + many(")", 1500), "1" + many(" + 1", 2400), "1" + many(" AND 1", 1600),
        "EXISTS (SELECT 1" + many(" UNION SELECT 1", 600) + ")", joins + ") > 0",
        "coalesce(1" + many(", 1", 3000) + ")", "row.code LIKE '" + many("%a", 500'000) + "'",
        "CASE" + many(" WHEN 1 THEN 1", 700) + " END OR " + many("(", 200) + "1" + many(")", 200),
        many("EXISTS (SELECT 1 FROM rows WHERE ", 200) + "1" + many(")", 200)}) {
    INFO(check.substr(0, 100));
    const auto out = compile(check);
    REQUIRE(out.size() == 1);
    CHECK((out[0].code == "RULE-SQL" || out[0].code == "RULE-LONG" || out[0].code == "RULE-REAL"));
  }
  CHECK(watch.seconds() < kSoon);
}

TEST_CASE("a rule of many joins compiles in bounded time") {
  std::string check;
  for (int k = 0; k < 12; ++k) {
    check += (k == 0 ? "" : " AND ") + std::string("EXISTS (SELECT 1 FROM rows t0");
    for (int i = 1; i < 60; ++i) check += ", rows t" + std::to_string(i);
    check += ")";
  }
  const Stopwatch watch;
  CHECK(codes(compile(check)).empty());
  CHECK(watch.seconds() < kSoon);
}

TEST_CASE("a rule whose steps are slow is stopped by the clock, and says nothing of the report") {
  auto form = sample_form();
  form.rules = {rule("row.people > 0"), rule("(SELECT count(*) FROM rows a, rows b) > 0", RuleScope::table)};
  form.rules[1].code = "SLOW-1";
  std::chrono::nanoseconds now{0};
  const auto at = [&](std::chrono::milliseconds look, std::chrono::milliseconds rule, std::chrono::milliseconds all) {
    RuleTime time;
    time.clock = [&now, look] { return now += look; };
    time.rule = rule;
    time.all = all;
    Diagnostics diagnostics;
    RuleRunner runner(form, nullptr, diagnostics, time);
    std::string out;
    for (int again = 0; again < 2; ++again) {
      runner.clear();
      for (int64_t i = 0; i < 100; ++i)
        runner.add_row(row(form, i + 1, {{"code", std::string("a")}, {"people", int64_t{1}}}));
      try {
        out += std::to_string(runner.run(context(), 1000, diagnostics).size()) + "; ";
      } catch (const Error& error) {
        out += error.message().key + " " + std::get<std::string>(error.message().args.at(0).second) + "; ";
      }
    }
    return out + join(codes(diagnostics), "; ");
  };
  using std::chrono::milliseconds;
  CHECK(at(milliseconds(0), milliseconds(1), milliseconds(1)) == "0; 0; ");
  CHECK(at(milliseconds(50), milliseconds(500), milliseconds(1'000'000)) == "RULE-TIME SLOW-1; RULE-TIME SLOW-1; ");
  CHECK(at(milliseconds(50), milliseconds(1'000'000), milliseconds(700)) == "RULE-TIME SLOW-1; RULE-TIME SLOW-1; ");
  CHECK(at(milliseconds(1), milliseconds(1'000'000), milliseconds(1'000'000)) == "0; 0; ");
}

TEST_CASE("rules that run away are stopped, and the runner goes on") {
  std::vector<std::map<std::string, form::Value>> rows(300, {{"code", std::string(500, 'a')}, {"people", int64_t{1}}});
  const std::vector<std::string> timeout{"RULE-TIMEOUT R-1"};
  const Stopwatch watch;
  CHECK(run("(SELECT count(*) FROM rows a, rows b, rows c, rows d) > 0", rows, RuleScope::table).diagnostics ==
        timeout);
  CHECK(run("(SELECT count(*) FROM rows a, rows b, rows c WHERE a.people + b.people + c.people = 0) = 0", rows)
            .diagnostics == timeout);
  CHECK(run("(SELECT count(DISTINCT a.code || b._row || c._row || d._row) FROM rows a, rows b, rows c, rows "
            "d) > 0",
            rows, RuleScope::table)
            .diagnostics == timeout);
  CHECK(run("(SELECT a._row FROM rows a, rows b, rows c ORDER BY a.code || b._row || c._row DESC LIMIT 1) > 0", rows,
            RuleScope::table)
            .diagnostics == timeout);
  CHECK(watch.seconds() < 4 * kSoon);

  auto form = sample_form();
  form.rules = {rule("(SELECT count(*) FROM rows a, rows b, rows c, rows d) > 0", RuleScope::table),
                rule("row.people > 1")};
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics, endless());
  for (int again = 0; again < 2; ++again) {
    runner.clear();
    diagnostics.clear();
    for (int64_t i = 0; i < 300; ++i) runner.add_row(row(form, i + 1, rows[0]));
    CHECK(runner.run(context(), 1000, diagnostics).size() == 300);
    CHECK(codes(diagnostics) == timeout);
    auto reader = runner.rows();
    TypedRow one;
    int64_t count = 0;
    while (reader->next(one)) ++count;
    CHECK(count == 300);
  }
}

TEST_CASE("texts cannot grow without end") {
  const std::vector<std::map<std::string, form::Value>> rows{{{"code", std::string(30'000, 'a')}}};
  CHECK(run("row.code || 'a' <> ''", rows) == Outcome{{}, {}});
  CHECK(run("row.code || row.code || row.code = ''", rows).diagnostics == std::vector<std::string>{"RULE-FAILED R-1"});
  CHECK(run("row.code LIKE '%' || row.code", rows).diagnostics == std::vector<std::string>{"RULE-FAILED R-1"});
}

TEST_CASE("long cells are read whole whatever the limits on rules") {
  const std::string text = many("ә", 32'000);
  std::map<std::string, form::Value> cells{{"code", text}, {"kind", text}, {"stages", text}, {"shares", text}};
  CHECK(run("length(row.code) = 32000 AND row.code = row.kind", {cells, cells, {}}) == Outcome{{}, {}});
  CHECK(run("(SELECT count(DISTINCT code) FROM rows) = 2", {cells, cells}, RuleScope::table) == Outcome{{0}, {}});
  CHECK(run("row.code LIKE '%a%a%a%a%a%a%a%a%a%b'", {{{"code", many("a", 32'000)}}}) == Outcome{{11}, {}});
}

TEST_CASE("what stands in cells is never SQL") {
  const std::vector<std::map<std::string, form::Value>> rows{{{"code", std::string("'); DROP TABLE rows; --")}},
                                                             {{"code", std::string("\"")}}};
  CHECK(run("row.code = 'x'", rows) == Outcome{{11, 12}, {}});
}
