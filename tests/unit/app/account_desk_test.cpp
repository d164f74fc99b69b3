// SPDX-License-Identifier: MIT
#include "app/accounts/account_desk.h"

#include <catch2/catch.hpp>

#include "app/core/workspace.h"
#include "app/query/history_entries.h"
#include "base/error.h"
#include "base/file.h"
#include "orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;
using registry::Actor;

namespace {

/// Each deed is of an engine of its own, as each command and each request is.
class Accounts : public Orchards {
 public:
  /// "none", or the first line of what refused.
  std::string by(const std::string& user, const std::function<void(app::AccountDesk&, const Actor&)>& deed) {
    app::Engine engine = this->engine();
    try {
      engine.open_register();
      accounts::AccountStore store(app::accounts_file(engine.workspace()), passwords_);
      app::AccountDesk desk(engine, store);
      deed(desk, Actor{user, *calendar::LocalTime::parse("2026-10-30")});
    } catch (const Error& error) {
      const std::string text = error.what();
      return text.substr(0, text.find(' '));
    }
    return "none";
  }
  std::string add(const std::string& user, const std::string& login, const report::UserRights& rights) {
    return by(user, [&](auto& desk, const Actor& actor) { (void)desk.add({login, "N. " + login, rights}, actor); });
  }
  std::vector<std::string> history() {
    app::Engine engine = this->engine();
    std::vector<std::string> out;
    for (const auto& entry : app::history_entries(engine, {})) {
      if (entry.action.rfind("account", 0) != 0) continue;
      std::string line = entry.user + " " + entry.action;
      for (const auto& [key, value] : entry.details) line += " " + key + "=" + value;
      out.push_back(line);
    }
    return out;
  }

 private:
  accounts::Passwords passwords_;
};

const report::UserRights kAdmin{{"account_admin"}};
const report::UserRights kAgency{{"agency"}, std::set<std::string>{"KZ-10"}};

}  // namespace

TEST_CASE("Accounts: the first one manages the others, and from then on accounts decide") {
  Accounts office;
  CHECK(office.add("anybody", "clerk", kAgency) == "ACCOUNT-FIRST");
  CHECK(office.add("anybody", "admin", {{"account_admin"}, std::set<std::string>{"KZ-10"}}) == "ACCOUNT-FIRST");
  CHECK(office.add("anybody", "admin", kAdmin) == "none");
  CHECK(office.add("anybody", "clerk", kAgency) == "STEP-USER-UNKNOWN");
  CHECK(office.add("admin", "clerk", kAgency) == "none");
  CHECK(office.add("clerk", "other", kAgency) == "STEP-ROLE");
  CHECK(office.add("admin", "Сlerk", kAgency) == "ACCOUNT-TAKEN");
  CHECK(office.add("admin", "x", {{"agent"}}) == "ACCOUNT-ROLE");
  CHECK(office.add("admin", "x", {{"agency"}, std::set<std::string>{"KZ-99"}}) == "ACCOUNT-BODY");
  for (const char* login : {"", "\xE2\x80\x8B", "a b", "<a>", "a/b", "a\tb"})
    CHECK(office.add("admin", login, kAgency) == "ACCOUNT-LOGIN-CHARACTERS");
  CHECK(office.add("admin", "x", {{}}) == "ACCOUNT-NO-ROLE");
  CHECK(office.add("admin", "x", {{"agency"}, std::set<std::string>{}}) == "ACCOUNT-NO-BODY");
  CHECK(office.by("admin", [](auto& desk, const Actor& actor) {
    (void)desk.add({"x", " ", kAgency}, actor);
  }) == "ACCOUNT-NO-NAME");
  app::Engine engine = office.engine();
  REQUIRE(engine.users());
  CHECK(engine.users()->size() == 2);
  CHECK(engine.users()->at("clerk").bodies == std::set<std::string>{"KZ-10"});
}

TEST_CASE("Accounts: somebody can always manage them") {
  Accounts office;
  REQUIRE(office.add("anybody", "admin", kAdmin) == "none");
  REQUIRE(office.add("admin", "local", {{"account_admin"}, std::set<std::string>{"KZ-10"}}) == "none");
  const auto disable = [](const std::string& login) {
    return [login](auto& desk, const Actor& actor) { desk.set_disabled(login, true, actor); };
  };
  const auto change = [](const std::string& login, const report::UserRights& rights) {
    return [login, rights](auto& desk, const Actor& actor) { desk.set_rights(login, rights, actor); };
  };
  CHECK(office.by("admin", disable("Admin")) == "ACCOUNT-LAST");
  CHECK(office.by("admin", change("аdmin", kAgency)) == "ACCOUNT-LAST");
  CHECK(office.by("admin", change("admin", {{"account_admin"}, std::set<std::string>{"KZ-10"}})) == "ACCOUNT-LAST");
  CHECK(office.by("admin", change("admin", {{"account_admin"}, std::set<std::string>{}})) == "ACCOUNT-NO-BODY");
  CHECK(office.by("admin", change("admin", {{"account_admin", "agency"}})) == "none");
  CHECK(office.by("admin", change("local", kAdmin)) == "none");
  CHECK(office.by("local", disable("admin")) == "none");
  CHECK(office.by("admin", change("local", kAgency)) == "STEP-USER-UNKNOWN");
  CHECK(office.by("local", disable("local")) == "ACCOUNT-LAST");
}

TEST_CASE("Accounts: the history says each deed, and no secret") {
  Accounts office;
  REQUIRE(office.add("anybody", "admin", kAdmin) == "none");
  REQUIRE(office.add("admin", "clerk", kAgency) == "none");
  std::vector<std::string> secrets;
  REQUIRE(office.by("admin", [&](auto& desk, const Actor& actor) {
    secrets.push_back(desk.invite("clerk", actor));
    secrets.push_back(desk.ask_code("clerk", actor));
    desk.ask_no_code("clerk", actor);
    desk.sign_out_everywhere("clerk", actor);
    desk.set_disabled("clerk", true, actor);
    desk.set_disabled("clerk", false, actor);
    desk.set_rights("clerk", {{"reviewer", "approver"}}, actor);
  }) == "none");
  CHECK(office.by("admin", [](auto& desk, const Actor& actor) { (void)desk.invite("nobody", actor); }) ==
        "ACCOUNT-UNKNOWN");
  CHECK(office.history() ==
        std::vector<std::string>{"anybody account_add login=admin roles=account_admin bodies=*",
                                 "admin account_add login=clerk roles=agency bodies=KZ-10",
                                 "admin account_invite login=clerk", "admin account_code login=clerk",
                                 "admin account_no_code login=clerk", "admin account_sign_out login=clerk",
                                 "admin account_disable login=clerk", "admin account_enable login=clerk",
                                 "admin account_rights login=clerk roles=approver reviewer bodies=*"});
  std::string bytes = read_file(office.path("esep.db"));
  if (std::filesystem::exists(office.path("esep.db-wal"))) bytes += read_file(office.path("esep.db-wal"));
  for (const std::string& secret : secrets) CHECK(bytes.find(secret) == std::string::npos);
}
