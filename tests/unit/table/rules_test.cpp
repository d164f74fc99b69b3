// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "table_fixture.h"

using namespace esep;
using namespace esep::table;
using namespace esep::table::test;
using form::RuleScope;
using form::Value;

namespace {

using Rows = std::vector<int64_t>;
const std::vector<std::string> kNone;

}  // namespace

TEST_CASE("a rule hits where it is false; true and NULL are kept") {
  const Outcome out =
      run("row.people > 5", {{{"people", int64_t{4}}}, {{"people", int64_t{6}}}, {}, {{"people", int64_t{5}}}});
  CHECK(out == Outcome{{11, 14}, kNone});
}

TEST_CASE("decimals are exact") {
  const std::vector<std::map<std::string, Value>> rows{{{"amount", dec("0.1")}, {"paid", dec("0.2")}},
                                                       {{"amount", dec("0.1")}, {"paid", dec("0.2001")}}};
  CHECK(run("row.amount + row.paid = dec('0.3')", rows) == Outcome{{12}, kNone});
  CHECK(run("dec_mul(row.amount, row.paid) = dec('0.02')", rows) == Outcome{{}, kNone});
  CHECK(run("dec_div(row.amount, dec(3)) = dec('0.0333')", rows) == Outcome{{}, kNone});
  CHECK(run("(SELECT dec_sum(paid) FROM rows) = dec('0.4001')", rows, RuleScope::table) == Outcome{{}, kNone});
  CHECK(run("(SELECT dec_sum(paid) FROM rows) = dec('0.4')", rows, RuleScope::table) == Outcome{{0}, kNone});
}

TEST_CASE("a share that was rounded where it was typed is compared with half of its last place (docs/rules.md)") {
  const std::string share =
      "row.people = 0 OR abs(row.amount - dec_div(dec_mul(row.paid, dec(100)), dec(row.people))) <= ";
  const auto typed = [](const char* amount) {
    return std::map<std::string, Value>{{"amount", dec(amount)}, {"paid", dec("2")}, {"people", int64_t{3}}};
  };
  // 66.6667
  CHECK(run(share + "dec('0.05')",
            {typed("66.7"), typed("66.6"), typed("66.8"), typed("66.65"), {{"people", int64_t{0}}}}) ==
        Outcome{{12, 13}, kNone});
  const std::string sum =
      "abs((SELECT dec_sum(amount) FROM rows) - dec(100)) <= dec_mul(dec('0.05'), dec((SELECT count(*) FROM rows)))";
  CHECK(run(sum, {{{"amount", dec("33.3")}}, {{"amount", dec("33.3")}}, {{"amount", dec("33.3")}}}, RuleScope::table) ==
        Outcome{{}, kNone});
  CHECK(run(sum, {{{"amount", dec("33.3")}}, {{"amount", dec("33.3")}}, {{"amount", dec("33.2")}}}, RuleScope::table) ==
        Outcome{{0}, kNone});
}

TEST_CASE("an overflow or a division by zero is a failure of that rule, never a number") {
  constexpr int64_t most = std::numeric_limits<int64_t>::max();
  const std::vector<std::map<std::string, Value>> large{
      {{"amount", Decimal::from_units(most)}, {"paid", Decimal::from_units(most)}, {"people", most}}};
  CHECK(run("dec_mul(row.amount, row.paid) > 0", large) == Outcome{{-11}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("dec_div(row.amount, row.paid - row.paid) > 0", {{{"amount", dec("1")}, {"paid", dec("1")}}}) ==
        Outcome{{-11}, {"RULE-DIVISION R-1"}});
  // SQLite alone would go over to floating point here.
  CHECK(run("row.amount + row.paid < 0", large) == Outcome{{-11}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("row.people - 1 < 0", large) == Outcome{{-11}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("row.people < 0", large) == Outcome{{11}, kNone});
  CHECK(run("-(SELECT min(people) FROM rows) > 0", {{{"people", std::numeric_limits<int64_t>::min()}}}) ==
        Outcome{{}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("(SELECT sum(people) FROM rows) > 0", {{{"people", most}}, {{"people", most}}}, RuleScope::table) ==
        Outcome{{}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("dec(row.code) > 0", {{{"code", std::string("abc")}}}) == Outcome{{-11}, {"RULE-NOT-DECIMAL R-1"}});
}

TEST_CASE("a number too large stops a rule for its own row, and only rules that read it") {
  constexpr int64_t most = std::numeric_limits<int64_t>::max();
  const std::vector<std::map<std::string, Value>> rows{{{"people", int64_t{3}}, {"amount", dec("1")}},
                                                       {{"people", most}, {"amount", dec("1")}},
                                                       {{"people", int64_t{5}}, {"amount", dec("1")}}};
  CHECK(run("row.people + 1 < 5", rows) == Outcome{{-12, 13}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("row.amount + row.amount < 0", rows) == Outcome{{11, 12, 13}, kNone});
  CHECK(run("(SELECT dec_sum(amount + 0) FROM rows) < 0", rows, RuleScope::table) == Outcome{{0}, kNone});
  CHECK(run("(SELECT max(people + 1) FROM rows) < 0", rows, RuleScope::table) == Outcome{{}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("(SELECT count(*) FROM rows) + 1 < 4", rows, RuleScope::table) == Outcome{{0}, kNone});
  auto with = context();
  with.head["total"] = Decimal::from_units(most);
  CHECK(run("head.total + row.amount > 0", rows, RuleScope::row, with) == Outcome{{}, {"RULE-OVERFLOW R-1"}});
  CHECK(run("row.amount + row.amount < 0", rows, RuleScope::row, with) == Outcome{{11, 12, 13}, kNone});
}

TEST_CASE("a rule that fails for very many rows ends") {
  const std::vector<std::map<std::string, Value>> rows(300, {{"code", std::string("abc")}});
  const Outcome out = run("dec(row.code) > 0", rows);
  CHECK(out.rows.size() == RuleRunner::kMaxFailedRows);
  CHECK(out.diagnostics.size() == RuleRunner::kMaxFailedRows + 1);
}

TEST_CASE("hits before and behind a failure stay, and other rules go on") {
  auto form = sample_form();
  form.rules = {rule("dec_div(dec(1), row.amount) > dec(2)"), rule("row.people = 1")};
  form.rules[1].code = "R-2";
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  runner.add_row(row(form, 2, {{"amount", dec("1")}, {"people", int64_t{2}}}));
  runner.add_row(row(form, 3, {{"amount", dec("0")}, {"people", int64_t{1}}}));
  runner.add_row(row(form, 4, {{"amount", dec("1")}, {"people", int64_t{2}}}));
  std::vector<std::string> hits;
  for (const auto& hit : runner.run(context(), 100, diagnostics)) {
    hits.push_back(hit.rule->code + " " + std::to_string(hit.sheet_row) + (hit.failure ? " " + hit.failure->key : ""));
  }
  CHECK(hits == std::vector<std::string>{"R-1 2", "R-2 2", "R-1 3 RULE-DIVISION", "R-1 4", "R-2 4"});
  CHECK(codes(diagnostics).empty());
}

TEST_CASE("parameters, dates, heading and subject") {
  const std::vector<std::map<std::string, Value>> rows{{{"day", date("2026-10-31")}}, {{"day", date("2026-11-01")}}};
  CHECK(run("row.day BETWEEN period_start AND period_end", rows) == Outcome{{12}, kNone});
  CHECK(run("days_between(row.day, received_on) < 5", rows) == Outcome{{11}, kNone});
  CHECK(run("add_months(row.day, 1) = '2026-11-30'", rows) == Outcome{{12}, kNone});
  // The field of that name is another thing.
  CHECK(run("head.period_start IS NULL AND period_start IS NOT NULL", rows) == Outcome{{}, kNone});
  auto event = context();
  event.period_start = event.period_end = std::nullopt;
  CHECK(run("row.day BETWEEN period_start AND period_end", rows, RuleScope::row, event) == Outcome{{}, kNone});
  auto with = context();
  with.head = {{"donor", std::string("UN")}, {"total", dec("10")}, {"unknown", int64_t{1}}};
  CHECK(run("head.donor = 'EU'", {}, RuleScope::table, with) == Outcome{{0}, kNone});
  CHECK(run("head.total = (SELECT dec_sum(amount) FROM rows)", {{{"amount", dec("4")}}, {{"amount", dec("6")}}},
            RuleScope::table, with) == Outcome{{}, kNone});
  CHECK(run("(SELECT total FROM head) > dec(10)", {}, RuleScope::table, with) == Outcome{{0}, kNone});
  with.head = {{"total", std::string("not a number")}};
  CHECK(run("head.total IS NULL", {}, RuleScope::table, with) == Outcome{{0}, kNone});
}

TEST_CASE("the subject is the row of its register, and may be absent") {
  form::RegisterDefinition grants;
  grants.columns = {{column("grant_code", form::ColumnType::text), {}, {}, {}, {}, {}, {}},
                    {column("amount", form::ColumnType::money), {}, {}, {}, {}, {}, {}}};
  auto form = sample_form();
  form.rules = {rule("row.amount <= subject.amount"), rule("row.code = (SELECT grant_code FROM subject)")};
  Diagnostics diagnostics;
  RuleRunner runner(form, &grants, diagnostics);
  REQUIRE(codes(diagnostics).empty());
  runner.add_row(row(form, 2, {{"amount", dec("5")}, {"code", std::string("A")}}));
  auto with = context();
  with.subject = {{"amount", dec("4.99")}, {"grant_code", std::string("A")}};
  CHECK(runner.run(with, 10, diagnostics).size() == 1);
  with.subject = {{"amount", dec("5")}, {"grant_code", std::string("B")}};
  CHECK(runner.run(with, 10, diagnostics).size() == 1);
  with.subject.clear();
  CHECK(runner.run(with, 10, diagnostics).empty());
  CHECK(codes(compile("row.amount <= subject.amuont", RuleScope::row, &grants)) ==
        std::vector<std::string>{"RULE-COLUMN R-1"});
}

TEST_CASE("previous rows, and emptying") {
  auto form = sample_form();
  form.rules = {
      rule("row.amount >= (SELECT p.amount FROM previous AS p WHERE p.code = row.code)", RuleScope::row, "amount")};
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  REQUIRE(codes(diagnostics).empty());
  const auto cells = [](const char* code, const char* amount) {
    return std::map<std::string, Value>{{"code", std::string(code)}, {"amount", dec(amount)}};
  };
  for (int again = 0; again < 3; ++again) {
    runner.clear();
    runner.add_row(row(form, 2, cells("A", "5")));
    runner.add_row(row(form, 3, cells("B", "5")));
    runner.add_previous_row(row(form, 2, cells("A", "6")));
    runner.add_previous_row(row(form, 7, cells("B", "5")));
    const auto hits = runner.run(context(), 10, diagnostics);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].sheet_row == 2);
    CHECK(hits[0].column == "amount");
    CHECK(hits[0].rule == &form.rules[0]);
    CHECK(hits[0].row.at("amount") == Value(dec("5")));
  }
  runner.clear();
  CHECK(runner.run(context(), 10, diagnostics).empty());
  TypedRow none;
  CHECK_FALSE(runner.rows()->next(none));
  CHECK(codes(diagnostics).empty());
}

TEST_CASE("hits are in sheet order over all rules, the table first, up to the limit") {
  auto form = sample_form();
  form.rules = {rule("row.people = 0"), rule("row.code = 'x'"),
                rule("(SELECT count(*) FROM rows) = 0", RuleScope::table)};
  for (size_t i = 0; i < 3; ++i) form.rules[i].code = std::to_string(i);
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  for (const int64_t at : {9, 4, 6}) runner.add_row(row(form, at, {{"people", at}, {"code", std::string("y")}}));
  const auto all = [&](size_t limit) {
    std::string out;
    for (const auto& hit : runner.run(context(), limit, diagnostics))
      out += hit.rule->code + "@" + std::to_string(hit.sheet_row) + " ";
    return out;
  };
  CHECK(all(100) == "2@0 0@4 1@4 0@6 1@6 0@9 1@9 ");
  CHECK(all(4) == "2@0 0@4 1@4 0@6 ");
  CHECK(all(0).empty());
  CHECK(all(100) == "2@0 0@4 1@4 0@6 1@6 0@9 1@9 ");
}

TEST_CASE("a hit carries every value in its own type") {
  auto form = sample_form();
  form.rules = {rule("0")};
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  const std::map<std::string, Value> cells{
      {"code", std::string("A")},  {"amount", dec("1.5")}, {"people", int64_t{7}},
      {"day", date("2026-01-02")}, {"done", true},         {"shares", std::string("1.5\n2")}};
  runner.add_row(row(form, 2, cells));
  auto with = context();
  with.head["donor"] = std::string("UN");
  const auto hits = runner.run(with, 10, diagnostics);
  REQUIRE(hits.size() == 1);
  std::map<std::string, Value> all = cells;
  all["donor"] = std::string("UN");
  for (const char* blank : {"paid", "kind", "stages", "total", "period_start"}) all[blank] = Value{};
  CHECK(hits[0].row == all);
  TypedRow stored;
  REQUIRE(runner.rows()->next(stored));
  CHECK(stored.values == row(form, 2, cells).values);
}

TEST_CASE("required_if hits blank cells where it is true") {
  auto form = sample_form();
  form.columns[1].required_if = "row.kind = 'new'";
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  runner.add_row(row(form, 2, {{"kind", std::string("new")}}));
  runner.add_row(row(form, 3, {{"kind", std::string("old")}}));
  runner.add_row(row(form, 4, {}));
  runner.add_row(row(form, 5, {{"kind", std::string("new")}, {"amount", dec("0")}}));
  const auto hits = runner.run(context(), 10, diagnostics);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].rule == nullptr);
  CHECK(hits[0].column == "amount");
  CHECK(hits[0].sheet_row == 2);
  form.columns[1].required_if = "row.kindd = 'new'";
  form.fields[0].required_if = "row.kind = 'new'";
  Diagnostics wrong;
  const RuleRunner second(form, nullptr, wrong);
  CHECK(codes(wrong) == std::vector<std::string>{"RULE-COLUMN donor", "RULE-COLUMN amount"});
  CHECK(wrong[1].did_you_mean == "row.kind");
}

TEST_CASE("required_if of a heading field asks once, of the heading") {
  auto form = sample_form();
  form.fields[0].required_if = "head.total > dec(100)";
  form.fields[2].required_if = "EXISTS (SELECT 1 FROM rows WHERE kind = 'new')";
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  REQUIRE(codes(diagnostics).empty());
  const auto missing = [&](const std::string& total, const std::string& donor) {
    auto with = context();
    with.head["total"] = dec(total);
    if (!donor.empty()) with.head["donor"] = donor;
    std::string out;
    for (const auto& hit : runner.run(with, 10, diagnostics)) {
      CHECK(hit.rule == nullptr);
      out += hit.column + "@" + std::to_string(hit.sheet_row) + " ";
    }
    return out;
  };
  CHECK(missing("101", "") == "donor@0 ");
  CHECK(missing("100", "").empty());
  CHECK(missing("101", "UN").empty());
  runner.add_row(row(form, 2, {{"kind", std::string("new")}}));
  runner.add_row(row(form, 3, {{"kind", std::string("new")}}));
  CHECK(missing("100", "") == "period_start@0 ");
}

TEST_CASE("required_if of a list of one column asks whether the record has an item") {
  auto form = sample_form();
  form.rows.kind = form::RowKind::grouped;
  form.rows.head = {"code", "amount", "done", "kind", "stages", "shares", "paid", "people"};
  form.rows.lists = {{"day"}};
  form.columns[4].required_if = "row.kind = 'new'";
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  REQUIRE(codes(diagnostics).empty());
  const auto add = [&](int64_t at, int64_t record, bool first, bool dated) {
    auto one = row(form, at, {{"kind", std::string("new")}});
    one.record = record;
    one.first = first;
    if (dated) one.values[4] = date("2026-01-02");
    runner.add_row(one);
  };
  add(2, 1, true, false);
  add(3, 1, false, true);  // the item stands in the second row
  add(4, 2, true, false);
  add(5, 2, false, false);
  const auto hits = runner.run(context(), 10, diagnostics);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].sheet_row == 4);
}

TEST_CASE("grouped forms: rules of a record run on its first row") {
  auto form = sample_form();
  form.rows.kind = form::RowKind::grouped;
  form.rows.head = {"code", "amount", "done", "kind", "stages", "shares"};
  form.rows.lists = {{"paid", "people"}, {"day"}};
  form.rules = {rule("row.amount > 0", RuleScope::row, "amount"), rule("row.people > 0", RuleScope::row, "people"),
                rule("row.amount > 0")};
  for (size_t i = 0; i < 3; ++i) form.rules[i].code = std::to_string(i);
  form.columns[6].required_if = "1";  // kind: of the record
  form.columns[2].required_if = "1";  // paid: of an item beside people
  form.columns[4].required_if = "1";  // day: a list of its own
  Diagnostics diagnostics;
  RuleRunner runner(form, nullptr, diagnostics);
  REQUIRE(codes(diagnostics).empty());
  for (int64_t at = 2; at <= 4; ++at) {
    auto one = row(form, at, {{"code", std::string("A")}, {"amount", dec("0")}});
    one.record = 1;
    one.first = at == 2;
    if (at == 3) one.values[3] = int64_t{0};
    runner.add_row(one);
  }
  std::vector<std::string> hits;
  for (const auto& hit : runner.run(context(), 100, diagnostics)) {
    hits.push_back((hit.rule != nullptr ? hit.rule->code : "required " + hit.column) + "@" +
                   std::to_string(hit.sheet_row));
  }
  CHECK(hits == std::vector<std::string>{"0@2", "2@2", "required day@2", "required kind@2", "1@3", "2@3",
                                         "required paid@3", "2@4"});
}

TEST_CASE("problems name the rule, quote it and say what was probably meant") {
  const auto one = [](const std::string& check, RuleScope scope = RuleScope::row) {
    const auto out = compile(check, scope);
    REQUIRE(out.size() == 1);
    CHECK(out[0].source_line == check);
    CHECK(out[0].file == "forms/sample.toml");
    CHECK(out[0].severity == Severity::error);
    return out[0].code + " " + argument(out[0].message, "name") + " ? " + out[0].did_you_mean;
  };
  CHECK(one("row.amuont > 0") == "RULE-COLUMN row.amuont ? row.amount");
  CHECK(one("head.donnor = 'a'") == "RULE-COLUMN head.donnor ? head.donor");
  CHECK(one("row.donor = 'a'") == "RULE-COLUMN row.donor ? head.donor");
  CHECK(one("peple > 0") == "RULE-COLUMN peple ? people");
  CHECK(one("(SELECT count(*) FROM rows AS o WHERE o.peple = 1) > 0") == "RULE-COLUMN o.peple ? o.people");
  CHECK(one("row.day < recieved_on") == "RULE-COLUMN recieved_on ? received_on");
  CHECK(one("row.code = \"amuont\"") == "RULE-COLUMN amuont ? amount");
  CHECK(one("row.code = \"new\"") == "RULE-COLUMN new ? ");
  CHECK(one("row.people > 0", RuleScope::table) == "RULE-COLUMN row.people ? ");
  CHECK(one("(SELECT count(*) FROM row) > 0") == "RULE-TABLE row ? rows");
  CHECK(one("dec_sub(row.amount, row.paid) > 0") == "RULE-FUNCTION dec_sub ? dec_sum");
  CHECK(one("lenght(row.code) > 0") == "RULE-FUNCTION lenght ? length");
  CHECK(one("row.code REGEXP 'a'") == "RULE-NO-OPERATOR REGEXP ? ");
  CHECK(one("row.code MATCH 'a'") == "RULE-NO-OPERATOR MATCH ? ");
  CHECK(one("(SELECT dec_sum(amount) FROM rows) > 0 AND count(*) > 0") == "RULE-AGGREGATE count() ? ");
  CHECK(one("(SELECT a.code FROM rows AS a, rows AS b WHERE code = 'x') = 'y'") == "RULE-AMBIGUOUS code ? ");
  CHECK(one("row.people >") == "RULE-SQL  ? ");
  CHECK(one("row.people > 1 LIMIT 5") == "RULE-SQL  ? ");
  CHECK(one("row.people, 1") == "RULE-SQL  ? ");
}

TEST_CASE("whether a cell of several choices contains one of them") {
  const std::string other = "instr('\n' || row.code || '\n', '\nother\n') = 0";
  CHECK(run(other, {{{"code", std::string("new\nold")}}, {{"code", std::string("another")}}, {}}) ==
        Outcome{{}, kNone});
  CHECK(run(other, {{{"code", std::string("new\nother")}}, {{"code", std::string("other")}}}) ==
        Outcome{{11, 12}, kNone});
}

TEST_CASE("problems of a form that was read from a file stand at their line") {
  const auto form = small_form::read(small_form::kForm + R"([[column]]
id = "c3"
title = { kk = "Сомасы", ru = "Сумма" }
type = "money"
required_if = "row.c9 = 1"
[[rule]]
code = "R-1"
message = { kk = "{c8}", ru = "{c1}" }
check = "row.c3 > 100"
[[rule]]
code = "R-2"
message = { kk = "Көп", ru = "Много" }
check = "row.c2 > 1"
when = "row.c2 * 2 > 1"
)");
  Diagnostics diagnostics;
  const RuleRunner runner(form, nullptr, diagnostics);
  std::vector<std::string> places;
  for (const auto& d : diagnostics) {
    places.push_back(d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.code);
    CHECK_FALSE(d.source_line.empty());
  }
  CHECK(places ==
        std::vector<std::string>{"forms/f.2026-01.toml:25:1 RULE-UNITS", "forms/f.2026-01.toml:24:1 RULE-PLACEHOLDER",
                                 "forms/f.2026-01.toml:30:1 RULE-OPERATOR", "forms/f.2026-01.toml:21:1 RULE-COLUMN"});
}

TEST_CASE("placeholders of messages are columns or fields") {
  auto form = sample_form();
  form.rules = {rule("1"), rule("1", RuleScope::table)};
  form.rules[0].message = {"{amount} {donor} {{x}}", "{amuont}", ""};
  form.rules[1].message = {"{donor} {amount}", "{", "{}"};
  Diagnostics diagnostics;
  const RuleRunner runner(form, nullptr, diagnostics);
  std::vector<std::string> names;
  for (const auto& d : diagnostics)
    names.push_back(d.code + " " + argument(d.message, "name") + " ? " + d.did_you_mean);
  CHECK(names == std::vector<std::string>{"RULE-PLACEHOLDER amuont ? amount", "RULE-PLACEHOLDER amount ? ",
                                          "RULE-PLACEHOLDER  ? "});
}
