// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/file.h"
#include "form/form_fixture.h"
#include "source_folder.h"

using namespace esep;
using namespace esep::form;

namespace {

RegisterDefinition plans_of(const std::string& text, Diagnostics& diagnostics) {
  return read_register({"data/registers/plans.toml", "plans.toml", text}, diagnostics);
}

std::string register_problems(const std::string& text) {
  Diagnostics diagnostics;
  static_cast<void>(plans_of(text, diagnostics));
  return fixture::say(diagnostics);
}

std::string column(const std::string& id, const std::string& keys) {
  return "[[column]]\nid = \"" + id + "\"\ntitle = { kk = \"Қазақша " + id + "\", ru = \"Русский " + id + "\" }\n" +
         keys;
}

const std::string kPlans = "register = \"plans\"\ntitle = { kk = \"Жоспарлар\", ru = \"Планы\" }\n";
const std::string kPlansKey = column("code", "role = \"key\"\n");  // lines 3–6

}  // namespace

TEST_CASE("register: columns and their roles") {
  Diagnostics diagnostics;
  const auto one =
      plans_of(kPlans + kPlansKey + column("kk", "role = \"title\"\nlang = \"kk\"\n") +
                   column("ru", "role = \"title\"\nlang = \"ru\"\n") +
                   column("from", "role = \"live_from\"\ntype = \"date\"\n") + column("sum", "type = \"money\"\n"),
               diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(one.id == "plans");
  CHECK_FALSE(one.is_organisations);
  CHECK(one.by_role(RegisterRole::key)->id == "code");
  CHECK(one.by_role(RegisterRole::title, Lang::ru)->id == "ru");
  CHECK(one.by_role(RegisterRole::title, Lang::en)->id == "kk");
  CHECK(one.by_role(RegisterRole::live_to) == nullptr);
  CHECK(one.column("sum")->scale == 2);
  CHECK(one.column("none") == nullptr);
}

TEST_CASE("register: the small register of docs/add_a_form.md is right as it stands there") {
  const std::string page = read_file(source_folder() + "/docs/add_a_form.md");
  const size_t begin = page.find("register = \"clubs\"");
  REQUIRE(begin != std::string::npos);
  Diagnostics diagnostics;
  const auto clubs = read_register(
      {"data/registers/clubs.toml", "clubs.toml", page.substr(begin, page.find("```", begin) - begin)}, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(clubs.columns.size() == 7);
  CHECK(clubs.by_role(RegisterRole::live_to)->id == "closed_on");
  REQUIRE(clubs.checks.size() == 1);
  CHECK(clubs.checks[0].column == "places");
}

TEST_CASE("register: the term of a decision counts from the posting") {
  const auto due = [](const std::string& term) {
    return register_problems(kPlans + kPlansKey + "[decision]\nlaw = { kk = \"Бұйрық\", ru = \"Приказ\" }\ndue = { " +
                             term + " }\n");
  };
  CHECK(due("working_days_after_event = 2").empty());
  CHECK(due("none = true").empty());
  CHECK(due("days_after_period = 2").find("plans.toml:9:1: FORM-DECISION-DUE ") == 0);
}

TEST_CASE("register: titles by which a file is imported differ") {
  CHECK(register_problems(kPlans + kPlansKey +
                          "[[column]]\nid = \"other\"\ntitle = { kk = \"Басқа\", ru = \"русский  CODE\" }\n") ==
        "plans.toml:9:1: FORM-TITLE-TWICE “русский  CODE” is also the title or id of “code”. A file is read by titles, "
        "and one of the two values would be lost: make the titles differ. | title = { kk = \"Басқа\", ru = \"русский  "
        "CODE\" } | \n");
}

TEST_CASE("register: mistakes") {
  CHECK(register_problems(kPlans + column("code", "")) ==
        "plans.toml:1:1: FORM-REGISTER-KEY The register “plans” needs either a column with role = key or a list key = "
        "[columns]. | register = \"plans\" | \n");
  CHECK(register_problems(kPlans + kPlansKey + kPlansKey) ==
        "plans.toml:8:1: FORM-DUPLICATE-ID The id “code” stands twice. | id = \"code\" | \n"
        "plans.toml:10:1: FORM-REGISTER-ROLE-TWICE code: another column of the register has this role "
        "already. | role = \"key\" | \n");
  CHECK(register_problems(kPlans + kPlansKey + column("since", "role = \"live_from\"\n")) ==
        "plans.toml:10:1: FORM-REGISTER-DATE since: a column whose role or event is a day must be of the type date. "
        "| role = \"live_from\" | \n");
  CHECK(register_problems(kPlans + kPlansKey + column("since", "event = \"posted\"\n")) ==
        "plans.toml:10:1: FORM-REGISTER-DATE since: a column whose role or event is a day must be of the type date. "
        "| event = \"posted\" | \n");
  CHECK(register_problems(kPlans + kPlansKey + column("x", "lang = \"kk\"\n")) ==
        "plans.toml:10:1: FORM-REGISTER-LANG lang belongs only to columns with role = title. | lang = \"kk\" "
        "| \n");
  CHECK(register_problems(kPlans + column("code", "role = \"keyy\"\n"))
            .find("Possible values: none, key, organisation, title, live_from, live_to, window_to, kind, subject, "
                  "posted_on, withdrawn_on, "
                  "decision, decision_ground, decision_reason, decided_on, answer, answer_reason, answered_on, "
                  "provenance. | "
                  "role = \"keyy\" | key\n") != std::string::npos);
  CHECK(register_problems(small_form::with(kPlans, "\"plans\"", "\"planz\"") + kPlansKey) ==
        "plans.toml:1:1: FORM-FILE-NAME The file must be called planz.toml, after the pattern <register>.toml. | "
        "register = \"planz\" | \n");
  CHECK(register_problems(kPlans + column("code", "role = \"key\"\nlan = \"kk\"\n"))
            .ends_with(" | lan = \"kk\" | lang\n"));
}

TEST_CASE("register: a key of several columns") {
  const std::string two = column("measure", "") + column("year", "type = \"integer\"\n");
  Diagnostics diagnostics;
  const auto one = plans_of(kPlans + "key = [\"measure\", \"year\"]\n" + two, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(one.key == std::vector<std::string>{"measure", "year"});
  CHECK(register_problems(kPlans + "key = [\"measure\", \"yeer\"]\n" + two) ==
        "plans.toml:3:1: FORM-REGISTER-COLUMN The register “plans” has no column “yeer”. | key = [\"measure\", "
        "\"yeer\"] | year\n");
  CHECK(register_problems(kPlans + "key = [\"code\"]\n" + kPlansKey).find("plans.toml:3:1: FORM-REGISTER-KEY ") == 0);
}

TEST_CASE("register: its own checks") {
  const std::string check =
      "[[check]]\ncode = \"PLAN-X\"\nseverity = \"warning\"\ncolumn = \"code\"\nquery = \"SELECT _key FROM plans\"\n"
      "message = { kk = \"Қате\", ru = \"Ошибка\" }\n";  // lines 6–11
  Diagnostics diagnostics;
  const auto one = plans_of(kPlans + kPlansKey + check, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  REQUIRE(one.checks.size() == 1);
  CHECK(one.checks[0].severity == Severity::warning);
  CHECK(one.checks[0].query == "SELECT _key FROM plans");
  CHECK(register_problems(kPlans + kPlansKey + small_form::with(check, "\"code\"\n", "\"cod\"\n"))
            .find("FORM-REGISTER-COLUMN") != std::string::npos);
  CHECK(register_problems(kPlans + kPlansKey + small_form::with(check, "PLAN-X", "CELL-X")).find("FORM-CODE") !=
        std::string::npos);
  CHECK(register_problems(kPlans + kPlansKey + "[[check]]\ncode = \"X\"\n").find("TOML-MISSING-KEY") !=
        std::string::npos);
}

TEST_CASE("register: a column follows another one of texts that stands above") {
  const std::string name = column("name", "");
  CHECK(register_problems(kPlans + kPlansKey + name + column("body", "follows = \"name\"\n")).empty());
  CHECK(register_problems(kPlans + kPlansKey + column("body", "follows = \"name\"\n") + name)
            .find("FORM-REGISTER-COLUMN") != std::string::npos);
  CHECK(register_problems(kPlans + kPlansKey + column("body", "follows = \"body\"\n")).find("FORM-REGISTER-FOLLOWS") !=
        std::string::npos);
  CHECK(register_problems(kPlans + kPlansKey + name + column("sum", "type = \"money\"\nfollows = \"name\"\n"))
            .find("FORM-REGISTER-FOLLOWS") != std::string::npos);
}
