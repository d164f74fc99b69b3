// SPDX-License-Identifier: MIT
#include "table/query_database.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/text.h"
#include "calendar/calendar_fixture.h"
#include "temporary_folder.h"

using namespace esep;
using table::QueryDatabase;
using table::QueryParameters;

namespace {

const calendar::WorkingDays& days() { return calendar::shipped(); }

std::string shown(const sqlite::Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return std::holds_alternative<std::monostate>(value) ? "NULL" : "blob";
}

/// Rows as `a|b`, joined by a space.
std::string rows_of(sqlite::Statement statement) {
  std::vector<std::string> rows;
  while (statement.step()) {
    std::vector<std::string> cells;
    for (int i = 0; i < statement.column_count(); ++i) cells.push_back(shown(statement.value(i)));
    rows.push_back(join(cells, "|"));
  }
  return join(rows, " ");
}

/// A register's file with one secret of its own, one view and two tables over it.
class Fixture {
 public:
  Fixture() {
    {
      sqlite::Database file(folder_ / "r.db", sqlite::OpenMode::create);
      file.execute(
          "CREATE TABLE secret(word TEXT); INSERT INTO secret VALUES('hidden'); "
          "CREATE TABLE fruit(name TEXT, price INTEGER); INSERT INTO fruit VALUES('alma', 125000), ('almurt', 5000);"
          "CREATE TABLE grants(word TEXT); INSERT INTO grants VALUES('main')");
    }
    queries_ = std::make_unique<QueryDatabase>(sqlite::Database(folder_ / "r.db", sqlite::OpenMode::read_only), days(),
                                               table::QueryLimits{3'000'000, 50'000'000});
    queries_->add_view("prices", "SELECT name, price, upper(name) AS loud, hex(name) AS code FROM main.fruit");
    queries_->add_table("grants", {"_key", "amount"}, [this](const QueryParameters&, const QueryDatabase::Put& put) {
      ++filled_;
      put({std::string("G-1"), int64_t{15000}});
      if (fails_) throw Error("TOKEN-FAIL");
      put({std::string("G-2"), std::monostate()});
    });
    queries_->add_table(
        "due-list", {"period", "today"},
        [this](const QueryParameters& given, const QueryDatabase::Put& put) {
          ++filled_;
          const auto text = [&](const char* name) { return given.contains(name) ? given.at(name) : sqlite::Value(); };
          put({text("period"), text("today")});
        },
        QueryDatabase::Refill::by_period);
  }

  std::string ask(const std::string& sql, const QueryParameters& parameters = {}) {
    return rows_of(queries_->prepare("q", sql, parameters));
  }
  /// The message of what refuses the query, its hint's behind it.
  std::string refused(const std::string& sql) {
    try {
      return "gave: " + ask(sql);
    } catch (const Error& error) {
      return error.message().key + (error.hint().key.empty() ? "" : " " + error.hint().key);
    }
  }
  [[nodiscard]] int filled() const { return filled_; }
  void fail(bool now) { fails_ = now; }

  /// The key of the message that the calendar ends; nullopt: it does not.
  std::optional<std::string> calendar_end() {
    const auto end = queries_->take_calendar_end();
    return end ? std::optional(end->key) : std::nullopt;
  }

 private:
  Folder folder_;
  int filled_ = 0;
  bool fails_ = false;
  std::unique_ptr<QueryDatabase> queries_;
};

}  // namespace

TEST_CASE("a query reads views and tables, decimals whole", "[table]") {
  Fixture f;
  CHECK(f.ask("SELECT name, price FROM prices ORDER BY price") == "almurt|5000 alma|125000");
  CHECK(f.ask("SELECT _key, amount FROM grants") == "G-1|15000 G-2|NULL");
  CHECK(f.ask("WITH cheap AS (SELECT name FROM prices WHERE price < dec('1')) SELECT name FROM cheap") == "almurt");
  CHECK(f.ask("SELECT dec_sum(price), sum(price), dec_mul(dec_sum(price), dec('0.5')), dec_div(dec(1), dec(3)) FROM "
              "prices") == "130000|130000|65000|3333");
  CHECK(f.ask("SELECT group_concat(name, '+') FROM (SELECT name FROM prices ORDER BY name)") == "alma+almurt");
  CHECK(f.ask("SELECT count(*) FROM prices") == "2");
  CHECK(f.ask("SELECT 1 FROM prices AS a, prices AS b, grants") == "1 1 1 1 1 1 1 1");
  // A view of the program may call what a query may not.
  CHECK(f.ask("SELECT loud, code FROM prices WHERE name = 'alma'") == "ALMA|616C6D61");
  CHECK(f.refused("SELECT hex(name) FROM prices") == "QUERY-INVALID");
}

TEST_CASE("names are found in any case, quoted or not", "[table]") {
  Fixture f;
  for (const char* name :
       {"grants", "GRANTS", "Grants", "\"grants\"", "\"Grants\"", "temp.grants", "\"TEMP\".\"GRANTS\""}) {
    INFO(name);
    CHECK(f.ask(std::string("SELECT count(*) FROM ") + name) == "2");
  }
  CHECK(f.ask("SELECT period FROM \"Due-List\"", {{"period", std::string("2026-10")}}) == "2026-10");
}

TEST_CASE("a query is one SELECT", "[table]") {
  Fixture f;
  const auto refused = [&](const std::string& sql, const std::string& why) {
    INFO(sql);
    CHECK(f.refused(sql) == "QUERY-REFUSED " + why);
  };
  refused("", "QUERY-SELECT");
  refused("  \n", "QUERY-SELECT");
  refused("INSERT INTO grants VALUES('x', 1)", "QUERY-SELECT");
  refused("DELETE FROM grants", "QUERY-SELECT");
  refused("VALUES(1)", "QUERY-SELECT");
  refused("EXPLAIN SELECT 1", "QUERY-SELECT");
  refused("PRAGMA table_info(fruit)", "QUERY-SELECT");
  refused("ATTACH 'x.db' AS x", "QUERY-SELECT");
  refused("SELECT 1; SELECT 2", "RULE-SEMICOLON");
  refused("SELECT 1 -- no more", "RULE-COMMENT");
  refused("SELECT /* hm */ 1", "RULE-COMMENT");
  refused("SELECT 'open", "RULE-QUOTE");
  refused("SELECT (1", "RULE-PARENTHESES");
  refused("SELECT 1)", "RULE-PARENTHESES");
  refused("SELECT $x", "RULE-SIGN");
  refused("SELECT ?1", "RULE-SIGN");
  refused("SELECT x'00'", "RULE-SIGN");
  refused("SELECT :nobody", "QUERY-PARAMETER");
  refused("SELECT : today", "RULE-SIGN");
  refused("SELECT price * 2 FROM prices", "RULE-OPERATOR");
  refused("SELECT price / 2 FROM prices", "RULE-OPERATOR");
  refused("SELECT price % 2 FROM prices", "RULE-OPERATOR");
  refused("SELECT 0.5", "RULE-REAL");
  refused("SELECT 1e3", "RULE-REAL");
  refused("SELECT avg(price) FROM prices", "RULE-INEXACT");
  refused("SELECT total(price) FROM prices", "RULE-INEXACT");
  refused("SELECT round(price) FROM prices", "RULE-INEXACT");
  refused("SELECT cast(price AS REAL) FROM prices", "RULE-INEXACT");
}

TEST_CASE("the authorizer keeps a query to our tables and functions", "[table]") {
  Fixture f;
  for (const std::string sql :
       {"SELECT word FROM secret", "SELECT word FROM main.secret", "SELECT count(*) FROM secret", "SELECT 1 FROM fruit",
        "SELECT count(*) FROM main.secret", "SELECT 1 FROM \"MAIN\".secret", "SELECT count(*) FROM prices, main.secret",
        "SELECT name FROM prices WHERE name IN (SELECT word FROM secret)", "SELECT (SELECT word FROM secret)",
        "SELECT name FROM prices UNION ALL SELECT word FROM secret",
        // Our own name in another database of the connection is not ours.
        "SELECT word FROM main.grants", "SELECT sql FROM sqlite_schema", "SELECT sql FROM sqlite_temp_schema",
        "SELECT name FROM pragma_table_list", "SELECT * FROM pragma_table_info('fruit')",
        "SELECT value FROM json_each('[1]')", "SELECT load_extension('x')", "SELECT readfile('x')",
        "SELECT randomblob(5)", "SELECT random()", "SELECT date('now')", "SELECT current_date",
        "SELECT printf('%100000000d', 1)", "SELECT zeroblob(100000000)", "SELECT sqlite_version()", "SELECT nothing()",
        "SELECT ntile(2) OVER () FROM prices", "SELECT word FROM nowhere",
        "WITH x AS (SELECT word FROM secret) SELECT word FROM x",
        "WITH x AS (SELECT 1) INSERT INTO grants SELECT 'y', 1", "WITH x AS (SELECT 1) DELETE FROM grants",
        "WITH x AS (SELECT 1) UPDATE grants SET amount = 1",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"}) {
    INFO(sql);
    CHECK(f.refused(sql) == "QUERY-INVALID");
  }
  // What was refused is forgotten: the next query runs.
  CHECK(f.ask("SELECT count(*) FROM grants") == "2");
}

TEST_CASE("a part in WITH cannot borrow the name of a table", "[table]") {
  Fixture f;
  for (const std::string name : {"grants", "GRANTS", "\"grants\"", "\"Prices\"", "prices"}) {
    for (const char* rest :
         {" AS (SELECT word FROM secret) ", "(w) AS (SELECT word FROM secret) ",
          " (w) AS MATERIALIZED (SELECT word FROM secret) ", " AS MATERIALIZED (SELECT word FROM secret) ",
          " AS NOT MATERIALIZED (SELECT word FROM secret) "}) {
      const std::string sql = "WITH " + name + rest + "SELECT * FROM " + name;
      INFO(sql);
      CHECK(f.refused(sql) == "QUERY-REFUSED QUERY-NAME");
      CHECK(f.refused("SELECT * FROM (" + sql + ")") == "QUERY-REFUSED QUERY-NAME");
    }
  }
  // An alias, or a column of that name, is none.
  CHECK(f.refused("SELECT * FROM (SELECT word FROM secret) AS grants") == "QUERY-INVALID");
  CHECK(f.refused("SELECT * FROM secret AS prices") == "QUERY-INVALID");
  CHECK(f.ask("SELECT count(*) AS grants FROM grants AS prices") == "2");
}

TEST_CASE("a query without end ends", "[table]") {
  Fixture f;
  std::string wide = "SELECT count(*) FROM prices a";
  for (char c = 'b'; c <= 'z'; ++c) wide += std::string(", prices ") + c;
  CHECK(f.refused(wide + " WHERE a.name <> z.name || 'x'") == "QUERY-STOPPED");
  std::string doubled = "WITH a0 AS (SELECT 'aaaaaaaaaaaaaaaa' AS t)";
  for (int i = 1; i <= 40; ++i) {
    const std::string now = std::to_string(i);
    doubled += ", a" + now + " AS (SELECT t || t AS t FROM a" + std::to_string(i - 1) + ")";
  }
  CHECK(f.refused(doubled + " SELECT length(t) FROM a40") == "QUERY-HEAVY");
  CHECK_THAT(
      f.refused(
          "SELECT group_concat(a.name || b.name || c.name || d.name) FROM prices a, prices b, prices c, prices d"),
      Catch::StartsWith("gave: "));
  CHECK(f.ask("SELECT 1") == "1");
}

TEST_CASE("a query is stopped for its time, and all of them for theirs", "[table]") {
  std::chrono::nanoseconds now{0};
  const auto clock = [&] { return now += std::chrono::milliseconds(1); };  // a millisecond for each look
  table::QueryLimits limits;
  limits.clock = clock;
  limits.time = std::chrono::milliseconds(100);
  limits.all = std::chrono::milliseconds(150);
  QueryDatabase queries(sqlite::Database::temporary(), days(), limits);
  queries.add_table("numbers", {"n"}, [](const QueryParameters&, const QueryDatabase::Put& put) {
    for (int64_t i = 0; i < 10; ++i) put({i});
  });
  const auto refused = [&](const std::string& name, const std::string& sql) {
    try {
      return rows_of(queries.prepare(name, sql, {}));
    } catch (const Error& error) {
      return error.message().key + " " + std::get<std::string>(error.message().args.at(0).second);
    }
  };
  CHECK(refused("s/1.1", "SELECT count(*) FROM numbers") == "10");
  CHECK(refused("s/1.2", "SELECT count(*) FROM numbers a, numbers b, numbers c, numbers d, numbers e") ==
        "QUERY-STOPPED s/1.2");
  CHECK(refused("s/1.3", "SELECT count(*) FROM numbers a, numbers b, numbers c") == "1000");
  std::string last;  // each by itself is short enough
  for (int n = 0; n < 100 && !last.starts_with("QUERY-STOPPED"); ++n)
    last = refused("s/1.4", "SELECT count(*) FROM numbers a, numbers b, numbers c");
  CHECK(last == "QUERY-STOPPED s/1.4");
  const std::string part = "x AS (SELECT a.n FROM numbers a, numbers b, numbers c, numbers d, numbers e)";
  try {
    static_cast<void>(queries.materialize("with", part, {}));
    FAIL("was not stopped");
  } catch (const Error& error) {
    CHECK(error.message() == Message("QUERY-STOPPED", {{"name", "with/x"}}));
  }
}

TEST_CASE("every parameter comes by its name, what is not given is NULL", "[table]") {
  Fixture f;
  QueryParameters given;
  for (const auto& name : table::query_parameters()) given[name] = "<" + name + ">";
  for (const auto& name : table::query_parameters()) {
    INFO(name);
    CHECK(f.ask("SELECT :" + name, given) == "<" + name + ">");
    CHECK(f.ask("SELECT :" + name) == "NULL");
  }
  CHECK(f.ask("SELECT :lang || :organisation || ':today' || :lang", given) == "<lang><organisation>:today<lang>");
  CHECK(f.ask("SELECT :occurrence + 1", {{"occurrence", int64_t{2}}}) == "3");
  // A text is a value, whatever stands in it.
  CHECK(f.ask("SELECT count(*) FROM grants WHERE _key = :subject", {{"subject", std::string("G-1' OR '1' = '1")}}) ==
        "0");
}

TEST_CASE("tables are filled when they are named, those of a period for each anew", "[table]") {
  Fixture f;
  const auto asked = [&](const char* period, const char* today) {
    return f.ask("SELECT * FROM \"due-list\"", {{"period", std::string(period)}, {"today", std::string(today)}});
  };
  CHECK(f.ask("SELECT 1") == "1");
  CHECK(f.filled() == 0);
  CHECK(f.ask("SELECT count(*) FROM grants") == "2");
  CHECK(f.ask("SELECT count(*) FROM grants") == "2");
  CHECK(f.filled() == 1);
  CHECK(asked("2026-10", "2026-11-01") == "2026-10|2026-11-01");
  CHECK(asked("2026-10", "2026-11-01") == "2026-10|2026-11-01");
  CHECK(f.filled() == 2);
  CHECK(asked("2026-11", "2026-11-01") == "2026-11|2026-11-01");
  CHECK(asked("2026-11", "2026-12-01") == "2026-11|2026-12-01");
  CHECK(f.filled() == 4);
}

TEST_CASE("a table whose filling failed is filled anew", "[table]") {
  Fixture f;
  f.fail(true);
  CHECK(f.refused("SELECT count(*) FROM grants") == "TOKEN-FAIL");
  f.fail(false);
  CHECK(f.ask("SELECT count(*) FROM grants") == "2");
}

TEST_CASE("numbers beyond 64 bits end a query instead of becoming inexact", "[table]") {
  Fixture f;
  CHECK(f.refused("SELECT 9223372036854775807 + 1") != "gave: -9223372036854775808");
  CHECK_THAT(f.refused("SELECT 9223372036854775807 + 1"), !Catch::StartsWith("gave"));
  CHECK_THAT(f.refused("SELECT sum(x) FROM (SELECT 9223372036854775807 AS x UNION ALL SELECT 1)"),
             !Catch::StartsWith("gave"));
  CHECK_THAT(f.refused("SELECT dec_mul(9223372036854775807, dec(2))"), !Catch::StartsWith("gave"));
  CHECK_THAT(f.refused("SELECT dec_div(dec(1), 0)"), !Catch::StartsWith("gave"));
  CHECK_THAT(f.refused("SELECT abs(-9223372036854775807 - 1)"), !Catch::StartsWith("gave"));
}

TEST_CASE("working days after a day", "[table]") {
  Fixture f;
  const auto after = [&](const std::string& arguments) {
    return f.ask("SELECT working_days_after(" + arguments + ")");
  };
  CHECK(after("'2026-10-23', 0") == "2026-10-23");
  CHECK(after("'2026-10-23', 1") == "2026-10-27");  // Saturday, Sunday, Republic Day on Sunday moved to Monday
  CHECK(after("'2026-10-24', 2") == "2026-10-28");
  CHECK(after("'2026-10-23', -1") == "NULL");
  CHECK(after("'2026-10-23', 401") == "NULL");
  CHECK_FALSE(f.calendar_end());
  CHECK(after("'2026-13-23', 1") == "NULL");
  CHECK(after("'2099-01-01', 1") == "NULL");
  CHECK(f.calendar_end() == "CALENDAR-YEAR");
  CHECK_FALSE(f.calendar_end());  // said once
  CHECK(after("NULL, 1") == "NULL");
  CHECK(after("'2026-10-23', NULL") == "NULL");
  CHECK(after("'2026-10-23', '1'") == "NULL");
  CHECK(f.refused("SELECT working_days_after('2026-10-23')") == "QUERY-INVALID");
}
