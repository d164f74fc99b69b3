// SPDX-License-Identifier: MIT
// Queries that count working days beyond the calendar: whoever asks says so.
#include <catch2/catch.hpp>

#include "app/orchard_fixture.h"
#include "app/receive/check_files.h"
#include "app/summary/summary.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

const std::string kReason = "Дата 02.01.2090 вне календаря: календарь рабочих дней охватывает 2021–2027 годы.";

// «code@column: sentence» of each.
std::string said(app::Engine& engine, const report::Findings& findings) {
  std::vector<std::string> out;
  for (const auto& one : findings)
    out.push_back(one.code + "@" + one.column + ": " + engine.messages().render(one.message, Lang::ru));
  return join(out, "; ");
}

std::string checked(const std::string& query) {
  const Orchards orchards;
  std::string form = orchard_fixture::kHarvest;
  const std::string field = "field = [\n";
  form.insert(form.find(field) + field.size(),
              "  { id = \"last\", title = { kk = \"Соңғы күні\", ru = \"Последний день\" }, type = \"date\", source = "
              "\"query\", query = \"" +
                  query + "\" },\n");
  orchards.write("forms/harvest.2026-01.toml", form);
  orchards.write("report.csv", "orchard;name;area;tons\nB-3;Өрік;3;1\n");
  app::Engine engine = orchards.engine();
  app::Checker checker(engine, Orchards::incoming("harvest", "KZ-11", "draft"));
  std::string out;
  app::check_files(checker, {orchards.path("report.csv").string()},
                   [&](app::CheckedFile& file) { out = said(engine, file.findings); });
  return out;
}

}  // namespace

TEST_CASE("a heading field that needs a day beyond the calendar is a warning", "[app]") {
  CHECK(checked("SELECT working_days_after('2026-10-01', 3)").empty());
  CHECK(checked("SELECT working_days_after('2090-01-01', 3)") ==
        "QUERY-CALENDAR-ENDS@: Форма отсчитывает рабочие дни до даты, которой в календаре нет. " + kReason +
            " Значение, которое от этого зависит, осталось пустым и не проверено.");
}

TEST_CASE("a check of a register that needs a day beyond the calendar says so", "[app]") {
  const Orchards orchards;
  const std::string check = R"([[check]]
code = "ORCHARD-OLD"
column = "trees"
query = "SELECT _key FROM orchards WHERE working_days_after((2080 + trees) || '-01-01', 1) < '2000-01-01'"
message = { kk = "Ескі", ru = "Старый" }
)";
  orchards.write("data/registers/orchards.toml", orchard_fixture::kOrchards + check);
  app::Engine engine = orchards.engine();
  orchards.write("rows.csv", "code;trees\nB-1;10\n");
  const auto result =
      app::import_register(engine, "orchards", orchards.path("rows.csv"), Orchards::actor("2026-10-30"));
  CHECK(result.done);
  CHECK(said(engine, result.findings)
            .starts_with("CHECK-CALENDAR-ENDS@trees: Проверка «ORCHARD-OLD» отсчитывает "
                         "рабочие дни до даты, которой в календаре нет. Дата 02.01.20"));
}

TEST_CASE("a summary that needs a day beyond the calendar is not made", "[app]") {
  const Orchards orchards;
  orchards.write("data/summaries/far.toml", R"(summary = "far"
period = "month"
title = { kk = "Алыс", ru = "Далёкое" }
law = { kk = "Бұйрық", ru = "Приказ" }
[[section]]
name = { kk = "Парақ", ru = "Лист" }
[[section.block]]
kind = "paragraph"
query = "SELECT working_days_after('2090-01-01', 3) AS day"
text = { kk = "Күні {day}", ru = "День {day}" }
)");
  app::Engine engine = orchards.engine();
  app::SummaryRequest request;
  request.summary = &engine.summaries().require("far");
  request.period = calendar::Period::parse("2026-10");
  request.today = Orchards::actor("2026-11-10").at.date;
  CHECK(error_of([&] { (void)app::make_summary(engine, request); }).starts_with("CALENDAR-YEAR"));
}
