// SPDX-License-Identifier: MIT
#include "report/submission.h"

#include <catch2/catch.hpp>

#include "report/duty/reminder_kind.h"
#include "report/output_format.h"

using namespace esep;
using report::State;

namespace {

bool in_force(int revision, State state) {
  report::Submission out;
  out.revision = revision;
  out.state = state;
  return out.is_in_force();
}

}  // namespace

TEST_CASE("a submission is in force while it is accepted and nothing has taken its place") {
  for (const State state : {State::received, State::under_review, State::returned, State::approved}) {
    CAPTURE(report::state_name(state));
    CHECK(in_force(1, state));
    CHECK(in_force(7, state));
  }
  CHECK_FALSE(in_force(1, State::superseded));
  CHECK_FALSE(in_force(2, State::withdrawn));
  CHECK_FALSE(in_force(0, State::rejected));
}

TEST_CASE("names of states, formats and kinds of reminder lead back to their values") {
  CHECK(report::state_from("under_review") == State::under_review);
  CHECK(report::state_from("") == State::none);
  CHECK_FALSE(report::state_from("lost"));
  for (const char* name : {"pdf", "xlsx", "html", "json", "csv", "eml", "toml"}) {
    CAPTURE(name);
    REQUIRE(report::output_format_from(name));
    CHECK(report::output_format_name(*report::output_format_from(name)) == name);
  }
  CHECK_FALSE(report::output_format_from("odt"));
  for (const char* name : {"coming", "due", "overdue", "undated"}) {
    CAPTURE(name);
    REQUIRE(report::reminder_kind_from(name));
    CHECK(report::reminder_kind_name(*report::reminder_kind_from(name)) == name);
  }
  CHECK_FALSE(report::reminder_kind_from("late"));
}
