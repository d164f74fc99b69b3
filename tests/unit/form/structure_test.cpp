// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "form/form_fixture.h"

using fixture::short_problems;
using small_form::kForm;
using small_form::with;

namespace {

// kForm has 16 lines; what is appended begins on line 17.
std::string added(const std::string& text) { return short_problems(kForm + text); }

const std::string kGroup = "[[group]]\nid = \"g1\"\ntitle = { kk = \"Топ\", ru = \"Группа\" }\n";
const std::string kThird = "[[column]]\nid = \"c3\"\nnumber = \"3\"\ntitle = { kk = \"Күні\", ru = \"Дата\" }\n";

std::string in_group(const std::string& group) {
  return with(kForm, "id = \"c1\"", "id = \"c1\"\ngroup = \"" + group + "\"");
}

}  // namespace

TEST_CASE("structure: the fixture is right") { CHECK(short_problems(kForm).empty()); }

TEST_CASE("structure: ids, numbers and codes stand once") {
  CHECK(short_problems(with(kForm, "\"c2\"", "\"c1\"")) ==
        "12:1: FORM-DUPLICATE-ID The id “c1” stands twice. | id = \"c1\" | \n");
  CHECK(short_problems(with(kForm, "number = \"2\"", "number = \"1\"")) ==
        "13:1: FORM-DUPLICATE-NUMBER The column number 1 stands twice. | number = \"1\" | \n");
  CHECK(added("[[field]]\nid = \"c2\"\ntitle = { kk = \"Аты\", ru = \"Имя\" }\n") ==
        "12:1: FORM-DUPLICATE-ID The id “c2” stands twice. | id = \"c2\" | \n");
  const std::string rule = "[[rule]]\ncode = \"R-1\"\ncheck = \"1\"\nmessage = { kk = \"Қате\", ru = \"Ошибка\" }\n";
  CHECK(added(rule + rule) == "22:1: FORM-DUPLICATE-CODE The rule code R-1 stands twice. | code = \"R-1\" | \n");
  CHECK(added("[[example]]\nname = \"a\"\n[[example]]\nname = \"a\"\n") ==
        "20:1: FORM-DUPLICATE-ID The id “a” stands twice. | name = \"a\" | \n");
  CHECK(short_problems("stages = [\"draft\", \"draft\"]\n" + kForm) ==
        "1:1: FORM-DUPLICATE-ID The id “draft” stands twice. | stages = [\"draft\", \"draft\"] | \n");
}

TEST_CASE("structure: a form has columns") {
  CHECK(short_problems(kForm.substr(0, kForm.find("[[column]]"))) ==
        "1:1: FORM-NO-COLUMNS The form has no columns. Add at least one [[column]]. | form = \"f\" | \n");
}

TEST_CASE("structure: groups") {
  CHECK(short_problems(in_group("g2") + kGroup + with(kThird, "\"3\"", "\"3\"\ngroup = \"g1\"")) ==
        "9:1: FORM-GROUP There is no column group “g2”. | group = \"g2\" | \n");
  CHECK(short_problems(in_group("gr1") + with(kGroup, "g1", "gr12")) ==
        "9:1: FORM-GROUP There is no column group “gr1”. | group = \"gr1\" | gr12\n"
        "19:1: FORM-GROUP-EMPTY The group “gr12” has no columns. Give columns this group or remove it. | id "
        "= \"gr12\" | \n");
  CHECK(short_problems(in_group("g1") + with(kGroup, "id = \"g1\"", "id = \"g1\"\nparent = \"top\"")) ==
        "20:1: FORM-GROUP There is no column group “top”. | parent = \"top\" | \n");
  CHECK(added(kGroup) ==
        "18:1: FORM-GROUP-EMPTY The group “g1” has no columns. Give columns this group or remove it. | id = "
        "\"g1\" | \n");
}

TEST_CASE("structure: groups that lie within each other") {
  const std::string two =
      "[[group]]\nid = \"g1\"\nparent = \"g2\"\ntitle = { kk = \"Топ\", ru = \"Группа\" }\n"
      "[[group]]\nid = \"g2\"\nparent = \"g1\"\ntitle = { kk = \"Топ\", ru = \"Группа\" }\n";
  CHECK(short_problems(in_group("g1") + two) ==
        "20:1: FORM-GROUP-CYCLE The group “g1” contains itself. | parent = \"g2\" | \n"
        "24:1: FORM-GROUP-CYCLE The group “g2” contains itself. | parent = \"g1\" | \n");
  CHECK(short_problems(in_group("g1") + with(kGroup, "id = \"g1\"", "id = \"g1\"\nparent = \"g1\"")) ==
        "20:1: FORM-GROUP-CYCLE The group “g1” contains itself. | parent = \"g1\" | \n");
}

TEST_CASE("structure: the columns of a group stand side by side") {
  CHECK(short_problems(in_group("g1") + kGroup + with(kThird, "\"3\"", "\"3\"\ngroup = \"g1\"")) ==
        "24:1: FORM-GROUP-SPLIT The columns of the group “g1” are not adjacent. Put them side by side. | group = "
        "\"g1\" | "
        "\n");
}

TEST_CASE("structure: fixed rows") {
  CHECK(added("[rows]\nkind = \"fixed\"\n") ==
        "18:1: FORM-FIXED-EMPTY rows.kind is fixed, but no rows are given. Add [[rows.fixed]]. | kind = "
        "\"fixed\" | \n");
  const std::string row = "[[rows.fixed]]\nid = \"r1\"\ntitle = { kk = \"Жиыны\", ru = \"Итого\" }\n";
  CHECK(added("[rows]\nkind = \"fixed\"\n" + row + "values = { c1 = \"Жиыны\" }\n").empty());
  CHECK(added("[rows]\nkind = \"fixed\"\n" + row + "values = { c11 = \"Жиыны\" }\n") ==
        "22:12: FORM-COLUMN There is no column “c11”. | values = { c11 = \"Жиыны\" } | c1\n");
  const std::string told = row + "values = { c1 = \"Жиыны\" }\n";
  CHECK(added("[rows]\nkind = \"fixed\"\n" + told + told) ==
        "24:1: FORM-DUPLICATE-ID The id “r1” stands twice. | id = \"r1\" | \n");
  CHECK(added("[rows]\nkind = \"repeat\"\n" + row) ==
        "19:8: FORM-ROWS-KEY “fixed” belongs only to rows.kind = fixed. Remove it or change kind. "
        "| [[rows.fixed]] | \n");
}

TEST_CASE("structure: grouped rows name every column once") {
  const auto grouped = [](const std::string& rest) { return added("[rows]\nkind = \"grouped\"\n" + rest); };
  CHECK(grouped("head = [\"c1\"]\nlists = [[\"c2\"]]\n").empty());
  CHECK(grouped("head = [\"c1\"]\nlists = [[\"c1\"]]\n") ==
        "8:1: FORM-GROUPED-COLUMN The column “c1” stands 2 times in head and lists; it must stand there "
        "exactly once. | id = \"c1\" | \n"
        "12:1: FORM-GROUPED-COLUMN The column “c2” stands 0 times in head and lists; it must stand there "
        "exactly once. | id = \"c2\" | \n");
  CHECK(grouped("lists = [[\"c1\", \"c2\"]]\n") ==
        "17:1: FORM-GROUPED-HEAD rows.kind grouped needs head columns: they show where a record begins. | "
        "[rows] | \n");
  CHECK(grouped("head = [\"c1\", \"c2\"]\n") ==
        "17:1: FORM-GROUPED-LISTS rows.kind grouped needs lists that are not empty. If there are no lists, write kind "
        "= repeat. | [rows] | \n");
  CHECK(grouped("head = [\"c1\", \"c2\"]\nlists = [[]]\n") ==
        "20:1: FORM-GROUPED-LISTS rows.kind grouped needs lists that are not empty. If there are no lists, write kind "
        "= repeat. | lists = [[]] | \n");
  CHECK(grouped("head = [\"c1\"]\nlists = [[\"c2\", \"c22\"]]\n") ==
        "20:1: FORM-COLUMN There is no column “c22”. | lists = [[\"c2\", \"c22\"]] | c2\n");
  CHECK(grouped("head = [\"c1\", \"c2\"]\nlists = [\"c2\"]\n") ==
        "20:1: TOML-WRONG-TYPE The value of the key “lists” has the wrong type. Write it like this: "
        "[[\"…\"], [\"…\", \"…\"]] | lists = [\"c2\"] | \n"
        "20:1: FORM-GROUPED-LISTS rows.kind grouped needs lists that are not empty. If there are no lists, write kind "
        "= repeat. | lists = [\"c2\"] | \n");
}

TEST_CASE("structure: keys of another kind of rows and limits") {
  CHECK(added("[rows]\nhead = [\"c1\"]\nlists = [[\"c2\"]]\n") ==
        "18:1: FORM-ROWS-KEY “head” belongs only to rows.kind = grouped. Remove it or change kind. "
        "| head = [\"c1\"] | \n"
        "19:1: FORM-ROWS-KEY “lists” belongs only to rows.kind = grouped. Remove it or change "
        "kind. | lists = [[\"c2\"]] | \n");
  CHECK(added("[rows]\nmin = 5\nmax = 4\n") ==
        "18:1: FORM-ROWS-MIN-MAX The minimum number of rows (min) is greater than the maximum (max). | min = 5 | "
        "\n");
  CHECK(added("[rows]\nmin = -1\nblank = 4294967297\n") ==
        "18:1: FORM-RANGE The value of “min” must lie between 0 and 1048576. | min = -1 | \n"
        "19:1: FORM-RANGE The value of “blank” must lie between 1 and 5000. | blank = 4294967297 | \n");
}

TEST_CASE("structure: what rules, signatures and examples point at") {
  CHECK(added("[[rule]]\ncode = \"R-1\"\ncheck = \"1\"\ncolumn = \"c22\"\nmessage = { kk = \"Қате\", ru = "
              "\"Ошибка\" }\n") == "20:1: FORM-COLUMN There is no column “c22”. | column = \"c22\" | c2\n");
  CHECK(added("[[rule]]\ncode = \"CELL-X\"\ncheck = \"1\"\nmessage = { kk = \"Қате\", ru = \"Ошибка\" }\n") ==
        "18:1: FORM-CODE The rule code “CELL-X” must consist of capital letters, digits and hyphens; CELL- "
        "and ROWS- belong to "
        "the program itself. | code = \"CELL-X\" | \n");
  CHECK(added("[[signature]]\ntitle = { kk = \"Басшы\", ru = \"Глава\" }\nname_field = \"head\"\n") ==
        "19:1: FORM-FIELD There is no field “head”. | name_field = \"head\" | \n");
  CHECK(added("[[example]]\nname = \"a\"\nfields = { x = \"1\" }\nrows = [ { c1 = \"\", c9 = \"1\" } ]\n") ==
        "19:12: FORM-FIELD There is no field “x”. | fields = { x = \"1\" } | \n"
        "20:1: FORM-COLUMN There is no column “c9”. | rows = [ { c1 = \"\", c9 = \"1\" } ] | \n");
}

TEST_CASE("structure: places of an example's findings") {
  const auto at = [](const std::string& place) {
    return added("[[example]]\nname = \"a\"\nfindings = [ { at = \"" + place + "\", code = \"CELL-DATE\" } ]\n");
  };
  for (const char* good : {"", "c1", "c2[1]", "c2[12]"}) CHECK(at(good).empty());
  CHECK(at("c9[1]") ==
        "19:1: FORM-COLUMN There is no column “c9”. | "
        "findings = [ { at = \"c9[1]\", code = \"CELL-DATE\" } ] | \n");
  for (const char* wrong : {"c1[0]", "c1[]", "c1[x]", "c1[1"})
    CHECK(at(wrong).find(": FORM-PLACE ") != std::string::npos);
  CHECK(at("c1]").find(": FORM-COLUMN ") != std::string::npos);
}

TEST_CASE("additive stages are stages of the form; only single numbers add up") {
  const auto form = fixture::right_form("stages = [\"plan\", \"more\"]\nadditive = [\"more\"]\n" +
                                        small_form::with(small_form::kForm, "# end\n", "adds_up = true\n"));
  CHECK(form.is_additive("more"));
  CHECK_FALSE(form.is_additive("plan"));
  CHECK(form.columns.at(1).adds_up);
  CHECK(fixture::short_problems("stages = [\"plan\"]\nadditive = [\"plann\"]\n" + small_form::kForm)
            .find("FORM-ADDITIVE") != std::string::npos);
  CHECK(fixture::short_problems(
            small_form::with(small_form::kForm, "number = \"1\"\n", "number = \"1\"\nadds_up = true\n"))
            .find("FORM-ADDS-UP") != std::string::npos);
  CHECK(fixture::short_problems(small_form::with(small_form::kForm, "# end\n", "adds_up = true\nmultiple = true\n"))
            .find("FORM-ADDS-UP") != std::string::npos);
}

TEST_CASE("structure: titles by which a workbook is read differ") {
  const auto field = [](const std::string& id, const std::string& kk, const std::string& ru) {
    return "[[field]]\nid = \"" + id + "\"\ntitle = { kk = \"" + kk + "\", ru = \"" + ru + "\" }\n";
  };
  const auto twice = [](const std::string& place, const std::string& title, const std::string& name) {
    return place + ": FORM-TITLE-TWICE “" + title + "” is also the title or id of “" + name +
           "”. A file is read by titles, and one of the two values would be lost: make the titles differ. | ";
  };
  CHECK(added(field("a", "Аты", "Имя") + field("b", "Тегі", "Фамилия")).empty());
  // As the reader compares: case, spaces and a colon at the end do not count.
  CHECK(added(field("a", "Аты", "Имя") + field("b", "Тегі", "ИМЯ :")) ==
        twice("22:1", "ИМЯ :", "a") + "title = { kk = \"Тегі\", ru = \"ИМЯ :\" } | \n");
  // The Kazakh title of one, the Russian one of the other.
  CHECK(added(field("a", "Код", "Шифр") + field("b", "Белгі", "Код")).find("FORM-TITLE-TWICE") != std::string::npos);
  // A column has the title of a field, or of a column beside it.
  CHECK(added(field("a", "Аты", "Число")) ==
        twice("14:1", "Число", "a") + "title = { kk = \"Саны\", ru = \"Число\" } | \n");
  CHECK(short_problems(with(kForm, "ru = \"Число\"", "ru = \"название\"")) ==
        twice("14:1", "название", "c1") + "title = { kk = \"Саны\", ru = \"название\" } | \n");
  // The title is another's id.
  CHECK(added(field("a", "Аты", "b") + field("b", "Тегі", "Фамилия")) ==
        twice("19:1", "b", "b") + "title = { kk = \"Аты\", ru = \"b\" } | \n");
  CHECK(added(field("a", "Мерзім: күні", "Срок")) ==
        "19:1: FORM-TITLE-COLON The title “Мерзім: күні” has a colon inside. In a file, what stands behind a colon is "
        "read as the value: write the title without it. | title = { kk = \"Мерзім: күні\", ru = \"Срок\" } | \n");
}

TEST_CASE("structure: columns of different groups may have one title") {
  const std::string same = with(kForm, "{ kk = \"Саны\", ru = \"Число\" }", "{ kk = \"Атауы\", ru = \"Название\" }");
  const std::string grouped =
      with(with(same, "id = \"c1\"", "id = \"c1\"\ngroup = \"g1\""), "id = \"c2\"", "id = \"c2\"\ngroup = \"g2\"");
  const auto group = [](const std::string& id, const std::string& title) {
    return "[[group]]\nid = \"" + id + "\"\ntitle = { kk = \"" + title + " қаз\", ru = \"" + title + "\" }\n";
  };
  CHECK(short_problems(grouped + group("g1", "План") + group("g2", "Факт")).empty());
  CHECK(short_problems(grouped + group("g1", "План") + group("g2", "план")).find("16:1: FORM-TITLE-TWICE") == 0);
}
