// SPDX-License-Identifier: MIT
#include "registry/review_book.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "registry/deeds.h"
#include "registry/doctor/doctor.h"
#include "registry/schema.h"
#include "small_form.h"
#include "source_folder.h"
#include "sqlite/transaction.h"
#include "temporary_folder.h"

using namespace esep;
using registry::Actor;
using registry::Registry;
using registry::ReviewBook;
using report::Action;
using report::State;

namespace {

Actor actor(const char* user, const char* at = "2026-11-18T10:00") { return {user, *calendar::LocalTime::parse(at)}; }
calendar::Date day(const char* iso) { return *calendar::Date::parse_iso(iso); }

struct ReviewOffice {
  Folder folder;
  Registry registry = Registry::create(folder.path() / "esep.db", actor("clerk"));
  form::FormDefinition form = small_form::read();
  report::Workflow workflow;
  report::Users users;
  ReviewBook book{registry, workflow, users};

  ReviewOffice() {
    Diagnostics diagnostics;
    workflow = report::read_workflow(datafile::Library().get("data/workflow.toml"), diagnostics);
    REQUIRE(diagnostics.empty());
  }

  report::Submission submit(const char* bytes, const char* user) {
    auto rows = std::make_shared<sqlite::Database>(sqlite::Database::temporary());
    const auto table = std::make_shared<table::FormTable>(form);
    table->create(*rows);
    registry::NewSubmission out;
    out.form = &form;
    out.bytes = bytes;
    out.key = {"f", "", "km", "", "2026-10", 1};
    out.contents.edition = form.edition;
    out.contents.form_sha256 = form.file.sha256();
    out.receipt.received = actor(user).at;
    out.receipt.sha256 = sha256_hex(bytes);
    out.rows = [rows, table] { return std::make_unique<table::RowReader>(*rows, *table, 1); };
    out.accepted = true;
    return registry.submit(out, actor(user)).submission;
  }

  std::vector<std::string> actions(int64_t submission) {
    std::vector<std::string> out;
    for (const auto& entry : registry.history().entries(submission)) out.push_back(entry.action + " " + entry.user);
    return out;
  }

  int64_t count(const std::string& table) {
    return std::get<int64_t>(*registry.database().value("SELECT count(*) FROM " + table));
  }
};

std::string refused(const std::function<void()>& step) {
  try {
    step();
  } catch (const Error& error) {
    return error.message().key;
  }
  return "may";
}

// An empty one, as the first program made it.
sqlite::Database register_of_version_1(const std::filesystem::path& file) {
  sqlite::Database out(file, sqlite::OpenMode::create);
  out.execute(read_file(source_folder() + "/tests/unit/registry/schema_v1.sql"));
  return out;
}

}  // namespace

TEST_CASE("a withdrawn revision gives way to the one before it, in the state that it had") {
  ReviewOffice desk;
  const auto state = [&](const char* number) { return desk.registry.find(number).state; };
  const auto wrong_states = [&] {
    const auto damage = registry::examine(desk.registry).damage;
    return std::count_if(damage.begin(), damage.end(),
                         [](const auto& one) { return one.message.key == "DOCTOR-STATE"; });
  };
  desk.submit("one", "agency");
  desk.book.open("S-000001", "reviewer", {}, actor("reviewer"));
  desk.book.approve("S-000001", "", actor("head"));
  desk.submit("two", "agency");
  CHECK(state("S-000001") == State::superseded);
  desk.book.withdraw("S-000002", "wrong file", actor("agency"));
  CHECK(state("S-000001") == State::approved);
  CHECK(wrong_states() == 0);

  desk.submit("three", "agency");
  desk.book.open("S-000003", "reviewer", {}, actor("reviewer"));
  desk.submit("four", "agency");
  desk.submit("five", "agency");
  desk.book.withdraw("S-000004", "no longer in force anyway", actor("agency"));
  CHECK(state("S-000003") == State::superseded);
  CHECK(state("S-000005") == State::received);
  desk.book.withdraw("S-000005", "wrong file", actor("agency"));
  CHECK(state("S-000003") == State::under_review);
  // Who reviewed does not take the report away; who took it away does not review.
  CHECK(refused([&] { desk.book.withdraw("S-000003", "x", actor("reviewer")); }) == "FOUR-EYES-REVIEWED");
  CHECK(refused([&] { desk.book.note("S-000003", {}, "x", actor("agency")); }) == "FOUR-EYES-SUBMITTED");
  desk.book.withdraw("S-000003", "wrong file", actor("agency"));
  CHECK(state("S-000001") == State::approved);
  desk.book.withdraw("S-000001", "the last", actor("agency"));
  CHECK_FALSE(desk.registry.latest_accepted({"f", "", "km", "", "2026-10", 1}));
  CHECK(wrong_states() == 0);
  desk.registry.database().execute("UPDATE submission SET state = 'approved' WHERE id = 5");
  CHECK(wrong_states() == 1);
}

TEST_CASE("a register of version 1 is migrated, its copy kept, nothing lost") {
  const Folder folder;
  const auto file = folder.path() / "esep.db";
  {
    sqlite::Database old = register_of_version_1(file);
    registry::StatementCache cache;
    registry::History history(old, cache);
    sqlite::Transaction transaction(old);
    history.append(actor("clerk"), "init", std::nullopt, "schema=1\n");
    old.execute(
        "INSERT INTO form_text VALUES('aa', 'f', '2025', 'text'); INSERT INTO file VALUES('bb', x'01');"
        "INSERT INTO submission VALUES(1, 'o', 'f', '', 'km', '', '2026-10', 1, '2025', 'aa', 1, "
        "'2026-11-18T10:00', NULL, NULL, "
        "'on_time', 'received', 0, 0, 0, 'bb', 'x.xlsx', '', 'clerk', '', 0, 0, '')");
    history.append(actor("clerk"), "submit", 1, "number=S-000001\n");
    transaction.commit();
  }
  Registry registry = Registry::open(file);
  CHECK(std::get<int64_t>(*registry.database().value("PRAGMA user_version")) == registry::kSchemaVersion);
  CHECK(registry.find("S-000001").state == State::received);
  CHECK(registry.history().verify().empty());
  CHECK(registry.history().entries().size() == 2);
  // What this version of the schema brought.
  const report::Deed deed{"posting", {"", "", "km", "", "2025", 1}, "", day("2026-07-02")};
  CHECK_FALSE(registry::Deeds(registry).add(deed, actor("clerk")));
  CHECK(registry::Deeds(registry).all().size() == 1);
  const sqlite::Database before(file.string() + ".v6.backup", sqlite::OpenMode::read_only);
  CHECK(std::get<int64_t>(*before.value("PRAGMA user_version")) == 6);
  const sqlite::Database copy(file.string() + ".v1.backup", sqlite::OpenMode::read_only);
  CHECK(std::get<int64_t>(*copy.value("PRAGMA user_version")) == 1);
  CHECK(std::get<int64_t>(*copy.value("SELECT count(*) FROM history")) == 2);
  Diagnostics diagnostics;
  const auto workflow = report::read_workflow(datafile::Library().get("data/workflow.toml"), diagnostics);
  const report::Users nobody;
  ReviewBook book(registry, workflow, nobody);
  CHECK(refused([&] { book.open("S-000001", "clerk", {}, actor("clerk")); }) == "FOUR-EYES-SUBMITTED");
  book.open("S-000001", "reviewer", day("2026-12-02"), actor("reviewer"));
  CHECK(registry.find("S-000001").state == State::under_review);
}

// What the program of version 6 wrote.
TEST_CASE("dispatches and duties done of version 6 become one table, in the order of their entries") {
  const Folder folder;
  const auto file = folder.path() / "esep.db";
  {
    sqlite::Database old = register_of_version_1(file);
    registry::migrate_to(old, file, 6);
    registry::StatementCache cache;
    registry::History history(old, cache);
    sqlite::Transaction transaction(old);
    history.append(actor("clerk"), "init", std::nullopt, "schema=6\n");
    const std::string key = "form=\nstage=\norganisation=km\nsubject=\nperiod=2025\noccurrence=1\n";
    const std::string sent = "form=f\nstage=\norganisation=km\nsubject=\nperiod=2026-10\noccurrence=1\n";
    history.append(actor("clerk"), "done", std::nullopt,
                   "obligation=posting\n" + key + "date=2026-07-02\nlanguages=kk,ru\nlink=https://km\ndocument=№ 1\n");
    history.append(actor("other"), "dispatch", std::nullopt,
                   sent + "report=S-000001\ncode=AAAA-BBBB-CCCC\ndate=2026-11-20\nnumber=12-3\nsigner=A.\n");
    history.append(actor("clerk"), "done_withdraw", std::nullopt,
                   "obligation=posting\n" + key + "date=\nlanguages=\nlink=\ndocument=\n");
    history.append(actor("head"), "waive", std::nullopt, sent + "until=2026-12-01\nreason=r\nbasis=b\n");
    old.execute(
        "INSERT INTO fulfilment VALUES(1, 'posting', '', '', 'km', '', '2025', 1, '2026-07-02', 'kk,ru', 'https://km', "
        "'№ 1', 'clerk'), (2, 'posting', '', '', 'km', '', '2025', 1, '', '', '', '', 'clerk');"
        "INSERT INTO dispatch VALUES(1, 'f', '', 'km', '', '2026-10', 1, 'S-000001', 'AAAA-BBBB-CCCC', '2026-11-20', "
        "'12-3', 'A.', 'other');"
        "INSERT INTO waiver VALUES(1, 'f', '', 'km', '', '2026-10', 1, '2026-12-01', 'r', 'b', 'head')");
    transaction.commit();
  }
  Registry registry = Registry::open(file);
  const auto all = registry::Deeds(registry).all();
  REQUIRE(all.size() == 3);
  CHECK(all[0].link == "https://km");
  CHECK(all[0].languages == std::vector{Lang::kk, Lang::ru});
  CHECK_FALSE(all[0].sent);
  REQUIRE(all[1].sent);
  CHECK(all[1].sent->number == "12-3");
  CHECK_FALSE(all[1].sent->missing);
  CHECK(all[2].withdrawn);
  const report::ReportKey key{"f", "", "km", "", "2026-10", 1};
  REQUIRE(report::deed_of(all, "monthly", key) != nullptr);
  CHECK(report::deed_of(all, "monthly", key)->date == day("2026-11-20"));
  CHECK(report::waiver_on(registry.waivers(), key, day("2026-12-01")) != nullptr);
  // Every record still agrees with its entry, in their order.
  CHECK(registry::examine(registry).damage.empty());
}

TEST_CASE("a migrated register and a new one have the same schema") {
  const Folder folder;
  const auto shape = [](const sqlite::Database& database) {
    std::vector<std::string> out;
    auto rows = database.prepare(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
    while (rows.step()) out.push_back(rows.text(0));
    return out;
  };
  const Registry made = Registry::create(folder.path() / "new.db", actor("clerk"));
  for (int64_t version = 1; version < registry::kSchemaVersion; ++version) {
    const auto file = folder.path() / ("old" + std::to_string(version) + ".db");
    {
      sqlite::Database old = register_of_version_1(file);
      registry::migrate_to(old, file, version);
    }
    const Registry migrated = Registry::open(file);
    CHECK(shape(migrated.database()) == shape(made.database()));
  }
}

TEST_CASE("the way of a report through return, correction, second review and approval") {
  ReviewOffice desk;
  const auto first = desk.submit("one", "agency");
  CHECK(refused([&] { desk.book.note(first.number, {}, "x", actor("rev")); }) == "STEP-STATE-RECEIVED");
  desk.book.open(first.number, "rev", day("2026-12-02"), actor("head"));
  CHECK(refused([&] { desk.book.open(first.number, "rev", {}, actor("head")); }) == "STEP-STATE-UNDER-REVIEW");
  desk.book.assign(first.number, "rev2", actor("head"));
  CHECK(desk.book.review(first.id)->reviewer == "rev2");
  CHECK(desk.book.review(first.id)->due == day("2026-12-02"));
  CHECK(desk.count("review") == 2);
  CHECK(refused([&] { desk.book.send_back(first.number, "", actor("rev2")); }) == "REVIEW-NO-REASON");
  desk.book.note(first.number, {"C14", 0, "", "UR-12"}, "акт жоқ", actor("rev2", "2026-11-20T09:30"));
  desk.book.send_back(first.number, "", actor("rev2", "2026-11-20T10:00"));
  CHECK(desk.registry.find(first.number).state == State::returned);
  CHECK(desk.book.concluded(first.id)->iso() == "2026-11-20T10:00");
  const auto second = desk.submit("two", "agency");
  CHECK(second.revision == 2);
  CHECK(desk.book.reviewed_before(second)->number == first.number);
  CHECK_FALSE(desk.book.reviewed_before(first));
  desk.book.open(second.number, "rev2", {}, actor("rev2"));
  const auto given =
      desk.book.recommend(second.number, {"", 0, "c1", ""}, "толықтыру", day("2026-12-20"), actor("rev2"));
  CHECK(given.number == "R-000001");
  CHECK(given.state == report::Recommendation::State::open);
  CHECK(refused([&] { desk.book.approve(second.number, "", actor("rev2")); }) == "FOUR-EYES-RECOMMENDED");
  CHECK(refused([&] { desk.book.approve(second.number, "", actor("agency")); }) == "FOUR-EYES-SUBMITTED");
  desk.book.approve(second.number, "жақсы", actor("head"));
  CHECK(desk.registry.find(second.number).state == State::approved);
  CHECK(desk.actions(second.id) ==
        std::vector<std::string>{"submit agency", "open rev2", "recommend rev2", "approve head"});
  const auto notes = desk.book.notes(first.id);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].place == report::Place{"C14", 0, "", "UR-12"});
  CHECK(notes[0].at.iso() == "2026-11-20T09:30");
  CHECK(desk.registry.history().verify().empty());
}

TEST_CASE("a recommendation is answered by one side and closed by the other") {
  ReviewOffice desk;
  const auto s = desk.submit("one", "agency");
  desk.book.open(s.number, "rev", {}, actor("rev"));
  const auto given = desk.book.recommend(s.number, {}, "мәтін", day("2026-12-20"), actor("rev"));
  CHECK(refused([&] { desk.book.answer(given.number, "біз", actor("rev")); }) == "FOUR-EYES-REVIEWED");
  CHECK(refused([&] { desk.book.close(given.number, "болды", actor("agency")); }) == "FOUR-EYES-SUBMITTED");
  CHECK(desk.book.answer(given.number, "орындадық", actor("agency")).state == report::Recommendation::State::answered);
  const auto closed = desk.book.close("r-1", "тексерілді", actor("rev", "2026-12-21T12:00"));
  CHECK(closed.state == report::Recommendation::State::closed);
  CHECK(closed.answered_by == "agency");
  CHECK(closed.answer == "орындадық");
  CHECK(closed.outcome == "тексерілді");
  CHECK(closed.closed_at->iso() == "2026-12-21T12:00");
  CHECK(refused([&] { desk.book.close(given.number, "тағы", actor("rev")); }) == "RECOMMENDATION-CLOSED");
  CHECK(refused([&] { desk.book.answer("R-000009", "x", actor("agency")); }) == "RECOMMENDATION-UNKNOWN");
  CHECK(refused([&] { desk.book.answer("R-x", "x", actor("agency")); }) == "RECOMMENDATION-UNKNOWN");
}

TEST_CASE("who reviewed one revision does not submit the next, and who submitted one does not review another") {
  ReviewOffice desk;
  const auto first = desk.submit("one", "agency");
  desk.book.open(first.number, "rev", {}, actor("head"));
  desk.book.send_back(first.number, "қате", actor("rev"));
  CHECK(refused([&] { desk.book.require(Action::submit, first.key, State::returned, first.number, actor("rev")); }) ==
        "FOUR-EYES-REVIEWED");
  CHECK(refused([&] { desk.book.require(Action::submit, first.key, State::returned, first.number, actor("head")); }) ==
        "may");
  const auto second = desk.submit("two", "second clerk");
  CHECK(refused([&] { desk.book.open(second.number, "agency", {}, actor("head")); }) == "FOUR-EYES-SUBMITTED");
}

TEST_CASE("what a refused step began is not there") {
  ReviewOffice desk;
  const auto s = desk.submit("one", "agency");
  const std::string head = desk.registry.history().head();
  for (const auto& step : std::vector<std::function<void()>>{
           [&] { desk.book.open(s.number, "agency", {}, actor("head")); },
           [&] { desk.book.note(s.number, {}, "x", actor("rev")); },
           [&] { desk.book.recommend(s.number, {}, "x", day("2026-12-20"), actor("rev")); },
           [&] { desk.book.assess(s.number, {}, {{}}, actor("rev")); },
           [&] { desk.book.approve(s.number, "", actor("head")); }}) {
    CHECK_THROWS_AS(step(), Error);
  }
  CHECK(desk.registry.history().head() == head);
  for (const char* table : {"review", "review_note", "assessment", "recommendation"}) CHECK(desk.count(table) == 0);
}

TEST_CASE("answers: the last counts, the earlier stay; rows of a review cannot be rewritten") {
  ReviewOffice desk;
  const auto s = desk.submit("one", "agency");
  desk.book.open(s.number, "rev", {}, actor("rev"));
  report::Checklist checklist;
  checklist.id = "list";
  checklist.sha256 = "cc";
  report::Answer answer{
      "I-1", report::Conformity::partly, "толық емес", {{"project_technical", "Жоба", day("2026-01-02")}}, ""};
  desk.book.assess(s.number, checklist, {answer}, actor("rev"));
  answer.conformity = report::Conformity::conforms;
  answer.comment.clear();
  desk.book.assess(s.number, checklist, {answer}, actor("rev"));
  const auto answers = desk.book.answers(s.id, "list");
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].conformity == report::Conformity::conforms);
  CHECK(answers[0].documents == answer.documents);
  CHECK(desk.count("assessment") == 2);
  CHECK(desk.book.checklists(s.id) == std::vector<std::string>{"list"});
  desk.book.recommend(s.number, {}, "мәтін", day("2026-12-20"), actor("rev"));
  auto& database = desk.registry.database();
  for (const char* sql :
       {"UPDATE review SET reviewer = 'x'", "DELETE FROM review", "UPDATE assessment SET answer = 'conforms'",
        "DELETE FROM assessment", "UPDATE recommendation SET text = 'x'", "UPDATE recommendation SET due = 'x'",
        "DELETE FROM recommendation"}) {
    INFO(sql);
    CHECK_THROWS_AS(database.execute(sql), Error);
  }
}

TEST_CASE("two desks on one register: the second is judged by what the first did") {
  ReviewOffice desk;
  const auto s = desk.submit("one", "agency");
  Registry other = Registry::open(desk.folder.path() / "esep.db");
  ReviewBook second(other, desk.workflow, desk.users);
  desk.book.open(s.number, "rev", {}, actor("rev"));
  CHECK(refused([&] { second.open(s.number, "rev2", {}, actor("rev2")); }) == "STEP-STATE-UNDER-REVIEW");
  second.approve(s.number, "", actor("head"));
  CHECK(refused([&] { desk.book.send_back(s.number, "кеш", actor("rev")); }) == "STEP-STATE-APPROVED");
}
