// SPDX-License-Identifier: MIT
// min, max, sum_of, total_of of columns and fields; when and stages of rules: how they are read and what is refused.
#include <catch2/catch.hpp>

#include "form/form_fixture.h"

using namespace esep;
using namespace esep::form;
using fixture::right_form;
using fixture::short_problems;
using small_form::kForm;
using small_form::with;

namespace {

const std::string kMoney =
    "[[column]]\nid = \"a\"\nnumber = \"3\"\ntitle = { kk = \"А\", ru = \"Б\" }\ntype = \"money\"\n# a\n"
    "[[column]]\nid = \"b\"\nnumber = \"4\"\ntitle = { kk = \"В\", ru = \"Г\" }\ntype = \"money\"\n# b\n"
    "[[column]]\nid = \"day\"\nnumber = \"5\"\ntitle = { kk = \"Күн\", ru = \"День\" }\ntype = \"date\"\n# day\n"
    "[[field]]\nid = \"f\"\ntitle = { kk = \"Ж\", ru = \"З\" }\ntype = \"money\"\n# f\n"
    "[[field]]\nid = \"g\"\ntitle = { kk = \"И\", ru = \"К\" }\ntype = \"integer\"\n# g\n";

// The form with keys added where `# <place>` stands.
std::string keyed(const std::string& place, const std::string& keys) {
  return with(kForm + kMoney, "# " + place + "\n", keys + "\n");
}

std::string codes(const std::string& text) {
  std::string out;
  Diagnostics diagnostics;
  static_cast<void>(read_form(small_form::file(text), {}, diagnostics));
  for (const Diagnostic& d : diagnostics) out += (out.empty() ? "" : " ") + d.code;
  return out;
}

const std::string kWords = "message = { kk = \"Қате {_limit}\", ru = \"Ошибка {_limit}\" }";

}  // namespace

TEST_CASE("keys: bounds of numbers, dates and days of the report") {
  const auto bound = [](const std::string& place, const std::string& id, const std::string& keys) {
    return *right_form(keyed(place, keys)).value_spec(id)->checks.min;
  };
  CHECK(bound("end", "c2", "min = 3").value == Value(int64_t{3}));
  CHECK(bound("end", "c2", "min = \"3\"").value == Value(int64_t{3}));
  CHECK(bound("a", "a", "min = 0").value == Value(Decimal()));
  CHECK(bound("a", "a", "min = \"-0.01\"").value == Value(*Decimal::parse("-0.01")));
  CHECK(bound("a", "a", "min = \"0,5\"").value == Value(*Decimal::parse("0.5")));
  CHECK(bound("day", "day", "min = 2026-03-01").value == Value(*calendar::Date::parse_iso("2026-03-01")));
  CHECK(bound("day", "day", "min = \"2026-03-01\"").value == Value(*calendar::Date::parse_iso("2026-03-01")));
  CHECK(bound("day", "day", "min = \"period_start\"").day == ReportDay::period_start);
  const Bound worded = bound("a", "a", "min = { value = 1, code = \"F-LOW\", " + kWords + " }");
  CHECK(worded.words.code == "F-LOW");
  CHECK(worded.words.message.ru == "Ошибка {_limit}");
}

TEST_CASE("keys: each stands for one rule behind those of the file") {
  const auto form = right_form(keyed("a", "min = 0\nmax = \"10.5\"\nsum_of = [\"b\"]") +
                               "[[rule]]\ncode = \"F-A\"\ncheck = \"row.a > row.b\"\n"
                               "message = { kk = \"Қате\", ru = \"Ошибка\" }\n");
  REQUIRE(form.rules.size() == 4);
  CHECK_FALSE(form.rules[0].key);
  CHECK(form.rules[1].code == "CELL-MIN");
  CHECK(form.rules[1].check == "row.\"a\" >= dec('0')");
  CHECK(form.rules[2].code == "CELL-MAX");
  CHECK(form.rules[2].check == "row.\"a\" <= dec('10.5')");
  CHECK(form.rules[3].code == "CELL-SUM");
  CHECK(form.rules[3].check == "coalesce(row.\"b\", 0) = row.\"a\"");
  CHECK(form.rules[3].key->parts == std::vector<std::string>{"b"});
  const auto dated = right_form(keyed("day", "min = 2026-01-01\nmax = \"received_on\""));
  CHECK(dated.rules.at(0).code + dated.rules.at(0).check == "CELL-EARLYrow.\"day\" >= '2026-01-01'");
  CHECK(dated.rules.at(1).code + dated.rules.at(1).check == "CELL-LATErow.\"day\" <= received_on");
  const auto total = right_form(keyed("g", "total_of = \"c2\""));
  CHECK(total.rules.at(0).code == "FIELD-TOTAL");
  CHECK(total.rules.at(0).scope == RuleScope::table);
  CHECK(total.rules.at(0).check == "head.\"g\" = (SELECT sum(coalesce(r.\"c2\", 0)) FROM rows AS r)");
  CHECK(right_form(keyed("f", "total_of = \"a\"")).rules.at(0).check ==
        "head.\"f\" = (SELECT dec_sum(coalesce(r.\"a\", 0)) FROM rows AS r)");
}

TEST_CASE("keys: of one code, with one message") {
  const std::string low =
      "min = { value = 1, code = \"F-OUT\", " + kWords + " }\nmax = { value = 9, code = \"F-OUT\" }";
  const auto form = right_form(keyed("a", low));
  REQUIRE(form.rules.size() == 2);
  CHECK(form.rules[0].code == "F-OUT");
  CHECK(form.rules[1].code == "F-OUT");
  CHECK(form.rules[1].message.kk == "Қате {_limit}");
  const std::string twice =
      with(low, "max = { value = 9, code = \"F-OUT\"", "max = { value = 9, code = \"F-OUT\", " + kWords);
  CHECK(codes(keyed("a", twice)) == "FORM-KEY-MESSAGE");
  CHECK(codes(keyed("a", low) +
              "[[rule]]\ncode = \"F-OUT\"\ncheck = \"row.a > 0\"\nmessage = { kk = \"А\", ru = \"Б\" }\n") ==
        "FORM-DUPLICATE-CODE FORM-DUPLICATE-CODE");
  CHECK(codes(keyed("a", "min = { value = 1, " + kWords + " }")) == "TOML-MISSING-KEY");
  CHECK(codes(keyed("a", "min = { value = 1, code = \"CELL-LOW\" }")) == "FORM-CODE");
  CHECK(codes(keyed("a", "min = { code = \"F-LOW\" }")) == "TOML-MISSING-KEY");
  CHECK(codes(keyed("a", "min = { value = 1, cod = \"F-LOW\" }")) == "TOML-UNKNOWN-KEY");
}

TEST_CASE("keys: a bound that is no value of its column is refused") {
  CHECK(short_problems(keyed("a", "min = \"көп\"")) ==
        "22:1: FORM-BOUND a: min must be a value of this column, for example 0, \"0.01\". | min = \"көп\" | \n");
  CHECK(short_problems(keyed("a", "min = 0.5")) ==
        "22:1: FORM-BOUND-QUOTES a: a fraction in min stands in quotes, as in min = \"0.5\". | min = 0.5 | \n");
  CHECK(codes(keyed("end", "max = 0.5")) == "FORM-BOUND");  // a whole number
  for (const char* wrong : {"min = \"0.001\"", "min = true", "min = 2026-01-01", "min = []"})
    CHECK(codes(keyed("a", wrong)) == "FORM-BOUND");
  CHECK(codes(keyed("end", "max = \"0.5\"")) == "FORM-BOUND");
  CHECK(codes(keyed("day", "max = 5")) == "FORM-BOUND");
  CHECK(codes(keyed("day", "max = \"recieved_on\"")) == "FORM-BOUND");
  CHECK(codes(keyed("a", "min = 2\nmax = 1")) == "FORM-MIN-MAX");
  CHECK(codes(keyed("day", "min = 2026-02-01\nmax = 2026-01-01")) == "FORM-MIN-MAX");
  CHECK(codes(keyed("day", "min = \"period_end\"\nmax = \"period_start\"")) == "FORM-MIN-MAX");
  CHECK(codes(keyed("day", "min = \"period_start\"\nmax = \"period_end\"")).empty());
  CHECK(codes(keyed("a", "sum_of = [\"b\", \"b\"]")) == "FORM-SUM-TWICE");
  CHECK(codes(keyed("a", "min = 1\nmax = 1")).empty());
  CHECK(codes(with(kForm, "title = { kk = \"Атауы\", ru = \"Название\" }",
                   "title = { kk = \"Атауы\", ru = \"Название\" }\nmin = 1")) == "FORM-BOUND-TYPE");
  CHECK(codes(keyed("day", "multiple = true\nmin = 2026-01-01")) == "FORM-BOUND-TYPE");
}

TEST_CASE("keys: what cannot be added up is refused, with what was meant") {
  CHECK(short_problems(keyed("a", "sum_of = [\"b\", \"dayy\"]")) ==
        "22:1: FORM-COLUMN There is no column “dayy”. | sum_of = [\"b\", \"dayy\"] | day\n");
  CHECK(short_problems(keyed("f", "total_of = \"dayy\"")) ==
        "39:1: FORM-COLUMN There is no column “dayy”. | total_of = \"dayy\" | day\n");
  CHECK(codes(keyed("a", "sum_of = [\"c2\"]")) == "FORM-SUM-TYPE");   // money of whole numbers
  CHECK(codes(keyed("a", "sum_of = [\"c1\"]")) == "FORM-SUM-TYPE");   // of text
  CHECK(codes(keyed("a", "sum_of = [\"day\"]")) == "FORM-SUM-TYPE");  // of dates
  CHECK(codes(keyed("day", "sum_of = [\"a\"]")) == "FORM-SUM-TYPE");
  CHECK(codes(keyed("f", "total_of = \"c2\"")) == "FORM-SUM-TYPE");
  CHECK(codes(with(keyed("a", "sum_of = [\"b\"]"), "# b\n", "scale = 3\n")) == "FORM-SUM-TYPE");
  CHECK(codes(keyed("a", "sum_of = []")) == "FORM-SUM-EMPTY");
  CHECK(codes(keyed("a", "[[column.sum_of]]\ncode = \"F-SUM\"\n")) == "FORM-SUM-EMPTY");
  CHECK(codes(keyed("a", "sum_of = \"b\"")).starts_with("TOML-WRONG-TYPE"));
  CHECK(codes(keyed("f", "sum_of = [\"a\"]")) == "FORM-FIELD");  // a field adds up fields
  CHECK(codes(keyed("a", "total_of = \"b\"")) == "TOML-UNKNOWN-KEY");
}

TEST_CASE("keys: a sum is no part of itself") {
  CHECK(codes(keyed("a", "sum_of = [\"a\"]")) == "FORM-SUM-CYCLE");
  CHECK(codes(with(keyed("a", "sum_of = [\"b\"]"), "# b\n", "sum_of = [\"a\"]\n")) == "FORM-SUM-CYCLE FORM-SUM-CYCLE");
}

TEST_CASE("keys: the parts of a sum stand in the same rows") {
  const std::string rows = "[rows]\nkind = \"grouped\"\nhead = [\"c1\", \"a\", \"day\"]\nlists = [[\"c2\", \"b\"]]\n";
  CHECK(codes(keyed("a", "sum_of = [\"b\"]") + rows) == "FORM-SUM-LEVEL");
  const std::string together =
      "[rows]\nkind = \"grouped\"\nhead = [\"c1\", \"day\"]\nlists = [[\"c2\", \"a\", \"b\"]]\n";
  CHECK(codes(keyed("a", "sum_of = [\"b\"]") + together).empty());
  const auto total = right_form(keyed("f", "total_of = \"a\"") + rows);
  CHECK(total.rules.at(0).check.ends_with("WHERE r._first = 1)"));
}

TEST_CASE("keys: stages of a rule and of an example are the form's") {
  const std::string rule =
      "[[rule]]\ncode = \"F-A\"\nwhen = \"row.a > 0\"\nstages = [\"draft\"]\ncheck = \"row.a > row.b\"\n"
      "message = { kk = \"Қате\", ru = \"Ошибка\" }\n[[example]]\nname = \"e\"\nstage = \"draft\"\n";
  const std::string staged = with(kForm + kMoney, "period = \"month\"\n", "period = \"month\"\nstages = [\"draft\"]\n");
  const auto form = right_form(staged + rule);
  CHECK(form.rules.at(0).when == "row.a > 0");
  CHECK(form.rules.at(0).applies_at("draft"));
  CHECK_FALSE(form.rules.at(0).applies_at("final"));
  CHECK_FALSE(form.rules.at(0).applies_at(""));
  CHECK(form.examples.at(0).stage == "draft");
  CHECK(codes(kForm + kMoney + rule) == "FORM-STAGE FORM-STAGE");
  CHECK(fixture::problems(with(staged, "\"draft\"", "\"drafts\"") + rule).find("| drafts\n") != std::string::npos);
}

TEST_CASE("keys: a wording file corrects the message of a key that has one") {
  const std::string text = keyed("a", "min = { value = 1, code = \"F-LOW\", " + kWords + " }\nmax = 9");
  const auto corrected = [&](const std::string& rule) {
    Diagnostics diagnostics;
    const auto form =
        read_form(small_form::file(text),
                  {{"forms/f.2026-01.wording.toml", "w",
                    "[rule." + rule + "]\nmessage = { kk = \"Кем: {_limit}\", ru = \"Мало: {_limit}\" }\n"}},
                  diagnostics);
    return diagnostics.empty() ? form.rules.at(0).message.ru : diagnostics.front().code;
  };
  CHECK(corrected("F-LOW") == "Мало: {_limit}");
  CHECK(corrected("CELL-MAX") == "FORM-RULE-STANDARD");
}

TEST_CASE("keys: the same sum twice is refused") {
  const auto sums = [](const std::string& second) {
    return codes(keyed("a", "sum_of = [ { of = [\"b\"] }, { of = [" + second + "] } ]"));
  };
  CHECK(sums("\"b\"") == "FORM-SUM-SAME");
  const std::string more =
      "[[column]]\nid = \"c\"\nnumber = \"6\"\ntitle = { kk = \"Ғ\", ru = \"Д\" }\ntype = \"money\"\n";
  const auto two = [&](const char* second) {
    return codes(keyed("a", "sum_of = [ { of = [\"b\", \"c\"] }, { of = [" + std::string(second) + "] } ]") + more);
  };
  CHECK(two("\"c\", \"b\"") == "FORM-SUM-SAME");
  CHECK(two("\"c\"").empty());
}
