// SPDX-License-Identifier: MIT
#include <limits>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "table_fixture.h"

using namespace esep;
using namespace esep::table;
using namespace esep::table::test;

TEST_CASE("identifiers are quoted whatever stands in them") {
  CHECK(quote_identifier("c1") == "\"c1\"");
  CHECK(quote_identifier("a\"b") == "\"a\"\"b\"");
  CHECK(quote_identifier("") == "\"\"");
}

TEST_CASE("the table of a form is strict and named after form and edition") {
  form::FormDefinition form;
  form.id = "f";
  form.edition = "2026-01";
  form.columns = {column("a", form::ColumnType::money), column("select", form::ColumnType::date),
                  column("c", form::ColumnType::yes_no), column("d", form::ColumnType::iin),
                  column("e", form::ColumnType::integer)};
  form.columns[4].multiple = true;
  const FormTable table(form);
  CHECK(table.name() == "report.f.2026-01");
  CHECK(table.ddl() ==
        "CREATE TABLE \"report.f.2026-01\"(_submission INTEGER NOT NULL, _row INTEGER NOT NULL, _record "
        "INTEGER NOT NULL, "
        "_first INTEGER NOT NULL, \"a\" INTEGER, \"select\" TEXT, \"c\" INTEGER, \"d\" TEXT, \"e\" TEXT, "
        "PRIMARY KEY(_submission, _row)) STRICT;");
  auto database = sqlite::Database::temporary();
  table.create(database);
  table.create(database);
  CHECK_THROWS_AS(database.execute(table.ddl()), Error);
}

namespace {

std::vector<TypedRow> round_trip(const form::FormDefinition& form, const std::vector<TypedRow>& rows) {
  auto database = sqlite::Database::temporary();
  const FormTable table(form);
  table.create(database);
  RowWriter writer(database, table);
  writer.insert(1, row(form, 1, {}));
  for (auto at = rows.rbegin(); at != rows.rend(); ++at) writer.insert(7, *at);
  writer.insert(8, row(form, 1, {}));
  RowReader reader(database, table, 7);
  std::vector<TypedRow> out;
  TypedRow one;
  while (reader.next(one)) out.push_back(one);
  return out;
}

}  // namespace

TEST_CASE("every value comes back as it went in, in sheet order") {
  const auto form = sample_form();
  constexpr int64_t most = std::numeric_limits<int64_t>::max();
  constexpr int64_t least = std::numeric_limits<int64_t>::min();
  std::vector<TypedRow> rows{row(form, 3, {}),
                             row(form, 5,
                                 {{"code", std::string("Әділет ₸ '\"; DROP TABLE x; --")},
                                  {"amount", Decimal::from_units(most)},
                                  {"paid", Decimal::from_units(least)},
                                  {"people", most},
                                  {"day", date("0001-01-01")},
                                  {"done", true},
                                  {"kind", std::string("new")},
                                  {"stages", std::string("a: 2026-01-01\nb: 2026-02-01")},
                                  {"shares", std::string("12.5\n87.5")}}),
                             row(form, 9,
                                 {{"code", std::string("")},
                                  {"amount", Decimal::from_units(0)},
                                  {"people", least},
                                  {"day", date("9999-12-31")},
                                  {"done", false},
                                  {"stages", std::string("2026-01-01")}}),
                             row(form, 1'048'576, {{"code", std::string("a\0b\nc", 5)}, {"people", int64_t{0}}})};
  rows[1].record = 1;
  rows[2].record = 1;
  rows[2].first = false;
  const auto read = round_trip(form, rows);
  REQUIRE(read.size() == rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    CHECK(read[i].sheet_row == rows[i].sheet_row);
    CHECK(read[i].record == rows[i].record);
    CHECK(read[i].first == rows[i].first);
    CHECK(read[i].values == rows[i].values);
  }
}

TEST_CASE("a row that is there already is refused") {
  const auto form = sample_form();
  auto database = sqlite::Database::temporary();
  const FormTable table(form);
  table.create(database);
  RowWriter writer(database, table);
  writer.insert(1, row(form, 1, {}));
  CHECK_THROWS_AS(writer.insert(1, row(form, 1, {})), Error);
  writer.insert(1, row(form, 2, {}));
  CHECK(std::get<int64_t>(*database.value("SELECT count(*) FROM \"report.sample.2026-01\"")) == 2);
}

TEST_CASE("dates are stored as Date writes them") {
  const auto form = sample_form();
  auto database = sqlite::Database::temporary();
  const FormTable table(form);
  table.create(database);
  RowWriter writer(database, table);
  for (const char* day : {"0001-01-01", "0999-10-09", "1969-12-31", "2024-02-29", "2026-11-21", "9999-12-31"}) {
    database.execute("DELETE FROM \"report.sample.2026-01\"");
    writer.insert(1, row(form, 1, {{"day", date(day)}}));
    CHECK(std::get<std::string>(*database.value("SELECT day FROM \"report.sample.2026-01\"")) == day);
  }
}
