// SPDX-License-Identifier: MIT
// Where a rule applies: `when`, `stages`; and what a rule with a key says of the right value.
#include <catch2/catch.hpp>

#include "table_fixture.h"

using namespace esep;
using namespace esep::table;
using namespace esep::table::test;
using form::KeyCheck;
using form::RuleScope;

namespace {

using Cells = std::vector<std::map<std::string, form::Value>>;

// Hits of one rule over rows 11, 12 …; failures as their codes go to `diagnostics`.
std::vector<RuleHit> hits(const form::Rule& rule, const Cells& cells, const std::string& stage,
                          Diagnostics& diagnostics) {
  form::FormDefinition form = sample_form();
  form.rules = {rule};
  RuleRunner runner(form, nullptr, diagnostics);
  int64_t sheet_row = 10;
  for (const auto& one : cells) runner.add_row(row(form, ++sheet_row, one));
  RuleContext with = context();
  with.stage = stage;
  with.head["total"] = dec("5");
  return runner.run(with, 100, diagnostics);
}

std::vector<int64_t> rows_of(const form::Rule& rule, const Cells& cells, const std::string& stage = "") {
  Diagnostics diagnostics;
  std::vector<int64_t> out;
  for (const RuleHit& hit : hits(rule, cells, stage, diagnostics))
    out.push_back(hit.failure ? -hit.sheet_row : hit.sheet_row);
  CHECK(codes(diagnostics).empty());
  return out;
}

form::Rule when(const std::string& condition, const std::string& check, RuleScope scope = RuleScope::row) {
  form::Rule out = rule(check, scope);
  out.when = condition;
  return out;
}

using Rows = std::vector<int64_t>;

const Cells kPaid{
    {{"amount", dec("2")}, {"paid", dec("1")}}, {{"amount", dec("2")}, {"paid", dec("0")}}, {{"amount", dec("2")}}};

}  // namespace

TEST_CASE("a mistake in the condition does not hide one in the check") {
  const auto wrong = [](const form::Rule& rule) {
    form::FormDefinition form = sample_form();
    form.rules = {rule};
    Diagnostics diagnostics;
    static_cast<void>(RuleRunner(form, nullptr, diagnostics));
    return codes(diagnostics);
  };
  using Codes = std::vector<std::string>;
  CHECK(wrong(when("row.people * 2 > 0", "row.people / 2 > 0")) == Codes{"RULE-OPERATOR R-1", "RULE-OPERATOR R-1"});
  CHECK(wrong(when("row.peopel > 0", "row.peoples > 0")) == Codes{"RULE-COLUMN R-1", "RULE-COLUMN R-1"});
  CHECK(wrong(when("row.people > 0", "row.people > 1.5")) == Codes{"RULE-REAL R-1"});
}

TEST_CASE("a rule is asked only where its condition is true, and computes nothing elsewhere") {
  CHECK(rows_of(when("row.paid <> 0", "dec_div(row.amount, row.paid) <= dec(1)"), kPaid) == Rows{11});
  CHECK(rows_of(when("row.paid IS NULL", "row.amount = 0"), kPaid) == Rows{13});
  CHECK(rows_of(when("row.paid > dec(5)", "row.amount = 0"), kPaid).empty());
  CHECK(rows_of(rule("dec_div(row.amount, row.paid) <= dec(1)"), kPaid) == Rows{11, -12});  // without it
  CHECK(rows_of(when("head.total > 0", "(SELECT count(*) FROM rows) = 0", RuleScope::table), kPaid) == Rows{0});
  CHECK(rows_of(when("head.total < 0", "(SELECT count(*) FROM rows) = 0", RuleScope::table), kPaid).empty());
  CHECK(rows_of(when("received_on > period_end", "row.amount = 0 AND period_start IS NULL"), kPaid) ==
        Rows{11, 12, 13});
}

TEST_CASE("a mistake in a condition is shown in the condition") {
  const auto problem = [](const std::string& condition) {
    form::FormDefinition form = sample_form();
    form.rules = {when(condition, "row.amount > 0")};
    Diagnostics diagnostics;
    const RuleRunner runner(form, nullptr, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    return diagnostics[0].code + " | " + diagnostics[0].source_line + " | " + diagnostics[0].did_you_mean;
  };
  CHECK(problem("row.amont > 0") == "RULE-COLUMN | row.amont > 0 | row.amount");
  CHECK(problem("row.amount > 100") == "RULE-UNITS | row.amount > 100 | ");
  CHECK(problem("1) OR (1") == "RULE-PARENTHESES | 1) OR (1 | ");
  CHECK(problem("row.paid > 0; DROP TABLE rows") == "RULE-SEMICOLON | row.paid > 0; DROP TABLE rows | ");
}

TEST_CASE("a rule of certain stages is silent at others, and where there is none") {
  form::Rule staged = rule("row.amount = 0");
  staged.stages = {"draft", "final"};
  CHECK(rows_of(staged, kPaid, "final") == Rows{11, 12, 13});
  CHECK(rows_of(staged, kPaid, "opening").empty());
  CHECK(rows_of(staged, kPaid, "").empty());
  CHECK(rows_of(rule("row.amount = 0"), kPaid, "opening") == Rows{11, 12, 13});
}

TEST_CASE("a hit of a key brings the right value along") {
  form::Rule sum = rule("coalesce(row.\"paid\", 0) = row.\"amount\"", RuleScope::row, "amount");
  sum.key = KeyCheck{KeyCheck::Kind::cell_sum, "amount", "coalesce(row.\"paid\", 0)", {"paid"}};
  Diagnostics diagnostics;
  const auto found = hits(sum, kPaid, "", diagnostics);
  REQUIRE(found.size() == 3);
  CHECK(found[0].right == form::Value(dec("1")));
  CHECK(found[0].row.at("amount") == form::Value(dec("2")));
  CHECK(found[2].right == form::Value(dec("0")));

  form::Rule total =
      rule("head.\"total\" = (SELECT dec_sum(coalesce(r.\"amount\", 0)) FROM rows AS r)", RuleScope::table, "total");
  total.key = KeyCheck{
      KeyCheck::Kind::total, "total", "(SELECT dec_sum(coalesce(r.\"amount\", 0)) FROM rows AS r)", {"amount"}};
  const auto of_table = hits(total, kPaid, "", diagnostics);
  REQUIRE(of_table.size() == 1);
  CHECK(of_table[0].right == form::Value(dec("6")));
  CHECK(of_table[0].row.at("total") == form::Value(dec("5")));

  form::Rule late = rule("row.\"day\" <= received_on", RuleScope::row, "day");
  late.key = KeyCheck{KeyCheck::Kind::not_after, "day", "received_on", {}};
  const auto days = hits(late, {{{"day", date("2026-11-06")}}, {{"day", date("2026-11-05")}}}, "", diagnostics);
  REQUIRE(days.size() == 1);
  CHECK(days[0].right == form::Value(date("2026-11-05")));
  CHECK(codes(diagnostics).empty());
}

TEST_CASE("messages of keys know the limit, or the sum and the difference") {
  const auto problem = [](const std::string& text, std::vector<std::string> parts) {
    form::FormDefinition form = sample_form();
    form::Rule low = rule("row.\"amount\" >= 0", RuleScope::row, "amount");
    low.key = KeyCheck{KeyCheck::Kind::min, "amount", "0", std::move(parts)};
    low.message.kk = text;
    form.rules = {low};
    Diagnostics diagnostics;
    const RuleRunner runner(form, nullptr, diagnostics);
    return diagnostics.empty() ? "" : diagnostics[0].code + " " + diagnostics[0].did_you_mean;
  };
  CHECK(problem("{amount} {_limit}", {}).empty());
  CHECK(problem("{_sum} {_difference}", {"paid"}).empty());
  CHECK(problem("{_sum}", {}) == "RULE-PLACEHOLDER ");
  CHECK(problem("{_diference}", {"paid"}) == "RULE-PLACEHOLDER _difference");
}

TEST_CASE("a name that a key's message does not know is said once, with the code and the names it knows") {
  form::FormDefinition form = sample_form();
  form::Rule low = rule("row.\"amount\" >= 0", RuleScope::row, "amount");
  low.code = "F-LOW";
  low.key = KeyCheck{KeyCheck::Kind::min, "amount", "0", {}};
  low.message = {"{_sum}", "{_sum}", "{_sum}"};
  form.rules = {low};
  Diagnostics diagnostics;
  const RuleRunner runner(form, nullptr, diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(argument(diagnostics[0].message, "rule") == "F-LOW");
  CHECK(argument(diagnostics[0].message, "known").find("{_limit}, {") == 0);
}
