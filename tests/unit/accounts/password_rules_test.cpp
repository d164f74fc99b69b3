// SPDX-License-Identifier: MIT
#include "accounts/password_rules.h"

#include <catch2/catch.hpp>

using namespace esep::accounts;

TEST_CASE("Passwords: length, the commonest and the person's own name decide, and nothing else") {
  const Account account{1, "a.serik", "Айгүл Серікқызы Сейтқали", {}, false, false, false, 0};
  const std::set<std::string> common = {"password", "құпиясөз", "qwertyuiop"};
  const auto code = [&](const std::string& password) { return password_refusal(password, account, common).key; };
  for (const char* good : {"correct horse battery", "жылқы мінген бала", "aB3$aB3$xyQQ", "kkkkllllmmmn",
                           "            x x", "Айгүл кеше келді"})
    CHECK(code(good).empty());
  CHECK(code("") == "PASSWORD-SHORT");
  CHECK(code("elevenchars") == "PASSWORD-SHORT");
  CHECK(code("он бір әріп") == "PASSWORD-SHORT");
  CHECK(code(std::string(201, 'x')) == "PASSWORD-LONG");
  for (const char* common_one : {"password1234", "Password!2026", "2026PASSWORD", "құпиясөз1234", "qwertyuiop12",
                                 "123456789012", "098765432109", "aaaaaaaaaaaa", "abababababab", "abcabcabcabc",
                                 "abcdefghijklm", "жзийклмнопрс", "2026 2026 2026!", "............"})
    CHECK(code(common_one) == "PASSWORD-COMMON");
  for (const char* own : {"a.serik12345", "A.SERIK-2026", "айгүл серікқызы сейтқали", "Айгүл Серікқызы Сейтқали1"})
    CHECK(code(own) == "PASSWORD-NAME");
}
