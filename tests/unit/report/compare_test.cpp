// SPDX-License-Identifier: MIT
#include "report/compare/compare.h"

#include <catch2/catch.hpp>

#include "small_form.h"

using namespace esep;
using report::RowChange;

namespace {

form::FormDefinition form_of(form::RowKind kind, std::vector<std::string> key) {
  auto out = small_form::of(
      {small_form::column("name"), small_form::column("place"), small_form::column("sum", form::ColumnType::integer)});
  out.rows.kind = kind;
  out.rows.key = std::move(key);
  if (kind == form::RowKind::grouped) {
    out.rows.head = {"name"};
    out.rows.lists = {{"place", "sum"}};
  }
  return out;
}

struct Line {
  const char* name;
  const char* place;
  int64_t sum;
  bool first = true;
};

using Compare = report::RowChanges (*)(const form::FormDefinition&, table::RowReader&, table::RowReader&);

// "changed 11>12 sum 1>2; new 0>13 name >c" and so on; "total 3>4" for a column that adds up.
std::string difference(const form::FormDefinition& form, const std::vector<Line>& before,
                       const std::vector<Line>& after, Compare compare = report::compare_rows) {
  auto database = sqlite::Database::temporary();
  const table::FormTable table(form);
  table.create(database);
  table::RowWriter writer(database, table);
  int64_t submission = 0;
  for (const auto* lines : {&before, &after}) {
    ++submission;
    int64_t row = 10;
    for (const Line& line : *lines) {
      ++row;
      writer.insert(submission,
                    {row, row - 10, line.first, {std::string(line.name), std::string(line.place), line.sum}});
    }
  }
  table::RowReader a(database, table, 1);
  table::RowReader b(database, table, 2);
  std::string out;
  const auto changes = compare(form, a, b);
  for (const auto& sum : changes.sums)
    out += "total " + form::canonical_text(sum.before) + ">" + form::canonical_text(sum.after);
  for (const auto& change : changes.rows) {
    out += out.empty() ? "" : "; ";
    out += std::string(report::row_change_name(change.kind)) + " " + std::to_string(change.row_before) + ">" +
           std::to_string(change.row_after);
    for (const auto& cell : change.cells) {
      out += " " + cell.column + " " + form::canonical_text(cell.before) + ">" + form::canonical_text(cell.after);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("rows with a key are paired by it wherever they stand") {
  const auto form = form_of(form::RowKind::repeat, {"name"});
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}}, {{"a", "x", 1}, {"b", "x", 2}}).empty());
  CHECK(
      difference(form, {{"a", "x", 1}, {"b", "x", 2}, {"c", "x", 3}}, {{"c", "x", 4}, {"a", "x", 1}, {"d", "y", 5}}) ==
      "changed 13>11 sum 3>4; new 0>13 name >d place >y sum >5; gone 12>0 name b> place x> sum 2>");
}

TEST_CASE("without a key a row put in between is one new row, not a change of all behind it") {
  const auto form = form_of(form::RowKind::repeat, {});
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}}, {{"a", "x", 1}, {"n", "x", 9}, {"b", "x", 2}}) ==
        "new 0>12 name >n place >x sum >9");
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}, {"c", "x", 3}}, {{"a", "x", 1}, {"c", "x", 3}}) ==
        "gone 12>0 name b> place x> sum 2>");
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}, {"c", "x", 3}},
                   {{"a", "x", 1}, {"b", "z", 7}, {"c", "x", 3}}) == "changed 12>12 place x>z sum 2>7");
}

TEST_CASE("a head value that changed shows once, in the first row of its record") {
  const auto form = form_of(form::RowKind::grouped, {});
  CHECK(difference(form, {{"a", "x", 1}, {"a", "y", 2, false}}, {{"b", "x", 1}, {"b", "y", 3, false}}) ==
        "changed 11>11 name a>b; changed 12>12 sum 2>3");
}

TEST_CASE("columns that add up give their sums, changed or not; a value carried down counts once") {
  auto form = form_of(form::RowKind::repeat, {"name"});
  form.columns[2].adds_up = true;
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}}, {{"a", "x", 1}, {"b", "x", 2}}) == "total 3>3");
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}}, {{"b", "x", 5}}) ==
        "total 3>5; changed 12>11 sum 2>5; gone 11>0 name a> place x> sum 1>");
  auto grouped = form_of(form::RowKind::grouped, {});
  grouped.rows.head = {"name", "sum"};
  grouped.rows.lists = {{"place"}};
  grouped.columns[2].adds_up = true;
  CHECK(difference(grouped, {{"a", "x", 4}, {"a", "y", 4, false}}, {{"a", "x", 4}, {"a", "y", 4, false}}) ==
        "total 4>4");
}

TEST_CASE("a sum that does not fit is blank, not wrong") {
  auto form = form_of(form::RowKind::repeat, {"name"});
  form.columns[2].adds_up = true;
  const int64_t most = 922'337'203'685'477;
  CHECK(difference(form, {{"a", "x", most}, {"b", "x", 1}}, {{"a", "x", most}}) ==
        "total >922337203685477; gone 12>0 name b> place x> sum 1>");
}

TEST_CASE("what is only added is put on top, row by row, and nothing is gone") {
  auto form = form_of(form::RowKind::repeat, {"name"});
  form.columns[2].adds_up = true;
  CHECK(difference(form, {{"a", "x", 1}, {"b", "x", 2}}, {{"b", "z", 5}, {"c", "y", 7}}, report::add_rows) ==
        "total 3>15; changed 12>11 sum 2>7; new 0>12 name >c place >y sum >7");
  CHECK(difference(form_of(form::RowKind::repeat, {}), {{"a", "x", 1}}, {{"a", "x", 1}}, report::add_rows) ==
        "new 0>11 name >a place >x sum >1");
}

TEST_CASE("heading fields: what was, what is, what came and what went") {
  form::FormDefinition form;
  for (const char* id : {"a", "b", "c", "d"}) {
    form::Field field;
    field.id = id;
    form.fields.push_back(field);
  }
  const auto changes =
      report::compare_fields(form, {{"a", "1"}, {"b", "2"}, {"c", "3"}}, {{"a", "1"}, {"b", "5"}, {"d", "4"}});
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].column == "b");
  CHECK(form::canonical_text(changes[0].after) == "5");
  CHECK(form::is_blank(changes[1].after));
  CHECK(form::is_blank(changes[2].before));
}
