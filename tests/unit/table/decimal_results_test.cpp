// SPDX-License-Identifier: MIT
#include "table/decimal_results.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace esep;

namespace {

// Of the results `names` those that may be decimals; `price` and `paid` are decimal columns.
std::string decimals(const std::string& sql, const std::string& names = "a b") {
  const table::DecimalResults results(sql, [](const std::string& name) { return name == "price" || name == "paid"; });
  std::vector<std::string> out;
  for (const std::string& name : split(names, ' ')) {
    if (results.may_be_decimal(name)) out.push_back(name);
  }
  return join(out, " ");
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("decimal results: columns and what is computed of them", "[table]") {
  CHECK(decimals("SELECT price, count(price) AS a, sum(price) AS b FROM t", "price a b") == "price b");
  CHECK(decimals("SELECT t.price AS a, t.sort AS b FROM t") == "a");
  CHECK(decimals("SELECT PRICE a, \"price\" b FROM t", "a b A B") == "a b A B");
  CHECK(decimals("SELECT price + 1 AS a, -paid AS b FROM t") == "a b");
  CHECK(decimals("SELECT max(t.price) - min(t.paid) AS a, coalesce(sort, 0) AS b FROM t") == "a");
  CHECK(decimals("SELECT dec(2) AS a, dec_cmp(price, paid) AS b FROM t") == "a");
  CHECK(decimals("SELECT nullif(price, 0) AS a, nullif(sort, price) AS b FROM t") == "a");
  CHECK(decimals("SELECT 'KZT ' || price AS a, group_concat(paid) AS b FROM t") == "a b");
  CHECK(decimals("SELECT row_number() OVER (ORDER BY price) AS a, sum(price) OVER (ORDER BY sort) AS b FROM t") == "b");
  CHECK(decimals("SELECT count(*) FILTER (WHERE price > 0) AS a, (price) AS b FROM t") == "b");
  CHECK(decimals("SELECT price AS 'a', sort AS b FROM t") == "a");
  CHECK(decimals("SELECT DISTINCT price AS a FROM t") == "a");
}

TEST_CASE("decimal results: conditions are none", "[table]") {
  CHECK(decimals("SELECT iif(price > 0, 'dear', 'cheap') AS a, iif(sort, price, 0) AS b FROM t") == "b");
  CHECK(decimals("SELECT price > 0 AS a, price IS NULL AS b FROM t").empty());
  CHECK(decimals("SELECT price BETWEEN 1 AND paid AS a, price IN (1, 2) OR paid AS b FROM t").empty());
  CHECK(decimals("SELECT CASE WHEN price > 0 THEN 1 ELSE 2 END AS a, CASE WHEN sort THEN paid END AS b FROM t") == "b");
  CHECK(decimals("SELECT CASE sort WHEN 1 THEN (CASE WHEN 1 THEN 2 ELSE price END) END AS a, CASE WHEN 1 THEN CASE "
                 "WHEN 2 THEN 3 ELSE paid END ELSE 4 END AS b FROM t") == "a b");
  CHECK(decimals("SELECT EXISTS (SELECT price FROM t) AS a, (SELECT count(*) FROM t WHERE price > 0) AS b").empty());
}

TEST_CASE("decimal results: through parts, subqueries and unions", "[table]") {
  CHECK(decimals("WITH x AS (SELECT price AS cost, sort AS kind FROM t) SELECT cost AS a, kind AS b FROM x") == "a");
  CHECK(decimals("WITH x(cost, kind) AS (SELECT price, sort FROM t) SELECT cost AS a, kind AS b FROM x") == "a");
  CHECK(decimals("WITH x(n) AS (SELECT 1 UNION ALL SELECT price FROM t) SELECT n AS a, 1 AS b FROM x") == "a");
  CHECK(decimals("SELECT (SELECT max(price) FROM t) AS a, (SELECT sort FROM t WHERE price = 1) AS b") == "a");
  CHECK(decimals("SELECT 'all' AS a, NULL AS b UNION ALL SELECT sort, price FROM t") == "b");
  CHECK(decimals("SELECT 1 AS a, 2 AS b UNION ALL SELECT * FROM (SELECT price, sort FROM t)") == "a");
  CHECK(decimals("SELECT * FROM (SELECT price AS a, sort AS b FROM t) ORDER BY b") == "a");
  CHECK(decimals("WITH x AS (SELECT price AS a, sort AS b FROM t) SELECT * FROM x") == "a");
  CHECK(decimals("WITH x AS (SELECT price AS a FROM t), y AS (SELECT sort AS b FROM t) SELECT x.*, y.* FROM x, y") ==
        "a");
  CHECK(decimals("SELECT * FROM t", "price sort") == "price");
  CHECK(decimals("WITH x AS MATERIALIZED (SELECT 1 AS a), y AS NOT MATERIALIZED (SELECT price AS b FROM t) "
                 "SELECT a, b FROM x, y") == "b");
}

TEST_CASE("decimal results: what cannot be followed may be a decimal", "[table]") {
  CHECK(decimals("SELECT 1 AS a, 2 AS b UNION ALL SELECT * FROM t JOIN u WHERE t.price > 0") == "a b");
  CHECK(decimals("WITH x(n) AS (VALUES (1), (dec(2))) SELECT n AS a FROM x", "a") == "a");
  CHECK(decimals("WITH x(n) AS (VALUES (1), (2)) SELECT n AS a FROM x", "a").empty());
  CHECK(decimals("SELECT " + repeated("(", 300) + "sort" + repeated(")", 300) + " AS a, sort AS b FROM t") == "a");
  CHECK(decimals("SELECT price) AS a FROM (t", "a").empty());  // no query: its own finding says so
  std::string doubled = "WITH x0 AS (SELECT * FROM t UNION ALL SELECT * FROM t)";
  for (int i = 1; i < 200; ++i) {
    const std::string before = "SELECT * FROM x" + std::to_string(i - 1);
    doubled += ", x" + std::to_string(i) + " AS (" + before + " UNION ALL " + before + ")";
  }
  CHECK(decimals(doubled + " SELECT price, sort FROM x199", "price sort") == "price");
}
