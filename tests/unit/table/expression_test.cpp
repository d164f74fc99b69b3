// SPDX-License-Identifier: MIT
#include "table/expression.h"

#include <limits>

#include <catch2/catch.hpp>

using namespace esep;
using namespace esep::table;

namespace {

NumberNames names() {
  NumberNames out;
  out.columns = {{"amount", NumberKind::decimal},
                 {"paid", NumberKind::decimal},
                 {"people", NumberKind::integer},
                 {"code", NumberKind::none}};
  out.fields = {{"total", NumberKind::decimal}, {"amount", NumberKind::integer}};
  out.subject = {{"sum", NumberKind::decimal}};
  return out;
}

std::string code(const std::string& text) {
  Expression out;
  const auto problem = read_expression(text, names(), out);
  return problem ? problem->key : "";
}

Expression read(const std::string& text) {
  Expression out;
  const auto problem = read_expression(text, names(), out);
  INFO(text);
  REQUIRE_FALSE(problem);
  return out;
}

}  // namespace

TEST_CASE("what is not one expression is refused") {
  CHECK(code("") == "RULE-EMPTY");
  CHECK(code(" \n\t") == "RULE-EMPTY");
  CHECK(code(std::string(10'001, ' ') + "1") == "RULE-LONG");
  CHECK(code("1; DROP TABLE rows") == "RULE-SEMICOLON");
  CHECK(code("1 -- )") == "RULE-COMMENT");
  CHECK(code("1 /* ) */") == "RULE-COMMENT");
  CHECK(code("1 */ 1") == "RULE-COMMENT");
  CHECK(code("1--1") == "RULE-COMMENT");
  CHECK(code("1) OR (1") == "RULE-PARENTHESES");
  CHECK(code("(1") == "RULE-PARENTHESES");
  CHECK(code("1)") == "RULE-PARENTHESES");
  CHECK(code("'abc") == "RULE-QUOTE");
  CHECK(code("'it''s") == "RULE-QUOTE");
  CHECK(code("\"abc") == "RULE-QUOTE");
}

TEST_CASE("brackets, semicolons and comments within quotes are text") {
  CHECK(code("row.code = ';)--/*('") == "");
  CHECK(code("row.code = 'it''s'") == "");
  CHECK(code("row.\"code\" = ')'") == "");
}

TEST_CASE("signs without a place in a rule are refused by name") {
  for (const std::string sign : {"?", "@", ":", "#", "$", "[", "`", "&", "|", "~", "^", "{", "!", "\\", "₸", "Ә"}) {
    Expression out;
    const auto problem = read_expression("row.code " + sign + " 1", names(), out);
    REQUIRE(problem);
    CHECK(*problem == Message("RULE-SIGN", {{"text", sign}}));
  }
  CHECK(code("1 << 2") == "RULE-SIGN");
  CHECK(code("row.code -> 'a'") == "RULE-SIGN");
  CHECK(code("row.code = x'41'") == "RULE-SIGN");
  CHECK(code(std::string("1\0) OR (1", 9)) == "RULE-SIGN");
  CHECK(code("row.code = \xff") == "RULE-SIGN");
  CHECK(code("row.code || 'a' = 'ba'") == "");
}

TEST_CASE("what is not exact is refused") {
  for (const char* number : {"1.5", ".5", "1.", "1e3", "1E-3", "1e+3", "0x10", "9223372036854775808", "12x34"}) {
    INFO(number);
    CHECK(code(std::string("row.people > ") + number) == "RULE-REAL");
  }
  CHECK(code("row.people > 9223372036854775807") == "");
  for (const char* sign : {"*", "/", "%"}) CHECK(code(std::string("row.people ") + sign + " 2 > 1") == "RULE-OPERATOR");
  for (const char* call : {"avg", "TOTAL", "round", "Cast"}) {
    CHECK(code("(SELECT " + std::string(call) + "(people) FROM rows) > 1") == "RULE-INEXACT");
  }
  CHECK(code("(SELECT sum(amount) FROM rows) > 0") == "RULE-SUM");
  CHECK(code("(SELECT sum(coalesce(rows.amount, 0)) FROM rows) > 0") == "RULE-SUM");
  CHECK(code("(SELECT sum(people) FROM rows) > 10") == "");
  CHECK(code("(SELECT count(*) FROM rows) > 10") == "");
  CHECK(code("EXISTS (SELECT * FROM previous)") == "");
  CHECK(code("(SELECT count ( * ) FROM rows) > 10") == "");
}

TEST_CASE("a decimal that meets a whole number or a text is refused") {
  for (const char* text : {"row.amount > 100",
                           "100 < row.amount",
                           "row.amount = '5'",
                           "row.amount + 1 > dec(2)",
                           "row.amount > row.people",
                           "row.people = row.amount",
                           "row.amount BETWEEN 1 AND 2",
                           "row.amount BETWEEN dec(1) AND 2",
                           "row.amount NOT BETWEEN 5 AND dec(7)",
                           "row.amount IN (dec(1), 2)",
                           "row.amount NOT IN (3)",
                           "head.total >= -5",
                           "subject.sum <> 7",
                           "abs(row.amount) > 5",
                           "coalesce(row.amount, row.paid) > 5",
                           "5 > max(row.amount, row.paid)",
                           "dec_mul(row.amount, 2) > dec(1)",
                           "dec_div(2, row.amount) > dec(1)",
                           "dec_cmp(row.amount, 3) > 0",
                           "dec_sum(people) > dec(1)",
                           "dec(row.amount) > dec(1)",
                           "dec_mul(row.amount, row.paid) > 5",
                           "count(*) > dec(5)",
                           "\"amount\" > 5",
                           "row.\"amount\" > 5",
                           "row.AMOUNT > 5",
                           "(row.amount) > dec(1) AND 5 > (row.amount)",
                           "head.amount = row.amount"}) {
    INFO(text);
    CHECK(code(text) == "RULE-UNITS");
  }
  for (const char* text :
       {"row.amount > 0", "row.amount >= dec(100)", "row.amount > dec('0.5')", "row.amount <= row.paid",
        "row.amount + row.paid = head.total", "row.people > 5", "head.amount > 5", "row.amount IS NOT NULL",
        "row.code = '5'", "row.amount BETWEEN 0 AND dec(100)", "row.amount IN (dec(1), dec(2))",
        "dec(row.people) <= row.amount", "dec_cmp(row.amount, row.paid) = 1",
        "days_between(row.code, received_on) > 30", "length(row.code) = 12",
        "row.amount = (SELECT dec_sum(paid) FROM previous)", "row.amount > -row.paid"}) {
    INFO(text);
    CHECK(code(text) == "");
  }
  Expression out;
  CHECK(*read_expression("row.code = 'x' OR row.amount > 100", names(), out) ==
        Message("RULE-UNITS", {{"text", "amount > 100"}}));
  CHECK(code("row.amount > dec('1 000')") == "RULE-DECIMAL");
  CHECK(code("row.amount > dec('1,5')") == "RULE-DECIMAL");
  CHECK(code("row.amount > dec('0.00001')") == "RULE-DECIMAL");
}

TEST_CASE("subqueries read tables only") {
  for (const char* text :
       {"(SELECT 1 FROM (SELECT 1))", "(SELECT 1 FROM rows, (SELECT 1))", "(SELECT 1 FROM rows JOIN (SELECT 1))",
        "(SELECT 1 FROM (rows))", "(SELECT 1 FROM ((SELECT 1)))", "(WITH a AS (SELECT 1) SELECT 1 FROM a)",
        "(WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT count(*) FROM a) > 0", "(VALUES (1))",
        "row.code IN (VALUES ('a'))"}) {
    INFO(text);
    CHECK(code(text) == "RULE-SUBQUERY");
  }
  CHECK(code("coalesce(1, (SELECT 1 FROM rows WHERE people IN (1, (SELECT 2))))") == "");
  CHECK(code("(SELECT count(*) FROM rows AS a, rows AS b WHERE a.code = b.code)") == "");
}

TEST_CASE("the parameters of a run are no column names") {
  const auto out = read("row.code <= received_on AND period_start < PERIOD_END AND head.period_start = 'received_on'");
  CHECK(out.sql == "row.code <= ?3 AND ?1 < ?2 AND head.period_start = 'received_on'");
  CHECK(out.parameters == 3);
  CHECK(read("row.code = period_start").parameters == 1);
  CHECK(read("row.code = 'a'").parameters == 0);
  CHECK(read("(SELECT max(code) AS period_end FROM rows)").sql == "(SELECT max(code) AS period_end FROM rows)");
}

TEST_CASE("operands are bounded by the number of operators") {
  constexpr int64_t most = std::numeric_limits<int64_t>::max();
  CHECK(read("row.people > 5").operand_limit == most);
  CHECK(read("row.people + 1 > 5").operand_limit == most / 2);
  CHECK(read("row.people + 1 - 2 > 5").operand_limit == most / 3);
  CHECK(read("(SELECT people + people FROM rows) - 1 > 5").operand_limit == most / 4);
  CHECK(code("row.people + 9223372036854775807 > 0") == "RULE-REAL");
}

TEST_CASE("columns worth an index are those compared with the row at hand") {
  CHECK(read("EXISTS (SELECT 1 FROM rows AS o WHERE o.code = row.code AND row.people = o.people AND o._row "
             "<> row._row)")
            .lookups == std::set<std::string>{"code", "people"});
  CHECK(read("row.code IN (SELECT code FROM previous WHERE kind = row.kind)").lookups == std::set<std::string>{"kind"});
  CHECK(read("row.code = row.kind").lookups.empty());
  CHECK(read("row.amount = head.total").lookups.empty());
}
