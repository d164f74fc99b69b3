// SPDX-License-Identifier: MIT
#include "form/form_catalog.h"

#include <catch2/catch.hpp>

#include "datafile/data_invalid.h"
#include "form/form_fixture.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace esep;
using namespace esep::form;
using small_form::kForm;
using small_form::with;

namespace {

const std::string kWho = "organisations = [\"km\"]\n";
const std::string kDuty =
    "title = { kk = \"Міндет\", ru = \"Обязанность\" }\nlaw = { kk = \"Бұйрық\", ru = \"Приказ\" }\n"
    "period = \"month\"\ndue = { day = 20, months_after = 1 }\n";

std::string duty(const std::string& id) { return "[[obligation]]\nid = \"" + id + "\"\n" + kDuty; }

std::string a_register(const std::string& id, const std::string& rest) {
  return "register = \"" + id + "\"\ntitle = { kk = \"Тізілім\", ru = \"Реестр\" }\n" + rest;
}

const std::string kKey = "[[column]]\nid = \"code\"\nrole = \"key\"\ntitle = { kk = \"Коды\", ru = \"Код\" }\n";
const std::string kReporter =
    "[[column]]\nid = \"body\"\nrole = \"organisation\"\ntitle = { kk = \"Органы\", ru = \"Орган\" }\n";
const std::string kKind =
    "[[column]]\nid = \"kind\"\nrole = \"kind\"\ntype = \"choice\"\ntitle = { kk = \"Түрі\", ru = \"Вид\" }\n"
    "choices = [ { id = \"region\", title = { kk = \"Облыс\", ru = \"Область\" } } ]\n";

// A folder with two right registers, to which tests add forms.
class Data : public Folder {
 public:
  Data() {
    write("data/registers/plans.toml", a_register("plans", kKey + kReporter));
    write("data/registers/bodies.toml", a_register("bodies", "organisations = true\n" + kKey + kKind));
  }
  void form(const std::string& edition, const std::string& from, const std::string& more = "") const {
    const std::string dated = with(with(kForm, "2026-01\"", edition + "\""), "from = 2026-01-01", "from = " + from);
    write("forms/f." + edition + ".toml", dated + more);
  }
  [[nodiscard]] FormCatalog catalog() const { return FormCatalog(datafile::Library::from_folder(path())); }
  // What the catalogue refuses, without the folder.
  [[nodiscard]] std::string refused() const {
    try {
      static_cast<void>(catalog());
    } catch (const datafile::DataInvalid& error) {
      CHECK(error.message().key == "DATA-INVALID");
      std::string out = fixture::say(error.diagnostics());
      const std::string prefix = path().string() + "/";
      for (size_t at = out.find(prefix); at != std::string::npos; at = out.find(prefix)) out.erase(at, prefix.size());
      return out;
    }
    return "nothing";
  }
};

calendar::Date day(int y, unsigned m, unsigned d) { return *calendar::Date::from_ymd(y, m, d); }

}  // namespace

TEST_CASE("catalogue: editions by date") {
  Data data;
  data.form("2026-01", "2026-01-01");
  data.form("2026-06", "2026-06-10, to = 2026-12-31");
  const FormCatalog catalog = data.catalog();
  CHECK(catalog.form_ids() == std::vector<std::string>{"f"});
  REQUIRE(catalog.editions("f").size() == 2);
  CHECK(catalog.editions("f")[0]->edition == "2026-01");
  CHECK(catalog.editions("f")[0]->law.in_force.to == day(2026, 6, 9));
  CHECK(catalog.in_force("f", day(2026, 1, 1)).edition == "2026-01");
  CHECK(catalog.in_force("f", day(2026, 6, 9)).edition == "2026-01");
  CHECK(catalog.in_force("f", day(2026, 6, 10)).edition == "2026-06");
  CHECK(catalog.in_force("f", day(2026, 12, 31)).edition == "2026-06");
  // By the last day of the period.
  CHECK(catalog.for_period("f", *calendar::Period::parse("2026-06")).edition == "2026-06");
  CHECK(catalog.for_period("f", *calendar::Period::parse("2026-05")).edition == "2026-01");
  CHECK(error_of([&] { static_cast<void>(catalog.in_force("f", day(2025, 12, 31))); }) ==
        "FORM-NOT-IN-FORCE form=Форма date=31.12.2025");
  CHECK(error_of([&] { static_cast<void>(catalog.in_force("f", day(2027, 1, 1))); }) ==
        "FORM-NOT-IN-FORCE form=Форма date=01.01.2027");
}

TEST_CASE("catalogue: what is not there") {
  Data data;
  data.form("2026-01", "2026-01-01");
  const FormCatalog catalog = data.catalog();
  CHECK(catalog.edition("f", "2026-01").id == "f");
  CHECK(error_of([&] { static_cast<void>(catalog.edition("f", "2025-01")); }) ==
        "FORM-EDITION-UNKNOWN form=Форма edition=2025-01");
  CHECK(error_of([&] { static_cast<void>(catalog.edition("ff", "2026-01")); }) == "FORM-UNKNOWN form=ff");
  CHECK(error_of([&] { static_cast<void>(catalog.in_force("g", day(2026, 1, 1))); }) == "FORM-UNKNOWN form=g");
  CHECK(catalog.organisations().id == "bodies");
  CHECK(catalog.register_by_id("plans").id == "plans");
  CHECK(error_of([&] { static_cast<void>(catalog.register_by_id("plan")); }) ==
        "REGISTER-UNKNOWN register=plan known=Реестр (bodies); Реестр (plans)");
  CHECK(error_of([] {
          static_cast<void>(FormCatalog(datafile::Library::from_folder("/nonexistent")).organisations());
        }) == "REGISTER-ORGANISATIONS");
}

TEST_CASE("catalogue: two editions are not in force on one day") {
  const std::string expected =
      "forms/f.2026-06.toml:6:14: FORM-EDITIONS-OVERLAP The editions 2026-01 and 2026-06 of f are in force "
      "at the same "
      "time. Correct in_force.to of the earlier one. | in_force = { from = ";
  Data data;
  data.form("2026-01", "2026-01-01, to = 2026-06-10");
  data.form("2026-06", "2026-06-10");
  CHECK(data.refused() == expected + "2026-06-10 } | \n");
  data.form("2026-01", "2026-01-01, to = 2026-06-09");
  CHECK(data.refused() == "nothing");
  data.form("2026-01", "2026-06-10");
  CHECK(data.refused() == expected + "2026-06-10 } | \n");
}

TEST_CASE("catalogue: an overlap is found under a corrected wording too") {
  Data data;
  data.form("2026-01", "2026-06-10");
  data.form("2026-06", "2026-06-10");
  data.write("forms/f.2026-06.wording.toml", "title = { kk = \"Ресми\", ru = \"Официальное\" }\n");
  CHECK(data.refused().find("FORM-EDITIONS-OVERLAP") != std::string::npos);
}

TEST_CASE("catalogue: obligations in order, those of editions together") {
  Data data;
  data.form("2026-01", "2026-01-01", duty("b") + kWho);
  data.form("2026-06", "2026-06-01", duty("b") + kWho);
  data.write("data/obligations.toml",
             duty("z") + "organisation_kinds = [\"region\"]\n" + duty("a") + "subject_register = \"plans\"\n");
  const FormCatalog catalog = data.catalog();
  std::vector<std::string> ids;
  for (const Obligation& one : catalog.obligations()) ids.push_back(one.form + ":" + one.id);
  CHECK(ids == std::vector<std::string>{":a", ":z", "f:b", "f:b"});
}

TEST_CASE("catalogue: obligations that do not fit") {
  Data data;
  data.form("2026-01", "2026-01-01", duty("a") + kWho);
  data.write("data/obligations.toml", duty("a") + kWho + duty("b") + "form = \"g\"\n" + kWho + duty("c") +
                                          "organisation_kinds = [\"regon\"]\n" + duty("d") +
                                          "subject_register = \"plan\"\n");
  CHECK(data.refused() ==
        "data/obligations.toml:2:1: FORM-OBLIGATION-TWICE The obligation “a” is described elsewhere too. "
        "Rename one of them. | id = \"a\" | \n"
        "data/obligations.toml:14:1: FORM-OBLIGATION-FORM There is no form “g”. | form = \"g\" | \n"
        "data/obligations.toml:22:1: FORM-ORGANISATION-KIND There is no kind of organisation “regon”. Kinds: "
        "region. | "
        "organisation_kinds = [\"regon\"] | region\n"
        "data/obligations.toml:29:1: FORM-SUBJECT There is no register “plan”. | subject_register = \"plan\" "
        "| plans\n");
}

TEST_CASE("catalogue: forms and their register") {
  Data data;
  const std::string subject = "subject = \"plans\"\n";
  data.write("forms/f.2026-01.toml", "subject = \"plan\"\n" + kForm);
  CHECK(data.refused() ==
        "forms/f.2026-01.toml:1:1: FORM-SUBJECT There is no register “plan”. | subject = \"plan\" | plans\n");
  const std::string field = "[[field]]\nid = \"f1\"\ntitle = { kk = \"Жол\", ru = \"Поле\" }\nsource = ";
  data.write("forms/f.2026-01.toml", subject + kForm + field + "\"subject.bodi\"\n");
  CHECK(data.refused() ==
        "forms/f.2026-01.toml:21:1: FORM-REGISTER-COLUMN The register “plans” has no column “bodi”. | source "
        "= \"subject.bodi\" | body\n");
  data.write("forms/f.2026-01.toml", kForm + field + "\"subject\"\n");
  CHECK(data.refused() ==
        "forms/f.2026-01.toml:20:1: FORM-NO-SUBJECT The field “f1” takes its value from the subject, but the form "
        "names no register. Add subject. | source = \"subject\" | \n");
}

TEST_CASE("catalogue: a field can hold what the register's column has") {
  Data data;
  data.write(
      "data/registers/plans.toml",
      a_register(
          "plans",
          kKey + kReporter +
              "[[column]]\nid = \"day\"\ntitle = { kk = \"Күні\", ru = \"День\" }\ntype = \"date\"\n"
              "[[column]]\nid = \"sum\"\ntitle = { kk = \"Сома\", ru = \"Сумма\" }\ntype = \"decimal\"\nscale = 2\n"
              "[[column]]\nid = \"tax\"\ntitle = { kk = \"БСН\", ru = \"БИН\" }\ntype = \"bin\"\n"
              "[[column]]\nid = \"kind\"\ntitle = { kk = \"Түрі\", ru = \"Вид\" }\ntype = \"choice\"\n"
              "choices = [ { id = \"x\", title = { kk = \"Бір\", ru = \"Раз\" } } ]\n"));
  const auto refused = [&](const std::string& column, const std::string& keys) {
    data.write("forms/f.2026-01.toml",
               "subject = \"plans\"\n" + kForm +
                   "[[field]]\nid = \"f1\"\ntitle = { kk = \"Жол\", ru = \"Поле\" }\nsource = \"subject." + column +
                   "\"\n" + keys);
    return data.refused();
  };
  CHECK(refused("day", "type = \"date\"\n") == "nothing");
  CHECK(refused("sum", "type = \"decimal\"\nscale = 2\n") == "nothing");
  CHECK(refused("tax", "") == "nothing");
  CHECK(refused("kind", "type = \"choice\"\nchoices = [ { id = \"x\", title = { kk = \"Бір\", ru = \"Раз\" } } ]\n") ==
        "nothing");
  for (const auto& [column, keys] :
       {std::pair("day", ""), std::pair("sum", "type = \"integer\"\n"), std::pair("sum", "type = \"decimal\"\n"),
        std::pair("tax", "type = \"iin\"\n"), std::pair("kind", ""), std::pair("tax", "multiple = true\n")}) {
    INFO(column << keys);
    CHECK(refused(column, keys).find("FORM-REGISTER-TYPE") != std::string::npos);
  }
}

TEST_CASE("catalogue: registers") {
  Data data;
  data.write("data/registers/bodies.toml",
             a_register("bodies", "organisations = true\nrows_file = \"data/bodies.csv\"\n" + kKey));
  CHECK(data.refused() ==
        "data/registers/bodies.toml:4:1: FORM-REGISTER-ROWS There is no file data/bodies.csv. Check "
        "rows_file. | rows_file = \"data/bodies.csv\" | \n");
  data.write("data/bodies.csv", "code\n");
  CHECK(data.refused() == "nothing");
  data.write("data/registers/others.toml", a_register("others", "organisations = true\n" + kKey));
  CHECK(data.refused() ==
        "data/registers/others.toml:3:1: FORM-ORGANISATIONS There can be one register of organisations, and "
        "it is “bodies”. Remove organisations = "
        "true. | organisations = true | \n");
  data.write("data/registers/others.toml", a_register("others", kKey));
  data.write("data/obligations.toml", duty("a") + "subject_register = \"others\"\n");
  CHECK(data.refused() ==
        "data/obligations.toml:7:1: FORM-REGISTER-ROLE The register “others” has no column with role = organisation, "
        "so it does not say who reports. | subject_register = \"others\" | \n");
}

TEST_CASE("catalogue: a wording file without its form") {
  Data data;
  data.form("2026-01", "2026-01-01");
  data.write("forms/f.2026-02.wording.toml", "title = { kk = \"А\", ru = \"Б\" }\n");
  CHECK(data.refused() ==
        "forms/f.2026-02.wording.toml:0:0: FORM-WORDING-ORPHAN This wording file has no form "
        "forms/f.2026-02.toml. Check its name. |  | "
        "forms/f.2026-01.toml\n");
}

TEST_CASE("catalogue: everything wrong comes at once") {
  Data data;
  data.form("2026-01", "2026-01-01", "[rows]\nmin = 2\nmax = 1\n");
  data.write("data/registers/plans.toml", a_register("plans", kReporter));
  data.write("data/obligations.toml", "wrong = 1\n");
  const std::string all = data.refused();
  for (const char* code : {"FORM-ROWS-MIN-MAX", "FORM-REGISTER-KEY", "TOML-UNKNOWN-KEY"})
    CHECK(all.find(code) != std::string::npos);
}

TEST_CASE("catalogue: the data of this repository are right") {
  try {
    const FormCatalog catalog(datafile::Library::from_folder(source_folder()));
    CHECK_FALSE(catalog.form_ids().empty());
    CHECK_FALSE(catalog.obligations().empty());
    CHECK(catalog.organisations().is_organisations);
  } catch (const datafile::DataInvalid& error) {
    FAIL(fixture::say(error.diagnostics()));
  }
}
