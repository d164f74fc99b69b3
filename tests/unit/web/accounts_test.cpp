// SPDX-License-Identifier: MIT
// Accounts as their administrator makes them: nobody gets more than was said.
#include <catch2/catch.hpp>

#include "portal_fixture.h"

using namespace esep;
using portal_fixture::Answer;
using portal_fixture::Portal;

namespace {

using Fields = std::map<std::string, std::string>;

Answer add(Portal& portal, Fields fields) {
  fields.insert({{"login", "new.clerk"}, {"name", "N. New"}, {"role", "agency"}});
  return portal.post("admin", "/ru/accounts", fields);
}

// The mistake stands beside the field, and the summary leads to it.
void check_at(const Answer& answer, const std::string& field, const std::string& text) {
  CHECK(answer.status == 422);
  CHECK(answer.says("<a href=\"#" + field + "\">" + text + "</a>"));
  CHECK(answer.says("id=\"" + field + "-error\">" + text + "</p>"));
}

}  // namespace

TEST_CASE("Accounts page: without bodies an account is not one of all bodies") {
  Portal portal;
  check_at(add(portal, {}), "org",
           "Укажите, за какие организации действует учётная запись: их коды или все организации.");
  check_at(add(portal, {{"org", "KZ-10"}, {"all-bodies", "*"}}), "org",
           "Укажите коды организаций или отметьте все организации: одно из двух.");
  CHECK_FALSE(portal.get("admin", "/ru/accounts").says("new.clerk"));
  CHECK(add(portal, {{"all-bodies", "*"}}).status == 200);
  CHECK(add(portal, {{"login", "second"}, {"org", "*"}}).status == 200);
  CHECK(add(portal, {{"login", "third"}, {"org", "KZ-10"}}).status == 200);
  const auto users = *portal.engine().users();
  CHECK_FALSE(users.at("new.clerk").bodies);
  CHECK_FALSE(users.at("second").bodies);
  CHECK(users.at("third").bodies == std::set<std::string>{"KZ-10"});
  const Fields change = {{"deed", "rights"}, {"role", "agency"}};
  CHECK(portal.post("admin", "/ru/accounts/third", change).status == 409);
  CHECK(portal.engine().users()->at("third").bodies == std::set<std::string>{"KZ-10"});
}

TEST_CASE("Accounts page: each mistake stands at its field") {
  Portal portal;
  const Fields all = {{"all-bodies", "*"}};
  const auto with = [&](const std::string& field, const std::string& value) {
    Fields out = all;
    out[field] = value;
    return add(portal, out);
  };
  const std::string login = "Логин состоит из букв и цифр, а также знаков «.», «-», «_», «@».";
  for (const char* wrong : {"", "a b", "a&b", "a/b"}) check_at(with("login", wrong), "login", login);
  check_at(with("login", "<b>"), "login", login);
  check_at(with("name", " "), "name", "Укажите имя: по нему человека узнают сотрудники.");
  CHECK(with("login", "Асан_1@km.kz").status == 200);
  const Answer without_role =
      portal.post("admin", "/ru/accounts", {{"login", "x"}, {"name", "N. X"}, {"all-bodies", "*"}});
  check_at(without_role, "role", "Укажите хотя бы одну роль: без роли учётная запись ничего не даёт.");
}
