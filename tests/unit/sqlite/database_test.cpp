// SPDX-License-Identifier: MIT
#include "sqlite/database.h"

#include <type_traits>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "sqlite/transaction.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::sqlite;
namespace fs = std::filesystem;

namespace {

int64_t number(const Database& database, std::string_view sql) {
  return std::get<int64_t>(database.value(sql).value());
}
std::string text(const Database& database, std::string_view sql) {
  return std::get<std::string>(database.value(sql).value());
}

}  // namespace

TEST_CASE("SQLite: every kind of value goes in and comes back") {
  Database database = Database::temporary();
  database.execute("CREATE TABLE t(n, s, b, missing)");
  const Blob blob{std::byte{0}, std::byte{255}};
  const std::string zero("a\0b", 3);
  Statement insert = database.prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
  insert.bind(1, int64_t{-5}).bind(2, zero).bind(3, Value(blob)).bind(4, nullptr).run();
  CHECK(database.changes() == 1);
  Statement select = database.prepare("SELECT n, s, b, missing FROM t");
  REQUIRE(select.step());
  CHECK(select.column_count() == 4);
  CHECK(select.column_name(1) == "s");
  CHECK(select.integer(0) == -5);
  CHECK(select.text(1) == zero);
  CHECK(select.blob_view(2) == std::string_view("\0\xFF", 2));
  CHECK(select.is_null(3));
  CHECK(select.text(3).empty());
  CHECK(select.value(0) == Value(int64_t{-5}));
  CHECK(select.value(1) == Value(zero));
  CHECK(select.value(2) == Value(blob));
  CHECK(select.value(3) == Value());
  CHECK_FALSE(select.step());
}

TEST_CASE("SQLite: empty text and empty bytes are not NULL") {
  const Database database = Database::temporary();
  Statement statement = database.prepare("SELECT typeof(?), typeof(?), typeof(?)");
  statement.bind(1, std::string_view()).bind_blob(2, std::string_view()).bind(3, Value(Blob()));
  REQUIRE(statement.step());
  CHECK(statement.text(0) == "text");
  CHECK(statement.text(1) == "blob");
  CHECK(statement.text(2) == "blob");
}

TEST_CASE("SQLite: what is bound is copied") {
  const Database database = Database::temporary();
  Statement statement = database.prepare("SELECT ?, CAST(? AS TEXT)");
  std::string bytes(100, 'a');
  statement.bind(1, bytes).bind_blob(2, bytes);
  bytes.assign(100, 'b');
  REQUIRE(statement.step());
  CHECK(statement.text(0) == std::string(100, 'a'));
  CHECK(statement.text(1) == std::string(100, 'a'));
}

TEST_CASE("SQLite: one value, with parameters and without a row") {
  const Database database = Database::temporary();
  const std::vector<Value> parameters{int64_t{40}, int64_t{2}};
  CHECK(database.value("SELECT ? + ?", parameters) == Value(int64_t{42}));
  CHECK(database.value("SELECT NULL") == Value());
  CHECK(database.value("SELECT 1 WHERE 0") == std::nullopt);
}

TEST_CASE("SQLite: floating point is refused wherever it is read") {
  const Database database = Database::temporary();
  Statement statement = database.prepare("SELECT 1.5");
  REQUIRE(statement.step());
  CHECK(error_of([&] { (void)statement.value(0); }) == "SQLITE-ERROR reason=REAL file=");
  CHECK(error_of([&] { (void)statement.integer(0); }) == "SQLITE-ERROR reason=REAL file=");
  CHECK(error_of([&] { (void)statement.text(0); }) == "SQLITE-ERROR reason=REAL file=");
}

TEST_CASE("SQLite: a statement is exactly one") {
  const Database database = Database::temporary();
  CHECK(number(database, "SELECT 1; -- and nothing more\n ; ") == 1);
  CHECK(error_of([&] { (void)database.prepare("SELECT 1; SELECT 2"); }) ==
        "SQLITE-ERROR reason=more than one statement file=");
  CHECK(error_of([&] { (void)database.prepare("SELECT 1;;; DELETE FROM t"); }) ==
        "SQLITE-ERROR reason=no such table: t file=");
  CHECK(error_of([&] { (void)database.prepare(""); }) == "SQLITE-ERROR reason=no statement file=");
  CHECK(error_of([&] { (void)database.prepare(" -- nothing"); }) == "SQLITE-ERROR reason=no statement file=");
  CHECK(error_of([&] { (void)database.prepare(std::string_view("SELECT 1\0 WHERE 0", 17)); }) ==
        "SQLITE-ERROR reason=zero byte file=");
  CHECK(error_of([&] { (void)database.prepare("SELEC 1"); }) ==
        "SQLITE-ERROR reason=near \"SELEC\": syntax error file=");
  CHECK(error_of([&] { database.prepare("SELECT ?").bind(2, 1); }) ==
        "SQLITE-ERROR reason=column index out of range file=");
}

TEST_CASE("SQLite: a statement runs again with other values") {
  Database database = Database::temporary();
  database.execute("CREATE TABLE t(n INTEGER PRIMARY KEY)");
  Statement insert = database.prepare("INSERT INTO t VALUES(?)");
  for (int i = 1; i <= 3; ++i) insert.bind(1, i).run();
  CHECK(error_of([&] { insert.bind(1, 2).run(); }) == "SQLITE-CONSTRAINT reason=UNIQUE constraint failed: t.n file=");
  insert.bind(1, 4).run();
  CHECK(number(database, "SELECT sum(n) FROM t") == 10);
  insert.clear_bindings();
  insert.run();
  CHECK(number(database, "SELECT max(n) FROM t") == 5);
}

TEST_CASE("SQLite: databases and statements move, their hooks with them") {
  static_assert(std::is_nothrow_move_constructible_v<Database> && std::is_nothrow_move_assignable_v<Database>);
  static_assert(std::is_nothrow_move_constructible_v<Statement> && std::is_nothrow_move_assignable_v<Statement>);
  auto first = std::make_unique<Database>(Database::temporary());
  first->execute("CREATE TABLE t(n); INSERT INTO t VALUES(7)");
  first->add_function("seven", 0, [](const FunctionCall& call) { call.result(int64_t{7}); });
  first->set_authorizer([](const Access& access) { return access.first != "secret"; });
  Statement statement = first->prepare("SELECT n FROM t WHERE n = ?");
  Database second = std::move(*first);
  first.reset();
  CHECK(number(second, "SELECT seven()") == 7);
  CHECK_FALSE(error_of([&] { second.execute("CREATE TABLE secret(n)"); }) == "no error");
  Statement moved = std::move(statement);
  moved.bind(1, 7);
  CHECK(moved.step());
  CHECK(error_of([&] { moved.bind(9, 1); }) == "SQLITE-ERROR reason=bad parameter or other API misuse file=");
}

TEST_CASE("SQLite: a transaction is kept whole or not at all") {
  Database database = Database::temporary();
  database.execute("CREATE TABLE t(n INTEGER CHECK(n < 10))");
  {
    Transaction transaction(database);
    CHECK(database.in_transaction());
    database.execute("INSERT INTO t VALUES(1)");
    transaction.commit();
  }
  CHECK_FALSE(database.in_transaction());
  {
    const Transaction transaction(database);
    database.execute("INSERT INTO t VALUES(2)");
  }
  CHECK_FALSE(database.in_transaction());
  CHECK(error_of([&] {
          Transaction transaction(database);
          database.execute("INSERT INTO t VALUES(3); INSERT INTO t VALUES(10)");
          transaction.commit();
        }) == "SQLITE-CONSTRAINT reason=CHECK constraint failed: n < 10 file=");
  CHECK(number(database, "SELECT group_concat(n) = '1' FROM t") == 1);
  CHECK(error_of([&] {
          const Transaction outer(database);
          const Transaction inner(database);
        }) == "SQLITE-ERROR reason=cannot start a transaction within a transaction file=");
  CHECK_FALSE(database.in_transaction());
}

TEST_CASE("SQLite: a commit that fails rolls back") {
  Database database = Database::temporary();
  database.execute(
      "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id) DEFERRABLE INITIALLY "
      "DEFERRED)");
  CHECK(error_of([&] {
          Transaction transaction(database);
          database.execute("INSERT INTO c VALUES(5)");
          transaction.commit();
        }) == "SQLITE-CONSTRAINT reason=FOREIGN KEY constraint failed file=");
  CHECK_FALSE(database.in_transaction());
  CHECK(number(database, "SELECT count(*) FROM c") == 0);
}

TEST_CASE("SQLite: an opened database is strict") {
  Database database = Database::temporary();
  CHECK(number(database, "PRAGMA foreign_keys") == 1);
  CHECK(number(database, "PRAGMA trusted_schema") == 0);
  CHECK(number(database, "PRAGMA busy_timeout") == 10000);
  CHECK(error_of([&] { (void)database.prepare("SELECT \"no column\""); }) ==
        "SQLITE-ERROR reason=no such column: no column file=");
  CHECK_FALSE(error_of([&] {
                database.execute("PRAGMA writable_schema = ON; CREATE TABLE t(n); DELETE FROM sqlite_schema");
              }) == "no error");
}

TEST_CASE("SQLite: files are created, reopened, and only read where asked") {
  const Folder folder;
  const fs::path file = folder.path() / "тізілім.db";
  const std::string name = file.string();
  CHECK(error_of([&] { const Database database(file, OpenMode::read_write); }) ==
        "SQLITE-CANTOPEN reason=unable to open database file file=" + name);
  CHECK_FALSE(fs::exists(file));
  Database(file, OpenMode::create).execute("CREATE TABLE t(s); INSERT INTO t VALUES('қ')");
  CHECK(text(Database(file, OpenMode::create), "SELECT s FROM t") == "қ");
  Database reader(file, OpenMode::read_only);
  CHECK(text(reader, "SELECT s FROM t") == "қ");
  CHECK(error_of([&] { reader.execute("DELETE FROM t"); }) ==
        "SQLITE-READONLY reason=attempt to write a readonly database file=" + name);
  CHECK(text(reader, "SELECT s FROM t") == "қ");
  CHECK(error_of([&] { const Database database(folder.path() / "none/x.db", OpenMode::create); }) ==
        "SQLITE-CANTOPEN reason=unable to open database file file=" + (folder.path() / "none/x.db").string());
}

TEST_CASE("SQLite: what is no database, or a broken one, is said so at first use") {
  const Folder folder;
  const fs::path file = folder.path() / "f.db";
  write_file_atomically(file, std::string(5000, 'x'));
  {
    const Database database(file, OpenMode::read_write);
    CHECK(error_of([&] { (void)database.value("SELECT 1 FROM sqlite_schema"); }) ==
          "SQLITE-CORRUPT reason=file is not a database file=" + file.string());
  }
  fs::remove(file);
  Database(file, OpenMode::create)
      .execute(
          "CREATE TABLE t(s); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000) "
          "INSERT INTO t SELECT n FROM c");
  std::string bytes = read_file(file);
  for (size_t i = 5000; i < bytes.size(); ++i) bytes[i] = '\x55';
  write_file_atomically(file, bytes);
  const Database database(file, OpenMode::read_write);
  CHECK(error_of([&] { (void)database.value("SELECT sum(s) FROM t"); }) ==
        "SQLITE-CORRUPT reason=database disk image is malformed file=" + file.string());
}

TEST_CASE("SQLite: a database that another connection writes is busy") {
  const Folder folder;
  const fs::path file = folder.path() / "f.db";
  Database first(file, OpenMode::create);
  Database second(file, OpenMode::read_write);
  second.execute("PRAGMA busy_timeout = 1");
  first.execute("CREATE TABLE t(n)");
  const Transaction transaction(first);
  CHECK(error_of([&] { const Transaction other(second); }) ==
        "SQLITE-BUSY reason=database is locked file=" + file.string());
}

TEST_CASE("SQLite: a full database is said to be full and keeps what it had") {
  Database database = Database::temporary();
  database.execute("PRAGMA max_page_count = 10; CREATE TABLE t(b)");
  database.execute("INSERT INTO t VALUES(1)");
  CHECK(error_of([&] { database.execute("INSERT INTO t VALUES(zeroblob(100000))"); }) ==
        "SQLITE-FULL reason=database or disk is full file=");
  CHECK(number(database, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("SQLite: a temporary database is alone and leaves nothing") {
  Database first = Database::temporary();
  const Database second = Database::temporary();
  first.execute("CREATE TABLE t(n)");
  CHECK(number(first, "SELECT count(*) FROM sqlite_schema") == 1);
  CHECK(number(second, "SELECT count(*) FROM sqlite_schema") == 0);
}

TEST_CASE("SQLite: a copy holds what was committed") {
  const Folder folder;
  const fs::path copy = folder.path() / "copy.db";
  Database database(folder.path() / "f.db", OpenMode::create);
  database.execute("CREATE TABLE t(n); INSERT INTO t VALUES(1)");
  database.backup_to(copy);
  CHECK(number(Database(copy, OpenMode::read_only), "SELECT n FROM t") == 1);
  database.execute("UPDATE t SET n = 2");
  database.backup_to(copy);
  CHECK(number(Database(copy, OpenMode::read_only), "SELECT n FROM t") == 2);
  {
    const Transaction transaction(database);
    database.execute("UPDATE t SET n = 3");
    CHECK(error_of([&] { database.backup_to(copy); }).substr(0, 11) == "SQLITE-BUSY");
  }
  CHECK(number(Database(copy, OpenMode::read_only), "SELECT n FROM t") == 2);
}
