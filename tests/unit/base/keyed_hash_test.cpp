// SPDX-License-Identifier: MIT
#include "base/keyed_hash.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "temporary_folder.h"

using namespace esep;

TEST_CASE("a keyed hash is HMAC-SHA-256") {
  // RFC 4231, test cases 2 and 1.
  CHECK(keyed_hash("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(keyed_hash(std::string(20, '\x0b'), "Hi There") ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

TEST_CASE("a key is made once, and nobody else reads it") {
  const Folder folder;
  const std::string key = key_from_file(folder / "person.key");
  CHECK(key.size() == 64);
  CHECK(key_from_file(folder / "person.key") == key);
  CHECK(key_from_file(folder / "other.key") != key);
  struct stat info {};
  REQUIRE(::stat((folder / "person.key").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("a file that holds no key is not taken, and not replaced") {
  const Folder folder;
  for (const std::string& text :
       {std::string(), std::string("no key\n"), std::string(64, 'a'), std::string(64, 'G') + "\n"}) {
    folder.write("person.key", text);
    CHECK(error_of([&] { (void)key_from_file(folder / "person.key"); }).starts_with("KEY-DAMAGED"));
    CHECK(read_file(folder / "person.key") == text);
  }
}
