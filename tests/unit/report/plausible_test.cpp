// SPDX-License-Identifier: MIT
#include "report/read/plausible.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "source_folder.h"

using namespace esep;
using form::ColumnType;

namespace {

form::ValueSpec spec(const std::string& id, ColumnType type, const std::string& title) {
  form::ValueSpec out;
  out.id = id;
  out.type = type;
  out.title.text = {title, title, ""};
  return out;
}

calendar::Date day(const char* iso) { return calendar::Date::parse_iso(iso).value(); }

}  // namespace

TEST_CASE("what is hardly meant is doubted, by the limits of the data", "[report]") {
  const std::string path = source_folder() + "/data/plausible.toml";
  Diagnostics diagnostics;
  const auto limits = report::read_plausible({"data/plausible.toml", path, read_file(path)}, diagnostics);
  REQUIRE(diagnostics.empty());
  report::Doubts doubts(&limits, day("2026-11-10"));
  const auto code = [&](const form::ValueSpec& of, const form::Value& value) {
    const auto doubt = doubts.about(of, value);
    return doubt ? doubt->code : "";
  };
  auto date = spec("d", ColumnType::date, "Күні");
  CHECK(code(date, day("1900-02-14")) == "CELL-DATE-DOUBTFUL");
  CHECK(code(date, day("1991-01-01")).empty());
  CHECK(code(date, day("2056-11-10")).empty());
  CHECK(code(date, day("2056-11-11")) == "CELL-DATE-DOUBTFUL");
  auto dates = spec("l", ColumnType::text, "Күндері");
  dates.pattern = form::LinePattern::labelled_date;
  CHECK(code(dates, std::string("trial: 2026-10-05\nuse: 1026-10-05")) == "CELL-DATE-DOUBTFUL");
  CHECK(code(dates, std::string("trial: 2026-10-05")).empty());
  const auto person = spec("p", ColumnType::text, "Фамилия, имя, отчество (при наличии) исполнителя");
  CHECK(code(person, std::string("12345")) == "CELL-NAME-DOUBTFUL");
  CHECK(code(person, std::string("Ә. Сейтжанова")).empty());
  CHECK(code(spec("t", ColumnType::text, "Телефон"), std::string("12345")).empty());
  auto amount = spec("a", ColumnType::money, "Сумма гранта");
  CHECK(code(amount, Decimal::from_units(-Decimal::kUnit)) == "CELL-NEGATIVE");
  CHECK(code(amount, Decimal()).empty());
  CHECK(code(spec("n", ColumnType::integer, "Пайдаланушылар саны"), int64_t{-1}) == "CELL-NEGATIVE");
  CHECK(code(spec("x", ColumnType::money, "Отклонение"), Decimal::from_units(-Decimal::kUnit)).empty());
  CHECK_FALSE(report::Doubts(nullptr, day("2026-11-10")).about(date, day("1900-02-14")));
}
