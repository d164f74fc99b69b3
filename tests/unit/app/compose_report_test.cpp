// SPDX-License-Identifier: MIT
#include "app/paper/compose_report.h"

#include <utility>

#include <catch2/catch.hpp>

#include "app/core/names.h"
#include "app/core/sent_paper.h"
#include "app/orchard_fixture.h"
#include "app/paper/outdated.h"
#include "app/paper/registered_report.h"
#include "app/review/desk.h"
#include "table/form_table.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

const report::ReportKey kTotal{"harvest-total", "", "KZ-10", "", "2026-10", 1};

report::Submission compose(const Orchards& orchards, const report::ReportKey& key, const std::string& at) {
  app::Engine engine = orchards.engine();
  const app::ComposedReport composed = app::compose_report(engine, key, Orchards::actor(at));
  REQUIRE(composed.submission);
  return *composed.submission;
}

std::string refusal(const Orchards& orchards, const report::ReportKey& key, const std::string& at) {
  return error_of([&] { (void)compose(orchards, key, at); });
}

std::string rows_of(app::Engine& engine, const report::Submission& submission) {
  const auto& form = engine.catalog().edition(submission.key.form, submission.contents.edition);
  const table::FormTable form_table(form);
  table::RowReader reader(engine.registry().database(), form_table, submission.id);
  std::vector<std::vector<form::Value>> rows;
  table::TypedRow row;
  while (reader.next(row)) rows.push_back(row.values);
  return orchard_fixture::shown(rows);
}

void fill(const Orchards& orchards, const std::string& tons) {
  REQUIRE(orchards.submit("KZ-11", "final", "B-3;Өрік;3;" + tons + "\n").starts_with("S-"));
}

}  // namespace

TEST_CASE("a report that nobody hands in is composed from the register", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  const auto first = compose(orchards, kTotal, "2026-11-25T18:00");
  CHECK(first.revision == 1);
  CHECK(first.state == report::State::received);
  CHECK(first.verdict.timeliness == report::Timeliness::due);  // until its sending is recorded
  CHECK(first.deadline.effective->iso() == "2026-11-25");
  CHECK(first.key == kTotal);
  app::Engine engine = orchards.engine();
  CHECK(rows_of(engine, first) == "B-3|тонна|12.5");
  CHECK(engine.registry().fields(first.id) == std::map<std::string, std::string>{{"made_on", "2026-11-25"}});
}

TEST_CASE("composed again it is the same report until the data change", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  const auto first = compose(orchards, kTotal, "2026-11-20");
  CHECK(compose(orchards, kTotal, "2026-11-24").number == first.number);
  fill(orchards, "13");
  const auto second = compose(orchards, kTotal, "2026-11-24");
  CHECK(second.number != first.number);
  CHECK(second.revision == 2);
}

TEST_CASE("a composed report is not sent: its day says nothing on timeliness", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  const auto late = compose(orchards, kTotal, "2026-11-27T09:00");
  CHECK(late.verdict.timeliness == report::Timeliness::due);
  CHECK(late.verdict.working_days_late == 0);
}

TEST_CASE("an empty source gives a report without rows", "[app]") {
  const Orchards orchards;
  const auto none = compose(orchards, kTotal, "2026-11-20");
  app::Engine engine = orchards.engine();
  CHECK(none.revision == 1);
  CHECK(rows_of(engine, none).empty());
}

TEST_CASE("what is not to be composed is refused", "[app]") {
  const Orchards orchards;
  CHECK_THAT(refusal(orchards, {"harvest", "draft", "KZ-10", "", "2026-10", 1}, "2026-11-20"),
             Catch::Contains("FORM-NOT-COMPOSED"));
  CHECK_THAT(refusal(orchards, {"harvest-totel", "", "KZ-10", "", "2026-10", 1}, "2026-11-20"),
             Catch::Contains("FORM-UNKNOWN"));
  CHECK_THAT(refusal(orchards, {"harvest-total", "", "KZ-10", "", "2025-12", 1}, "2026-11-20"),
             Catch::Contains("FORM-NOT-IN-FORCE"));
  CHECK_THAT(refusal(orchards, kTotal, "2026-10-31T23:59"), Catch::Contains("REPORT-NOT-YET"));
  CHECK(compose(orchards, kTotal, "2026-11-01T00:00").revision == 1);
  CHECK_THAT(refusal(orchards, {"talk", "", "", "B-9", "", 1}, "2026-11-20"), Catch::Contains("SUBJECT-UNKNOWN"));
  CHECK_THAT(refusal(orchards, {"talk", "", "", "B-1", "", 1}, "2026-11-20"), Catch::Contains("REPORT-EVENT"));
}

TEST_CASE("its own rules stop it or warn", "[app]") {
  const Orchards orchards;
  fill(orchards, "1000");
  {
    app::Engine engine = orchards.engine();
    const auto wrong = app::compose_report(engine, kTotal, Orchards::actor("2026-11-20"));
    CHECK_FALSE(wrong.submission);
    REQUIRE(wrong.findings.size() == 2);  // the other is the warning not yet enforced
    CHECK((wrong.findings[0].code == "T-TOO-MUCH" || wrong.findings[1].code == "T-TOO-MUCH"));
    CHECK(engine.registry().submissions({}).size() == 1);
  }
  fill(orchards, "700");
  // Not enforced before 2027.
  const auto warned = compose(orchards, kTotal, "2026-11-20");
  CHECK(warned.contents.warnings == 1);
  CHECK(warned.contents.errors == 0);
  app::Engine engine = orchards.engine();
  const auto kept = engine.registry().findings(warned.id);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].finding.code == "T-LATER");
  CHECK(kept[0].message.ru == "B-3: много");
}

TEST_CASE("a required cell that the source left blank says which", "[app]") {
  const Orchards orchards;
  std::string text = orchard_fixture::kTotal;
  const std::string unit = "iif(:lang = 'ru', 'тонн', 'тонна') AS unit";
  text.replace(text.find(unit), unit.size(), "NULL AS unit");
  orchards.write("forms/harvest-total.2026-01.toml", text);
  fill(orchards, "5");
  app::Engine engine = orchards.engine();
  const auto composed = app::compose_report(engine, kTotal, Orchards::actor("2026-11-20"));
  CHECK_FALSE(composed.submission);
  REQUIRE(composed.findings.size() == 1);
  const LocalText said = engine.render_all(composed.findings[0].message);
  for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) CHECK_THAT(said.in(lang), !Catch::Contains("{"));
  CHECK_THAT(said.ru, Catch::Contains("Единица"));
}

TEST_CASE("a closed period takes no new revision, the old one stays", "[app]") {
  const Orchards orchards;
  const auto first = compose(orchards, kTotal, "2026-11-20");
  {
    app::Engine engine = orchards.engine();
    engine.registry().lock("harvest-total", "2026-10", "жылдық есеп", Orchards::actor("2026-11-21"));
  }
  CHECK(compose(orchards, kTotal, "2026-11-22").number == first.number);
  fill(orchards, "5");
  CHECK_THAT(refusal(orchards, kTotal, "2026-11-22"), Catch::Contains("LOCKED"));
}

TEST_CASE("the report on a discussion comes after its last day, and is not late for it", "[app]") {
  const Orchards orchards;
  orchards.event("B-1", "KZ-10", "2026-10-05");  // ten working days: to 19 October
  orchards.import("ideas",
                  "code;orchard;posted_on;decision;decision_reason;decided_on\nI-1;B-1;06.10.2026;Иә;жақсы;07.10."
                  "2026\nI-2;B-1;06.10.2026;Жоқ;жаман;07.10.2026\n");
  const report::ReportKey key{"talk", "", "", "B-1", "", 1};
  CHECK_THAT(refusal(orchards, key, "2026-10-19T23:00"), Catch::Contains("REPORT-NOT-YET"));
  const auto composed = compose(orchards, key, "2026-10-21");
  CHECK(composed.key.organisation == "KZ-10");
  CHECK(composed.verdict.timeliness == report::Timeliness::on_time);
  CHECK(composed.deadline.effective->iso() == "2026-10-19");
  app::Engine engine = orchards.engine();
  CHECK(rows_of(engine, composed) == "I-1|");
}

TEST_CASE("its paper in Russian says what was registered, whatever the data say later", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  const auto composed = compose(orchards, kTotal, "2026-11-20");
  const auto rows_in = [&](Lang lang) {
    app::Engine engine = orchards.engine();
    const auto report = app::read_registered(engine, composed, lang);
    const auto reader = report.rows();
    std::vector<std::vector<form::Value>> out;
    table::TypedRow row;
    while (reader->next(row)) out.push_back(row.values);
    return orchard_fixture::shown(out);
  };
  CHECK(rows_in(Lang::kk) == "B-3|тонна|12.5");
  CHECK(rows_in(Lang::ru) == "B-3|тонн|12.5");
  fill(orchards, "13");
  CHECK(rows_in(Lang::ru) == "B-3|тонн|12.5");
}

TEST_CASE("a report of an earlier program says its Kazakh words in Russian too", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  const auto composed = compose(orchards, kTotal, "2026-11-20");
  app::Engine engine = orchards.engine();
  engine.registry().database().execute("DROP TRIGGER submission_text_no_delete; DELETE FROM submission_text");
  const auto report = app::read_registered(engine, composed, Lang::ru);
  CHECK(report.organisation == app::organisation_title(engine, "KZ-10").ru);
  const auto reader = report.rows();
  table::TypedRow row;
  REQUIRE(reader->next(row));
  CHECK(orchard_fixture::shown({row.values}) == "B-3|тонна|12.5");
}

TEST_CASE("rows of the other language need not be as many", "[app]") {
  const Orchards orchards;
  std::string text = orchard_fixture::kTotal;
  const std::string where = "AND _stage = 'final'";
  text.replace(text.find(where), where.size(), where + " AND (:lang = 'ru' OR orchard < 'B-3')");
  orchards.write("forms/harvest-total.2026-01.toml", text);
  fill(orchards, "12,5");
  const auto composed = compose(orchards, kTotal, "2026-11-20");
  app::Engine engine = orchards.engine();
  CHECK(rows_of(engine, composed).empty());
  const auto report = app::read_registered(engine, composed, Lang::ru);
  const auto reader = report.rows();
  table::TypedRow row;
  REQUIRE(reader->next(row));
  CHECK(orchard_fixture::shown({row.values}) == "B-3|тонн|12.5");
  CHECK_FALSE(reader->next(row));
}

TEST_CASE("a paper keeps the names of the day on which its report came", "[app]") {
  const Orchards orchards;
  CHECK(orchards.submit("KZ-10", "draft", "B-1;Алма;1,5;10\nB-2;Груши;2,25;20,125\n") == "S-000001");
  app::Engine engine = orchards.engine();
  const auto submission = engine.registry().find("S-000001");
  const LocalText then = app::organisation_title(engine, "KZ-10");
  engine.registry().database().execute("UPDATE register_row SET value = 'renamed' WHERE key = 'KZ-10' AND value IN ('" +
                                       then.kk + "', '" + then.ru + "')");
  engine.forget_rows();
  REQUIRE(app::organisation_title(engine, "KZ-10").ru == "renamed");
  for (const Lang lang : {Lang::kk, Lang::ru}) {
    const auto report = app::read_registered(engine, submission, lang);
    CHECK(report.organisation == then.in(lang));
    CHECK(form::canonical_text(report.fields.at("body")) == then.in(lang));
  }
}

TEST_CASE("a report that comes while another is composed is in it", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  app::Engine engine = orchards.engine();
  engine.registry().database().set_turn([&, came = false]() mutable -> sqlite::Turn {
    if (!std::exchange(came, true))
      CHECK(orchards.submit("KZ-10", "final", "B-1;Алма;1,50;7\nB-2;Алмұрт;2,25;8\n") == "S-000002");
    return nullptr;
  });
  const auto composed = app::compose_report(engine, kTotal, Orchards::actor("2026-11-25T18:00"));
  REQUIRE(composed.submission);
  CHECK(composed.submission->number == "S-000003");
  CHECK(rows_of(engine, *composed.submission) == "B-1|тонна|7 B-2|тонна|8 B-3|тонна|12.5");
}

TEST_CASE("a report is not withdrawn from a period that is locked meanwhile", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  app::Engine engine = orchards.engine();
  engine.registry().database().set_turn([&, came = false]() mutable -> sqlite::Turn {
    app::Engine other = orchards.engine();
    if (!std::exchange(came, true))
      other.registry().lock("harvest", "2026-10", "жылдық есеп", Orchards::actor("2026-11-21"));
    return nullptr;
  });
  app::ReviewDesk desk(engine);
  CHECK_THAT(error_of([&] { desk.withdraw("S-000001", "қате", Orchards::actor("2026-11-21")); }),
             Catch::Contains("WITHDRAW-LOCKED"));
  CHECK(engine.registry().find("S-000001").state == report::State::received);
}

TEST_CASE("a composed report is outdated by what would stand in it now, and by nothing else", "[app]") {
  const Orchards orchards;
  orchards.event("B-1", "KZ-10", "2026-10-05");
  const std::string head = "code;orchard;posted_on;decision;decision_reason;decided_on\n";
  orchards.import("ideas", head + "I-1;B-1;06.10.2026;Иә;жақсы;07.10.2026\nI-2;B-1;06.10.2026;Жоқ;жаман;07.10.2026\n");
  const auto composed = compose(orchards, {"talk", "", "", "B-1", "", 1}, "2026-10-21");
  const auto outdated = [&] {
    app::Engine engine = orchards.engine();
    const auto said = app::Outdated(engine).of(engine.registry().find(composed.number));
    return said ? said->key + ": " + engine.messages().render(*said, Lang::ru) : "";
  };
  CHECK(outdated().empty());
  orchards.import("orchards", "code;trees\nB-1;11\n");  // no row of the report says it
  orchards.import("ideas", "code;orchard;posted_on\nI-7;B-2;06.10.2026\n");
  CHECK(outdated().empty());
  orchards.import("ideas", head + "I-3;B-1;06.10.2026;Иә;жақсы;07.10.2026\n");
  const std::string after = outdated();
  CHECK_THAT(after, Catch::StartsWith("DATA-CHANGED-ROWS: "));
  CHECK_THAT(after, Catch::Contains("I-3 (30.10.2026)"));
  CHECK_THAT(after, !Catch::Contains("I-7"));
}

TEST_CASE("a report that came since and changes nothing does not make the composed one outdated", "[app]") {
  const Orchards orchards;
  fill(orchards, "12,5");
  const auto composed = compose(orchards, kTotal, "2026-11-20");
  const auto changes = [&] {
    app::Engine engine = orchards.engine();
    const auto one = engine.registry().find(composed.number);
    auto out = app::changes_since(engine, one);
    const size_t came = out.size();
    app::Outdated(engine).leave_out_same(one, out);
    return std::to_string(came) + " " + std::to_string(out.size());
  };
  CHECK(changes() == "0 0");
  fill(orchards, "12,50");  // another file with the same figures
  CHECK(changes() == "1 0");
  fill(orchards, "13");
  CHECK(changes() == "1 1");
  fill(orchards, "12,500");
  CHECK(changes() == "1 0");  // as it was again
}
