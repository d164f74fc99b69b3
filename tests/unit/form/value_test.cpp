// SPDX-License-Identifier: MIT
#include "form/value.h"

#include <limits>

#include <catch2/catch.hpp>

#include "form/shown_value.h"

using namespace esep;
using namespace esep::form;

namespace {

Value decimal(std::string_view text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("value: canonical text is the same in every language") {
  CHECK(canonical_text({}).empty());
  CHECK(canonical_text(std::string("мәтін")) == "мәтін");
  CHECK(canonical_text(int64_t{-1234567}) == "-1234567");
  CHECK(canonical_text(decimal("1234.50")) == "1234.5");
  CHECK(canonical_text(decimal("-0.0001")) == "-0.0001");
  CHECK(canonical_text(*calendar::Date::from_ymd(2026, 11, 21)) == "2026-11-21");
  CHECK(canonical_text(true) == "true");
  CHECK(canonical_text(false) == "false");
}

TEST_CASE("value: as people here write it") {
  CHECK(display_text(form::Value{}, 2, Lang::kk).empty());
  CHECK(display_text(decimal("1234.5"), 2, Lang::ru) == "1\u00A0234,50");
  CHECK(display_text(decimal("-1234567.125"), 2, Lang::ru) == "-1\u00A0234\u00A0567,125");
  CHECK(display_text(decimal("999"), 0, Lang::en) == "999");
  CHECK(display_text(decimal("-123456"), 0, Lang::en) == "-123\u00A0456");
  CHECK(display_text(int64_t{1000}, 0, Lang::kk) == "1\u00A0000");
  CHECK(display_text(std::numeric_limits<int64_t>::min(), 0, Lang::kk) ==
        "-9\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808");
  CHECK(display_text(*calendar::Date::from_ymd(2026, 1, 2), 0, Lang::kk) == "02.01.2026");
  CHECK(display_text(true, 0, Lang::kk) == "иә");
  CHECK(display_text(true, 0, Lang::ru) == "да");
  CHECK(display_text(false, 0, Lang::kk) == "жоқ");
  CHECK(display_text(false, 0, Lang::en) == "no");
}

TEST_CASE("value: every type has one name") {
  for (const auto* name : {"text", "integer", "decimal", "money", "percent", "date", "choice", "yes_no", "url", "iin",
                           "bin", "bic", "vin"}) {
    const auto type = column_type_from(name);
    REQUIRE(type.has_value());
    CHECK(column_type_name(*type) == name);
  }
  CHECK_FALSE(column_type_from("Text").has_value());
  CHECK_FALSE(column_type_from("").has_value());
  CHECK(is_decimal_type(ColumnType::percent));
  CHECK_FALSE(is_decimal_type(ColumnType::integer));
  CHECK(is_numeric_type(ColumnType::integer));
  CHECK_FALSE(is_numeric_type(ColumnType::date));
}

TEST_CASE("value: within a sentence choices stand by their titles, several on one line") {
  ValueSpec spec;
  spec.type = ColumnType::choice;
  spec.multiple = true;
  spec.choices = {{"collect", {"жинау", "сбор", "collecting"}}, {"share", {"бөлісу", "обмен", "sharing"}}};
  const LocalText shown = shown_texts(spec, std::string("collect\nshare"));
  CHECK(shown.kk == "жинау; бөлісу");
  CHECK(shown.ru == "сбор; обмен");
  CHECK(shown_texts(spec, Value{}).en.empty());
}
