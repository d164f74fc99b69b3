// SPDX-License-Identifier: MIT
#include "document/packed_rows.h"

#include <cstdint>

#include <catch2/catch.hpp>

using namespace esep;
using namespace esep::document;

namespace {

bool same(const Cell& a, const Cell& b) {
  const bool notes = a.note.has_value() == b.note.has_value() &&
                     (!a.note || (a.note->severity == b.note->severity && a.note->text == b.note->text));
  return a.value == b.value && a.link == b.link && notes && a.continued == b.continued && a.locked == b.locked &&
         a.emphasis == b.emphasis;
}

bool same(const Row& a, const Row& b) {
  if (a.kind != b.kind || a.anchor != b.anchor || a.cells.size() != b.cells.size()) return false;
  for (size_t i = 0; i < a.cells.size(); ++i) {
    if (!same(a.cells[i], b.cells[i])) return false;
  }
  return true;
}

Row row_of(std::vector<form::Value> values) {
  Row out;
  for (auto& value : values) {
    out.cells.emplace_back();
    out.cells.back().value = std::move(value);
  }
  return out;
}

std::vector<Row> all_kinds() {
  std::vector<Row> out;
  out.push_back(row_of({std::monostate{}, std::string(), std::string("Қазақша"), std::string("a\0b", 3), true, false}));
  out.push_back(row_of(
      {int64_t{0}, int64_t{-1}, int64_t{63}, int64_t{64}, int64_t{-65}, int64_t{INT64_MAX}, int64_t{INT64_MIN}}));
  out.push_back(row_of({Decimal::from_units(-1), Decimal::from_units(INT64_MAX), Decimal::from_units(INT64_MIN)}));
  out.push_back(row_of({*calendar::Date::parse_iso("0001-01-01"), *calendar::Date::parse_iso("1970-01-01"),
                        *calendar::Date::parse_iso("9999-12-31")}));
  Row marked = row_of({int64_t{5}, std::string("x"), std::monostate{}});
  marked.kind = Row::Kind::total;
  marked.anchor = "S-000001";
  marked.cells[0].link = "#S-000002";
  marked.cells[0].emphasis = Emphasis::bad;
  marked.cells[1].note = Note{Severity::warning, "мәтін"};
  marked.cells[1].continued = true;
  marked.cells[2].note = Note{Severity::error, ""};
  marked.cells[2].locked = true;
  marked.cells[2].emphasis = Emphasis::strong;
  out.push_back(marked);
  out.push_back({Row::Kind::section, row_of({std::string("Бөлім")}).cells, ""});
  out.emplace_back();
  return out;
}

}  // namespace

TEST_CASE("rows come back from their packed form as they were, each time they are asked for", "[packed]") {
  const std::vector<Row> rows = all_kinds();
  const RowSource source = rows_from(rows);
  for (int pass = 0; pass < 2; ++pass) {
    const auto cursor = source();
    Row got;
    got.cells.resize(3);
    got.cells[0].note = Note{Severity::error, "of another row"};
    for (const Row& row : rows) {
      REQUIRE(cursor->next(got));
      CHECK(same(got, row));
    }
    CHECK_FALSE(cursor->next(got));
    CHECK_FALSE(cursor->next(got));
  }
}

TEST_CASE("packed rows pass the size of a block, and one row may be larger than that", "[packed]") {
  PackedRows rows;
  CHECK(rows.empty());
  Row none;
  CHECK_FALSE(rows.source()()->next(none));
  constexpr int kMany = 20'000;
  for (int i = 0; i < kMany; ++i) rows.add(row_of({int64_t{i}, std::string(i % 50 == 0 ? 5'000 : 3, 'x')}));
  rows.add(row_of({int64_t{kMany}, std::string(200'000, 'y')}));
  CHECK_FALSE(rows.empty());
  const auto first = rows.source()();
  const auto cursor = rows.source()();
  Row got;
  REQUIRE(first->next(got));  // cursors do not know of each other
  int count = 0;
  for (; cursor->next(got); ++count) {
    REQUIRE(got.cells[0].value == form::Value(int64_t{count}));
    REQUIRE(std::get<std::string>(got.cells[1].value).size() == (count == kMany    ? 200'000U
                                                                 : count % 50 == 0 ? 5'000U
                                                                                   : 3U));
  }
  CHECK(count == kMany + 1);
}
