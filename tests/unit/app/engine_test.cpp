// SPDX-License-Identifier: MIT
#include "app/core/engine.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "app/workspace_fixture.h"
#include "datafile/data_invalid.h"

using namespace esep;
using app::Engine;
using workspace_fixture::Workspace;

TEST_CASE("without a workspace the shipped data are there, the register is not", "[app]") {
  Engine engine{std::nullopt};
  CHECK_FALSE(engine.has_workspace());
  CHECK_FALSE(engine.catalog().form_ids().empty());
  CHECK_FALSE(engine.rows(engine.catalog().organisations().id).empty());
  CHECK(engine.settings().user.empty());
  CHECK_THAT(error_of([&] { (void)engine.registry(); }), Catch::Contains("WORKSPACE-NEEDED"));
}

TEST_CASE("an overlay adds a form to the shipped ones", "[app]") {
  const Workspace workspace;
  Engine plain{std::nullopt};
  Engine engine = workspace.engine();
  CHECK(plain.catalog().editions("apples").empty());
  REQUIRE(engine.catalog().editions("apples").size() == 1);
  CHECK(engine.catalog().edition("apples", "2026-01").wording.title.text.ru == "Отчет о яблоках");
  CHECK(engine.catalog().form_ids().size() == plain.catalog().form_ids().size() + 1);
}

TEST_CASE("an overlay replaces a file, and a wording overlay a text", "[app]") {
  const Workspace workspace;
  const std::string before = workspace.engine().catalog().edition("apples", "2026-01").file.sha256();
  workspace.write(workspace_fixture::kWordingPath, "title = { kk = \"Ресми атау\", ru = \"Официальное\" }\n");
  Engine worded = workspace.engine();
  const auto& form = worded.catalog().edition("apples", "2026-01");
  CHECK(form.wording.title.text.kk == "Ресми атау");
  CHECK(form.file.sha256() != before);  // a submission pins the wording too
  std::string replaced = workspace_fixture::kForm;
  replaced.replace(replaced.find("Бағасы"), std::string("Бағасы").size(), "Құны");
  workspace.write(workspace_fixture::kFormPath, replaced);
  CHECK(workspace.engine().catalog().edition("apples", "2026-01").column("price")->title.text.kk == "Құны");
}

TEST_CASE("a broken file of an overlay is refused with its place", "[app]") {
  const Workspace workspace;
  workspace.write(workspace_fixture::kFormPath, workspace_fixture::kForm + "colour = \"red\"\n");
  Engine engine = workspace.engine();
  try {
    (void)engine.catalog();
    FAIL("read a form with an unknown key");
  } catch (const datafile::DataInvalid& invalid) {
    REQUIRE_FALSE(invalid.diagnostics().empty());
    CHECK(invalid.diagnostics()[0].file == (workspace.path() / workspace_fixture::kFormPath).string());
    CHECK(invalid.diagnostics()[0].line ==
          1 + std::count(workspace_fixture::kForm.begin(), workspace_fixture::kForm.end(), '\n'));
  }
}

TEST_CASE("settings of the workspace", "[app]") {
  const Workspace workspace;
  CHECK(workspace.engine().settings().user.empty());
  workspace.write("esep.toml", "user = \"А. Үлгі\"\nlang = \"ru\"\npaper_lang = \"kk\"\n");
  {
    Engine engine = workspace.engine();
    CHECK(engine.settings().user == "А. Үлгі");
    CHECK(engine.settings().lang == Lang::ru);
    CHECK(engine.settings().paper_lang == Lang::kk);
  }
  workspace.write("esep.toml", "usr = \"А. Үлгі\"\n");
  Engine engine = workspace.engine();
  CHECK_THAT(error_of([&] { (void)engine.settings(); }), Catch::Contains("DATA-INVALID"));
}

TEST_CASE("rows of a register are found by their key", "[app]") {
  const Workspace workspace;
  Engine engine = workspace.engine();
  const std::string id = engine.catalog().organisations().id;
  const std::string code = workspace_fixture::kOrganisation;
  REQUIRE(engine.row(id, code) != nullptr);
  CHECK(engine.row(id, code)->key == code);
  CHECK(engine.row(id, "nobody-of-that-code") == nullptr);
  CHECK(engine.row(id, "") == nullptr);
  // All of them, as the database sorts them.
  for (const auto& row : engine.rows(id)) CHECK(engine.row(id, row.key) == &row);
  engine.forget_rows();
  CHECK(engine.row(id, code) != nullptr);
}

TEST_CASE("a message is there in every language", "[app]") {
  Engine engine{std::nullopt};
  const LocalText said = engine.render_all(Message("FORM-UNKNOWN", {{"form", "apples"}}));
  for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) CHECK_THAT(said.in(lang), Catch::Contains("apples"));
  CHECK(said.kk != said.ru);
  CHECK(said.ru != said.en);
}
