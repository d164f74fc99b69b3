// SPDX-License-Identifier: MIT
#include "app/core/law_words.h"

#include <catch2/catch.hpp>

#include "app/core/names.h"

using namespace esep;
using app::Engine;

namespace {

calendar::Date day(const char* iso) { return calendar::Date::parse_iso(iso).value(); }

}  // namespace

TEST_CASE("a text has the words that the law has on the day", "[app]") {
  Engine engine{std::nullopt};
  const app::LawWords& words = engine.law_words();
  const LocalText body{"Ақпараттандыру саласындағы уәкілетті органға", "В уполномоченный орган в сфере информатизации",
                       "To the authorised body for informatisation"};
  CHECK(words.on(body, day("2026-07-11")) == body);
  const LocalText since = words.on(body, day("2026-07-12"));
  CHECK(since.kk == "Цифрландыру саласындағы уәкілетті органға");
  CHECK(since.ru == "В уполномоченный орган в сфере цифровизации");
  CHECK(since.en == "To the authorised body for digitalisation");
  const LocalText system{"көлік ақпараттық жүйесі", "транспортная информационная система", ""};
  CHECK(words.on(system, day("2026-07-12")) == system);
  CHECK(&words == &engine.law_words());
}

TEST_CASE("the recipient of a report is named in the words of the day", "[app]") {
  Engine engine{std::nullopt};
  report::Duty duty;
  duty.obligation = &engine.catalog().require("tied-grant-usage").obligations.front();
  CHECK(app::recipient_of(engine, duty, day("2026-07-11")).ru == "уполномоченный орган в сфере информатизации");
  CHECK(app::recipient_of(engine, duty, day("2026-07-12")).ru == "уполномоченный орган в сфере цифровизации");
  CHECK(app::recipient_of(engine, duty, day("2026-07-12")).kk == "цифрландыру саласындағы уәкілетті орган");
}
