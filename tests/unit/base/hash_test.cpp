// SPDX-License-Identifier: MIT
#include "base/hash.h"

#include <utility>

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("SHA-256: the vectors of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256: piece by piece, moved in between") {
  Sha256 first;
  first.update("a");
  Sha256 second = std::move(first);
  second.update("");
  second.update("bc");
  CHECK(second.finish_hex() == sha256_hex("abc"));
}

TEST_CASE("Random digits: as many as asked for, never the same") {
  CHECK(random_hex(0).empty());
  CHECK(random_hex(8).size() == 16);
  CHECK(random_hex(8).find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(random_hex(16) != random_hex(16));
}
