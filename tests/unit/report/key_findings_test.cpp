// SPDX-License-Identifier: MIT
// min, max, sum_of, total_of, when and stages, from cells to findings.
#include "report/read/key_findings.h"

#include <catch2/catch.hpp>

#include "datafile/message_catalogue.h"
#include "form/form_catalog.h"
#include "report/read/memory_grid.h"
#include "report/read/validate.h"
#include "source_folder.h"

using namespace esep;

namespace {

const std::string kTop = R"(form = "f"
edition = "2026-01"
period = "month"
stages = ["draft", "final"]
allow_nil = true
title = { kk = "Нысан", ru = "Форма" }
law = { kk = "Бұйрық", ru = "Приказ" }
in_force = { from = 2026-01-01 }
)";

std::string value(const std::string& list, const std::string& id, const std::string& keys) {
  return "[[" + list + "]]\nid = \"" + id + "\"\ntitle = { kk = \"" + id + " kk\", ru = \"" + id + " ru\" }\n" + keys +
         "\n";
}

std::string column(const std::string& id, const std::string& number, const std::string& keys) {
  return value("column", id, "number = \"" + number + "\"\n" + keys);
}

form::FormDefinition read(const std::string& text) {
  Diagnostics diagnostics;
  auto out = form::read_form({"forms/f.2026-01.toml", "f", kTop + text}, {}, diagnostics);
  for (const Diagnostic& d : diagnostics) FAIL_CHECK(d.code);
  return out;
}

using Lines = std::vector<std::string>;
using Sheet = std::vector<std::vector<std::string>>;

std::string in_english(const Message& message) {
  static const datafile::MessageCatalogue kMessages(datafile::Library::from_folder(source_folder()));
  return kMessages.render(message, Lang::en);
}

// "A3 CELL-MIN sentence" of each finding. The sheet's first rows are fields by id, then the columns' numbers.
Lines found(const std::string& text, const Sheet& sheet, const std::string& stage = "draft") {
  const form::FormDefinition form = read(text);
  Diagnostics diagnostics;
  table::RuleRunner runner(form, nullptr, diagnostics);
  for (const Diagnostic& d : diagnostics) FAIL_CHECK(d.code);
  report::MemoryGrid grid("sheet", sheet);
  table::RuleContext context;
  context.period_start = calendar::Date::parse_iso("2026-10-01");
  context.period_end = calendar::Date::parse_iso("2026-10-31");
  context.received_on = *calendar::Date::parse_iso("2026-11-05");
  context.stage = stage;
  for (const form::Field& field : form.fields) {
    if (field.source == form::FieldSource::period) context.head[field.id] = std::string("2026 жылғы қазан");
  }
  report::Findings findings;
  static_cast<void>(report::validate({form, grid, "file", findings}, runner, context, nullptr));
  Lines out;
  for (const auto& finding : findings) {
    CHECK((finding.severity == Severity::error || finding.code == "F-WARN"));
    out.push_back(finding.cell + " " + finding.code + " " + in_english(finding.message));
  }
  return out;
}

// The same without the sentences.
Lines places(const std::string& text, const Sheet& sheet, const std::string& stage = "draft") {
  Lines out = found(text, sheet, stage);
  for (std::string& line : out) line = line.substr(0, line.find(' ', line.find(' ') + 1));
  return out;
}

const std::string kMoney = "type = \"money\"\n";
const std::string kWhole = "type = \"integer\"\n";
const std::string kDate = "type = \"date\"\n";

}  // namespace

TEST_CASE("keys: a value beyond its limit is named with the limit") {
  const std::string form = column("a", "1", kMoney + "min = \"0.5\"\nmax = 1000") +
                           column("n", "2", kWhole + "min = 1\nmax = 12") +
                           column("d", "3", kDate + "min = 2026-01-01\nmax = \"received_on\"");
  CHECK(found(form, {{"1", "2", "3"}, {"0,50", "1", "01.01.2026"}, {"1 000", "12", "05.11.2026"}, {"", "5", ""}})
            .empty());
  CHECK(found(form, {{"1", "2", "3"}, {"0,49", "0", "31.12.2025"}, {"1 000,01", "13", "06.11.2026"}}) ==
        Lines{"A2 CELL-MIN “a ru”: 0,49 is given, but it must be at least 0,50. Correct the value.",
              "B2 CELL-MIN “n ru”: 0 is given, but it must be at least 1. Correct the value.",
              "C2 CELL-EARLY “d ru”: 31.12.2025 is given, but the date may not be before 01.01.2026. Correct the date.",
              "A3 CELL-MAX “a ru”: 1\u00A0000,01 is given, but it must be at most 1\u00A0000,00. Correct the value.",
              "B3 CELL-MAX “n ru”: 13 is given, but it must be at most 12. Correct the value.",
              "C3 CELL-LATE “d ru”: 06.11.2026 is given, but the date may not be after 05.11.2026. Correct the date."});
  CHECK(places(form, {{"1", "2", "3"}, {"көп", "0,5", "ертең"}}) ==
        Lines{"A2 CELL-MONEY", "B2 CELL-INTEGER", "C2 CELL-DATE"});
}

TEST_CASE("keys: a limit of a heading field stands at the field, and holds for a nil report too") {
  const std::string form = value("field", "f", kWhole + "min = 0") +
                           value("field", "d", kDate + "max = \"period_end\"") + column("a", "1", kMoney);
  CHECK(places(form, {{"f", "-1"}, {"d", "01.11.2026"}, {"1"}, {"5"}}) == Lines{"B1 CELL-MIN", "B2 CELL-LATE"});
  CHECK(places(form, {{"_nil", "иә"}, {"f", "-1"}, {"d", "31.10.2026"}, {"1"}}) == Lines{"B2 CELL-MIN"});
}

TEST_CASE("keys: a cell that is not the sum of its parts is named with the sum and the difference") {
  const std::string form =
      column("a", "1", kMoney) + column("b", "2", kMoney) + column("s", "3", kMoney + "sum_of = [\"a\", \"b\"]");
  CHECK(
      found(form, {{"1", "2", "3"}, {"1 000", "200", "1 200"}, {"5", "", "5"}, {"", "", "0"}, {"1", "1", ""}}).empty());
  CHECK(found(form, {{"1", "2", "3"}, {"1 000", "200", "1 150"}}) ==
        Lines{"C2 CELL-SUM “s ru”: columns 1 + 2 add up to 1\u00A0200,00, but 1\u00A0150,00 is given (difference "
              "50,00). Correct "
              "the sum or its parts."});
  CHECK(places(form, {{"1", "2", "3"}, {"", "", "7"}}) == Lines{"C2 CELL-SUM"});
  // A part that cannot be read has its finding; of the sum there is nothing to say yet, in that row.
  CHECK(places(form, {{"1", "2", "3"}, {"мың", "200", "9"}, {"1", "1", "3"}}) == Lines{"A2 CELL-MONEY", "C3 CELL-SUM"});
  CHECK(places(form, {{"1", "2", "3"}, {"1", "200", "мың"}}) == Lines{"C2 CELL-MONEY"});
}

TEST_CASE("keys: a missing part that is required stops its sum, a blank one counts as nothing") {
  const std::string form = column("a", "1", kWhole + "required = true") + column("b", "2", kWhole) +
                           column("s", "3", kWhole + "sum_of = [\"a\", \"b\"]");
  CHECK(places(form, {{"1", "2", "3"}, {"", "2", "9"}, {"4", "", "9"}}) == Lines{"A2 CELL-REQUIRED", "C3 CELL-SUM"});
}

TEST_CASE("keys: sums of heading fields, two of one field, at another field") {
  const std::string total =
      "[[field.sum_of]]\nof = [\"x\", \"y\"]\n[[field.sum_of]]\nof = [\"p\", \"q\"]\nat = \"q\"\ncode = \"F-PARTS\"\n"
      "message = { kk = \"Қ {_sum}\", ru = \"О {_sum}\", en = \"{_sum} and not {t}: {_difference}, {q}\" }\n";
  std::string form = value("field", "t", kMoney + total);
  for (const char* id : {"x", "y", "p", "q"}) form += value("field", id, kMoney);
  form += column("a", "1", kMoney);
  CHECK(found(form, {{"t", "10"}, {"x", "4"}, {"y", "6"}, {"p", "10"}, {"1"}, {"1"}}).empty());
  CHECK(found(form, {{"t", "10"}, {"x", "4"}, {"y", "5"}, {"p", "10"}, {"q", "0,5"}, {"1"}, {"1"}}) ==
        Lines{"B1 FIELD-SUM “t ru”: «x ru» + «y ru» add up to 9,00, but 10,00 is given (difference 1,00). Correct the "
              "sum or its "
              "parts.",
              "B5 F-PARTS 10,50 and not 10,00: 0,50, 0,50"});  // 10,00 itself is wrong
  CHECK(found(form, {{"t", "10"}, {"x", "4"}, {"y", "6"}, {"p", "10"}, {"q", "0,5"}, {"1"}, {"1"}}) ==
        Lines{"B5 F-PARTS 10,50 and not 10,00: 0,50, 0,50 The right value: 0,00."});
  CHECK(places(form, {{"t", "10"}, {"x", "тең"}, {"y", "5"}, {"p", "10"}, {"1"}, {"1"}}) == Lines{"B2 CELL-MONEY"});
}

TEST_CASE("keys: a total is the sum of its column, and is not judged while a cell of it cannot be read") {
  const std::string form = value("field", "t", kMoney + "total_of = \"a\"") +
                           value("field", "n", kWhole + "total_of = \"c\"") + column("a", "7", kMoney) +
                           column("c", "8", kWhole);
  CHECK(found(form, {{"t", "10"}, {"n", "3"}, {"7", "8"}, {"4", "1"}, {"6", "2"}, {"", "0"}}).empty());
  CHECK(found(form, {{"t", "11"}, {"n", "5"}, {"7", "8"}, {"4", "1"}, {"6", "2"}}) ==
        Lines{"B1 FIELD-TOTAL “t ru”: column 7 adds up to 10,00, but 11,00 is given (difference 1,00). Correct the "
              "total or the "
              "column.",
              "B2 FIELD-TOTAL “n ru”: column 8 adds up to 3, but 5 is given (difference 2). Correct the total or the "
              "column."});
  CHECK(places(form, {{"t", "11"}, {"n", "5"}, {"7", "8"}, {"4", "1"}, {"алты", "2"}}) ==
        Lines{"B2 FIELD-TOTAL", "A5 CELL-MONEY"});
  CHECK(places(form, {{"t", "11"}, {"n", "5"}, {"7", "8"}}) == Lines{" ROWS-TOO-FEW"});  // nothing to add up
  CHECK(places(form, {{"_nil", "иә"}, {"t", "11"}, {"n", "0"}, {"7", "8"}}).empty());
}

TEST_CASE("keys: a nil report is not asked for a total, required or not") {
  const std::string form = value("field", "t", kMoney + "required = true\ntotal_of = \"a\"") +
                           value("field", "u", kMoney + "required_if = \"1\"\ntotal_of = \"a\"") +
                           value("field", "all", kMoney + "required = true\nsum_of = [\"t\", \"u\"]") +
                           value("field", "own", kMoney + "required = true") + column("a", "7", kMoney);
  CHECK(places(form, {{"_nil", "иә"}, {"t", ""}, {"u", ""}, {"all", ""}, {"own", ""}, {"7"}}) ==
        Lines{"B5 FIELD-REQUIRED"});
  CHECK(places(form, {{"_nil", "иә"}, {"own", "1"}, {"7"}}).empty());
  CHECK(places(form, {{"own", "1"}, {"7"}, {"5"}}) == Lines{" FIELD-REQUIRED", " FIELD-REQUIRED", " FIELD-REQUIRED"});
}

TEST_CASE("keys: a total of a record's head counts each record once") {
  const std::string form = "[rows]\nkind = \"grouped\"\nhead = [\"a\"]\nlists = [[\"c\"]]\n" +
                           value("field", "t", kMoney + "total_of = \"a\"") +
                           value("field", "n", kWhole + "total_of = \"c\"") + column("a", "1", kMoney) +
                           column("c", "2", kWhole);
  CHECK(found(form, {{"t", "30"}, {"n", "6"}, {"1", "2"}, {"10", "1"}, {"", "2"}, {"20", "3"}}).empty());
  CHECK(places(form, {{"t", "40"}, {"n", "6"}, {"1", "2"}, {"10", "1"}, {"", "2"}, {"20", "3"}}) ==
        Lines{"B1 FIELD-TOTAL"});
}

TEST_CASE("keys: numbers as large as they can be are added exactly or not at all") {
  const std::string form =
      column("a", "1", kMoney) + column("b", "2", kMoney) + column("s", "3", kMoney + "sum_of = [\"a\", \"b\"]");
  const std::string most = "922337203685477";
  CHECK(places(form, {{"1", "2", "3"}, {most, most, "1"}, {"1", "1", "3"}}) ==
        Lines{"C2 RULE-OVERFLOW", "C3 CELL-SUM"});
  const std::string bounded = column("a", "1", kMoney + "max = 0") + column("b", "2", kMoney);
  CHECK(places(bounded, {{"1", "2"}, {most, most}}) == Lines{"A2 CELL-MAX"});
}

TEST_CASE("keys: a rule applies at its stages, and where `when` is true") {
  const std::string form =
      column("a", "1", kMoney) + column("b", "2", kMoney) +
      "[[rule]]\ncode = \"F-WARN\"\nseverity = \"warning\"\nstages = [\"final\"]\nwhen = \"row.b <> 0\"\n"
      "check = \"dec_div(row.a, row.b) <= dec(1)\"\ncolumn = \"a\"\nmessage = { kk = \"Қ\", ru = \"О\" }\n";
  const Sheet sheet{{"1", "2"}, {"2", "1"}, {"2", "0"}, {"2", ""}, {"1", "1"}};
  CHECK(places(form, sheet, "final") == Lines{"A2 F-WARN"});  // and no division by zero
  CHECK(places(form, sheet, "draft").empty());
  CHECK(places(form, sheet, "").empty());
}

TEST_CASE("keys: limits that do not depend on the report are known by themselves") {
  const form::FormDefinition form =
      read(column("n", "1", kWhole + "min = 1\nmax = 12") + column("d", "2", kDate + "max = \"received_on\""));
  const auto beyond = [&](const char* id, const form::Value& value) {
    return std::string(report::beyond_limits(*form.value_spec(id), value));
  };
  CHECK(beyond("n", int64_t{0}) == "CELL-MIN");
  CHECK(beyond("n", int64_t{13}) == "CELL-MAX");
  CHECK(beyond("n", int64_t{12}).empty());
  CHECK(beyond("n", {}).empty());
  CHECK(beyond("d", *calendar::Date::parse_iso("2099-01-01")).empty());
}

TEST_CASE("keys: a workbook from before a title was corrected is still read") {
  Diagnostics diagnostics;
  const datafile::LibraryFile wording{
      "forms/f.2026-01.wording.toml", "w",
      "[field.f]\ntitle = { kk = \"Жаңа\", ru = \"Новое\" }\n[column.a]\ntitle = { kk = \"Баған\", ru = \"Графа\" }\n"};
  const auto form =
      form::read_form({"forms/f.2026-01.toml", "f", kTop + value("field", "f", kWhole) + column("a", "1", kMoney)},
                      {wording}, diagnostics);
  REQUIRE(diagnostics.empty());
  for (const Sheet& sheet : {Sheet{{"f kk", "5"}, {"a ru"}, {"7"}}, Sheet{{"Жаңа", "5"}, {"Графа"}, {"7"}}}) {
    report::MemoryGrid grid("sheet", sheet);
    report::Findings findings;
    const auto layout = report::locate({form, grid, "file", findings});
    REQUIRE(layout);
    CHECK(layout->fields.size() == 1);
    CHECK(layout->columns == std::vector<int>{1});
  }
}

TEST_CASE("a rule that is an equation says what the number should be, and the difference") {
  const auto rule = [](const std::string& check, const std::string& column, const std::string& scope) {
    return "[[rule]]\ncode = \"F-EQ\"\nscope = \"" + scope + "\"\ncheck = \"" + check + "\"\ncolumn = \"" + column +
           "\"\nmessage = { kk = \"Қате.\", ru = \"Неверно.\", en = \"Wrong.\" }\n";
  };
  const std::string columns = column("a", "1", kMoney) + column("b", "2", kMoney) + column("s", "3", kMoney) +
                              column("n", "4", kWhole) + value("field", "x", "");
  const Sheet sheet{{"1", "2", "3", "4"}, {"1 000", "200", "1 150", "3"}};
  const auto said = [&](const std::string& check, const std::string& at) {
    return found(columns + rule(check, at, "row"), sheet);
  };
  CHECK(said("row.a + row.b = row.s", "s") ==
        Lines{"C2 F-EQ Wrong. The right value: 1\u00A0200,00 (difference 50,00)."});
  CHECK(said("row.s = row.a + row.b", "b") == Lines{"B2 F-EQ Wrong. The right value: 150,00 (difference 50,00)."});
  CHECK(said("row.s - row.a = row.b", "b") == Lines{"B2 F-EQ Wrong. The right value: 150,00 (difference 50,00)."});
  CHECK(said("dec_mul(row.a, dec(row.n)) = row.s", "s") ==
        Lines{"C2 F-EQ Wrong. The right value: 3\u00A0000,00 (difference 1\u00A0850,00)."});
  CHECK(said("head.x IS NOT NULL OR (SELECT count(*) FROM rows) = row.n", "n") ==
        Lines{"D2 F-EQ Wrong. The right value: 1 (difference 2)."});
  // What is no equation of this cell for every row says nothing more.
  for (const char* check :
       {"row.a + row.b < row.s", "row.a + row.b = row.s AND 1 = 1", "row.n = 4", "row.n = 4 OR row.s = row.a"})
    CHECK(said(check, "n") == Lines{"D2 F-EQ Wrong."});
}

TEST_CASE("a rule is silent about a row only where it reads the cell that nobody can read") {
  const auto rule = [](const std::string& check) {
    return "[[rule]]\ncode = \"F-A\"\nscope = \"row\"\ncheck = \"" + check +
           "\"\ncolumn = \"a\"\nmessage = { kk = \"Қате.\", ru = \"Неверно.\", en = \"Wrong.\" }\n";
  };
  const std::string columns = column("a", "1", kWhole) + column("b", "2", kWhole);
  const Sheet sheet{{"1", "2"}, {"1", "two"}};
  CHECK(places(columns + rule("row.a > 1 AND row.b IS NULL"), sheet) == Lines{"B2 CELL-INTEGER"});
  CHECK(places(columns + rule("row.a > 1 AND 'b' = 'b'"), sheet) == Lines{"A2 F-A", "B2 CELL-INTEGER"});
}

TEST_CASE("a rule that names the period says it in the reader's language") {
  const std::string form =
      "[[field]]\nid = \"p\"\ntitle = { kk = \"p kk\", ru = \"p ru\" }\nsource = \"period\"\n" +
      column("a", "1", kMoney) +
      "[[rule]]\ncode = \"F-P\"\nscope = \"table\"\ncheck = \"1 = 2\"\nmessage = { kk = \"{p} қате\", ru = "
      "\"{p} неверно\", en = \"{p} is wrong\" }\n";
  CHECK(found(form, {{"1"}, {"1"}}) == Lines{" F-P October 2026 is wrong"});
}

TEST_CASE("a rule over a whole column has its finding at the head of that column") {
  const std::string form =
      column("a", "1", kWhole) + column("b", "2", kWhole) +
      "[[rule]]\ncode = \"F-TOP\"\nscope = \"table\"\ncheck = \"(SELECT sum(r.b) FROM rows AS r) < 10\"\n"
      "column = \"b\"\nmessage = { kk = \"Көп\", ru = \"Много\", en = \"Many\" }\n";
  CHECK(found(form, {{"1", "2"}, {"1", "5"}, {"1", "4"}}).empty());
  CHECK(found(form, {{"", ""}, {"1", "2"}, {"1", "5"}, {"1", "6"}}) == Lines{"B2 F-TOP Many"});
}

TEST_CASE("a value that is computed from a wrong cell, or that another rule refuses, is not called right") {
  const std::string rules =
      "[[rule]]\ncode = \"F-MUL\"\ncheck = \"dec_mul(row.k, dec(row.n)) = row.s\"\ncolumn = \"s\"\nmessage = { kk = "
      "\"Қ.\", ru = \"О.\", en = \"Product.\" }\n"
      "[[rule]]\ncode = \"F-PARTS\"\ncheck = \"row.a + row.b = row.s\"\ncolumn = \"b\"\nmessage = { kk = \"Қ.\", ru = "
      "\"О.\", en = \"Parts.\" }\n"
      "[[rule]]\ncode = \"F-NEG\"\ncheck = \"row.b >= 0\"\ncolumn = \"b\"\nmessage = { kk = \"Қ.\", ru = \"О.\", en = "
      "\"Negative.\" }\n";
  const std::string form = value("field", "t", kMoney + "total_of = \"s\"") + column("k", "1", kMoney) +
                           column("n", "2", kWhole) + column("s", "3", kMoney) + column("a", "4", kMoney) +
                           column("b", "5", kMoney) + rules;
  const std::vector<std::string> numbers{"1", "2", "3", "4", "5"};
  // The sum of the row is wrong: its parts and the total are not.
  CHECK(
      found(form, {{"t", "200"}, numbers, {"10", "10", "1", "40", "60"}, {"10", "10", "100", "40", "60"}}) ==
      Lines{"B1 FIELD-TOTAL “t ru”: 200,00 is given, and column 3 adds up to 101,00 (difference 99,00). Which of them "
            "is wrong cannot be told for certain: check the column and the total.",
            "C3 F-MUL Product. The right value: 100,00 (difference 99,00).", "E3 F-PARTS Parts."});
  // The value that would make the parts right is negative.
  CHECK(found(form, {{"t", "100"}, numbers, {"10", "10", "100", "140", "60"}}) == Lines{"E3 F-PARTS Parts."});
  CHECK(found(form, {{"t", "100"}, numbers, {"10", "10", "100", "40", "50"}}) ==
        Lines{"E3 F-PARTS Parts. The right value: 60,00 (difference 10,00)."});
}

TEST_CASE("a total that agrees with its sources is not called wrong where the column alone says otherwise") {
  const std::string form = value("field", "t", kMoney + "total_of = \"a\"\nsum_of = [\"x\", \"y\"]") +
                           value("field", "x", kMoney) + value("field", "y", kMoney) + column("a", "1", kMoney);
  CHECK(found(form, {{"t", "10"}, {"x", "4"}, {"y", "6"}, {"1"}, {"9"}}) ==
        Lines{"B1 FIELD-TOTAL “t ru”: 10,00 is given, and column 1 adds up to 9,00 (difference 1,00). Which of them is "
              "wrong cannot be told for certain: check the column and the total."});
  CHECK(
      found(form, {{"t", "10"}, {"x", "4"}, {"y", "5"}, {"1"}, {"9"}}) ==
      Lines{"B1 FIELD-SUM “t ru”: «x ru» + «y ru» add up to 9,00, but 10,00 is given (difference 1,00). Correct the "
            "sum or its parts.",
            "B1 FIELD-TOTAL “t ru”: column 1 adds up to 9,00, but 10,00 is given (difference 1,00). Correct the total "
            "or the column."});
}

TEST_CASE("values that are only tried leave the rows as they were") {
  const form::FormDefinition form = read(column("a", "1", kMoney) + column("s", "2", kMoney + "sum_of = [\"a\"]"));
  Diagnostics diagnostics;
  table::RuleRunner runner(form, nullptr, diagnostics);
  report::MemoryGrid grid("sheet", {{"1", "2"}, {"5", "7"}});
  report::Findings findings;
  table::RuleContext context;
  context.received_on = *calendar::Date::parse_iso("2026-11-05");
  static_cast<void>(report::validate({form, grid, "file", findings}, runner, context, nullptr));
  table::TypedRow row;
  REQUIRE(runner.rows()->next(row));
  CHECK(form::canonical_text(row.values.back()) == "7");
}
