// SPDX-License-Identifier: MIT
#include "table/functions.h"

#include <limits>
#include <random>

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace esep;
using namespace esep::table;

namespace {

__extension__ using Wide = __int128;
constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
constexpr int64_t kLeast = std::numeric_limits<int64_t>::min();

// A value, or the reason why there is none: "RULE-OVERFLOW".
sqlite::Value ask(const sqlite::Database& database, const std::string& sql, std::vector<sqlite::Value> with = {}) {
  try {
    return *database.value("SELECT " + sql, with);
  } catch (const Error& error) {
    return std::get<std::string>(error.message().args.front().second);
  }
}

sqlite::Database fresh() {
  auto out = sqlite::Database::temporary();
  add_functions(out);
  return out;
}

bool fits(Wide number) { return number >= kLeast && number <= kMost; }

// Half away from zero.
Wide rounded(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide twice = numerator * 2;
  return (twice >= 0 ? twice + denominator : twice - denominator) / (denominator * 2);
}

sqlite::Value expected(Wide units) {
  // The smallest number has no counterpart above zero, so it counts as an overflow.
  if (!fits(units) || units == kLeast) return std::string("RULE-OVERFLOW");
  return static_cast<int64_t>(units);
}

class Numbers {
 public:
  // All magnitudes alike, so that both small numbers and overflows are frequent.
  int64_t next() {
    const int bits = static_cast<int>(random_() % 63) + 1;
    const auto number = static_cast<int64_t>(random_() >> (64 - bits));
    return random_() % 2 == 0 ? number : -number;
  }

 private:
  std::mt19937_64 random_{20261121};
};

}  // namespace

TEST_CASE("products, quotients and comparisons agree with wide integers") {
  const auto database = fresh();
  Numbers numbers;
  for (int i = 0; i < 20'000; ++i) {
    const int64_t a = numbers.next();
    const int64_t b = numbers.next();
    INFO(a << " " << b);
    REQUIRE(ask(database, "dec_mul(?, ?)", {a, b}) == expected(rounded(Wide{a} * b, 10'000)));
    if (b != 0) REQUIRE(ask(database, "dec_div(?, ?)", {a, b}) == expected(rounded(Wide{a} * 10'000, b)));
    REQUIRE(ask(database, "dec_cmp(?, ?)", {a, b}) == sqlite::Value(int64_t{a < b ? -1 : (a > b ? 1 : 0)}));
  }
}

TEST_CASE("sums agree with wide integers in any order of the rows") {
  auto database = fresh();
  database.execute("CREATE TABLE t(n INTEGER) STRICT");
  auto insert = database.prepare("INSERT INTO t VALUES(?)");
  Numbers numbers;
  for (int i = 0; i < 300; ++i) {
    database.execute("DELETE FROM t");
    Wide sum = 0;
    for (int k = 0; k < 20; ++k) {
      const int64_t n = numbers.next();
      sum += n;
      insert.bind(1, n).run();
    }
    REQUIRE(ask(database, "dec_sum(n) FROM t") == expected(sum));
    REQUIRE(ask(database, "sum(n) FROM (SELECT n FROM t ORDER BY n)") == expected(sum));
  }
  database.execute(
      "DELETE FROM t; INSERT INTO t VALUES(9223372036854775807), (9223372036854775807), "
      "(-9223372036854775807), (NULL)");
  CHECK(ask(database, "dec_sum(n) FROM t") == sqlite::Value(kMost));
  CHECK(ask(database, "dec_sum(n) FROM t WHERE n IS NULL") == sqlite::Value{});
  CHECK(ask(database, "dec_sum(n) FROM t WHERE 0") == sqlite::Value{});
  CHECK(ask(database, "dec_sum('a') FROM t") == sqlite::Value("RULE-NOT-DECIMAL"));
}

TEST_CASE("dec reads whole numbers and canonical texts") {
  const auto database = fresh();
  CHECK(ask(database, "dec('0.5')") == sqlite::Value(int64_t{5000}));
  CHECK(ask(database, "dec('-1234.5600')") == sqlite::Value(int64_t{-12'345'600}));
  CHECK(ask(database, "dec(12)") == sqlite::Value(int64_t{120'000}));
  CHECK(ask(database, "dec(NULL)") == sqlite::Value{});
  CHECK(ask(database, "dec('')") == sqlite::Value("RULE-NOT-DECIMAL"));
  CHECK(ask(database, "dec('1,5')") == sqlite::Value("RULE-NOT-DECIMAL"));
  CHECK(ask(database, "dec(922337203685478)") == sqlite::Value("RULE-OVERFLOW"));
  CHECK(ask(database, "dec(?)", {kLeast}) == sqlite::Value("RULE-OVERFLOW"));
}

TEST_CASE("what cannot be computed fails, and NULL gives NULL") {
  const auto database = fresh();
  CHECK(ask(database, "dec_div(1, 0)") == sqlite::Value("RULE-DIVISION"));
  CHECK(ask(database, "dec_div(0, 0)") == sqlite::Value("RULE-DIVISION"));
  CHECK(ask(database, "dec_mul('a', 1)") == sqlite::Value("RULE-NOT-DECIMAL"));
  CHECK(ask(database, "dec_cmp(1, 'a')") == sqlite::Value("RULE-NOT-DECIMAL"));
  CHECK(std::get<std::string>(ask(database, "dec_mul(1.5, 1)")).find("floating point") != std::string::npos);
  for (const char* call : {"dec_mul(NULL, 1)", "dec_div(1, NULL)", "dec_div(NULL, 0)", "dec_cmp(NULL, 1)",
                           "days_between(NULL, '2026-01-01')", "add_months('2026-01-01', NULL)",
                           "labelled_date(NULL, 'a')", "fold(NULL)"}) {
    INFO(call);
    CHECK(ask(database, call) == sqlite::Value{});
  }
}

TEST_CASE("a limit makes greater results overflow") {
  auto database = sqlite::Database::temporary();
  const auto limit = std::make_shared<int64_t>(100'000);
  add_functions(database, limit);
  CHECK(ask(database, "dec(10)") == sqlite::Value(int64_t{100'000}));
  CHECK(ask(database, "dec(11)") == sqlite::Value("RULE-OVERFLOW"));
  CHECK(ask(database, "dec('-10.0001')") == sqlite::Value("RULE-OVERFLOW"));
  CHECK(ask(database, "dec_mul(100000, 20000)") == sqlite::Value("RULE-OVERFLOW"));
  CHECK(ask(database, "sum(100001)") == sqlite::Value("RULE-OVERFLOW"));
  *limit = 200'000;
  CHECK(ask(database, "dec(11)") == sqlite::Value(int64_t{110'000}));
}

TEST_CASE("dates") {
  const auto database = fresh();
  CHECK(ask(database, "days_between('2026-02-27', '2026-03-01')") == sqlite::Value(int64_t{2}));
  CHECK(ask(database, "days_between('2028-03-01', '2028-02-27')") == sqlite::Value(int64_t{-3}));
  CHECK(ask(database, "days_between('2026-02-30', '2026-03-01')") == sqlite::Value{});
  const auto months = [&](const std::string& date, int64_t n) { return ask(database, "add_months(?, ?)", {date, n}); };
  CHECK(months("2026-01-31", 1) == sqlite::Value("2026-02-28"));
  CHECK(months("2027-12-31", 2) == sqlite::Value("2028-02-29"));
  CHECK(months("2026-03-31", -1) == sqlite::Value("2026-02-28"));
  CHECK(months("2026-03-15", -15) == sqlite::Value("2024-12-15"));
  CHECK(months("2026-12-10", 1) == sqlite::Value("2027-01-10"));
  CHECK(months("9999-12-10", 1) == sqlite::Value{});
  CHECK(months("0001-01-10", -1) == sqlite::Value{});
  CHECK(months("2026-01-10", kMost) == sqlite::Value{});
  CHECK(months("2026-01-10", kLeast) == sqlite::Value{});
  CHECK(months("soon", 1) == sqlite::Value{});
}

TEST_CASE("labelled dates and folded texts") {
  const auto database = fresh();
  const std::string cell =
      "plan: 2026-10-05\nfact: 2026-11-01\nplan: 2026-12-01\nplan: 2026-11-30\nplanned: 2027-01-01\nopen: -";
  CHECK(ask(database, "labelled_date(?, 'plan')", {cell}) == sqlite::Value("2026-12-01"));
  CHECK(ask(database, "labelled_date(?, 'fact')", {cell}) == sqlite::Value("2026-11-01"));
  CHECK(ask(database, "labelled_date(?, 'open')", {cell}) == sqlite::Value{});
  CHECK(ask(database, "labelled_date(?, 'none')", {cell}) == sqlite::Value{});
  CHECK(ask(database, "fold('  ӘДІЛЕТ   Министрлігі ')") == sqlite::Value("әділет министрлігі"));
}

TEST_CASE("nothing that differs from day to day or reaches outside may be called") {
  for (const char* name : {"random",
                           "randomblob",
                           "date",
                           "datetime",
                           "julianday",
                           "strftime",
                           "current_date",
                           "changes",
                           "total_changes",
                           "last_insert_rowid",
                           "load_extension",
                           "printf",
                           "format",
                           "zeroblob",
                           "hex",
                           "char",
                           "replace",
                           "group_concat",
                           "avg",
                           "total",
                           "round",
                           "sqlite_version",
                           "quote",
                           "readfile",
                           "json",
                           "pow",
                           "typeof"}) {
    INFO(name);
    CHECK_FALSE(is_allowed_function(name));
  }
  CHECK(is_allowed_function("dec_sum"));
  CHECK(is_allowed_function("wrong_mail"));
  CHECK(std::is_sorted(allowed_functions().begin(), allowed_functions().end()));
}
