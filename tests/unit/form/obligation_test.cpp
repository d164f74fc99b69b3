// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "form/form_fixture.h"

using namespace esep;
using namespace esep::form;
using fixture::right_form;
using fixture::short_problems;
using small_form::kForm;
using small_form::with;

namespace {

// Lines 17–22; keys that a test adds begin on line 23.
const std::string kHead =
    "[[obligation]]\nid = \"o1\"\ntitle = { kk = \"Міндет\", ru = \"Обязанность\" }\n"
    "law = { kk = \"Бұйрық\", ru = \"Приказ\" }\n";
const std::string kMonthly = kHead + "period = \"month\"\ndue = { day = 20, months_after = 1 }\n";
const std::string kHolders = "organisations = [\"km\"]\n";

std::string monthly(const std::string& keys) { return short_problems(kForm + kMonthly + keys); }
std::string eventful(const std::string& keys) { return short_problems(kForm + kHead + kHolders + keys); }

}  // namespace

TEST_CASE("obligation: defaults and every key") {
  const Obligation plain = right_form(kForm + kMonthly + kHolders).obligations.at(0);
  CHECK(plain.form == "f");
  CHECK(plain.cutoff_minute == 24 * 60);
  CHECK(plain.accept_from == AcceptFrom::period_end);
  CHECK(plain.applies_from.iso() == "0001-01-01");
  CHECK_FALSE(plain.applies_to.has_value());
  CHECK(plain.due.day == 20);
  const Obligation full = right_form("stages = [\"draft\", \"final\"]\nsubject = \"grants\"\n" + kForm + kMonthly + R"(
subject_register = "grants"
stage = "final"
accept_from = "period_start"
cutoff = "18:30"
recipient = { kk = "Кімге", ru = "Кому" }
applies_from = 2026-02-01
applies_to = 2026-12-31
)")
                              .obligations.at(0);
  CHECK(full.who.subject_register == "grants");
  CHECK(full.stage == "final");
  CHECK(full.accept_from == AcceptFrom::period_start);
  CHECK(full.cutoff_minute == 18 * 60 + 30);
  CHECK(full.recipient.name.kk == "Кімге");
  CHECK(full.applies_from.iso() == "2026-02-01");
  CHECK(full.applies_to->iso() == "2026-12-31");
}

TEST_CASE("obligation: exactly one of the four who") {
  const std::string expected =
      "18:1: FORM-OBLIGATION-WHO o1: exactly one of subject_register, organisation_kinds, organisations, "
      "roadmap_executors is needed. | id = \"o1\" | \n";
  CHECK(monthly("") == expected);
  CHECK(monthly(kHolders + "organisation_kinds = [\"region\"]\n") == expected);
  CHECK(monthly("organisations = []\n") == expected);
  CHECK(monthly("organisation_kinds = [\"region\"]\n").empty());
  CHECK(monthly("roadmap_executors = true\n").empty());
}

TEST_CASE("obligation: its period is the form's") {
  CHECK(short_problems(kForm + with(kMonthly, "\"month\"", "\"year\"") + kHolders) ==
        "21:1: FORM-OBLIGATION-PERIOD o1: the period of the obligation differs from that of the form. Make "
        "them the same. | "
        "period = \"year\" | \n");
  CHECK(short_problems(with(kForm, "period = \"month\"\n", "") + kMonthly + kHolders) ==
        "20:1: FORM-OBLIGATION-PERIOD o1: the period of the obligation differs from that of the form. Make "
        "them the same. | "
        "period = \"month\" | \n");
}

TEST_CASE("obligation: what the term counts from") {
  CHECK(eventful("event = \"approved\"\ndue = { working_days_after_event = 5 }\n").empty());
  CHECK(eventful("event = \"approved\"\ndue = { none = true }\n").empty());
  CHECK(eventful("due = { working_days_after_event = 5 }\n") ==
        "22:1: FORM-OBLIGATION-EVENT o1: the term counts from an event, but no event is named. Add it. | "
        "due = { working_days_after_event = 5 } | \n"
        "18:1: FORM-OBLIGATION-PERIOD o1: the period of the obligation differs from that of the form. Make "
        "them the same. | "
        "id = \"o1\" | \n");
  CHECK(eventful("event = \"approved\"\ndue = { day = 20, months_after = 1 }\n") ==
        "23:1: FORM-OBLIGATION-WHEN o1: nothing says what the term counts from. Add period, or an event and "
        "a term that counts "
        "from it. | due = { day = 20, months_after = 1 } | \n");
  const std::string no_period = with(kForm, "period = \"month\"\n", "");
  CHECK(short_problems(no_period + kHead + kHolders + "due = { none = true }\n") ==
        "17:1: FORM-OBLIGATION-WHEN o1: nothing says what the term counts from. Add period, or an event and "
        "a term that counts "
        "from it. | id = \"o1\" | \n");
  CHECK(eventful("event = \"approved\"\n") ==
        "17:1: TOML-MISSING-KEY The required key “due” is missing. Add it. | [[obligation]] | \n");
  CHECK(eventful("event = \"approved\"\ndue = { day = 20, months_after = 1, working_days_after_event = 5 }\n")
            .find(": DUE-KIND ") != std::string::npos);
}

TEST_CASE("obligation: a term after the end of the period") {
  const std::string day = "due = { day = 20, months_after = 1 }";
  for (const char* due : {"working_days_after_period = 5", "days_after_period = 10"}) {
    CHECK(short_problems(kForm + with(kMonthly, day, std::string("due = { ") + due + " }") + kHolders).empty());
  }
  CHECK(eventful("event = \"approved\"\ndue = { working_days_after_period = 5 }\n").find("FORM-OBLIGATION-WHEN") !=
        std::string::npos);
}

TEST_CASE("obligation: a day of the report is no event") {
  const auto code = [](const std::string& event, const std::string& due) {
    const std::string said = eventful("event = \"" + event + "\"\ndue = { " + due + " = 5 }\n");
    CHECK(said.starts_with("22:1: FORM-EVENT-RESERVED o1: “" + event + "”"));
    return said.substr(said.find_last_of('|') + 2);
  };
  CHECK(code("period_end", "working_days_after_event") == "working_days_after_period\n");
  CHECK(code("period_end", "days_after_event") == "days_after_period\n");
  CHECK(code("period_start", "days_after_event") == "accept_from\n");
  CHECK(code("received_on", "days_after_event") == "\n");
}

TEST_CASE("obligation: an event from which nothing counts is refused where there is a period") {
  CHECK(monthly(kHolders + "event = \"approved\"\n") ==
        "24:1: FORM-EVENT-UNUSED o1: event is given, but the term does not count from it. Remove event, or write a "
        "term that counts from an event (working_days_after_event, days_after_event, at_least_working_days). | "
        "event = \"approved\" | \n");
}

TEST_CASE("obligation: a form with stages has an obligation for a stage") {
  CHECK(short_problems("stages = [\"draft\"]\n" + kForm + kMonthly + kHolders) ==
        "19:1: FORM-OBLIGATION-NO-STAGE o1: the form has stages, and the obligation does not say which one it is "
        "about. Add stage. | id = \"o1\" | \n");
}

TEST_CASE("obligation: stage, subject, dates, names, time of day") {
  const std::string staged = "stages = [\"draft\", \"approved\"]\n" + kForm + kMonthly + kHolders;
  CHECK(short_problems(staged + "stage = \"aproved\"\n") ==
        "25:1: FORM-OBLIGATION-STAGE o1: its stage is not in the form's stages. | stage = \"aproved\" | "
        "approved\n");
  CHECK(short_problems("subject = \"grants\"\n" + kForm + kMonthly + "subject_register = \"plans\"\n") ==
        "24:1: FORM-OBLIGATION-SUBJECT o1: subject_register differs from the subject of the form. | "
        "subject_register = \"plans\" | grants\n");
  CHECK(monthly(kHolders + "applies_from = 2026-05-01\napplies_to = 2026-04-30\n") ==
        "25:1: FORM-OBLIGATION-DATES o1: applies_to is before applies_from. | applies_to = 2026-04-30 | \n");
  CHECK(monthly(kHolders + "applies_from = \"2026-02-30\"\n") ==
        "24:1: TOML-BAD-VALUE The key “applies_from” cannot have the value “2026-02-30”. Possible values: "
        "2026-11-21. | "
        "applies_from = \"2026-02-30\" | \n");
  CHECK(monthly(kHolders + "cutoff = \"25:00\"\n") ==
        "24:1: TOML-BAD-VALUE The key “cutoff” cannot have the value “25:00”. Possible values: 00:00 … "
        "24:00. | cutoff = \"25:00\" | \n");
  CHECK(short_problems(kForm + with(kMonthly, "\"o1\"", "\"Бір\"") + kHolders) ==
        "18:1: FORM-NAME The name “Бір” must begin with a lower-case letter and consist of a–z, 0–9, _ and "
        "-. | id = \"Бір\" | \n");
  CHECK(short_problems(kForm + kMonthly + kHolders + kMonthly + kHolders) ==
        "25:1: FORM-DUPLICATE-ID The id “o1” stands twice. | id = \"o1\" | \n");
}

TEST_CASE("obligation: done_on is a heading field of one date that a person fills in") {
  const auto field = [](const std::string& keys) {
    return "[[field]]\nid = \"posted\"\ntitle = { kk = \"Күні\", ru = \"Дата\" }\n" + keys;
  };
  const std::string duty = kMonthly + kHolders + "done_on = \"posted\"\n";
  CHECK(right_form(kForm + field("type = \"date\"\n") + duty).obligations.at(0).done_on == "posted");
  for (const char* keys : {"", "type = \"date\"\nsource = \"received\"\n", "type = \"date\"\nmultiple = true\n"}) {
    INFO(keys);
    CHECK(short_problems(kForm + field(keys) + duty).find("FORM-OBLIGATION-DONE o1: done_on must name") !=
          std::string::npos);
  }
  CHECK(short_problems(kForm + field("type = \"date\"\n") + kMonthly + kHolders + "done_on = \"postd\"\n")
            .ends_with("| posted\n"));
}
