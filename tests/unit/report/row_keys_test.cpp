// SPDX-License-Identifier: MIT
#include "report/read/row_keys.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "report/read/memory_grid.h"
#include "small_form.h"

using namespace esep;
using report::ExpectedRows;
using report::Findings;
using report::RowKeys;

namespace {

using Rows = std::vector<std::vector<form::Value>>;

form::Value text(const char* value) { return std::string(value); }
form::Value number(int64_t value) { return value; }

form::FormDefinition sample(std::vector<std::string> key) {
  auto form = small_form::of({small_form::column("code"), small_form::column("name"), small_form::column("share")});
  form.columns[1].prefilled = true;
  form.rows.key = std::move(key);
  return form;
}

/// `cell CODE arguments` of all findings of these rows, which stand from row 5 on.
std::vector<std::string> judge(const form::FormDefinition& form, const ExpectedRows* expected, const Rows& rows,
                               bool nil = false) {
  report::MemoryGrid grid("Парақ", {});
  report::Layout layout;
  layout.columns = {2, 3, 4};
  RowKeys keys(form, expected);
  int64_t line = 5;
  for (const auto& row : rows) {
    keys.take({.sheet_row = line, .record = line, .values = row});
    ++line;
  }
  Findings findings;
  keys.report({form, grid, "f.xlsx", findings}, layout, {.values = {}, .nil = nil});
  std::vector<std::string> out;
  for (const auto& f : findings) {
    CHECK(f.file == "f.xlsx");
    CHECK(f.sheet == "Парақ");
    CHECK(f.severity == Severity::error);
    CHECK(f.code == f.message.key);
    std::string line_text = f.cell + " " + f.code + " " + f.column;
    for (const auto& [name, value] : f.message.args) {
      const auto* plain = std::get_if<std::string>(&value);
      const LocalText both = plain != nullptr ? LocalText{*plain, *plain, ""} : std::get<LocalText>(value);
      line_text += " " + (both.kk == both.ru ? both.kk : both.kk + "/" + both.ru);
    }
    out.push_back(line_text);
  }
  return out;
}

using Strings = std::vector<std::string>;

const ExpectedRows kExpected{{{text("A-1"), text("Алма"), {}}, {text("A-2"), text("Алмұрт"), {}}},
                             {{text("A-1"), text("Яблоки"), {}}, {text("A-2"), text("Груши"), {}}}};
const Rows kRight{{text("A-1"), text("Алма"), number(1)}, {text("A-2"), text("Алмұрт"), number(2)}};

}  // namespace

TEST_CASE("a form without a key compares no rows", "[report]") {
  const auto form = sample({});
  CHECK(judge(form, nullptr, {kRight[0], kRight[0]}).empty());
  CHECK(judge(form, &kExpected, {}).empty());
  CHECK(judge(form, &kExpected, {kRight[0], kRight[0]}).empty());
}

TEST_CASE("the same key twice points at the first", "[report]") {
  const auto form = sample({"code"});
  CHECK(judge(form, nullptr, kRight).empty());
  CHECK(judge(form, nullptr, {kRight[0], kRight[1], kRight[0], kRight[0]}) ==
        Strings{"B7 ROW-TWICE code A-1 5", "B8 ROW-TWICE code A-1 5"});
  // A Cyrillic А, blanks and small letters are the same to a person.
  CHECK(judge(form, nullptr, {kRight[0], {text(" а-1 "), text("Алма"), {}}}) == Strings{"B6 ROW-TWICE code  а-1  5"});
}

TEST_CASE("a key of two columns is both of them", "[report]") {
  const auto form = sample({"name", "code"});
  CHECK(judge(form, nullptr, {{text("A"), text("x"), {}}, {text("A"), text("y"), {}}, {text("B"), text("x"), {}}})
            .empty());
  CHECK(judge(form, nullptr, {{text("A"), text("x"), {}}, {text("A"), text("x"), {}}}) ==
        Strings{"C6 ROW-TWICE name x, A 5"});
  CHECK(judge(form, nullptr, {{{}, text("x"), {}}, {{}, text("x"), {}}}) == Strings{"C6 ROW-TWICE name x 5"});
}

TEST_CASE("a continuation of a record has no key of its own", "[report]") {
  const auto form = sample({"code"});
  RowKeys keys(form, nullptr);
  keys.take({.sheet_row = 5, .record = 1, .first = true, .values = kRight[0]});
  keys.take({.sheet_row = 6, .record = 1, .first = false, .values = kRight[0]});
  Findings findings;
  report::MemoryGrid grid("s", {});
  report::Layout layout;
  layout.columns = {1, 2, 3};
  keys.report({form, grid, "f", findings}, layout, {});
  CHECK(findings.empty());
}

TEST_CASE("rows that are expected, in either language", "[report]") {
  const auto form = sample({"code"});
  CHECK(judge(form, &kExpected, kRight).empty());
  CHECK(judge(form, &kExpected, {kRight[1], kRight[0]}).empty());
  CHECK(judge(form, &kExpected, {{text("A-1"), text("Яблоки"), {}}, {text("A-2"), text("Алмұрт"), {}}}).empty());
  CHECK(judge(form, &kExpected, {kRight[0], {text("A-3"), text("Өрік"), {}}}) ==
        Strings{"B6 ROW-FOREIGN code A-3", " ROW-ABSENT code code kk/code ru A-2"});
  CHECK(judge(form, &kExpected, {}) ==
        Strings{" ROW-ABSENT code code kk/code ru A-1", " ROW-ABSENT code code kk/code ru A-2"});
  CHECK(judge(form, &kExpected, {}, true).empty());  // nothing to report is said so
  CHECK(judge(form, &kExpected, {kRight[0], kRight[0], kRight[1]}) == Strings{"B6 ROW-TWICE code A-1 5"});
  const ExpectedRows none{{}, {}};
  CHECK(judge(form, &none, {kRight[0]}) == Strings{"B5 ROW-FOREIGN code A-1"});
}

TEST_CASE("what the source filled in may not be changed", "[report]") {
  const auto form = sample({"code"});
  const auto one = [&](form::Value name) {
    return judge(form, &kExpected, {{text("A-1"), std::move(name), number(7)}, kRight[1]});
  };
  CHECK(one(text("АЛМА")).empty());
  CHECK(one(text("Өрік")) == Strings{"C5 CELL-PREFILLED name name kk/name ru Алма/Яблоки"});
  CHECK(one(text("Груши")) == Strings{"C5 CELL-PREFILLED name name kk/name ru Алма/Яблоки"});
  CHECK(one({}) == Strings{"C5 CELL-PREFILLED name name kk/name ru Алма/Яблоки"});
  // What the source leaves blank is the agency's.
  const ExpectedRows open{{{text("A-1"), {}, {}}}, {{text("A-1"), {}, {}}}};
  CHECK(judge(form, &open, {kRight[0]}).empty());
}

TEST_CASE("a key that is a text of the language, in a list sorted by it", "[report]") {
  const auto form = sample({"name"});
  const ExpectedRows sorted{{{text("A-1"), text("Алма"), {}}, {text("A-2"), text("Алмұрт"), {}}},
                            {{text("A-1"), text("Яблоки"), {}}, {text("A-2"), text("Груши"), {}}}};
  CHECK(judge(form, &sorted, {{{}, text("Яблоки"), {}}, {{}, text("Груши"), {}}}).empty());
  CHECK(judge(form, &sorted, {{{}, text("Яблоки"), {}}, {{}, text("Алма"), {}}, kRight[1]}) ==
        Strings{"C6 ROW-TWICE name Алма 5"});
  CHECK(judge(form, &sorted, {{{}, text("Яблоки"), {}}}) == Strings{" ROW-ABSENT name name kk/name ru Алмұрт/Груши"});
  const auto by_code = sample({"code"});
  const ExpectedRows swapped{kExpected.kk, {kExpected.ru[1], kExpected.ru[0]}};
  CHECK(judge(by_code, &swapped, {{text("A-1"), text("Яблоки"), {}}, {text("A-2"), text("Груши"), {}}}).empty());
}

TEST_CASE("a row too many in one language only", "[report]") {
  const auto form = sample({"code"});
  const ExpectedRows uneven{{kExpected.kk[0]}, kExpected.ru};
  CHECK(judge(form, &uneven, {kRight[0], {text("A-2"), text("Груши"), {}}}) == Strings{"B6 ROW-FOREIGN code A-2"});
}

TEST_CASE("a row is named by the titles of its choices and by its days as people write them") {
  auto form = sample({"code", "share"});
  form.columns[0].type = form::ColumnType::choice;
  form.columns[0].choices = {{"capital", {"астана", "столица", "capital city"}}};
  form.columns[2].type = form::ColumnType::date;
  const form::Value day = *calendar::Date::parse_iso("2026-10-05");
  const std::vector<form::Value> row{text("capital"), {}, day};
  CHECK(judge(form, nullptr, {row, row}) == Strings{"B6 ROW-TWICE code астана, 05.10.2026/столица, 05.10.2026 5"});
}

TEST_CASE("a dot behind a key is none of it", "[report]") {
  const auto form = sample({"code"});
  const RowKeys keys(form, &kExpected);
  const auto row = keys.without_dots({.values = {text("A-2."), text("Алмұрт"), number(2)}});
  REQUIRE(row);
  CHECK(row->values == kRight[1]);
  CHECK_FALSE(keys.without_dots({.values = kRight[1]}));
  CHECK_FALSE(keys.without_dots({.values = {text("A-3."), text("Алмұрт"), number(2)}}));
}

TEST_CASE("a row without a key is called by its place", "[report]") {
  const auto form = sample({"code"});
  report::MemoryGrid grid("Парақ", {});
  report::Layout layout;
  layout.columns = {2, 3, 4};
  RowKeys keys(form, &kExpected);
  keys.take({.sheet_row = 5, .record = 5, .values = kRight[0]});
  keys.take({.sheet_row = 6, .record = 6, .values = kRight[1]});
  keys.take({.sheet_row = 7, .record = 7, .values = {{}, text("Өрік"), {}}});
  Findings findings;
  keys.report({form, grid, "f.xlsx", findings}, layout, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "ROW-FOREIGN");
  CHECK(findings.front().message == Message("ROW-UNNAMED", {{"row", "7"}}));
}
