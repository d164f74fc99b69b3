// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/error.h"
#include "form/form_catalog.h"
#include "form/workbook_identity.h"
#include "small_form.h"
#include "source_folder.h"

using namespace esep;

namespace {

// Its last column is a text; what is added at the end belongs to it.
const std::string kPlainForm = small_form::with(small_form::kForm, "type = \"integer\"\n# end\n", "");

struct ReadForm {
  form::FormDefinition form;
  Diagnostics diagnostics;
  // "line:CODE" of each, in order.
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const auto& d : diagnostics) out.push_back(std::to_string(d.line) + ":" + d.code);
    return out;
  }
};

ReadForm reading_of(const std::string& text, const std::vector<datafile::LibraryFile>& wording = {}) {
  ReadForm out;
  out.form = form::read_form(small_form::file(text), wording, out.diagnostics);
  return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a small form reads as it is written") {
  const ReadForm got = reading_of(kPlainForm);
  CHECK(got.codes() == Codes{});
  CHECK(got.form.id == "f");
  CHECK(got.form.columns.size() == 2);
  CHECK(got.form.law.in_force.from.iso() == "2026-01-01");
  CHECK(got.form.file.sha256().size() == 64);
}

TEST_CASE("every mistake is named at its line, with what was probably meant") {
  const ReadForm unknown = reading_of(kPlainForm + "requird = true\n");
  REQUIRE(unknown.codes() == Codes{"15:TOML-UNKNOWN-KEY"});
  CHECK(unknown.diagnostics[0].did_you_mean == "required");
  const ReadForm type = reading_of(kPlainForm + "type = \"mony\"\n");
  REQUIRE(type.codes() == Codes{"15:TOML-BAD-VALUE"});
  CHECK(type.diagnostics[0].did_you_mean == "money");
  CHECK(reading_of(kPlainForm + "type = \"choice\"\n").codes().size() == 1);
  CHECK(reading_of(kPlainForm + "type = \"money\"\nscale = 9\n").codes() == Codes{"16:FORM-SCALE"});
  CHECK(reading_of(kPlainForm + "[[column]]\nid = \"c2\"\ntitle = { kk = \"Б\", ru = \"В\" }\n").diagnostics[0].code ==
        "FORM-DUPLICATE-ID");
  CHECK(reading_of(kPlainForm +
                   "[[rule]]\ncode = \"R\"\ncheck = \"1\"\ncolumn = \"b\"\nmessage = { kk = \"x\", ru = \"y\" }\n")
            .diagnostics[0]
            .code == "FORM-COLUMN");
}

TEST_CASE("header groups stand side by side") {
  std::string text = kPlainForm;
  text +=
      "group = \"g\"\n[[column]]\nid = \"b\"\ntitle = { kk = \"Б\", ru = \"В\" }\n[[column]]\nid = \"c\"\ngroup = "
      "\"g\"\ntitle = { kk = \"Г\", ru = \"Д\" }\n";
  text += "[[group]]\nid = \"g\"\ntitle = { kk = \"Топ\", ru = \"Группа\" }\n";
  const ReadForm got = reading_of(text);
  REQUIRE(got.diagnostics.size() == 1);
  CHECK(got.diagnostics[0].code == "FORM-GROUP-SPLIT");
}

TEST_CASE("an office's wording file changes texts and nothing else") {
  const datafile::LibraryFile wording{"forms/f.2026-01.wording.toml", "w",
                                      "[column.c2]\ntitle = { kk = \"Дұрыс атау\", ru = \"Верное название\" }\n"};
  const ReadForm got = reading_of(kPlainForm, {wording});
  CHECK(got.codes() == Codes{});
  CHECK(got.form.columns[1].title.text.kk == "Дұрыс атау");
  CHECK(got.form.columns[1].title.kk == form::Provenance::official);
  CHECK(got.form.file.sha256() != reading_of(kPlainForm).form.file.sha256());
  const datafile::LibraryFile frozen{"forms/f.2026-01.wording.toml", "w",
                                     "[column.c2]\ntitle = { kk = \"Атау\", ru = \"Имя\" }\nrequired = true\n"};
  REQUIRE(reading_of(kPlainForm, {frozen}).diagnostics.size() == 1);
  CHECK(reading_of(kPlainForm, {frozen}).diagnostics[0].code == "FORM-WORDING-FROZEN");
}

TEST_CASE("the shipped data load, and forms are found by name and date") {
  const form::FormCatalog catalog(datafile::Library::from_folder(source_folder()));
  REQUIRE_FALSE(catalog.form_ids().empty());
  for (const std::string& id : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(id)) {
      CHECK(&catalog.in_force(id, edition->law.in_force.from) == edition);
      CHECK_THROWS_WITH(catalog.in_force(id, catalog.editions(id).front()->law.in_force.from.plus_days(-1)),
                        Catch::StartsWith("FORM-NOT-IN-FORCE"));
    }
  }
  CHECK_THROWS_WITH(catalog.edition("no-such-form", ""), Catch::StartsWith("FORM-UNKNOWN"));
  CHECK(catalog.organisations().is_organisations);
}

TEST_CASE("a workbook's identity survives the hidden sheet") {
  const form::WorkbookIdentity identity{"f", "2025", "abc", "km", "G-1", "2026-10", "draft", 2, "kk"};
  const auto back = form::WorkbookIdentity::decode(identity.encode());
  REQUIRE(back);
  CHECK(back->encode() == identity.encode());
  CHECK_FALSE(form::WorkbookIdentity::decode({{"something", "else"}}));
}
