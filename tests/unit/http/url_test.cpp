// SPDX-License-Identifier: MIT
#include "http/url.h"

#include <catch2/catch.hpp>

#include "base/percent_encoded.h"
#include "http/header_value.h"

using namespace esep;
using namespace esep::http;

TEST_CASE("Addresses: a path is decoded once and led nowhere else") {
  CHECK(target_path("/kk/today?x=/../") == "/kk/today");
  CHECK(target_path("/") == "/");
  CHECK(target_path("/%D0%B5%D1%81%D0%B5%D0%BF/a%20b+c") == "/есеп/a b+c");
  CHECK(target_path("/%2541") == "/%41");
  for (const char* trick :
       {"", "kk", "//evil.kz/", "http://evil.kz/", "/a/../b", "/a/..", "/./a", "/a%2Fb", "/a/%2e%2E/b", "/a\\b",
        "/a%5cb", "/a%00b", "/a%0d%0aX: y", "/a\x7F", "/%FF", "/%C0%AF", "/%4", "/%zz", "*"}) {
    CAPTURE(trick);
    CHECK(target_path(trick) == std::nullopt);
  }
}

TEST_CASE("Addresses: fields of a query or a form") {
  const auto fields = urlencoded_fields("a=1&b=%D0%B6+x&a=2&&c&d=", 5);
  REQUIRE(fields);
  CHECK(fields->pairs() ==
        std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "ж x"}, {"a", "2"}, {"c", ""}, {"d", ""}});
  CHECK(fields->get("a") == "1");
  CHECK(fields->all("a") == std::vector<std::string>{"1", "2"});
  CHECK(fields->find("e") == std::nullopt);
  CHECK(urlencoded_fields("a=1&b=2", 1) == std::nullopt);
  CHECK(urlencoded_fields("a=%4", 9) == std::nullopt);
  CHECK(urlencoded_fields("a=%FF", 9) == std::nullopt);
  CHECK(urlencoded_fields("", 9)->pairs().empty());
}

TEST_CASE("Addresses: whatever is encoded comes back") {
  const std::string text = "жаңа/есеп 1+1=2 & \"x\"\r\n%41";
  CHECK(percent_encoded("a b") == "a%20b");
  CHECK(percent_decoded(percent_encoded(text), true) == text);
}

TEST_CASE("Headers: cookies and values with parameters") {
  const Fields cookies = cookie_fields("a=1; b=x=y ;broken; =no;c=");
  CHECK(cookies.pairs() == std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "x=y"}, {"c", ""}});
  const HeaderValue value = header_value(" Form-Data ; name=\"f%22g\"; FILENAME=\"C:\\x\\\"y\\\".xlsx\" ; z = 1;;w");
  CHECK(value.word == "form-data");
  CHECK(value.parameters.get("name") == "f\"g");
  CHECK(value.parameters.get("filename") == "C:\\x\"y\".xlsx");
  CHECK(value.parameters.get("z") == "1");
  CHECK(header_value("").word.empty());
  CHECK(header_value("a; b=\"never closed").parameters.get("b") == "never closed");
}
