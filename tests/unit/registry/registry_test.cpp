// SPDX-License-Identifier: MIT
#include "registry/registry.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "base/error.h"
#include "base/hash.h"
#include "registry/small_report.h"
#include "temporary_folder.h"

using namespace esep;
using registry::Actor;
using registry::money_form;
using registry::Registry;

namespace {

const Actor kActor{"tester", *calendar::LocalTime::parse("2026-11-18T16:05")};

// Rows that stand in a database of their own, as the rule runner's do.
struct Rows {
  sqlite::Database database = sqlite::Database::temporary();
  table::FormTable table;
  explicit Rows(const form::FormDefinition& form) : table(form) {
    table.create(database);
    table::RowWriter writer(database, table);
    writer.insert(1, {11, 1, true, {std::string("a"), Decimal::from_units(123400)}});
    writer.insert(1, {12, 2, true, {std::string("b"), {}}});
  }
};

registry::NewSubmission submission(const form::FormDefinition& form, Rows& rows, const std::string& bytes,
                                   bool accepted) {
  auto out = registry::small_report(form, bytes, kActor.at, rows.database, rows.table);
  out.accepted = accepted;
  return out;
}

}  // namespace

TEST_CASE("revisions count accepted submissions, the same bytes give the old receipt") {
  const Folder folder;
  Registry registry = Registry::create(folder.path() / "esep.db", kActor);
  struct stat info {};
  REQUIRE(::stat((folder.path() / "esep.db").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  const auto form = money_form();
  Rows rows(form);
  const auto rejected = registry.submit(submission(form, rows, "bad", false), kActor);
  CHECK(rejected.submission.revision == 0);
  CHECK(rejected.submission.state == report::State::rejected);
  const auto first = registry.submit(submission(form, rows, "one", true), kActor);
  CHECK(first.submission.revision == 1);
  const auto second = registry.submit(submission(form, rows, "two", true), kActor);
  CHECK(second.submission.revision == 2);
  const auto again = registry.submit(submission(form, rows, "two", true), kActor);
  CHECK(again.repeated);
  CHECK(again.submission.id == second.submission.id);
  CHECK(registry.find(first.submission.number).state == report::State::superseded);
  CHECK(registry.latest_accepted(second.submission.key)->revision == 2);
  CHECK(registry.file_bytes(sha256_hex("bad")) == "bad");
  CHECK(registry.form_text(form.file.sha256()) == form.file.text);
  const table::FormTable table(form);
  table::RowReader stored(registry.database(), table, second.submission.id);
  table::TypedRow row;
  REQUIRE(stored.next(row));
  CHECK(row.sheet_row == 11);
  CHECK(form::canonical_text(row.values[1]) == "12.34");
  REQUIRE(stored.next(row));
  CHECK(form::is_blank(row.values[1]));
  CHECK_FALSE(stored.next(row));
}

TEST_CASE("the bytes of a superseded or rejected file are judged anew") {
  const Folder folder;
  Registry registry = Registry::create(folder.path() / "esep.db", kActor);
  const auto form = money_form();
  Rows rows(form);
  CHECK(registry.submit(submission(form, rows, "one", true), kActor).submission.revision == 1);
  CHECK(registry.submit(submission(form, rows, "two", true), kActor).submission.revision == 2);
  const auto first_again = registry.submit(submission(form, rows, "one", true), kActor);
  CHECK_FALSE(first_again.repeated);
  CHECK(first_again.submission.revision == 3);
  CHECK(registry.latest_accepted(first_again.submission.key)->receipt.sha256 == sha256_hex("one"));
  CHECK(registry.submit(submission(form, rows, "bad", false), kActor).submission.revision == 0);
  const auto right_now = registry.submit(submission(form, rows, "bad", true), kActor);
  CHECK_FALSE(right_now.repeated);
  CHECK(right_now.submission.revision == 4);
}

TEST_CASE("a withdrawn submission gives way to the revision before it and stays in history") {
  const Folder folder;
  Registry registry = Registry::create(folder.path() / "esep.db", kActor);
  const auto form = money_form();
  Rows rows(form);
  const auto first = registry.submit(submission(form, rows, "one", true), kActor).submission;
  const auto second = registry.submit(submission(form, rows, "two", true), kActor).submission;
  registry.withdraw(second.number, "wrong body", kActor);
  CHECK(registry.find(second.number).state == report::State::withdrawn);
  CHECK(registry.latest_accepted(first.key)->id == first.id);
  CHECK_THROWS_AS(registry.withdraw(second.number, "again", kActor), Error);
  CHECK(registry.history().entries(second.id).size() == 2);
  CHECK(registry.history().verify().empty());
}

TEST_CASE("the chain shows what was changed, and a receipt's head stays in it") {
  const Folder folder;
  Registry registry = Registry::create(folder.path() / "esep.db", kActor);
  const auto form = money_form();
  Rows rows(form);
  const auto receipt = registry.submit(submission(form, rows, "one", true), kActor).submission;
  registry.submit(submission(form, rows, "two", true), kActor);
  CHECK(registry.history().contains(receipt.receipt.chain_head));
  CHECK_THROWS_AS(registry.database().execute("UPDATE history SET user = 'x'"), Error);
  CHECK_THROWS_AS(registry.database().execute("DELETE FROM history"), Error);
  registry.database().execute("DROP TRIGGER history_no_update; UPDATE history SET details = 'x' WHERE seq = 2");
  const auto damage = registry.history().verify();
  REQUIRE(damage.size() == 1);
  CHECK(damage[0].seq == 2);
  CHECK(damage[0].kind == registry::History::Damage::Kind::hash);
}

TEST_CASE("a network file system is refused, whatever stands there") {
  const Folder folder;
  const auto file = folder.path() / "esep.db";
  std::filesystem::path asked;
  const auto on = [&asked](uint64_t type) {
    return [&asked, type](const std::filesystem::path& where) {
      asked = where;
      return std::optional<uint64_t>(type);
    };
  };
  for (const uint64_t type :
       {0x6969ULL, 0x517BULL, 0xFF534D42ULL, 0xFE534D42ULL, 0x5346414FULL, 0x73757245ULL, 0x564CULL, 0x01021997ULL}) {
    CHECK_THROWS_WITH(Registry::create(file, kActor, on(type)), Catch::StartsWith("REGISTRY-NETWORK"));
    CHECK(asked == folder.path());
    CHECK(folder.names().empty());
  }
  { const Registry local = Registry::create(file, kActor, on(0xEF53)); }  // ext4
  CHECK_THROWS_WITH(Registry::open(file, on(0x6969)), Catch::StartsWith("REGISTRY-NETWORK"));
  CHECK(Registry::open(file, [](const auto&) { return std::nullopt; }).history().entries().size() == 1);
  CHECK(registry::file_system_type(folder.path()).has_value());
}

TEST_CASE("a newer register and a foreign database are refused") {
  const Folder folder;
  const auto newer = folder.path() / "newer.db";
  {
    Registry registry = Registry::create(newer, kActor);
    registry.database().execute("PRAGMA user_version = 999");
  }
  CHECK_THROWS_WITH(Registry::open(newer), Catch::StartsWith("REGISTRY-NEWER"));
  const auto foreign = folder.path() / "foreign.db";
  {
    sqlite::Database other(foreign, sqlite::OpenMode::create);
    other.execute("CREATE TABLE t(a)");
  }
  const std::string bytes = read_file(foreign);
  CHECK_THROWS_WITH(Registry::open(foreign), Catch::StartsWith("REGISTRY-FOREIGN"));
  CHECK(read_file(foreign) == bytes);
  CHECK_THROWS_WITH(Registry::open(folder.path() / "none.db"), Catch::StartsWith("REGISTRY-MISSING"));
  CHECK_THROWS_WITH(Registry::create(newer, kActor), Catch::StartsWith("REGISTRY-EXISTS"));
}
