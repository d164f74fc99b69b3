// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "form/form_fixture.h"

using namespace esep::form;
using fixture::right_form;
using fixture::short_problems;
using small_form::kForm;
using small_form::with;

namespace {

// The second column, which ends on line 14, with these keys from line 15 on.
const std::string kPlain = with(kForm, "type = \"integer\"\n# end\n", "");
std::string column(const std::string& keys) { return short_problems(kPlain + keys); }
Column column_of(const std::string& keys) { return right_form(kPlain + keys).columns.at(1); }

}  // namespace

TEST_CASE("column: defaults") {
  const Column one = column_of("");
  CHECK(one.id == "c2");
  CHECK(one.number == "2");
  CHECK(one.type == ColumnType::text);
  CHECK(one.scale == 0);
  CHECK(one.width == 12);
  CHECK(one.title.text == esep::LocalText{"Саны", "Число", ""});
  CHECK(one.title.kk == Provenance::own);
  CHECK_FALSE(one.required);
}

TEST_CASE("column: every key") {
  const Column one = column_of(R"(type = "money"
scale = 0
required = true
required_if = "row.c1 IS NOT NULL"
default = "0"
max_length = 20
width = 15
key = true
multiple = true
note = { kk = "Теңгемен", ru = "В тенге", en = "In tenge" }
reason = { kk = "Себебі", ru = "Причина" }
example = "1 000,00"
wrong_example = "мың"
wrong_finding = "CELL-MONEY"
)");
  CHECK(one.type == ColumnType::money);
  CHECK(one.scale == 0);
  CHECK(one.required);
  CHECK(one.required_if == "row.c1 IS NOT NULL");
  CHECK(one.default_text == "0");
  CHECK(one.max_length == 20);
  CHECK(one.width == 15);
  CHECK(one.key);
  CHECK(one.multiple);
  CHECK(one.guide.note == esep::LocalText{"Теңгемен", "В тенге", "In tenge"});
  CHECK(one.guide.reason.ru == "Причина");
  CHECK(one.guide.example == "1 000,00");
  CHECK(one.guide.wrong_example == "мың");
  CHECK(one.guide.wrong_finding == "CELL-MONEY");
  CHECK_FALSE(one.prefilled);
  CHECK(column("prefilled = true\n").find("FORM-PREFILLED") != std::string::npos);
  CHECK(column_of("type = \"money\"\n").scale == 2);
  CHECK(column_of("type = \"percent\"\n").scale == 2);
  CHECK(column_of("type = \"decimal\"\nscale = 4\n").scale == 4);
}

TEST_CASE("column: id, type and numbers") {
  CHECK(short_problems(with(kForm, "\"c2\"", "\"C-2\"")) ==
        "12:1: FORM-ID The id “C-2” must begin with a lower-case letter and consist of a–z, 0–9 and _. | id "
        "= \"C-2\" | \n");
  CHECK(column("type = \"dat\"\n") ==
        "15:1: TOML-BAD-VALUE The key “type” cannot have the value “dat”. Possible values: text, integer, "
        "decimal, money, "
        "percent, date, choice, yes_no, url, iin, bin, bic, vin. | type = \"dat\" | date\n");
  CHECK(column("type = \"decimal\"\nscale = 5\n") ==
        "16:1: FORM-SCALE c2: scale is 0 to 4 and only for decimal types. | scale = 5 | \n");
  CHECK(column("scale = 1\n") == "15:1: FORM-SCALE c2: scale is 0 to 4 and only for decimal types. | scale = 1 | \n");
  CHECK(column("type = \"decimal\"\nscale = 4294967296\n") ==
        "16:1: FORM-SCALE c2: scale is 0 to 4 and only for decimal types. | scale = 4294967296 | \n");
  CHECK(column("width = 1\nmax_length = 40000\n") ==
        "16:1: FORM-RANGE The value of “max_length” must lie between 0 and 32000. | max_length = 40000 | \n"
        "15:1: FORM-RANGE The value of “width” must lie between 2 and 200. | width = 1 | \n");
}

TEST_CASE("column: choices") {
  const std::string yes = "{ id = \"a\", title = { kk = \"Бар\", ru = \"Есть\" } }";
  CHECK(column("type = \"choice\"\nchoices = [ " + yes + " ]\n").empty());
  CHECK(column("pattern = \"labelled_date\"\nchoices = [ " + yes + " ]\n").empty());
  CHECK(column("pattern = \"labelled_date\"\n").empty());
  CHECK(column("type = \"choice\"\n") ==
        "11:1: FORM-CHOICES c2: the type choice requires choices; no other type allows them. | "
        "[[column]] | \n");
  CHECK(column("choices = [ " + yes + " ]\n") ==
        "15:1: FORM-CHOICES c2: the type choice requires choices; no other type allows them. | "
        "choices = [ " +
            yes + " ] | \n");
  CHECK(column("type = \"choice\"\nchoices = [\n" + yes +
               ",\n{ id = \"a\", title = { kk = \"Жоқ\", ru = \"есть\" } } ]\n") ==
        "18:3: FORM-CHOICE-DUPLICATE “a” stands twice in the list of choices, so a report could not distinguish them. "
        "Rename one. | "
        "{ id = \"a\", title = { kk = \"Жоқ\", ru = \"есть\" } } ] | \n"
        "18:13: FORM-CHOICE-DUPLICATE “есть” stands twice in the list of choices, so a report could not distinguish "
        "them. Rename one. | "
        "{ id = \"a\", title = { kk = \"Жоқ\", ru = \"есть\" } } ] | \n");
  CHECK(column("type = \"date\"\npattern = \"labelled_date\"\n") ==
        "16:1: FORM-PATTERN c2: pattern is only for the type text. | pattern = \"labelled_date\" | \n");
  CHECK(column("pattern = \"labeled_date\"\n") ==
        "15:1: TOML-BAD-VALUE The key “pattern” cannot have the value “labeled_date”. Possible values: "
        "labelled_date. | "
        "pattern = \"labeled_date\" | labelled_date\n");
}

TEST_CASE("column: a reconstructed one owes its reasons") {
  const std::string title = "title = { kk = \"Саны\", ru = \"Число\" }";
  const std::string mine = "title = { kk = \"Саны\", ru = \"Число\", provenance = \"reconstructed\" }";
  CHECK(short_problems(with(kPlain, title, mine)) ==
        "14:1: FORM-RECONSTRUCTED c2: a reconstructed column also needs reason, example, wrong_example, "
        "wrong_finding. Add what "
        "is missing. | " +
            mine + " | \n");
  CHECK(
      short_problems(with(kPlain, title, mine) + "example = \"1\"\nreason = { kk = \"Себебі\", ru = \"Причина\" }\n") ==
      "14:1: FORM-RECONSTRUCTED c2: a reconstructed column also needs wrong_example, wrong_finding. Add "
      "what is missing. | " +
          mine + " | \n");
  CHECK(column("wrong_example = \"x\"\n") ==
        "15:1: FORM-WRONG-EXAMPLE c2: wrong_example and wrong_finding go together. | wrong_example = \"x\" | "
        "\n");
  CHECK(column("wrong_finding = \"CELL-DATE\"\n") ==
        "15:1: FORM-WRONG-EXAMPLE c2: wrong_example and wrong_finding go together. | wrong_finding = "
        "\"CELL-DATE\" | \n");
}

TEST_CASE("column: keys of fields and of columns") {
  const auto field = [](const std::string& keys) {
    return short_problems(kForm + "[[field]]\nid = \"f1\"\ntitle = { kk = \"Аты\", ru = \"Имя\" }\n" + keys);
  };
  for (const char* source : {"input", "organisation", "period", "period_start", "period_end", "received", "subject",
                             "subject.donor", "organisation.kind"}) {
    CHECK(field("source = \"" + std::string(source) + "\"\n").empty());
  }
  CHECK(field("source = \"query\"\nquery = \"SELECT 1\"\n").empty());
  CHECK(field("source = \"query\"\n").find("FORM-FIELD-QUERY") != std::string::npos);
  CHECK(field("query = \"SELECT 1\"\n").find("FORM-FIELD-QUERY") != std::string::npos);
  CHECK(field("source = \"perod\"\n") ==
        "20:1: FORM-SOURCE A field cannot take its value from “perod”. Possible sources: input, "
        "organisation, period, "
        "period_start, period_end, received, subject, query, subject.<column>, organisation.<column>. | source = "
        "\"perod\" | period\n");
  const auto read_field = [](const std::string& keys) {
    return right_form(kForm + "[[field]]\nid = \"f1\"\ntitle = { kk = \"Аты\", ru = \"Имя\" }\n" + keys).fields.at(0);
  };
  CHECK(read_field("").source == FieldSource::input);
  CHECK(read_field("source = \"organisation.kind\"\n").source == FieldSource::organisation_column);
  CHECK(read_field("source = \"organisation.kind\"\n").register_column == "kind");
  CHECK(field("source = \"subject.\"\n").find("FORM-SOURCE") != std::string::npos);
  CHECK(field("width = 5\n").find("20:1: TOML-UNKNOWN-KEY This table has no key “width”.") == 0);
  CHECK(column("source = \"input\"\n").find("15:1: TOML-UNKNOWN-KEY This table has no key “source”.") == 0);
  CHECK(column("requierd = true\n").ends_with(" | requierd = true | required\n"));
}

TEST_CASE("field: its type is the one that its source gives") {
  const auto text = [](const std::string& keys) {
    return kForm + "[[field]]\nid = \"f1\"\ntitle = { kk = \"Аты\", ru = \"Имя\" }\n" + keys;
  };
  for (const char* source : {"period_start", "period_end", "received"}) {
    const std::string from = "source = \"" + std::string(source) + "\"\n";
    CHECK(right_form(text(from)).fields.at(0).type == ColumnType::date);
    CHECK(right_form(text(from + "type = \"date\"\nmin = 2026-01-01\n")).fields.at(0).type == ColumnType::date);
    for (const char* type :
         {"text", "integer", "choice\"\nchoices = [ { id = \"a\", title = { kk = \"А\", ru = \"Б\" } } ] #"}) {
      CHECK(short_problems(text(from + "type = \"" + std::string(type) + "\"\n")).find("FORM-SOURCE-TYPE") !=
            std::string::npos);
    }
    CHECK(short_problems(text(from + "multiple = true\n")).find("21:1: FORM-SOURCE-TYPE") == 0);
  }
  for (const char* source : {"organisation", "period", "subject"}) {
    const std::string from = "source = \"" + std::string(source) + "\"\n";
    CHECK(right_form(text(from)).fields.at(0).type == ColumnType::text);
    CHECK(short_problems(text(from + "type = \"date\"\n")).find("21:1: FORM-SOURCE-TYPE") == 0);
    CHECK(short_problems(text(from + "pattern = \"labelled_date\"\n")).find("21:1: FORM-SOURCE-TYPE") == 0);
  }
  // No number comes from a day, so nothing can be its total or its least value.
  CHECK(short_problems(text("source = \"period_end\"\ntotal_of = \"c2\"\n")).find("FORM-SUM-TYPE") !=
        std::string::npos);
  CHECK(short_problems(text("source = \"period\"\nmin = 1\n")).find("FORM-BOUND-TYPE") != std::string::npos);
}
