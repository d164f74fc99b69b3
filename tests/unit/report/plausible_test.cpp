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

calendar::Date iso_day(const char* iso) { return calendar::Date::parse_iso(iso).value(); }

}  // namespace

TEST_CASE("what is hardly meant is doubted, by the limits of the data", "[report]") {
  const std::string path = source_folder() + "/data/plausible.toml";
  Diagnostics diagnostics;
  const auto limits = report::read_plausible({"data/plausible.toml", path, read_file(path)}, diagnostics);
  REQUIRE(diagnostics.empty());
  report::Doubts doubts(&limits, iso_day("2026-11-10"));
  const auto code = [&](const form::ValueSpec& of, const form::Value& value) {
    const auto doubt = doubts.about(of, value);
    return doubt ? doubt->code : "";
  };
  auto date = spec("d", ColumnType::date, "Күні");
  CHECK(code(date, iso_day("1900-02-14")) == "CELL-DATE-DOUBTFUL");
  CHECK(code(date, iso_day("1991-01-01")).empty());
  CHECK(code(date, iso_day("2056-11-10")).empty());
  CHECK(code(date, iso_day("2056-11-11")) == "CELL-DATE-DOUBTFUL");
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
  CHECK_FALSE(report::Doubts(nullptr, iso_day("2026-11-10")).about(date, iso_day("1900-02-14")));
}

TEST_CASE("a doubted day is named with the limit and the way, and a column may have limits of its own", "[report]") {
  report::PlausibleLimits limits;
  limits.earliest = iso_day("1991-01-01");
  limits.years_ahead = 30;
  report::Doubts doubts(&limits, iso_day("2026-11-10"));
  auto date = spec("d", ColumnType::date, "Күні");
  const auto said = [&](const char* iso) {
    const auto doubt = doubts.about(date, iso_day(iso));
    if (!doubt) return std::string();
    return doubt->code + " " + doubt->message.key + " " + std::get<std::string>(doubt->message.args.back().second);
  };
  CHECK(said("1984-09-01") == "CELL-DATE-DOUBTFUL CELL-DATE-DOUBTFUL 01.01.1991");
  CHECK(said("2062-02-06") == "CELL-DATE-DOUBTFUL DATE-DOUBTFUL-LATE 10.11.2056");
  limits.columns["other"] = {iso_day("1700-01-01"), std::nullopt};
  CHECK_FALSE(said("1984-09-01").empty());
  limits.columns["d"] = {iso_day("1900-01-01"), iso_day("2070-12-31")};
  CHECK(said("1984-09-01").empty());
  CHECK(said("2062-02-06").empty());
  CHECK(said("1899-12-31") == "CELL-DATE-DOUBTFUL CELL-DATE-DOUBTFUL 01.01.1900");
  CHECK(said("2071-01-01") == "CELL-DATE-DOUBTFUL DATE-DOUBTFUL-LATE 31.12.2070");
}

TEST_CASE("a number many times that of the report before is doubted, by the limits of the data", "[report]") {
  const std::string path = source_folder() + "/data/plausible.toml";
  Diagnostics diagnostics;
  const auto limits = report::read_plausible({"data/plausible.toml", path, read_file(path)}, diagnostics).before;
  REQUIRE(diagnostics.empty());
  const auto whole = [](int64_t number) { return form::Value(Decimal::from_integer(number).value()); };
  const auto money = spec("a", ColumnType::money, "Сумма");
  const auto times = [&](const form::Value& before, const form::Value& now) {
    return report::jump(limits, money, before, now).value_or(0);
  };
  CHECK(times(whole(1250), whole(1'250'000)) == 1000);
  CHECK(times(whole(1'250'000), whole(1250)) == 1000);
  CHECK(times(whole(1000), whole(50'000)) == 50);
  CHECK(times(whole(1000), whole(49'999)) == 0);
  CHECK(times(whole(1), whole(999)) == 0);  // both are small
  CHECK(times(whole(1), whole(1000)) == 1000);
  CHECK(times(whole(0), whole(1000)) == 0);
  CHECK(times(whole(-1), whole(1000)) == 0);
  CHECK(times({}, whole(1000)) == 0);
  CHECK(report::is_compared(limits, spec("d", ColumnType::decimal, "Сумма")));
  CHECK_FALSE(report::is_compared(limits, spec("p", ColumnType::percent, "Доля")));
  CHECK_FALSE(report::is_compared(limits, spec("n", ColumnType::integer, "Число")));
  const auto children = spec("children_total", ColumnType::integer, "Число детей");
  CHECK(report::jump(limits, children, int64_t{185'400}, int64_t{18'540}) == 10);
  CHECK(report::jump(limits, children, int64_t{185'400}, int64_t{37'081}) == std::nullopt);
  CHECK(report::jump(limits, children, int64_t{9}, int64_t{99}) == std::nullopt);
  CHECK(report::is_about_thousand(1100));
  CHECK_FALSE(report::is_about_thousand(100));
  CHECK_FALSE(report::is_about_thousand(10'000));
}

TEST_CASE("a file of before the comparison compares nothing", "[report]") {
  const auto read = [](const std::string& text) {
    Diagnostics diagnostics;
    const auto out = report::read_plausible({"data/plausible.toml", "p", text}, diagnostics);
    return std::pair(out.before, diagnostics.empty() ? "" : diagnostics.front().code);
  };
  CHECK_FALSE(report::is_compared(read("").first, spec("a", ColumnType::money, "Сумма")));
  CHECK(read("[before]\nfrom_value = 5\n").second == "TOML-MISSING-KEY");
  CHECK(read("[before]\nmoney_times = 9\n[[before.column]]\nid = \"n\"\ntimes = 3\n").first.columns.at("n").times == 3);
}

TEST_CASE("columns with limits of their own stand in the data", "[report]") {
  const auto read = [](const std::string& text) {
    Diagnostics diagnostics;
    const auto out = report::read_plausible({"data/plausible.toml", "p", text}, diagnostics);
    return std::pair(out, diagnostics.empty() ? "" : diagnostics.front().code);
  };
  const auto [limits, problem] =
      read("[[column]]\nid = \"opened_on\"\nfrom = 1800-01-01\n[[column]]\nid = \"ends_on\"\nto = 2200-12-31\n");
  CHECK(problem.empty());
  CHECK(limits.columns.at("opened_on").from == iso_day("1800-01-01"));
  CHECK_FALSE(limits.columns.at("opened_on").to);
  CHECK(limits.columns.at("ends_on").to == iso_day("2200-12-31"));
  CHECK(read("[[column]]\nid = \"d\"\nfrom = \"1800\"\n").second == "TOML-BAD-VALUE");
  CHECK(read("[[column]]\nfrom = 1800-01-01\n").second == "TOML-MISSING-KEY");
}
