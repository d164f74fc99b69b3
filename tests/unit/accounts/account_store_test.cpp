// SPDX-License-Identifier: MIT
#include "accounts/account_store.h"

#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "accounts/totp.h"
#include "base/file.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::accounts;

namespace {

constexpr Instant kNow = 1'800'000'000;
const std::string kPassword = "correct horse battery";

/// A store with one account that has a password.
struct Office {
  Folder folder;
  Passwords passwords;
  AccountStore store{folder / "accounts.db", passwords};

  Office() {
    store.add({0, "a.agency", "А. Ағаева", {{"agency"}, std::set<std::string>{"km"}}, false, false, false, kNow});
    store.accept(store.invite("a.agency", kNow), kPassword, kNow);
  }
  [[nodiscard]] AccountStore::SignedIn enter(const std::string& password, Instant now = kNow,
                                             const std::string& code = "", const std::string& login = "a.agency") {
    return store.sign_in({login, password, code, "10.0.0.1"}, now);
  }
};

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("Accounts: made, found in any spelling that looks alike, changed") {
  Office office;
  AccountStore& store = office.store;
  CHECK_FALSE(store.is_empty());
  CHECK(store.find("nobody") == std::nullopt);
  const Account account = *store.find("А.Agency");  // a Cyrillic А
  CHECK(account.login == "a.agency");
  CHECK(account.name == "А. Ағаева");
  CHECK(account.rights.roles == std::set<std::string>{"agency"});
  CHECK(account.rights.bodies == std::set<std::string>{"km"});
  CHECK(account.has_password);
  CHECK_FALSE(account.has_totp);
  CHECK(error_of([&] {
          store.add({0, "A.Аgency", "x", {}, false, false, false, kNow});
        }) == "ACCOUNT-TAKEN login=A.Аgency taken=a.agency");
  store.set_rights("a.agency", {{"reviewer", "approver"}});
  CHECK(store.find("a.agency")->rights.roles == std::set<std::string>{"approver", "reviewer"});
  CHECK(store.find("a.agency")->rights.bodies == std::nullopt);
  store.set_rights("a.agency", {{}, std::set<std::string>{}});
  CHECK(store.find("a.agency")->rights.bodies == std::set<std::string>{});
  for (const auto& act :
       std::vector<std::function<void()>>{[&] { store.set_rights("x", {}); }, [&] { store.set_disabled("x", true); },
                                          [&] { store.sign_out_everywhere("x"); }, [&] { store.set_totp("x", ""); },
                                          [&] { (void)store.invite("x", kNow); }})
    CHECK(error_of(act) == "ACCOUNT-UNKNOWN login=x");
  store.add({0, "b", "B", {}, false, false, false, kNow});
  REQUIRE(store.list().size() == 2);
  CHECK(store.list()[1].login == "b");
  CHECK_FALSE(store.list()[1].has_password);
  store.add({0, "Clerk", "x", {}, false, false, false, kNow});
  CHECK(error_of([&] {
          store.add({0, "CIerk", "x", {}, false, false, false, kNow});  // with a capital i
        }) == "ACCOUNT-TAKEN login=CIerk taken=Clerk");
}

TEST_CASE("Accounts: a session lives while it is used, at most a day, and only its hash is kept") {
  Office office;
  AccountStore& store = office.store;
  CHECK(office.enter("wrong").result == SignInResult::wrong);
  const auto in = office.enter(kPassword);
  REQUIRE(in.result == SignInResult::ok);
  REQUIRE(in.token.size() == 64);
  const auto session = store.session(in.token, kNow);
  REQUIRE(session);
  CHECK(session->account.login == "a.agency");
  CHECK(session->account.last_sign_in == kNow);
  CHECK(session->csrf.size() == 64);
  CHECK(store.session(in.token, kNow + 7 * 3600)->csrf == session->csrf);
  CHECK(store.session(in.token, kNow + 14 * 3600));
  CHECK(store.session(in.token, kNow + 21 * 3600));
  CHECK_FALSE(store.session(in.token, kNow + 24 * 3600));
  CHECK_FALSE(store.session(std::string(64, '0'), kNow));
  CHECK_FALSE(store.session("", kNow));
  const auto idle = office.enter(kPassword);
  CHECK_FALSE(store.session(idle.token, kNow + 8 * 3600));
  for (const char* file : {"accounts.db", "accounts.db-wal"}) {
    const std::string bytes = read_file(office.folder / file);
    for (const std::string& secret : {in.token, idle.token, kPassword}) CHECK(bytes.find(secret) == std::string::npos);
  }
  struct stat about {};
  REQUIRE(::stat((office.folder / "accounts.db").c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600);
  store.sign_out(idle.token);
  CHECK_FALSE(store.session(idle.token, kNow));
}

TEST_CASE("Accounts: whoever is locked out or invited anew is signed out everywhere") {
  Office office;
  AccountStore& store = office.store;
  const auto first = office.enter(kPassword);
  const auto second = office.enter(kPassword);
  CHECK_FALSE(store.change_password(first.token, "wrong", "another long password", kNow));
  CHECK(store.change_password(first.token, kPassword, "another long password", kNow));
  CHECK(store.session(first.token, kNow));
  CHECK_FALSE(store.session(second.token, kNow));
  CHECK(office.enter(kPassword).result == SignInResult::wrong);
  CHECK(office.enter("another long password").result == SignInResult::ok);
  const std::string token = store.invite("a.agency", kNow);
  store.accept(token, kPassword, kNow);
  CHECK_FALSE(store.session(first.token, kNow));
  const auto third = office.enter(kPassword);
  store.sign_out_everywhere("a.agency");
  CHECK_FALSE(store.session(third.token, kNow));
  const auto fourth = office.enter(kPassword);
  const std::string unused = store.invite("a.agency", kNow);
  store.set_disabled("a.agency", true);
  CHECK_FALSE(store.session(fourth.token, kNow));
  CHECK_FALSE(store.invited(unused, kNow));
  CHECK(office.enter(kPassword).result == SignInResult::disabled);
  store.set_disabled("a.agency", false);
  CHECK(office.enter(kPassword).result == SignInResult::ok);
}

TEST_CASE("Accounts: an invitation is one person's, once, for a week") {
  Office office;
  AccountStore& store = office.store;
  store.add({0, "b", "B", {}, false, false, false, kNow});
  CHECK(office.enter("", kNow, "", "b").result == SignInResult::wrong);
  const std::string old = store.invite("b", kNow);
  const std::string token = store.invite("b", kNow);
  CHECK_FALSE(store.invited(old, kNow));
  CHECK(store.invited(token, kNow)->login == "b");
  CHECK(store.invited(token, kNow + 6 * 24 * 3600));
  CHECK_FALSE(store.invited(token, kNow + 7 * 24 * 3600));
  CHECK(error_of([&] { store.accept(token, kPassword, kNow + 7 * 24 * 3600); }) == "INVITATION-OVER");
  store.accept(token, kPassword, kNow);
  CHECK(error_of([&] { store.accept(token, kPassword, kNow); }) == "INVITATION-OVER");
  CHECK(office.enter(kPassword, kNow, "", "b").result == SignInResult::ok);
}

TEST_CASE("Accounts: guessing waits longer each time, for unknown logins too") {
  Office office;
  for (const char* login : {"a.agency", "nobody"}) {
    CAPTURE(login);
    for (int i = 0; i < 5; ++i) CHECK(office.enter("wrong", kNow, "", login).result == SignInResult::wrong);
    const auto waits = office.enter(kPassword, kNow + 29, "", login);
    CHECK(waits.result == SignInResult::wait);
    CHECK(waits.wait_until == kNow + 30);
    CHECK(waits.token.empty());
    CHECK(office.enter("wrong", kNow + 30, "", login).result == SignInResult::wrong);
    CHECK(office.enter("wrong", kNow + 31, "", login).wait_until == kNow + 90);
  }
  CHECK(office.enter(kPassword, kNow + 90).result == SignInResult::ok);
  CHECK(office.enter("wrong", kNow + 91).result == SignInResult::wrong);
  CHECK(office.enter(kPassword, kNow + 91).result == SignInResult::ok);
  const auto log = office.store.sign_ins(3);
  REQUIRE(log.size() == 3);
  CHECK(log[0].result == "ok");
  CHECK(log[1].result == "wrong");
  CHECK(log[0].login + " " + log[0].address + " " + std::to_string(log[0].at) ==
        "a.agency 10.0.0.1 " + std::to_string(kNow + 91));
  for (int i = 0; i < 8; ++i) (void)office.enter("wrong", kNow + 10'000 + i * 3600, "", "nobody");
  CHECK(office.enter("wrong", kNow + 10'000 + 7 * 3600 + 1, "", "nobody").wait_until == kNow + 10'000 + 8 * 3600);
}

TEST_CASE("Accounts: a one-time password counts once, also for two at the same time") {
  Office office;
  const std::string secret = new_totp_secret();
  office.store.set_totp("a.agency", secret);
  CHECK(office.store.find("a.agency")->has_totp);
  CHECK(office.enter(kPassword).result == SignInResult::needs_code);
  CHECK(office.enter("wrong", kNow, totp_code(secret, kNow / 30)).result == SignInResult::wrong);
  CHECK(office.enter(kPassword, kNow, "000000").result == SignInResult::wrong);
  const std::string code = totp_code(secret, kNow / 30);
  std::atomic<int> in = 0;
  std::vector<std::thread> both;
  for (int i = 0; i < 2; ++i) {
    both.emplace_back([&] {
      AccountStore other(office.folder / "accounts.db", office.passwords);
      in += other.sign_in({"a.agency", kPassword, code, ""}, kNow).result == SignInResult::ok ? 1 : 0;
    });
  }
  for (std::thread& one : both) one.join();
  CHECK(in == 1);
  office.store.set_totp("a.agency", "");
  CHECK(office.enter(kPassword).result == SignInResult::ok);
}

TEST_CASE("Accounts: what is over is cleaned away, and the rest stays") {
  Office office;
  const auto in = office.enter(kPassword);
  office.store.clean(kNow + 3600);
  CHECK(office.store.session(in.token, kNow + 3600));
  office.store.clean(kNow + 9 * 3600);
  CHECK_FALSE(office.store.session(in.token, kNow));
  CHECK(office.store.sign_ins(10).size() == 1);
  office.store.clean(kNow + Instant{3} * 366 * 24 * 3600);
  CHECK(office.store.sign_ins(10).empty());
  CHECK(office.store.find("a.agency"));
}

TEST_CASE("Accounts: a file of another program or of a later one is left alone") {
  const Folder folder;
  Passwords passwords;
  { sqlite::Database(folder / "other.db", sqlite::OpenMode::create).execute("CREATE TABLE t (a)"); }
  CHECK(error_of([&] { const AccountStore store(folder / "other.db", passwords); }) ==
        "ACCOUNTS-FOREIGN file=" + (folder / "other.db").string());
  { sqlite::Database(folder / "new.db", sqlite::OpenMode::create).execute("PRAGMA user_version = 99"); }
  CHECK(error_of([&] { const AccountStore store(folder / "new.db", passwords); }) ==
        "ACCOUNTS-NEWER file=" + (folder / "new.db").string());
}
