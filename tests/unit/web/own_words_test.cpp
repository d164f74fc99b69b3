// SPDX-License-Identifier: MIT
#include "web/own_words.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("A page has words of its own for a message that names options of the command line, with the same values") {
  const datafile::MessageCatalogue catalogue{datafile::Library()};
  const Message::Args known = {{"known", "14.1"}};
  CHECK(web::own_words(Message("WAIVE-WORDS"), catalogue) == Message("WEB-SAY-WAIVE"));
  CHECK(web::own_words(Message("VERDICT-GROUND", known), catalogue) == Message("WEB-SAY-GROUND", known));
  CHECK(web::own_words(Message("STEP-ROLE", known), catalogue) == Message("STEP-ROLE", known));
  CHECK(web::own_words(Message(), catalogue) == Message());
}

TEST_CASE("A page leaves out the sentences that name a command, and the words in brackets that do") {
  const datafile::MessageCatalogue catalogue{datafile::Library()};
  const auto said = [&](const Message& message) {
    return catalogue.render(web::own_words(message, catalogue), Lang::ru);
  };
  CHECK(said(Message("FORM-UNKNOWN", {{"form", "x"}})) == "Формы «x» нет.");
  CHECK(said(Message("DISPATCH-EARLY-HINT", {{"form", "x"}})) ==
        "По истечении срока сформируйте документ заново, отправьте его и укажите его код.");
  CHECK(web::own_words(Message("RETURN-HINT"), catalogue).empty());
  CHECK(web::own_words(Message("CLI-SEE-HELP"), catalogue).empty());
}

TEST_CASE("No message speaks of the command line on a page, in any language") {
  const datafile::MessageCatalogue catalogue{datafile::Library()};
  for (const std::string& key : catalogue.keys()) {
    const Message own = web::own_words(Message(key, {}), catalogue);
    if (own.empty()) continue;
    const LocalText text = catalogue.render_all(own);
    for (const std::string& said : {text.kk, text.ru, text.en}) {
      CAPTURE(key, said);
      CHECK_FALSE(web::names_command(said));
    }
  }
}
