// SPDX-License-Identifier: MIT
#include "intake/printed_code.h"

#include <catch2/catch.hpp>

using namespace esep;
using Codes = std::set<std::string>;

TEST_CASE("a code is found where it stands by itself") {
  CHECK(intake::printed_codes("") == Codes{});
  CHECK(intake::printed_codes("0A1B-2C3D-4E5F") == Codes{"0A1B-2C3D-4E5F"});
  CHECK(intake::printed_codes("<p>код 0A1B-2C3D-4E5F, 0000-1111-2222.</p>") ==
        Codes{"0A1B-2C3D-4E5F", "0000-1111-2222"});
  CHECK(intake::printed_codes("0A1B-2C3D-4E5F 0A1B-2C3D-4E5F") == Codes{"0A1B-2C3D-4E5F"});
}

TEST_CASE("what only looks like a code is none") {
  for (const char* text : {"0a1b-2c3d-4e5f", "x0A1B-2C3D-4E5F", "0A1B-2C3D-4E5F0", "0A1B-2C3D-4E5F-6071",
                           "9-0A1B-2C3D-4E5F", "0A1B-2C3D-4E5", "0A1B-2C3D_4E5F", "0A1B 2C3D 4E5F", "0A1G-2C3D-4E5F",
                           "123E4567-0A1B-2C3D-4E5F-426614174000"}) {
    INFO(text);
    CHECK(intake::printed_codes(text) == Codes{});
  }
}

TEST_CASE("a code in UTF-16 is found in either order of bytes") {
  std::string little;
  std::string big;
  for (const char c : std::string("0A1B-2C3D-4E5F")) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  CHECK(intake::printed_codes("\xFF\xFE" + little) == Codes{"0A1B-2C3D-4E5F"});
  CHECK(intake::printed_codes("\xFE\xFF" + big) == Codes{"0A1B-2C3D-4E5F"});
}

TEST_CASE("a PDF's streams are looked into; broken ones hold nothing and end the search at no other") {
  // zlib's own bytes of "0A1B-2C3D-4E5F".
  const std::string deflated("\x78\x9c\x33\x70\x34\x74\xd2\x35\x72\x36\x76\xd1\x35\x71\x35\x75\x03\x00\x16\xe6\x03\x1f",
                             22);
  const std::string whole = "%PDF-1.4\n1 0 obj\n<<>>\nstream\n" + deflated + "\nendstream\n";
  CHECK(intake::printed_codes(whole) == Codes{"0A1B-2C3D-4E5F"});
  CHECK(intake::printed_codes("%PDF-1.4\nstream\nno deflate\nendstream\nstream\r\n" + deflated + "\nendstream") ==
        Codes{"0A1B-2C3D-4E5F"});
  CHECK(intake::printed_codes("%PDF-1.4\nstream\n" + deflated) == Codes{});
  CHECK(intake::printed_codes("%PDF-1.4\nstream") == Codes{});
  CHECK(intake::printed_codes(std::string("PK\x03\x04", 4) + "no zip") == Codes{});
}
