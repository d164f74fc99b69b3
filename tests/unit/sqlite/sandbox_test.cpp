// SPDX-License-Identifier: MIT
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sqlite/database.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::sqlite;

namespace {

// Joins texts with the number of rows: has state, so that runs must not share it.
class Joined : public Aggregate {
 public:
  void step(const FunctionCall& call) override {
    ++rows_;
    if (call.is_null(0)) return;
    const Value value = call.arg(0);
    if (std::get<std::string>(value) == "throw") throw std::runtime_error("thrown in step");
    if (std::get<std::string>(value) == "fail") return call.fail("failed in step");
    text_ += std::get<std::string>(value);
  }
  void finish(const FunctionCall& call) override { call.result(text_ + std::to_string(rows_)); }

 private:
  std::string text_;
  int rows_ = 0;
};

Database with_functions() {
  Database database = Database::temporary();
  database.add_function("describe", -1, [](const FunctionCall& call) {
    std::string out = std::to_string(call.size());
    for (int i = 0; i < call.size(); ++i) out += " " + std::to_string(call.arg(i).index());
    call.result(out);
  });
  database.add_function("echo", 1, [](const FunctionCall& call) { call.result(call.arg(0)); });
  database.add_function("refuse", 0, [](const FunctionCall& call) { call.fail("жоқ"); });
  database.add_function("explode", 0, [](const FunctionCall&) { throw std::runtime_error("boom"); });
  database.add_aggregate("joined", 1, [] { return std::make_unique<Joined>(); });
  return database;
}

}  // namespace

TEST_CASE("SQLite functions: arguments and results of every kind") {
  const Database database = with_functions();
  CHECK(database.value("SELECT describe()") == Value("0"));
  CHECK(database.value("SELECT describe(NULL, 1, 'x', x'00')") == Value("4 0 1 2 3"));
  CHECK(database.value("SELECT echo(NULL)") == Value());
  CHECK(database.value("SELECT echo(-9223372036854775808)") == Value(std::numeric_limits<int64_t>::min()));
  CHECK(database.value("SELECT echo('сәлем')") == Value("сәлем"));
  CHECK(database.value("SELECT echo('')") == Value(std::string()));
  CHECK(database.value("SELECT echo(x'00FF')") == Value(Blob{std::byte{0}, std::byte{255}}));
}

TEST_CASE("SQLite functions: what goes wrong fails the statement") {
  const Database database = with_functions();
  CHECK(error_of([&] { (void)database.value("SELECT refuse()"); }) == "SQLITE-ERROR reason=жоқ file=");
  CHECK(error_of([&] { (void)database.value("SELECT explode()"); }) == "SQLITE-ERROR reason=boom file=");
  CHECK(error_of([&] { (void)database.value("SELECT echo(1.5)"); }) ==
        "SQLITE-ERROR reason=floating point where exact numbers are kept file=");
  CHECK(error_of([&] { (void)database.value("SELECT echo(1, 2)"); }) ==
        "SQLITE-ERROR reason=wrong number of arguments to function echo() file=");
  CHECK(database.value("SELECT echo(1)") == Value(int64_t{1}));
}

TEST_CASE("SQLite aggregates: one state for every group") {
  const Database database = with_functions();
  CHECK(database.value("SELECT joined(column1) FROM (VALUES ('a'), (NULL), ('b'))") == Value("ab3"));
  CHECK(database.value("SELECT joined(column1) FROM (VALUES ('a')) WHERE 0") == Value("0"));
  CHECK(database.value("SELECT joined(column1) || joined(column2) FROM (VALUES ('a', 'x'), ('b', 'y'))") ==
        Value("ab2xy2"));
  Statement groups = database.prepare(
      "SELECT joined(column2) FROM (VALUES (1, 'a'), (2, 'b'), (1, 'c')) GROUP BY column1 ORDER BY column1");
  for (int run = 0; run < 2; ++run) {
    REQUIRE(groups.step());
    CHECK(groups.text(0) == "ac2");
    REQUIRE(groups.step());
    CHECK(groups.text(0) == "b1");
    CHECK_FALSE(groups.step());
    groups.reset();
  }
}

TEST_CASE("SQLite aggregates: a failing row fails the statement and frees the state") {
  const Database database = with_functions();
  CHECK(error_of([&] { (void)database.value("SELECT joined(column1) FROM (VALUES ('a'), ('throw'))"); }) ==
        "SQLITE-ERROR reason=thrown in step file=");
  CHECK(error_of([&] { (void)database.value("SELECT joined(column1) FROM (VALUES ('a'), ('fail'))"); }) ==
        "SQLITE-ERROR reason=failed in step file=");
  Statement abandoned = database.prepare("SELECT joined(column1) FROM (VALUES ('a'), ('b')) GROUP BY column1");
  CHECK(abandoned.step());
}

TEST_CASE("SQLite authorizer: sees and denies while a statement is prepared") {
  Database database = Database::temporary();
  database.execute("CREATE TABLE open(n); CREATE TABLE secret(n)");
  std::string seen;
  database.set_authorizer([&seen](const Access& access) {
    seen += std::to_string(access.action) + " " + std::string(access.first) + " " + std::string(access.second) + "; ";
    return access.first != "secret" && access.second != "random";
  });
  CHECK(database.value("SELECT count(n) FROM open") == Value(int64_t{0}));
  CHECK(seen == "21  ; 31  count; 20 open n; ");
  CHECK(error_of([&] { (void)database.prepare("SELECT n FROM secret"); }) ==
        "SQLITE-DENIED reason=access to secret.n is prohibited file=");
  CHECK(error_of([&] { database.execute("DELETE FROM secret"); }) == "SQLITE-DENIED reason=not authorized file=");
  CHECK(error_of([&] { (void)database.prepare("SELECT random()"); }).find("random") != std::string::npos);
  database.set_authorizer([](const Access&) -> bool { throw std::runtime_error("in the authorizer"); });
  CHECK(error_of([&] { (void)database.prepare("SELECT 1"); }) == "SQLITE-DENIED reason=not authorized file=");
  database.set_authorizer({});
  CHECK(database.value("SELECT count(n) FROM secret") == Value(int64_t{0}));
}

TEST_CASE("SQLite step limit: stops one long run, not many short ones") {
  Database database = Database::temporary();
  const char* endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";
  database.set_run_limit({.steps = 10000});
  CHECK(error_of([&] { (void)database.value(endless); }) == "SQLITE-INTERRUPTED reason=interrupted file=");
  Statement brief = database.prepare(
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 100) SELECT count(*) FROM c");
  for (int i = 0; i < 100; ++i) {
    REQUIRE(brief.step());
    CHECK(brief.integer(0) == 100);
    brief.reset();
  }
  database.set_run_limit({});
  CHECK(database.value("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 100000) SELECT "
                       "count(*) FROM c") == Value(int64_t{100000}));
}

TEST_CASE("SQLite time limit: stops one run, or all together, by the clock that is given") {
  Database database = Database::temporary();
  const char* counting =
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 10000) SELECT count(*) FROM c";
  std::chrono::nanoseconds now{0};
  int asked = 0;
  const auto clock = [&] {  // a millisecond goes by whenever somebody looks
    ++asked;
    return now += std::chrono::milliseconds(1);
  };
  database.set_run_limit({.steps = 0, .time = std::chrono::milliseconds(20), .all = {}, .clock = clock});
  CHECK(error_of([&] { (void)database.value(counting); }) == "SQLITE-TIME reason=interrupted file=");
  Statement brief = database.prepare("SELECT 1");
  for (int i = 0; i < 100; ++i) {  // each run has the whole time
    CHECK(brief.step());
    brief.reset();
  }
  now += std::chrono::hours(1);  // what the caller does between two steps does not count
  Statement rows = database.prepare("SELECT 1 UNION ALL SELECT 2");
  CHECK(rows.step());
  now += std::chrono::hours(1);
  CHECK(rows.step());

  database.set_run_limit({.steps = 0, .time = {}, .all = std::chrono::milliseconds(200), .clock = clock});
  std::string stopped;
  int runs = 0;
  for (; stopped != "TOKEN-STOPPED" && runs < 100; ++runs) {
    Statement one = database.prepare(counting);
    one.say_when_stopped(Message("TOKEN-STOPPED"));
    stopped = error_of([&] { one.run(); });
  }
  CHECK(stopped == "TOKEN-STOPPED");
  CHECK(runs > 1);
  CHECK(error_of([&] { database.execute(counting); }) == "SQLITE-TIME reason=interrupted file=");
  database.set_run_limit({});
  asked = 0;
  CHECK(database.value(counting) == Value(int64_t{10000}));
  CHECK(asked == 0);
}

TEST_CASE("SQLite time limit: a statement within a function's call counts once") {
  Database database = Database::temporary();
  std::chrono::nanoseconds now{0};
  database.add_function("inner_count", 0, [&](const FunctionCall& call) {
    now += std::chrono::milliseconds(10);
    call.result(std::get<int64_t>(*database.value("SELECT count(*) FROM (SELECT 1)")));
  });
  database.set_run_limit({.steps = 0, .time = {}, .all = std::chrono::milliseconds(45), .clock = [&] { return now; }});
  for (int i = 0; i < 4; ++i) CHECK(database.value("SELECT inner_count()") == Value(int64_t{1}));  // 40 ms
  CHECK(database.value("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 10000) SELECT count(*) "
                       "FROM c") == Value(int64_t{10000}));
  CHECK(error_of([&] {
          (void)database.value(
              "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 10000) "
              "SELECT sum(n + inner_count()) FROM c");
        }) == "SQLITE-TIME reason=interrupted file=");
}

TEST_CASE("SQLite limits: a text over the limit is refused") {
  Database database = Database::temporary();
  database.set_limit(0 /* SQLITE_LIMIT_LENGTH */, 1000);
  CHECK(error_of([&] { database.prepare("SELECT ?").bind(1, std::string(1001, 'x')); }) ==
        "SQLITE-ERROR reason=string or blob too big file=");
  database.prepare("SELECT ?").bind(1, std::string(1000, 'x'));
}
