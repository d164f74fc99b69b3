// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/hash.h"
#include "registry/deeds.h"
#include "registry/details.h"
#include "registry/doctor/doctor.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "registry/small_report.h"
#include "temporary_folder.h"

using namespace esep;
using registry::Actor;
using registry::money_form;
using registry::Registry;
using Lines = std::vector<std::string>;

namespace {

const Actor kKeeper{"tester", *calendar::LocalTime::parse("2026-11-18T16:05")};
const Actor kOther{"other", *calendar::LocalTime::parse("2026-11-19T09:00")};

form::RegisterDefinition places() {
  form::RegisterDefinition out;
  out.id = "places";
  for (const char* id : {"code", "title"}) {
    form::RegisterColumn column;
    column.id = id;
    out.columns.push_back(column);
  }
  return out;
}

/// A register with a rejected report, two revisions of another, a register of places, an event, a waiver, a lock and a
/// paper.
class Office {
 public:
  Office() : registry(Registry::create(folder / "esep.db", kKeeper)), form(money_form()), form_table(form) {
    form_table.create(rows_);
    table::RowWriter writer(rows_, form_table);
    writer.insert(1, {11, 1, true, {std::string("a"), Decimal::from_units(123400)}});
    writer.insert(1, {12, 2, true, {std::string("b"), {}}});
    registry.import_rows(places(), {{"p1", {{"code", std::string("p1")}, {"title", std::string("One")}}}}, {"x"},
                         kKeeper);
    submit("bad", false);
    first = submit("one", true);
    second = submit("two", true);
    registry.add_event({"posted", second.key, *calendar::Date::parse_iso("2026-11-02"), "№ 1"}, kKeeper);
    registry.add_waivers({waiver("2026-11-30")}, kOther);
    registry.lock("f", "2026-09", "closed", kKeeper);
    registry.record_paper({"AAAA-BBBB-CCCC", sha256_hex("paper"), "report pdf", second.id, "kk"}, kKeeper);
  }

  report::Submission submit(const std::string& bytes, bool accepted) {
    auto out = registry::small_report(form, bytes, kKeeper.at, rows_, form_table);
    out.fields = {{"head", std::string("Ахметов")}};
    out.accepted = accepted;
    return registry.submit(out, kKeeper).submission;
  }

  [[nodiscard]] report::Waiver waiver(const char* until) const {
    return {
        {"f", "", "km", "", "2026-11", 1}, *calendar::Date::parse_iso(until), "flood\nand fire", "order № 7", "other"};
  }

  /// "part place KEY" of each damage.
  Lines examine() {
    Lines out;
    for (const auto& one : registry::examine(registry).damage)
      out.push_back(one.part + " " + one.place + " " + one.message.key);
    return out;
  }

  /// What a hand that goes past Esep does.
  Lines after(const std::string& sql) {
    std::map<std::string, std::string> guards;
    {
      auto rows = registry.database().prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
      while (rows.step()) guards[rows.text(0)] = rows.text(1);
    }
    registry.database().execute("PRAGMA foreign_keys = OFF");
    for (const auto& [name, text] : guards) registry.database().execute("DROP TRIGGER " + name);
    registry.database().execute(sql);
    for (const auto& [name, text] : guards) registry.database().execute(text);
    return examine();
  }

  Folder folder;
  Registry registry;
  form::FormDefinition form;
  table::FormTable form_table;
  report::Submission first, second;

 private:
  sqlite::Database rows_ = sqlite::Database::temporary();
};

}  // namespace

TEST_CASE("details read back as they were written") {
  const auto text = registry::Details().add("a", "x\ny\\n=z").add("b", "").add("c", 7).text();
  const std::vector<std::pair<std::string, std::string>> expected{{"a", "x\ny\\n=z"}, {"b", ""}, {"c", "7"}};
  CHECK(registry::read_details(text) == expected);
  CHECK(registry::read_details("").empty());
}

TEST_CASE("a waiver carries who, why and on what basis, and a later one replaces it") {
  Office office;
  auto all = office.registry.waivers();
  REQUIRE(all.size() == 1);
  CHECK(all[0].user == "other");
  CHECK(all[0].reason == "flood\nand fire");
  CHECK(all[0].basis == "order № 7");
  const auto key = all[0].key;
  const auto day = *calendar::Date::parse_iso("2026-11-30");
  REQUIRE(report::waiver_on(all, key, day) != nullptr);
  CHECK(report::waiver_on(all, key, day.plus_days(1)) == nullptr);
  CHECK(report::waiver_on(all, office.second.key, day) == nullptr);
  office.registry.add_waivers({office.waiver("2026-11-01")}, kKeeper);
  all = office.registry.waivers();
  CHECK(report::waiver_on(all, key, day) == nullptr);
  const auto entry = office.registry.history().entries().back();
  CHECK(entry.action == "waive");
  CHECK(entry.user == "tester");
  CHECK(entry.details == registry::waiver_details(all[1]));
}

TEST_CASE("a dispatch is kept with its entry, a later one corrects it, and none can be changed") {
  Office office;
  registry::Deeds book(office.registry);
  report::Deed deed{"monthly", office.second.key, "", *calendar::Date::parse_iso("2026-11-20")};
  deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", "12-3/451", "A. Minister", 2};
  deed.report = "S-000001";
  CHECK_FALSE(book.add(deed, kOther));
  CHECK(office.examine().empty());
  const auto entry = office.registry.history().entries().back();
  CHECK(entry.action == "dispatch");
  CHECK(entry.user == "other");
  CHECK(entry.details == registry::deed_details(deed));
  deed.sent->number = "12-3/452";
  deed.sent->missing = 0;
  CHECK(book.add(deed, kKeeper)->sent->number == "12-3/451");
  const auto all = book.all();
  REQUIRE(all.size() == 2);
  REQUIRE(report::deed_of(all, "monthly", deed.key) != nullptr);
  CHECK(report::deed_of(all, "monthly", deed.key)->sent->number == "12-3/452");
  CHECK(all[0].sent->missing == 2);
  // What refuses inside the transaction leaves nothing behind.
  const registry::Deeds::Permit refuse = [](const report::Deed* before) {
    if (before != nullptr) throw Error("DISPATCH-COMPLETE", {});
  };
  CHECK(error_of([&] { book.add(deed, kKeeper, refuse); }) == "DISPATCH-COMPLETE");
  CHECK(book.all().size() == 2);
  CHECK_THROWS_AS(office.registry.database().execute("UPDATE deed SET number = 'x'"), Error);
  CHECK_THROWS_AS(office.registry.database().execute("DELETE FROM deed"), Error);
  CHECK(office.after("UPDATE deed SET missing = '1' WHERE id = 2") ==
        Lines{"record deed 2 DOCTOR-RECORD-CHANGED",
              "record deed #" + std::to_string(entry.seq + 1) + " DOCTOR-RECORD-MISSING"});
  // Another report that was sent corrects nothing: its letter stands beside the first.
  report::Deed other = deed;
  other.report = "S-000009";
  CHECK_FALSE(book.add(other, kKeeper));
  CHECK(book.add(other, kKeeper) == other);
  CHECK(report::deeds_of(book.all(), "monthly", deed.key).size() == 2);
  other.withdrawn = true;
  CHECK(book.add(other, kKeeper)->report == "S-000009");
  deed.withdrawn = true;
  CHECK(book.add(deed, kKeeper)->sent->number == "12-3/452");
  CHECK(office.registry.history().entries().back().action == "dispatch_withdraw");
  CHECK(report::deed_of(book.all(), "monthly", deed.key) == nullptr);
}

TEST_CASE("what was done of a duty without a form is kept with its entry, corrected and taken back") {
  Office office;
  registry::Deeds book(office.registry);
  report::Deed deed{"posting", {"", "", "km", "", "2025", 1}, "", *calendar::Date::parse_iso("2026-07-02")};
  deed.languages = {Lang::kk};
  deed.link = "https://km";
  deed.document = "№ 1";
  CHECK_FALSE(book.add(deed, kOther));
  CHECK(office.registry.history().entries().back().details == registry::deed_details(deed));
  deed.languages = {Lang::kk, Lang::ru};
  CHECK(book.add(deed, kKeeper)->languages == std::vector{Lang::kk});
  CHECK(book.all().back().languages == deed.languages);
  deed.withdrawn = true;
  CHECK(book.add(deed, kKeeper)->link == "https://km");
  CHECK(office.registry.history().entries().back().action == "done_withdraw");
  CHECK(report::deed_of(book.all(), "posting", deed.key) == nullptr);
  CHECK(error_of([&] { book.add(deed, kKeeper); }) == "DONE-NOT-RECORDED obligation=posting");
  CHECK(office.examine().empty());
  CHECK_THROWS_AS(office.registry.database().execute("UPDATE deed SET link = 'x'"), Error);
  const std::string seq = std::to_string(office.registry.history().entries().back().seq - 1);
  CHECK(office.after("UPDATE deed SET languages = 'ru' WHERE id = 2") ==
        Lines{"record deed 2 DOCTOR-RECORD-CHANGED", "record deed #" + seq + " DOCTOR-RECORD-MISSING"});
}

TEST_CASE("an event that does not come is recorded like one that came") {
  Office office;
  report::Event event{"additional", office.second.key, {}, "№ 5"};
  event.none = true;
  CHECK_FALSE(office.registry.add_event(event, kKeeper));
  REQUIRE(report::events_in_force(office.registry.events()).back().none);
  CHECK(office.examine().empty());
  event.none = false;
  event.date = *calendar::Date::parse_iso("2026-11-02");
  CHECK(office.registry.add_event(event, kKeeper)->none);
  CHECK(office.registry.withdraw_event(event, kKeeper).date == event.date);
  CHECK(office.examine().empty());
}

TEST_CASE("a period is closed and opened once each, with the reason and the user") {
  Office office;
  auto& registry = office.registry;
  CHECK(registry.is_locked("f", "2026-09"));
  CHECK(registry.lock_of("f", "2026-09")->user == "tester");
  CHECK(registry.lock_of("f", "2026-09")->reason == "closed");
  CHECK_FALSE(registry.lock_of("f", "2026-10"));
  CHECK(error_of([&] { registry.lock("f", "2026-09", "again", kKeeper); }) == "LOCK-ALREADY form=f period=2026-09");
  registry.unlock("f", "2026-09", "a correction", kOther);
  CHECK_FALSE(registry.is_locked("f", "2026-09"));
  CHECK(error_of([&] { registry.unlock("f", "2026-09", "again", kKeeper); }) ==
        "LOCK-NOT-LOCKED form=f period=2026-09");
  CHECK(registry.history().entries().back().action == "unlock");
  CHECK(office.examine().empty());
}

TEST_CASE("papers and files are found by code and by hash") {
  Office office;
  auto& registry = office.registry;
  REQUIRE(registry.papers_with_bytes(sha256_hex("paper")).size() == 1);
  CHECK(registry.papers_with_code("AAAA-BBBB-CCCC").at(0).submission == office.second.id);
  CHECK(registry.papers_with_code("AAAA-BBBB-CCCD").empty());
  REQUIRE(registry.submissions_of_file(sha256_hex("one")).size() == 1);
  CHECK(registry.submissions_of_file(sha256_hex("one"))[0].number == office.first.number);
  CHECK(registry.submissions_of_file(sha256_hex("none")).empty());
}

TEST_CASE("a sound register has no damage, and what was examined is counted") {
  Office office;
  CHECK(office.examine().empty());
  const auto all = registry::examine(office.registry);
  CHECK(all.entries == 9);
  CHECK(all.submissions == 3);
  CHECK(all.files == 3);
  CHECK(all.head == office.registry.history().head());
  office.registry.withdraw(office.second.number, "wrong body", kKeeper);
  CHECK(office.examine().empty());
}

TEST_CASE("each damage is named with its place") {
  Office office;
  const std::string one = sha256_hex("one");
  CHECK(office.after("UPDATE file SET bytes = X'00' WHERE sha256 = '" + one + "'") ==
        Lines{"file S-000002 DOCTOR-FILE"});
  CHECK(Office().after("UPDATE form_text SET text = text || '#'") ==
        Lines{"form S-000001, S-000002, S-000003 DOCTOR-FORM-TEXT"});
  CHECK(Office().after("UPDATE \"report.f.2026-01\" SET c2 = c2 + 1 WHERE _submission = 3 AND _row = 11") ==
        Lines{"rows S-000003 DOCTOR-ROWS"});
  CHECK(Office().after("DELETE FROM \"report.f.2026-01\" WHERE _submission = 2 AND _row = 12") ==
        Lines{"rows S-000002 DOCTOR-ROWS"});
  CHECK(Office().after("UPDATE \"report.f.2026-01\" SET _submission = 1 WHERE _submission = 2") ==
        Lines{"rows S-000002 DOCTOR-ROWS", "rows S-000001 DOCTOR-STRAY"});
  CHECK(Office().after("UPDATE submission SET received = '2026-11-01T00:00' WHERE id = 2") ==
        Lines{"submission S-000002 DOCTOR-SUBMISSION-CHANGED"});
  CHECK(Office().after("UPDATE submission SET user = 'x' WHERE id = 2") ==
        Lines{"submission S-000002 DOCTOR-SUBMISSION-CHANGED"});
  CHECK(Office().after("UPDATE submission_field SET value = 'x' WHERE submission = 2") ==
        Lines{"submission S-000002 DOCTOR-SUBMISSION-CHANGED"});
  CHECK(Office().after("INSERT INTO submission_field VALUES(2, 'more', 'x')") ==
        Lines{"submission S-000002 DOCTOR-SUBMISSION-CHANGED"});
  CHECK(Office().after("DELETE FROM submission WHERE id = 1; DELETE FROM submission_field WHERE submission = 1") ==
        Lines{"submission S-000001 DOCTOR-SUBMISSION-MISSING"});
  CHECK(Office().after("UPDATE submission SET state = 'withdrawn' WHERE id = 3") ==
        Lines{"submission S-000003 DOCTOR-STATE"});
  CHECK(Office().after("UPDATE submission SET state = 'superseded' WHERE id = 3") ==
        Lines{"submission S-000003 DOCTOR-STATE"});
  CHECK(Office().after("UPDATE register_row SET value = 'Two' WHERE column_id = 'title'") ==
        Lines{"record places/p1 DOCTOR-REGISTER-ROW"});
  CHECK(Office().after("DELETE FROM register_row") == Lines{"record places/p1 DOCTOR-REGISTER-ROW"});
  CHECK(Office().after("INSERT INTO register_row VALUES('places', 'p2', 'title', 'x')") ==
        Lines{"record places/p2 DOCTOR-REGISTER-ROW"});
  CHECK(Office().after("UPDATE event SET date = '2026-11-03'") ==
        Lines{"record event 1 DOCTOR-RECORD-CHANGED", "record event #6 DOCTOR-RECORD-MISSING"});
  CHECK(Office().after("UPDATE waiver SET user = 'tester'") ==
        Lines{"record waiver 1 DOCTOR-RECORD-CHANGED", "record waiver #7 DOCTOR-RECORD-MISSING"});
  CHECK(Office().after("DELETE FROM lock") == Lines{"record lock #8 DOCTOR-RECORD-MISSING"});
  CHECK(Office().after("INSERT INTO paper VALUES('0000-0000-0000', 'x', 'report pdf', NULL, 'kk')") ==
        Lines{"record paper 0000-0000-0000 DOCTOR-RECORD-CHANGED"});
}

TEST_CASE("the history: changed, removed, moved, cut off, rewritten, unguarded") {
  CHECK(Office().after("UPDATE history SET at = '2026-11-01T00:00' WHERE seq = 6") ==
        Lines{"history 6 DOCTOR-ENTRY-HASH"});
  CHECK(Office().after("UPDATE history SET details = replace(details, '2026-11-02', '2026-11-03') WHERE seq = 6") ==
        Lines{"history 6 DOCTOR-ENTRY-HASH", "record event 1 DOCTOR-RECORD-CHANGED",
              "record event #6 DOCTOR-RECORD-MISSING"});
  CHECK(Office().after("DELETE FROM history WHERE seq = 8") ==
        Lines{"history 8 DOCTOR-ENTRY-MISSING", "history 9 DOCTOR-ENTRY-LINK", "record lock 1 DOCTOR-RECORD-CHANGED"});
  CHECK(Office().after("UPDATE history SET seq = 100 WHERE seq = 6; UPDATE history SET seq = 6 WHERE seq = "
                       "7; UPDATE history SET seq = 7 WHERE seq = 100") ==
        Lines{"history 6 DOCTOR-ENTRY-LINK", "history 6 DOCTOR-ENTRY-HASH", "history 7 DOCTOR-ENTRY-LINK",
              "history 7 DOCTOR-ENTRY-HASH", "history 8 DOCTOR-ENTRY-LINK"});
  // The chain alone does not show that its tail is gone; what the entries were about does.
  CHECK(Office().after("DELETE FROM history WHERE seq > 4") ==
        Lines{"submission S-000003 DOCTOR-SUBMISSION-UNWRITTEN", "submission S-000002 DOCTOR-STATE",
              "record event 1 DOCTOR-RECORD-CHANGED", "record waiver 1 DOCTOR-RECORD-CHANGED",
              "record lock 1 DOCTOR-RECORD-CHANGED", "record paper AAAA-BBBB-CCCC DOCTOR-RECORD-CHANGED"});
  Office office;
  office.registry.database().execute("DROP TRIGGER history_no_delete");
  CHECK(office.examine() == Lines{"database history_no_delete DOCTOR-GUARD"});
  office.registry.database().execute("CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT 1; END");
  CHECK(office.examine() == Lines{"database history_no_delete DOCTOR-GUARD"});
  Office other;
  other.registry.database().execute("CREATE TRIGGER mine AFTER INSERT ON waiver BEGIN SELECT 1; END");
  CHECK(other.examine() == Lines{"database mine DOCTOR-GUARD"});
}

TEST_CASE("reviews and recommendations stand against their entries") {
  // Rows that no step of a review wrote.
  CHECK(Office().after("INSERT INTO review(submission, reviewer, opened_at, due, user) VALUES(3, 'x', "
                       "'2026-11-20T10:00', NULL, 'x')") == Lines{"record review 1 DOCTOR-RECORD-CHANGED"});
  CHECK(Office().after("INSERT INTO review_note(submission, cell, row, column_id, item, text, user, at) "
                       "VALUES(3, '', 0, '', '', 'x', 'x', '')") ==
        Lines{"record review_note 1 DOCTOR-RECORD-CHANGED"});
  CHECK(Office().after("INSERT INTO recommendation VALUES(1, 3, '', 0, '', '', 'x', '2026-12-01', 'open', "
                       "'x', '2026-11-20T10:00', '', '', '', '', NULL)") ==
        Lines{"record recommendation R-000001 DOCTOR-RECORD-CHANGED"});
  CHECK(Office().after("UPDATE submission SET state = 'approved' WHERE id = 3") ==
        Lines{"submission S-000003 DOCTOR-STATE"});
  CHECK(Office().after("UPDATE submission SET state = 'under_review' WHERE id = 3") ==
        Lines{"submission S-000003 DOCTOR-STATE"});
}

TEST_CASE("a broken reference is named by table and row") {
  Office office;
  CHECK(office.after("DELETE FROM file WHERE sha256 = '" + sha256_hex("one") + "'") ==
        Lines{"database submission DOCTOR-REFERENCE"});
}

TEST_CASE("flipped bytes of the register's file are found wherever they carry data") {
  const Folder copies;
  std::string sound;
  {
    Office office;
    // Enough bytes that most of the file is data and not free space.
    office.submit(std::string(200000, 'q'), false);
    office.registry.database().backup_to(copies / "sound.db");
    sound = read_file(copies / "sound.db");
  }
  const size_t at = sound.find(std::string(1000, 'q'));
  REQUIRE(at != std::string::npos);
  int found = 0;
  constexpr int kFlips = 20;
  for (int i = 0; i < kFlips; ++i) {
    std::string damaged = sound;
    damaged[at + static_cast<size_t>(i) * 37] ^= 1;
    copies.write("damaged.db", damaged);
    Registry registry = Registry::open(copies / "damaged.db");
    const auto damage = registry::examine(registry).damage;
    if (damage.size() == 1 && damage[0].message.key == "DOCTOR-FILE" && damage[0].place == "S-000004") ++found;
  }
  CHECK(found == kFlips);
}

TEST_CASE("a report without rows has its table in a register that was replaced under an open one") {
  const Folder folder;
  Registry registry = Registry::create(folder / "esep.db", kKeeper);
  registry.database().backup_to(folder / "copy.db");  // no report came yet
  const auto form = money_form();
  const table::FormTable form_table(form);
  sqlite::Database rows = sqlite::Database::temporary();
  form_table.create(rows);
  registry.submit(registry::small_report(form, "one", kKeeper.at, rows, form_table), kKeeper);
  sqlite::Database(folder / "copy.db", sqlite::OpenMode::read_only).backup_to(folder / "esep.db");
  CHECK(registry.submit(registry::small_report(form, "two", kKeeper.at, rows, form_table), kKeeper).submission.number ==
        "S-000001");
  CHECK(registry::examine(registry).damage.empty());
}
