// SPDX-License-Identifier: MIT
#include "accounts/totp.h"

#include <catch2/catch.hpp>

using namespace esep::accounts;

TEST_CASE("One-time passwords: the values of RFC 6238, appendix B") {
  const std::string secret = "12345678901234567890";
  const std::vector<std::pair<int64_t, std::string>> kValues = {{59, "287082"},         {1111111109, "081804"},
                                                                {1111111111, "050471"}, {1234567890, "005924"},
                                                                {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [at, code] : kValues) CHECK(totp_code(secret, at / 30) == code);
}

TEST_CASE("One-time passwords: base 32 of RFC 4648, section 10") {
  const std::vector<std::pair<std::string, std::string>> kValues = {{"", ""},
                                                                    {"f", "MY"},
                                                                    {"fo", "MZXQ"},
                                                                    {"foo", "MZXW6"},
                                                                    {"foob", "MZXW6YQ"},
                                                                    {"fooba", "MZXW6YTB"},
                                                                    {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : kValues) CHECK(base32(bytes) == text);
}

TEST_CASE("One-time passwords: each counts once, and the clocks may differ by half a minute") {
  const std::string secret = new_totp_secret();
  const Instant now = 1'800'000'015;
  const int64_t step = now / 30;
  CHECK(totp_step(secret, totp_code(secret, step), now, 0) == step);
  CHECK(totp_step(secret, totp_code(secret, step - 1), now, 0) == step - 1);
  CHECK(totp_step(secret, totp_code(secret, step + 1), now, 0) == step + 1);
  CHECK(totp_step(secret, totp_code(secret, step - 2), now, 0) == std::nullopt);
  CHECK(totp_step(secret, totp_code(secret, step), now, step) == std::nullopt);
  CHECK(totp_step(secret, totp_code(secret, step - 1), now, step) == std::nullopt);
  CHECK(totp_step(secret, "", now, 0) == std::nullopt);
  CHECK(totp_address("foobar", "Есеп", "a b") ==
        "otpauth://totp/%D0%95%D1%81%D0%B5%D0%BF:a%20b?secret=MZXW6YTBOI&issuer=%D0%95%D1%81%D0%B5%D0%BF");
}
