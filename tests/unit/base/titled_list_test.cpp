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
}
