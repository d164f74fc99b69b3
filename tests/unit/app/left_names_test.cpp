// SPDX-License-Identifier: MIT
// A body is renamed in one of the two columns that name it.
#include <catch2/catch.hpp>

#include "app/registers/import_register.h"
#include "app/workspace_fixture.h"
#include "base/text.h"

using namespace esep;
using workspace_fixture::Workspace;

namespace {

// `column: sentence` of each finding, by line.
std::string imported(const std::string& csv) {
  const Workspace workspace;
  workspace.write("bodies.csv", csv);
  auto engine = workspace.engine();
  const auto result =
      app::import_register(engine, "organisations", workspace.path() / "bodies.csv", workspace_fixture::kActor);
  CHECK(result.done);
  std::vector<std::string> out;
  for (const auto& one : result.findings) {
    CHECK(one.code == "IMPORT-NAME-LEFT");
    CHECK(one.severity == Severity::warning);
    CHECK(one.row == 2);
    out.push_back(one.column + ": " + engine.messages().render(one.message, Lang::ru));
  }
  return join(out, "; ");
}

const std::string kMinistry = "Министерство транспорта Республики Казахстан";
const std::string kOther = "Министерство логистики Республики Казахстан";

std::string left(const std::string& changed, const std::string& before, const std::string& after,
                 const std::string& kept, const std::string& value) {
  return "графа «" + changed + "» изменена («" + before + "» → «" + after + "»), а графа «" + kept +
         "» осталась прежней: «" + value +
         "». Документы называют организацию и по той, и по другой графе. Если изменилось само наименование, исправьте "
         "обе.";
}

}  // namespace

TEST_CASE("import: a new name of a body beside the former form of it is warned of", "[app]") {
  const std::string name = "Наименование на русском";
  const std::string body = "Ответственный орган на русском";
  CHECK(imported("code;name_ru\nkm;" + kOther + "\n") ==
        "name_ru: «km»: " + left(name, kMinistry, kOther, body, kMinistry));
  CHECK(imported("code;name_ru;body_ru\nkm;" + kOther + ";" + kMinistry + "\n") ==
        "body_ru: «km»: " + left(name, kMinistry, kOther, body, kMinistry));
  CHECK(imported("code;body_ru\nkm;" + kOther + "\n") ==
        "body_ru: «km»: " + left(body, kMinistry, kOther, name, kMinistry));
  CHECK(imported("code;name_ru\nKZ-10;Абайская область\n") ==
        "name_ru: «KZ-10»: " + left(name, "область Абай", "Абайская область", body, "Акимат области Абай"));
}

TEST_CASE("import: what was changed in both, or is another form, is no warning", "[app]") {
  CHECK(imported("code;name_ru;body_ru\nkm;" + kOther + ";" + kOther + "\n").empty());
  CHECK(imported("code;body_ru\nKZ-10;Акимат Абайской области\n").empty());
  CHECK(imported("code;name_kk\nKZ-10;Абай  облысы\n").empty());  // the body's name holds it
  CHECK(imported("code;email\nkm;esep@example.kz\n").empty());
}
