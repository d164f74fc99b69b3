// SPDX-License-Identifier: MIT
#include "base/titled_list.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("what is listed by its title is found by its title in any language, and by its id") {
  const std::vector<Titled> things{{"approved", {"бекітілді", "утверждение", "approval"}},
                                   {"posted", {"жарияланды", "размещение", "posting"}},
                                   {"posted_again", {"қайта жарияланды", "размещение", "posting again"}}};
  const auto found = [&](std::string_view typed) {
    const Titled* one = find_titled(things, typed);
    return one == nullptr ? std::string("none") : one->id;
  };
  CHECK(found("approved") == "approved");
  CHECK(found("утверждение") == "approved");
  CHECK(found(" Утверждение ") == "approved");
  CHECK(found("бекітілді") == "approved");
  CHECK(found("Posting again") == "posted_again");
  CHECK(found("размещение") == "none");  // of two
  CHECK(found("approv") == "none");
  CHECK(found("") == "none");
  CHECK(found("«Жарияланды»") == "posted");
  CHECK(found("\"POSTING AGAIN\"") == "posted_again");
  CHECK(found("размещение (posted_again)") == "posted_again");  // as the list shows it
  CHECK(found("«»") == "none");
}

TEST_CASE("a thing may be listed with several titles, and what is nearest is named by its id") {
  const std::vector<Titled> things{{"draft", {"жоба", "проект", "draft"}},
                                   {"draft", {"Жоспардың жобасы", "Проект «плана»", ""}},
                                   {"final", {"соңғы", "окончательный", "final"}}};
  CHECK(find_titled(things, "проект")->id == "draft");
  CHECK(find_titled(things, "Проект плана")->id == "draft");
  const auto meant = [&](std::string_view typed) {
    const Message hint = did_you_mean(typed, things);
    return hint.empty() ? std::string("nothing") : std::get<std::string>(hint.args.front().second);
  };
  CHECK(meant("draff") == "draft");
  CHECK(meant("Окончательны") == "final");
  CHECK(meant("xyz") == "nothing");
}
