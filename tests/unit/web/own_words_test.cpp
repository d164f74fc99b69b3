// SPDX-License-Identifier: MIT
#include "web/own_words.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("A page has words of its own for a message that names options of the command line, with the same values") {
  const Message::Args known = {{"known", "14.1"}};
  CHECK(web::own_words(Message("WAIVE-WORDS")) == Message("WEB-SAY-WAIVE"));
  CHECK(web::own_words(Message("VERDICT-GROUND", known)) == Message("WEB-SAY-GROUND", known));
  CHECK(web::own_words(Message("STEP-ROLE", known)) == Message("STEP-ROLE", known));
  CHECK(web::own_words(Message()) == Message());
}
