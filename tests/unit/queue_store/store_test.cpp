// SPDX-License-Identifier: MIT
#include "queue_store/store.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "queue/compare.h"
#include "queue/fold.h"
#include "queue/state.h"
#include "source_folder.h"
#include "sqlite/transaction.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::queue_store;
using queue::EventKind;

namespace {

calendar::Instant moment(const std::string& text) { return calendar::Instant::parse_local(text).value(); }

/// A store with a day of one circle: places for one of two children, and its run.
class Day {
 public:
  explicit Day(const std::filesystem::path& file) : store(file, true) {
    Diagnostics diagnostics;
    const std::string days = source_folder() + "/data/calendar/kz.csv";
    const std::string policy = source_folder() + "/data/queues/creative-order.2026-07.toml";
    calendar_ = calendar::WorkingDays::from_csv(days, read_file(days), diagnostics);
    policies_.add(queue::read_policy({policy, policy, read_file(policy)}, diagnostics));
    if (store.last().seq > 0) return;
    sqlite::Transaction transaction(store.database());
    queue::Fold fold(policies_, calendar_, store.book(), std::nullopt);
    for (const queue::Event& event : events()) {
      REQUIRE_FALSE(fold.take(event));
      store.append(event, "clerk", "2026-08-03T09:00");
    }
    store.stand("rules");
    transaction.commit();
  }

  [[nodiscard]] std::vector<std::string> differences() const {
    queue::State state;
    state.pass_over(store.lost_numbers());
    queue::Fold fold(policies_, calendar_, state, std::nullopt);
    for (const queue::Event& event : store.events()) fold.take(event);
    return queue::differences(store.book(), state);
  }

  Store store;

 private:
  static std::vector<queue::Event> events() {
    std::vector<queue::Event> out(7);
    out[0].kind = EventKind::circle;
    out[0].ref = "C-1";
    out[0].facts = {"creative-order", "KZ-75", "R", 6, 10};
    out[0].amount = Decimal::parse("10000").value();
    out[1].kind = EventKind::fund;
    out[1].facts.operator_code = "KZ-75";
    out[1].count = 2026;
    out[1].amount = Decimal::parse("1000000").value();
    for (const size_t i : {size_t{2}, size_t{3}}) {
      out[i].kind = EventKind::apply;
      out[i].ref = "A-" + std::to_string(i);
      out[i].circle = "C-1";
      out[i].child = "child" + std::to_string(i);
      out[i].born = calendar::Date::parse_iso("2018-01-15").value();
    }
    out[4].kind = EventKind::vacate;
    out[4].ref = "C-1";
    out[4].count = 1;
    out[4].day = calendar::Date::parse_iso("2026-08-03").value();
    out[5].kind = EventKind::stop;
    out[5].facts.region = "S";
    out[6].kind = EventKind::run;
    out[6].facts.queue = "creative-order";
    out[6].day = out[4].day;
    for (size_t i = 0; i < out.size(); ++i) out[i].at = moment("2026-08-03T09:0" + std::to_string(i));
    out[6].at = moment("2026-08-03T18:00");
    return out;
  }

  calendar::WorkingDays calendar_;
  queue::PolicyBook policies_;
};

}  // namespace

TEST_CASE("the tables hold what the log folds to, and say where they stand") {
  const Folder folder;
  {
    const Day day(folder / "queue.db");
    CHECK(day.differences().empty());
    CHECK(day.store.stands_at_end("rules"));
    CHECK_FALSE(day.store.stands_at_end("other rules"));
    CHECK(day.store.damage().empty());
    CHECK(day.store.broken().empty());
    CHECK(day.store.runs().at(0).given == 1);
    CHECK(day.store.book().voucher(0).amount == Decimal::parse("40000").value());
  }
  const Day again(folder / "queue.db");
  CHECK(again.differences().empty());
  struct stat info {};
  REQUIRE(::stat((folder / "queue.db").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("a table that says something else than the log is named") {
  const Folder folder;
  Day day(folder / "queue.db");
  const std::vector<std::pair<std::string, std::string>> changes{
      {"UPDATE circle SET norm = norm + 1", "circle C-1"},
      {"INSERT INTO free_place VALUES('C-1', 5)", "circle C-1"},
      {"DELETE FROM movement WHERE number = 3", "circle C-1"},
      {"UPDATE application SET confirmed = 1 WHERE number = 2", "application 2"},
      {"UPDATE application SET stands = 1 WHERE number = 2", "application 2"},
      {"UPDATE voucher SET amount = amount + 1", "voucher 1"},
      {"UPDATE fund SET unspent = 0", "fund KZ-75 2026"},
      {"DELETE FROM restriction", "restriction 1"}};
  for (const auto& [sql, named] : changes) {
    sqlite::Transaction transaction(day.store.database());
    day.store.database().execute(sql);
    INFO(sql);
    CHECK(day.differences() == std::vector<std::string>{named});
  }
}

TEST_CASE("a log that is altered at any byte is named") {
  const Folder folder;
  Day day(folder / "queue.db");
  auto& database = day.store.database();
  database.execute("DROP TRIGGER entry_no_update");
  size_t altered = 0;
  for (const auto& entry : day.store.entries()) {
    for (const char* column : {"event", "user", "clock", "previous", "hash"}) {
      const auto select = std::string("SELECT ") + column + " FROM entry WHERE seq = ?";
      const std::vector<sqlite::Value> seq{entry.seq};
      const std::string text = std::get<std::string>(*database.value(select, seq));
      for (size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = other[i] == 'x' ? 'y' : 'x';
        sqlite::Transaction transaction(database);
        auto update = database.prepare(std::string("UPDATE entry SET ") + column + " = ? WHERE seq = ?");
        update.bind(1, other).bind(2, entry.seq).run();
        CHECK(day.store.damage().front() == entry.seq);
        ++altered;
      }
    }
    sqlite::Transaction transaction(database);
    database.execute("UPDATE entry SET at = at + 1 WHERE seq = " + std::to_string(entry.seq));
    CHECK(day.store.damage().front() == entry.seq);
  }
  CHECK(altered > 1000);
}

TEST_CASE("a cell that a spreadsheet would take for a formula, or for a guarded one, comes back as it was") {
  const Folder folder;
  Day day(folder / "queue.db");
  queue::Event event;
  event.at = moment("2026-08-04T09:00");
  event.kind = EventKind::stop;
  for (const char* text : {"=1", "'=1", "''=1", "'a"}) {
    event.facts.region = text;
    event.reason = text;
    day.store.append(event, "clerk", "2026-08-04T09:00");
    CHECK(day.store.events().back().facts.region == text);
    CHECK(day.store.events().back().reason == text);
  }
}

TEST_CASE("numbers of a log that was replaced are kept") {
  const Folder folder;
  Day day(folder / "queue.db");
  day.store.keep_lost_number("A-9");
  day.store.keep_lost_number("A-9");
  CHECK(day.store.is_lost_number("A-9"));
  CHECK_FALSE(day.store.is_lost_number("A-2"));
  CHECK(day.store.lost_numbers() == std::vector<std::string>{"A-9"});
}

TEST_CASE("no voucher gets a number that a replaced log gave") {
  const Folder folder;
  const std::filesystem::path file = folder / "queue.db";
  queue::State state;
  state.pass_over({"V-0000003", "A-0000002", "V-0000002", "V-5", "V-0000006", "voucher"});
  const auto number = [&](size_t index) { return state.voucher_number(index); };
  CHECK(std::vector{number(0), number(1), number(2), number(3)} ==
        std::vector<std::string>{"V-0000001", "V-0000004", "V-0000005", "V-0000007"});
  {
    Store empty(file, true);
    empty.keep_lost_number("V-0000001");
  }
  const Day day(file);
  CHECK(day.store.book().voucher(0).id == "V-0000002");
  CHECK(day.differences().empty());
}

TEST_CASE("a file that is no log is not taken for one") {
  const Folder folder;
  { sqlite::Database(folder / "queue.db", sqlite::OpenMode::create).execute("PRAGMA user_version = 1"); }
  CHECK(error_of([&] { const Store store(folder / "queue.db", false); }) ==
        "QUEUE-STORE-FOREIGN file=" + (folder / "queue.db").string());
  { sqlite::Database(folder / "queue.db", sqlite::OpenMode::create).execute("PRAGMA user_version = 99"); }
  CHECK(error_of([&] { const Store store(folder / "queue.db", false); }) ==
        "QUEUE-STORE-NEWER file=" + (folder / "queue.db").string());
}
