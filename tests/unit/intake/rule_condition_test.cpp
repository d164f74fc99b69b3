// SPDX-License-Identifier: MIT
// Conditions of conditional formats, as far as they are understood.
#include <catch2/catch.hpp>

#include "intake/look_rule.h"

using esep::intake::condition_of;
using esep::intake::Met;
using esep::report::CellKind;
using esep::report::GridCell;

namespace {

// "yes", "no" or "maybe" for a cell of A1:A9.
std::string met(const esep::intake::RuleWords& words, CellKind kind, const std::string& value) {
  GridCell cell;
  cell.column = 1;
  cell.kind = kind;
  cell.text = value;
  const Met met = condition_of(words, {{1, 1, 9, 1}})(cell);
  return met == Met::yes ? "yes" : met == Met::no ? "no" : "maybe";
}

std::string of_number(const std::string& relation, std::vector<std::string> formulas, const std::string& value) {
  return met({"cellIs", relation, "", std::move(formulas)}, CellKind::number, value);
}

std::string of_formula(const std::string& formula, CellKind kind, const std::string& value) {
  return met({"expression", "", "", {formula}}, kind, value);
}

}  // namespace

TEST_CASE("a condition that compares with constants is judged", "[intake]") {
  CHECK(of_number("greaterThan", {"1000"}, "1250") == "yes");
  CHECK(of_number("greaterThan", {"1000"}, "1000") == "no");
  CHECK(of_number("greaterThanOrEqual", {"1000"}, "1000") == "yes");
  CHECK(of_number("lessThan", {"-0.5"}, "-1.25") == "yes");
  CHECK(of_number("lessThanOrEqual", {"-0.5"}, "0") == "no");
  CHECK(of_number("equal", {"0"}, "0") == "yes");
  CHECK(of_number("notEqual", {"0"}, "0") == "no");
  CHECK(of_number("between", {"1", "5"}, "5") == "yes");
  CHECK(of_number("notBetween", {"1", "5"}, "5") == "no");
  CHECK(of_number("equal", {"\"x\""}, "5") == "no");
  CHECK(of_number("greaterThan", {"$B$1"}, "5") == "maybe");
  CHECK(of_number("between", {"1"}, "5") == "maybe");
  CHECK(met({"cellIs", "greaterThan", "", {"1000"}}, CellKind::text, "көп") == "yes");
  CHECK(met({"cellIs", "equal", "", {"\"Көп\""}}, CellKind::text, "көп") == "yes");
  CHECK(met({"cellIs", "equal", "", {"\"аз\""}}, CellKind::text, "көп") == "no");
  CHECK(met({"cellIs", "lessThan", "", {"\"аз\""}}, CellKind::text, "көп") == "maybe");
}

TEST_CASE("a formula is understood where it speaks of its own cell", "[intake]") {
  CHECK(of_formula("TRUE", CellKind::number, "5") == "yes");
  CHECK(of_formula("FALSE", CellKind::number, "5") == "no");
  CHECK(of_formula("A1>3", CellKind::number, "5") == "yes");
  CHECK(of_formula("$A1 <= 3", CellKind::number, "5") == "no");
  CHECK(of_formula("A$1>3", CellKind::number, "5") == "maybe");
  CHECK(of_formula("B1>3", CellKind::number, "5") == "maybe");
  CHECK(of_formula("A1=\"жоқ\"", CellKind::text, "Жоқ") == "yes");
  CHECK(of_formula("ISERROR(A1)", CellKind::number, "5") == "no");
  CHECK(of_formula("ISERROR(A1)", CellKind::error, "#DIV/0!") == "yes");
  CHECK(of_formula("ISBLANK($A1)", CellKind::number, "5") == "no");
  CHECK(of_formula("LEN(TRIM(A1))=0", CellKind::text, " ") == "yes");
  CHECK(of_formula("AND(A1>3,B1=0)", CellKind::number, "5") == "maybe");
}

TEST_CASE("conditions on texts, errors and blanks", "[intake]") {
  CHECK(met({"containsText", "", "ЖОҚ", {}}, CellKind::text, "мүлдем жоқ") == "yes");
  CHECK(met({"notContainsText", "", "жоқ", {}}, CellKind::text, "бар") == "yes");
  CHECK(met({"beginsWith", "", "12", {}}, CellKind::number, "1250") == "yes");
  CHECK(met({"endsWith", "", "12", {}}, CellKind::number, "1250") == "no");
  CHECK(met({"containsErrors", "", "", {}}, CellKind::number, "1250") == "no");
  CHECK(met({"notContainsBlanks", "", "", {}}, CellKind::number, "1250") == "yes");
  CHECK(met({"duplicateValues", "", "", {}}, CellKind::number, "1250") == "maybe");
  CHECK(met({"dataBar", "", "", {}}, CellKind::number, "1250") == "yes");
}
