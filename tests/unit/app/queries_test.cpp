// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/core/status.h"
#include "app/orchard_fixture.h"
#include "app/paper/blank_rows.h"
#include "app/query/previous_rows.h"
#include "app/query/source_rows.h"

using namespace esep;
using orchard_fixture::Orchards;
using orchard_fixture::shown;

namespace {

const report::ReportKey kDraft{"harvest", "draft", "KZ-10", "", "2026-10", 1};
const report::ReportKey kFinal{"harvest", "final", "KZ-10", "", "2026-10", 1};
constexpr const char* kRows = "B-1;Алма;1,5;10\nB-2;Груши;2,25;20,125\n";

std::string ask(app::Engine& engine, const std::string& sql, const table::QueryParameters& parameters = {}) {
  app::Queries queries(engine);
  auto statement = queries.database().prepare("q", sql, parameters);
  std::vector<std::string> rows;
  while (statement.step()) {
    std::vector<std::string> cells;
    for (int i = 0; i < statement.column_count(); ++i)
      cells.push_back(statement.is_null(i) ? "NULL" : statement.text(i));
    rows.push_back(join(cells, "|"));
  }
  return join(rows, " ");
}

const form::FormDefinition& form_of(app::Engine& engine) { return engine.catalog().edition("harvest", "2026-01"); }

std::string before(app::Engine& engine, const report::ReportKey& key) {
  const auto found = app::previous_report(engine, form_of(engine), key);
  return found ? found->number : "none";
}

}  // namespace

TEST_CASE("queries read registers with their types", "[app]") {
  const Orchards orchards;
  app::Engine engine = orchards.engine();
  CHECK(ask(engine, "SELECT _key, code, trees, area FROM orchards WHERE owner = 'KZ-10'") ==
        "B-1|B-1|10|15000 B-2|B-2|5|22500");
  CHECK(ask(engine, "SELECT posted_on FROM ideas").empty());
  CHECK(ask(engine, "SELECT count(*) > 20 FROM organisations") == "1");
}

TEST_CASE("queries read accepted reports in force only", "[app]") {
  const Orchards orchards;
  CHECK(orchards.submit("KZ-10", "draft", kRows) == "S-000001");
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;жүз\nB-2;Груши;2,25;2\n") == "CELL-DECIMAL");
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;11\nB-2;Груши;2,25;20\n") == "S-000003");
  app::Engine engine = orchards.engine();
  CHECK(ask(engine,
            "SELECT _submission, _organisation, _subject, _period, _stage, _occurrence, _revision, _received, "
            "_timeliness, _edition, "
            "_row, _record, _first, orchard, name, area, tons FROM harvest") ==
        "S-000003|KZ-10||2026-10|draft|1|2|2026-11-03|on_time|2026-01|2|1|1|B-1|Алма|15000|110000 "
        "S-000003|KZ-10||2026-10|draft|1|2|2026-11-03|on_time|2026-01|3|2|1|B-2|Груши|22500|200000");
  CHECK(ask(engine, "SELECT _submission, _nil, trees FROM \"harvest.head\"") == "S-000003|0|15");
  engine.registry().withdraw("S-000003", "қате", Orchards::actor("2026-11-04"));
  app::Engine later = orchards.engine();
  CHECK(ask(later, "SELECT DISTINCT _submission, _revision FROM harvest") == "S-000001|1");
  CHECK(ask(later, "SELECT _submission FROM \"harvest.head\"") == "S-000001");
}

TEST_CASE("queries read duties as of a day, and events", "[app]") {
  const Orchards orchards;
  CHECK(orchards.submit("KZ-10", "draft", kRows, "2026-11-09") == "S-000001");
  orchards.event("B-1", "KZ-10", "2026-10-05");
  app::Engine engine = orchards.engine();
  const std::string sql =
      "SELECT stage, organisation, nominal, effective, timeliness, state, received, working_days_late, revision, "
      "submission FROM duties "
      "WHERE form = 'harvest' AND organisation = 'KZ-10' ORDER BY stage";
  const table::QueryParameters given{{"period", std::string("2026-10")}, {"today", std::string("2026-11-24")}};
  CHECK(ask(engine, sql, given) ==
        "draft|KZ-10|2026-11-05|2026-11-05|late|received|2026-11-09|2|1|S-000001 "
        "final|KZ-10|2026-11-20|2026-11-20|missing||NULL|2|0|");
  CHECK(ask(engine, sql).empty());  // without a day nothing is owed
  CHECK(ask(engine, "SELECT event, organisation, subject, date, document FROM events") ==
        "opened|KZ-10|B-1|2026-10-05|№ 1");
  CHECK(ask(engine, "SELECT count(DISTINCT period) FROM duties WHERE form = 'harvest'",
            {{"period", std::string("2026-10")},
             {"since", std::string("2026-09")},
             {"today", std::string("2026-11-24")}}) == "2");
}

TEST_CASE("without a workspace queries see what is shipped and no reports", "[app]") {
  app::Engine engine{std::nullopt};
  const std::string form = engine.catalog().form_ids().front();
  CHECK(ask(engine, "SELECT count(*) FROM " + table::quote_identifier(form)) == "0");
  CHECK(ask(engine, "SELECT count(*) FROM " + table::quote_identifier(form + ".head")) == "0");
  CHECK(ask(engine, "SELECT count(*) FROM events") == "0");
  CHECK(ask(engine, "SELECT count(*) FROM duties",
            {{"period", std::string("2026-10")}, {"today", std::string("2026-11-24")}}) == "0");
  CHECK(ask(engine, "SELECT count(*) > 0 FROM organisations") == "1");
}

TEST_CASE("the shipped roadmap as tables", "[app]") {
  app::Engine engine{std::nullopt};
  REQUIRE_FALSE(engine.catalog().roadmaps().empty());
  const auto& roadmap = engine.catalog().roadmaps().front();
  size_t terms = 0;
  for (const auto& m : roadmap.measures) terms += m.due.size();
  const auto count = [&](const char* table) { return ask(engine, std::string("SELECT count(*) FROM ") + table); };
  CHECK(count("roadmaps") == "1");
  CHECK(count("measures") == std::to_string(roadmap.measures.size()));
  CHECK(count("measure_terms") == std::to_string(terms));
  CHECK(count("executions") == std::to_string(form::executions(roadmap).size()));
  CHECK(count("roadmap_notes") == std::to_string(roadmap.notes.size()));
  CHECK(ask(engine, "SELECT starts, ends, form FROM roadmaps") ==
        roadmap.from.iso() + "|" + roadmap.to.iso() + "|" + roadmap.reports.form);
  const auto& first = roadmap.measures.front();
  CHECK(ask(engine, "SELECT number, title_kk, due, recurring FROM measures WHERE ordinal = 1") ==
        first.number + "|" + first.title.kk + "|" + first.due.back().iso() + "|" + (first.due.size() > 1 ? "1" : "0"));
  const auto& target = roadmap.indicators.front().targets.front();
  CHECK(ask(engine, "SELECT value FROM targets WHERE baseline = 0 LIMIT 1") == std::to_string(target.value.units()));
  CHECK(ask(engine, "SELECT count(*) FROM executions WHERE former IS NOT NULL AND since IS NULL") == "0");
}

TEST_CASE("the parameters of a report", "[app]") {
  const auto given = app::query_parameters(kDraft, Lang::ru, std::nullopt);
  CHECK(std::get<std::string>(given.at("period_start")) == "2026-10-01");
  CHECK(std::get<std::string>(given.at("period_end")) == "2026-10-31");
  CHECK(std::get<std::string>(given.at("lang")) == "ru");
  CHECK(std::get<std::string>(given.at("stage")) == "draft");
  CHECK_FALSE(given.contains("today"));
  const auto of_event =
      app::query_parameters({"talk", "", "KZ-10", "B-1", "", 2}, Lang::kk, calendar::Date::parse_iso("2026-11-01"));
  CHECK_FALSE(of_event.contains("period_start"));
  CHECK(std::get<int64_t>(of_event.at("occurrence")) == 2);
  CHECK(std::get<std::string>(of_event.at("today")) == "2026-11-01");
}

TEST_CASE("a form's source gives its rows in the paper's language", "[app]") {
  const Orchards orchards;
  app::Engine engine = orchards.engine();
  app::Queries queries(engine);
  const auto& form = form_of(engine);
  CHECK(shown(app::source_rows(queries, form, kDraft, Lang::kk, std::nullopt)) == "B-1|Алма|1.5| B-2|Алмұрт|2.25|");
  CHECK(shown(app::source_rows(queries, form, kDraft, Lang::ru, std::nullopt)) == "B-1|Яблоки|1.5| B-2|Груши|2.25|");
  CHECK(app::source_rows(queries, form, {"harvest", "draft", "km", "", "2026-10", 1}, Lang::kk, std::nullopt).empty());
  const auto expected = app::expected_rows(queries, form, kDraft);
  CHECK(shown(expected.kk) + "/" + shown(expected.ru) ==
        "B-1|Алма|1.5| B-2|Алмұрт|2.25|/B-1|Яблоки|1.5| B-2|Груши|2.25|");
  CHECK(form::canonical_text(app::query_value(queries, form, *form.field("trees"), kDraft, Lang::kk, std::nullopt)) ==
        "15");
  CHECK(form::is_blank(
      app::query_value(queries, form, *form.field("trees"), {"harvest", "", "km", "", "", 1}, Lang::kk, std::nullopt)));
}

TEST_CASE("a source with a column that the form lacks is an error", "[app]") {
  const Orchards orchards;
  std::string text = orchard_fixture::kHarvest;
  text.replace(text.find("area AS area"), 12, "area AS arae");
  orchards.write("forms/harvest.2026-01.toml", text);
  app::Engine engine = orchards.engine();
  app::Queries queries(engine);
  CHECK_THAT(error_of([&] { (void)app::source_rows(queries, form_of(engine), kDraft, Lang::kk, std::nullopt); }),
             Catch::Contains("QUERY-COLUMN"));
}

TEST_CASE("a report is held against its source", "[app]") {
  const Orchards orchards;
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;1\n") == "ROW-ABSENT");
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;1\nB-2;Груши;2,25;2\nB-3;Өрік;3;3\n") == "ROW-FOREIGN");
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,6;1\nB-2;Груши;2,25;2\n") == "CELL-PREFILLED");
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;1\nB-2;Груши;2,25;2\nB-1;Алма;1,5;1\n") == "ROW-TWICE");
}

TEST_CASE("the stage before is what rules compare with", "[app]") {
  const Orchards orchards;
  app::Engine empty = orchards.engine();
  CHECK(before(empty, kFinal) == "none");
  CHECK(orchards.submit("KZ-10", "draft", kRows) == "S-000001");
  app::Engine engine = orchards.engine();
  CHECK(before(engine, kDraft) == "none");
  CHECK(before(engine, kFinal) == "S-000001");
  CHECK(before(engine, {"harvest", "final", "KZ-11", "", "2026-10", 1}) == "none");
  CHECK(before(engine, {"harvest", "final", "KZ-10", "", "2026-11", 1}) == "none");
  CHECK(before(engine, {"harvest", "draft", "KZ-10", "", "2026-10", 2}) == "S-000001");
  CHECK(orchards.submit("KZ-10", "final", "B-1;Алма;1,5;9\nB-2;Груши;2,25;20,125\n") == "H-LESS");
  CHECK(orchards.submit("KZ-10", "final", "B-1;Алма;1,5;10\nB-2;Груши;2,25;21\n") == "S-000003");
}

TEST_CASE("a blank comes with the source's rows, and with what was said before", "[app]") {
  const Orchards orchards;
  app::Engine empty = orchards.engine();
  app::Queries none(empty);
  CHECK(shown(app::blank_rows(none, form_of(empty), kFinal, Lang::ru, app::Prefill::source)) ==
        "B-1|Яблоки|1.5| B-2|Груши|2.25|");
  CHECK_THAT(
      error_of([&] { (void)app::blank_rows(none, form_of(empty), kFinal, Lang::ru, app::Prefill::source_and_before); }),
      Catch::Contains("BLANK-NO-STAGE-BEFORE"));
  CHECK(orchards.submit("KZ-10", "draft", kRows) == "S-000001");
  orchards.import("orchards",
                  "code;owner;name_kk;name_ru;trees;area\nB-2;KZ-10;Алмұрт;Груши;5;9\nB-4;KZ-10;Шие;Вишня;1;1\n");
  app::Engine engine = orchards.engine();
  app::Queries queries(engine);
  // What the register says now, and what the agency said then.
  CHECK(shown(app::blank_rows(queries, form_of(engine), kFinal, Lang::ru, app::Prefill::source_and_before)) ==
        "B-1|Яблоки|1.5|10 B-2|Груши|9|20.125 B-4|Вишня|1|");
}

TEST_CASE("where every duty stands", "[app]") {
  const Orchards orchards;
  CHECK(orchards.submit("KZ-10", "draft", kRows) == "S-000001");
  app::Engine engine = orchards.engine();
  const auto of = [&](const std::string& form, const std::string& period, const char* today) {
    report::DutyFilter filter;
    filter.form = form;
    filter.period = calendar::Period::parse(period);
    std::vector<std::string> out;
    for (const auto& row : app::collect_status(engine, filter, *calendar::Date::parse_iso(today))) {
      out.push_back(row.duty.key.organisation + ":" + row.duty.key.stage + ":" +
                    std::string(report::timeliness_name(row.timeliness)));
    }
    return join(out, " ");
  };
  CHECK(of("harvest", "2026-10", "2026-11-05") ==
        "KZ-10:draft:on_time KZ-11:draft:due KZ-10:final:due KZ-11:final:due");
  CHECK(of("harvest", "2026-10", "2026-11-21") ==
        "KZ-10:draft:on_time KZ-11:draft:missing KZ-10:final:missing KZ-11:final:missing");
  CHECK(of("harvest", "2026-09", "2026-10-05") == "KZ-10:draft:due KZ-11:draft:due KZ-10:final:due KZ-11:final:due");
  CHECK(of("harvest", "2026-Q3", "2026-10-05").empty());
}
