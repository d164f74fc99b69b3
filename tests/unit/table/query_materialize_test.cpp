// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/error.h"
#include "table/query_database.h"

using namespace esep;
using table::QueryDatabase;
using table::QueryParameters;

namespace {

struct NumberQueries {
  NumberQueries() : queries(sqlite::Database::temporary(), calendar) {
    queries.add_table("numbers", {"n", "word"}, [this](const QueryParameters&, const QueryDatabase::Put& put) {
      ++filled;
      for (int64_t n = 1; n <= 4; ++n) put({n, n == 3 ? sqlite::Value() : sqlite::Value("w" + std::to_string(n))});
    });
  }

  std::string all(const std::string& with, const std::string& query, const QueryParameters& parameters = {}) {
    auto rows = queries.prepare("q", "WITH " + with + " " + query, parameters);
    std::string out;
    while (rows.step()) {
      for (int i = 0; i < rows.column_count(); ++i) out += (rows.is_null(i) ? "-" : rows.text(i)) + " ";
      out += "| ";
    }
    return out;
  }

  int filled = 0;
  Diagnostics diagnostics;
  calendar::WorkingDays calendar =
      calendar::WorkingDays::from_csv("days.csv", "date,kind,name_kk,name_ru,name_en,source\n", diagnostics);
  QueryDatabase queries;
};

const char* const kWith =
    "big AS (SELECT n, word FROM numbers WHERE n > 1 AND :period = 'x'),\n"
    "pairs AS (SELECT a.n AS n, b.n AS m FROM big AS a JOIN big AS b ON b.n > a.n)";

}  // namespace

TEST_CASE("what queries share is worked out once and gives the same rows") {
  NumberQueries numbers;
  const QueryParameters parameters{{"period", std::string("x")}};
  const std::string query = "SELECT p.n, p.m, big.word FROM pairs AS p JOIN big ON big.n = p.m ORDER BY p.n, p.m";
  const std::string direct = numbers.all(kWith, query, parameters);
  CHECK(direct == "2 3 - | 2 4 w4 | 3 4 w4 | ");
  const std::string kept = numbers.queries.materialize("with", kWith, parameters);
  CHECK(kept != kWith);
  CHECK(numbers.all(kept, query, parameters) == direct);
  // Kept are the rows of then: other parameters ask anew.
  CHECK(numbers.all(kept, query, {{"period", std::string("y")}}) == direct);
  const std::string other = numbers.queries.materialize("with", kWith, {{"period", std::string("y")}});
  CHECK(numbers.all(other, query, {{"period", std::string("y")}}).empty());
  CHECK(numbers.filled == 1);
}

TEST_CASE("what cannot be taken apart stays as it is") {
  NumberQueries numbers;
  for (const char* with :
       {"a(n) AS (SELECT n FROM numbers)", "a AS (WITH b AS (SELECT n FROM numbers) SELECT n FROM b)"}) {
    CHECK(numbers.queries.materialize("with", with, {}) == with);
    CHECK(numbers.all(with, "SELECT count(*) FROM a") == "4 | ");
  }
  CHECK(numbers.queries.materialize("with", "", {}).empty());
}

TEST_CASE("what is shared is refused like any query") {
  NumberQueries numbers;
  CHECK_THROWS_AS(numbers.queries.materialize("with", "a AS (SELECT * FROM sqlite_schema)", {}), Error);
  CHECK_THROWS_AS(numbers.queries.materialize("with", "numbers AS (SELECT 1 AS n)", {}), Error);
  CHECK_THROWS_AS(numbers.queries.materialize("with", "a AS (SELECT n * 2 AS n FROM numbers)", {}), Error);
}

TEST_CASE("an indexed table gives the same rows") {
  NumberQueries numbers;
  numbers.queries.add_index("numbers", "n");
  CHECK(numbers.all("a AS (SELECT word FROM numbers WHERE n = 2)", "SELECT word FROM a") == "w2 | ");
}

TEST_CASE("a kept part whose first column names each row once is found by it", "[queries]") {
  NumberQueries numbers;
  static_cast<void>(numbers.queries.materialize(
      "with", "once AS (SELECT n, 1 AS x FROM numbers), many AS (SELECT 1 AS x, n FROM numbers)",
      {{"period", std::string("x")}}));
  const auto indexed = [&](const char* part) {
    auto found =
        numbers.queries.database().prepare("SELECT 1 FROM sqlite_temp_schema WHERE type = 'index' AND tbl_name = ?1");
    found.bind(1, std::string("kept:") + part);
    return found.step();
  };
  CHECK(indexed("once"));
  CHECK_FALSE(indexed("many"));
  numbers.queries.release();
  CHECK_FALSE(indexed("once"));
}
