// SPDX-License-Identifier: MIT
#include "app/registers/import_register.h"

#include <catch2/catch.hpp>

#include "app/upkeep/lint.h"
#include "app/workspace_fixture.h"
#include "base/text.h"

using namespace esep;
using workspace_fixture::Workspace;

namespace {

// A register whose key is of two columns and which has checks of its own.
const std::string kOrchards = R"(register = "orchards"
title = { kk = "Бақтар", ru = "Сады" }
provenance = "own"
key = ["organisation", "year"]
[[column]]
id = "organisation"
title = { kk = "Ұйым", ru = "Организация" }
role = "organisation"
required = true
[[column]]
id = "year"
title = { kk = "Жыл", ru = "Год" }
type = "integer"
required = true
[[column]]
id = "sort"
title = { kk = "Сорты", ru = "Сорт" }
default = "Апорт"
[[column]]
id = "trees"
title = { kk = "Ағаштар", ru = "Деревья" }
type = "integer"
[[check]]
code = "ORCHARD-TREES"
column = "trees"
query = "SELECT _key, trees FROM orchards WHERE trees < 1"
message = { kk = "Ағаш саны {trees}", ru = "Деревьев {trees}" }
[[check]]
code = "ORCHARD-FEW"
severity = "warning"
column = "trees"
query = "SELECT max(_key) AS _key, sum(trees) AS trees FROM orchards GROUP BY organisation HAVING sum(trees) < 10"
message = { kk = "Барлығы {trees}", ru = "Всего {trees}" }
)";

class Office {
 public:
  Office() { workspace_.write("data/registers/orchards.toml", kOrchards); }

  // added/changed/unchanged, or «none»; then `line column: CODE sentence`, findings parted by «; ».
  std::string import(const std::string& csv) const {
    auto engine = workspace_.engine();
    return import(csv, engine);
  }

  std::string import(const std::string& csv, app::Engine& engine) const {
    workspace_.write("orchards.csv", csv);
    const auto result =
        app::import_register(engine, "orchards", workspace_.path() / "orchards.csv", workspace_fixture::kActor);
    std::vector<std::string> out;
    const auto& count = result.count;
    out.push_back(result.done ? std::to_string(count.added) + "/" + std::to_string(count.changed) + "/" +
                                    std::to_string(count.unchanged)
                              : "none");
    for (const auto& finding : result.findings) {
      out.push_back(std::to_string(finding.row) + " " + finding.column + ": " + finding.code + " " +
                    engine.messages().render(finding.message, Lang::ru));
    }
    return join(out, "; ");
  }

  app::Engine engine() const { return workspace_.engine(); }

  std::string keys() const {
    auto engine = workspace_.engine();
    std::vector<std::string> out;
    for (const auto& row : engine.rows("orchards"))
      out.push_back(row.key + "=" + form::canonical_text(row.values.at("sort")));
    return join(out, " ");
  }

 private:
  Workspace workspace_;
};

}  // namespace

TEST_CASE("import: columns by their Kazakh or Russian titles, a key of two, a default, the same file again", "[app]") {
  const Office office;
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,7\nKZ-10,2026,5\n") == "2/0/0");
  CHECK(office.keys() == "KZ-10/2025=Апорт KZ-10/2026=Апорт");
  CHECK(office.import("Год,Деревья,Организация\n2026,5,KZ-10\n") == "0/0/1");
  CHECK(office.import("Год;Деревья;Организация;Сорт\n2026;6;KZ-10;Голден\n") == "0/1/0");
  CHECK(office.keys() == "KZ-10/2025=Апорт KZ-10/2026=Голден");
}

TEST_CASE("import: mistakes at their rows, and then nothing is taken", "[app]") {
  const Office office;
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,70\nKZ-99,2026,50\n")
            .find("none; 3 organisation: ORGANISATION-UNKNOWN ") == 0);
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,70\nKZ-10,2026,-4\n") ==
        "none; 3 trees: ORCHARD-TREES Деревьев -4");
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,1\nKZ-10,2025,2\n").find("none; 3 : IMPORT-DUPLICATE ") == 0);
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,,1\n").find("none; 2 year: CELL-REQUIRED ") == 0);
  CHECK(office.import("Ұйым,Ағаштар\nKZ-10,1\n").find("none; 1 year: IMPORT-COLUMN ") == 0);
  CHECK(office.keys().empty());
}

TEST_CASE("import: what is wrong is said at once, and what only follows from it is not", "[app]") {
  const Office office;
  // A cell that cannot be read, an unknown organisation and a check, each in a row of its own.
  const std::string unread = office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,көп\nKZ-99,2026,5\n");
  CHECK(unread.find("2 trees: CELL-") != std::string::npos);
  CHECK(unread.find("3 organisation: ORGANISATION-UNKNOWN ") != std::string::npos);
  const std::string wrong = office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,-4\nKZ-99,2026,-5\n");
  CHECK(wrong.find("3 organisation: ORGANISATION-UNKNOWN ") != std::string::npos);
  CHECK(wrong.find("2 trees: ORCHARD-TREES Деревьев -4") != std::string::npos);
  CHECK(wrong.find("3 trees: ") == std::string::npos);
  CHECK(office.import("Ұйым,Жыл,Ағаштар\n,2025,70\n").find("ORGANISATION-UNKNOWN") == std::string::npos);
}

TEST_CASE("import: a warning is said and the rows are taken; a check sees what lies in the register already", "[app]") {
  const Office office;
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,4\n") == "1/0/0; 2 trees: ORCHARD-FEW Всего 4");
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2024,3\n") ==
        "1/0/0; 0 trees: ORCHARD-FEW Строка реестра «KZ-10/2025», которой в файле нет: Всего 7");
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2026,3\n") == "1/0/0");
}

TEST_CASE("import: judged by what another command recorded since this one began", "[app]") {
  const Office office;
  auto slow = office.engine();
  CHECK(slow.rows("orchards").empty());
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2025,4\n") == "1/0/0; 2 trees: ORCHARD-FEW Всего 4");
  CHECK(office.import("Ұйым,Жыл,Ағаштар\nKZ-10,2024,3\n", slow) ==
        "1/0/0; 0 trees: ORCHARD-FEW Строка реестра «KZ-10/2025», которой в файле нет: Всего 7");
}

TEST_CASE(
    "import: a check prints numbers and days as people write them, by the type of the column whose name they have") {
  const Workspace workspace;
  workspace.write("data/registers/funds.toml",
                  R"toml(register = "funds"
title = { kk = "Қаржы", ru = "Средства" }
provenance = "own"
[[column]]
id = "code"
title = { kk = "Коды", ru = "Код" }
role = "key"
required = true
[[column]]
id = "organisation"
title = { kk = "Ұйым", ru = "Организация" }
role = "organisation"
refers_to = ["organisations"]
required = true
[[column]]
id = "amount"
title = { kk = "Сомасы", ru = "Сумма" }
type = "money"
[[column]]
id = "given_on"
title = { kk = "Күні", ru = "Дата" }
type = "date"
[[column]]
id = "year"
title = { kk = "Жыл", ru = "Год" }
type = "integer"
[[check]]
code = "FUND-NEGATIVE"
column = "amount"
query = "SELECT _key, amount, given_on, year FROM funds WHERE amount < dec(0)"
message = { kk = "{given_on}; {year}: {amount}", ru = "{given_on}, {year}: {amount}" }
)toml");
  const auto wrong = [&](const std::string& row) {
    workspace.folder().write("funds.csv", "code;organisation;amount;given_on;year\n" + row + "\n");
    auto engine = workspace.engine();
    const auto result =
        app::import_register(engine, "funds", workspace.folder() / "funds.csv", workspace_fixture::kActor);
    std::string out;
    for (const auto& f : result.findings) out += f.code + ": " + engine.messages().render(f.message, Lang::ru) + ";";
    return out;
  };
  CHECK(wrong("F-1;KZ-10;-3;19.11.2026;2026") == "FUND-NEGATIVE: 19.11.2026, 2026: -3,00;");
  CHECK(wrong("F-1;KZ-10;-1234,5;19.11.2026;2026") == "FUND-NEGATIVE: 19.11.2026, 2026: -1\u00A0234,50;");
  // One mistake, one finding.
  CHECK(wrong("F-1;nobody;1;19.11.2026;2026").find("ORGANISATION-UNKNOWN: ") == 0);
  CHECK(wrong("F-1;nobody;1;19.11.2026;2026").find("IMPORT-REFERENCE") == std::string::npos);
}

TEST_CASE("lint of a register: the queries of its checks", "[app]") {
  const Workspace workspace;
  auto engine = workspace.engine();
  const auto lint = [&](const std::string& old, const std::string& now) {
    std::string text = kOrchards;
    text.replace(text.find(old), old.size(), now);
    workspace.write("orchards.toml", text);
    std::vector<std::string> out;
    for (const auto& d : app::lint_file(engine, workspace.path() / "orchards.toml")) out.push_back(d.code);
    return join(out, " ");
  };
  CHECK(lint("Сады", "Сады").empty());
  CHECK(lint("trees < 1", "bushes < 1") == "LINT-QUERY-COLUMN");
  CHECK(lint("trees < 1", "trees REGEXP '1'") == "LINT-QUERY-OPERATOR");
  CHECK(lint("trees < 1", "lenght(trees) < 1") == "LINT-QUERY-FUNCTION");
  CHECK(lint("FROM orchards", "FROM orchard") == "LINT-QUERY-TABLE");
  CHECK(lint("trees < 1", "trees < (SELECT 1, 2)") == "QUERY-INVALID");
  CHECK(lint("SELECT _key, trees", "SELECT trees") == "SUMMARY-COLUMN");
  CHECK(lint("Деревьев {trees}", "Деревьев {tree}") == "RULE-PLACEHOLDER");
  CHECK(lint("ORCHARD-TREES", "NO-OBLIGATION") == "LINT-CODE");
  CHECK(lint("default = \"Апорт\"", "required_if = \"row.trees >\"") == "RULE-SQL");
}
