// SPDX-License-Identifier: MIT
#include "form/roadmap.h"

#include <catch2/catch.hpp>

#include "datafile/data_invalid.h"
#include "form/form_fixture.h"
#include "temporary_folder.h"

using namespace esep;
using small_form::with;

namespace {

const std::string kRoadmap = R"(roadmap = "r"
title = { kk = "Жол картасы", ru = "Дорожная карта" }
law = { kk = "Өкім", ru = "Распоряжение" }
from = 2024-01-01
to = 2026-12-31
report_form = "f"
coordinator = "a"
addressee = { kk = "Үкіметке", ru = "В Правительство" }
notes = [ { kk = "Ескертпе", ru = "Примечание" } ]
[[abbreviation]]
id = "A"
kk = "АА"
text = { kk = "А министрлігі", ru = "Министерство А" }
organisations = ["a"]
[[abbreviation]]
id = "L"
kk = "ЖАО"
text = { kk = "Әкімдіктер", ru = "Акиматы" }
organisations = ["x", "y", "z"]
[[section]]
number = "1"
title = { kk = "Бөлім", ru = "Раздел" }
[[measure]]
number = "1"
section = "1"
title = { kk = "Салу", ru = "Построить" }
completion = { kk = "Акт", ru = "Акт приемки" }
term = { kk = "желтоқсан", ru = "декабрь" }
executors_text = { kk = "АА, ЖАО", ru = "АА, МИО" }
starts = 2024-01-01
due = [2024-12-31, 2025-12-31]
executors = ["A", "L"]
by_agreement = ["L"]
regions = ["x", "y"]
document = "act"
objects = { kind = "centre", count = 5, public_private = 2, completed_by = "commissioned" }
[[indicator]]
id = "share"
title = { kk = "Үлес", ru = "Доля" }
unit = "%"
baseline = { year = 2023, value = "8.5" }
targets = [ { year = 2024, value = "9" }, { year = 2025, value = "10.25" } ]
[[successor]]
organisation = "a"
successor = "b"
from = 2025-09-19
act = { kk = "Жарлық", ru = "Указ" }
[[object_kind]]
id = "centre"
title = { kk = "Орталықтар", ru = "Центры" }
# end
)";

form::Roadmap roadmap_of(const std::string& text, Diagnostics& diagnostics) {
  const std::string path = "data/roadmaps/r.toml";
  return form::read_roadmap({path, path, text}, diagnostics);
}

form::Roadmap right(const std::string& text = kRoadmap) {
  Diagnostics diagnostics;
  auto out = roadmap_of(text, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  return out;
}

/// `line:column CODE sentence | line` of everything wrong, one a line.
std::string roadmap_problems(const std::string& text) {
  Diagnostics diagnostics;
  static_cast<void>(roadmap_of(text, diagnostics));
  std::string out;
  for (const auto& d : diagnostics) {
    CHECK(d.file == "data/roadmaps/r.toml");
    CHECK(d.severity == Severity::error);
    out += std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.code + " | " + d.source_line +
           (d.did_you_mean.empty() ? "" : " | " + d.did_you_mean) + "\n";
  }
  static_cast<void>(fixture::say(diagnostics));  // checks that no argument is missing
  return out;
}

std::string changed(const std::string& old, const std::string& now) {
  return roadmap_problems(with(kRoadmap, old, now));
}

/// `organisation[<former] since–until !` of every execution; ! by agreement.
std::string executed(const form::Roadmap& roadmap) {
  std::string out;
  for (const auto& e : form::executions(roadmap)) {
    out += e.measure->number + ":" + e.named->id + ":" + e.organisation +
           (e.inherited != nullptr ? "<" + e.inherited->organisation : "") + " " + (e.since ? e.since->iso() : "") +
           "…" + (e.until ? e.until->iso() : "") + (e.by_agreement ? " !" : "") + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a right roadmap is read whole", "[form]") {
  const auto r = right();
  CHECK(r.id == "r");
  CHECK(r.file == "data/roadmaps/r.toml");
  CHECK(r.title.ru == "Дорожная карта");
  CHECK(r.from.iso() + " " + r.to.iso() == "2024-01-01 2026-12-31");
  CHECK(r.reports.form + " " + r.reports.coordinator == "f a");
  CHECK(r.reports.addressee.kk == "Үкіметке");
  REQUIRE(r.notes.size() == 1);
  REQUIRE(r.measures.size() == 1);
  const auto& m = r.measures[0];
  CHECK(m.due.size() == 2);
  CHECK(m.due[1].iso() == "2025-12-31");
  CHECK(m.objects->count == 5);
  CHECK(m.objects->public_private == 2);
  CHECK(m.objects->completed_by == "commissioned");
  CHECK(m.note.empty());
  REQUIRE(r.indicators.size() == 1);
  CHECK(r.indicators[0].baseline.value == Decimal::parse("8.5"));
  CHECK(r.indicators[0].targets[1].year == 2025);
  CHECK(r.indicators[0].targets[1].value == Decimal::parse("10.25"));
  CHECK(r.abbreviation("L")->organisations.size() == 3);
  CHECK(r.abbreviation("M") == nullptr);
}

TEST_CASE("who executes a measure, regions and heirs included", "[form]") {
  CHECK(executed(right()) == "1:A:a …2025-09-18\n1:A:b<a 2025-09-19…\n1:L:x … !\n1:L:y … !\n");
  // Without regions the word means all of them; regions beside a ministry leave it alone.
  CHECK(executed(right(with(kRoadmap, "regions = [\"x\", \"y\"]\n", ""))) ==
        "1:A:a …2025-09-18\n1:A:b<a 2025-09-19…\n1:L:x … !\n1:L:y … !\n1:L:z … !\n");
  // Named twice, it stands once.
  CHECK(executed(right(with(kRoadmap, "[\"x\", \"y\", \"z\"]", "[\"a\", \"x\", \"z\"]"))) ==
        "1:A:a …2025-09-18\n1:A:b<a 2025-09-19…\n1:L:x … !\n1:L:y … !\n");
  const std::string chain =
      "[[successor]]\norganisation = \"b\"\nsuccessor = \"c\"\nfrom = 2026-02-01\nact = { kk = \"Ж\", ru = \"У\" }\n";
  CHECK(executed(right(with(kRoadmap, "# end\n", chain))) ==
        "1:A:a …2025-09-18\n1:A:b<a 2025-09-19…2026-01-31\n1:A:c<b 2026-02-01…\n1:L:x … !\n1:L:y … !\n");
  // A chain that bites its own tail ends.
  CHECK(executed(right(with(kRoadmap, "# end\n", with(chain, "\"c\"", "\"a\"")))) ==
        "1:A:a …2025-09-18\n1:A:b<a 2025-09-19…2026-01-31\n1:L:x … !\n1:L:y … !\n");
}

TEST_CASE("a roadmap without anything says what it lacks", "[form]") {
  CHECK(roadmap_problems("") ==
        "1:1 TOML-MISSING-KEY | \n1:1 TOML-MISSING-KEY | \n1:1 TOML-MISSING-KEY | \n1:1 TOML-MISSING-KEY | \n"
        "1:1 TOML-MISSING-KEY | \n1:1 TOML-MISSING-KEY | \n1:1 TOML-MISSING-KEY | \n1:1 TOML-MISSING-KEY | \n");
  CHECK_THAT(roadmap_problems("roadmap = "), Catch::Contains("TOML-SYNTAX"));
  CHECK_THAT(roadmap_problems(std::string(200, '[')), Catch::Contains("TOML-"));
}

TEST_CASE("mistakes of a roadmap's head, each at its place", "[form]") {
  CHECK(changed("roadmap = \"r\"", "roadmap = \"R!\"") ==
        "1:1 FORM-NAME | roadmap = \"R!\"\n1:1 FORM-FILE-NAME | roadmap = \"R!\"\n");
  CHECK(changed("roadmap = \"r\"", "roadmap = \"other\"") == "1:1 FORM-FILE-NAME | roadmap = \"other\"\n");
  CHECK(changed("from = 2024-01-01\nto", "from = \"soon\"\nto") == "4:1 TOML-BAD-VALUE | from = \"soon\"\n");
  CHECK(changed("from = 2024-01-01\nto", "from = 2024\nto") == "4:1 TOML-WRONG-TYPE | from = 2024\n");
  CHECK(changed("to = 2026-12-31", "to = 2023-12-31") == "5:1 ROADMAP-DATES | to = 2023-12-31\n");
  CHECK(changed("ru = \"Распоряжение\"", "ru = \"\"") ==
        "3:22 TOML-MISSING-TRANSLATION | law = { kk = \"Өкім\", ru = \"\" }\n");
  CHECK(changed("coordinator = \"a\"", "coordinatr = \"a\"") ==
        "1:1 TOML-MISSING-KEY | roadmap = \"r\"\n7:1 TOML-UNKNOWN-KEY | coordinatr = \"a\" | coordinator\n");
}

TEST_CASE("mistakes of a measure, each at its place", "[form]") {
  CHECK(changed("executors = [\"A\", \"L\"]", "executors = [\"A\", \"L\", \"AL\"]") ==
        "32:1 ROADMAP-EXECUTOR | executors = [\"A\", \"L\", \"AL\"]\n");
  CHECK(changed("by_agreement = [\"L\"]", "by_agreement = [\"LL\"]") ==
        "33:1 ROADMAP-AGREEMENT | by_agreement = [\"LL\"]\n");
  CHECK(changed("section = \"1\"", "section = \"2\"") == "25:1 ROADMAP-SECTION | section = \"2\"\n");
  CHECK(changed("due = [2024-12-31, 2025-12-31]", "due = []") == "31:1 TOML-WRONG-TYPE | due = []\n");
  CHECK(changed("due = [2024-12-31, 2025-12-31]", "due = 2024-12-31") == "31:1 TOML-WRONG-TYPE | due = 2024-12-31\n");
  CHECK(changed("due = [2024-12-31, 2025-12-31]", "due = [\"2024-12-32\"]") ==
        "31:1 TOML-WRONG-TYPE | due = [\"2024-12-32\"]\n");
  CHECK(changed("due = [2024-12-31, 2025-12-31]", "due = [2025-12-31, 2024-12-31]") ==
        "31:1 ROADMAP-DATES | due = [2025-12-31, 2024-12-31]\n");
  CHECK(changed("due = [2024-12-31, 2025-12-31]", "due = [2023-12-31]") == "31:1 ROADMAP-DATES | due = [2023-12-31]\n");
  CHECK_THAT(changed("count = 5", "count = 0"), Catch::StartsWith("36:") && Catch::Contains("FORM-RANGE"));
  CHECK_THAT(changed("public_private = 2", "public_private = 6"),
             Catch::StartsWith("36:") && Catch::Contains("FORM-RANGE"));
  CHECK_THAT(changed("count = 5", "count = 9223372036854775807"),
             Catch::StartsWith("36:") && Catch::Contains("FORM-RANGE"));
  CHECK_THAT(changed("kind = \"centre\"", "kind = \"center\""),
             Catch::StartsWith("36:") && Catch::Contains("ROADMAP-OBJECT-KIND") && Catch::EndsWith("| centre\n"));
  CHECK_THAT(changed("\"commissioned\"", "\"comissioned\""),
             Catch::Contains("TOML-BAD-VALUE") && Catch::Contains("| commissioned"));
  CHECK_THAT(changed("document = \"act\"", "document = 5"), Catch::StartsWith("35:1 TOML-WRONG-TYPE"));
  const std::string measure =
      kRoadmap.substr(kRoadmap.find("[[measure]]"), kRoadmap.find("[[indicator]]") - kRoadmap.find("[[measure]]"));
  CHECK(changed("# end\n", measure) == "52:1 FORM-DUPLICATE-ID | number = \"1\"\n");
}

TEST_CASE("mistakes of the lists, each at its place", "[form]") {
  CHECK(changed("id = \"L\"", "id = \"A\"").substr(0, 42) == "16:1 FORM-DUPLICATE-ID | id = \"A\"\n32:1 ROA");
  CHECK(changed("# end\n", "[[section]]\nnumber = \"1\"\ntitle = { kk = \"Б\", ru = \"Р\" }\n") ==
        "52:1 FORM-DUPLICATE-ID | number = \"1\"\n");
  CHECK(changed("# end\n",
                "[[successor]]\norganisation = \"a\"\nsuccessor = \"c\"\nfrom = 2026-02-01\nact = { kk = \"Ж\", ru = "
                "\"У\" }\n") == "52:1 FORM-DUPLICATE-ID | organisation = \"a\"\n");
  CHECK(changed("# end\n", "[[indicator]]\nid = \"share\"\ntitle = { kk = \"Ү\", ru = \"Д\" }\nunit = \"%\"\n") ==
        "52:1 FORM-DUPLICATE-ID | id = \"share\"\n");
  CHECK_THAT(changed("value = \"8.5\"", "value = \"8,5,1\""),
             Catch::StartsWith("41:") && Catch::Contains("ROADMAP-VALUE"));
  CHECK_THAT(changed("value = \"8.5\"", "value = 8.5"), Catch::StartsWith("41:") && Catch::Contains("TOML-WRONG-TYPE"));
  CHECK_THAT(changed("year = 2023", "year = 99999999999"), Catch::StartsWith("41:") && Catch::Contains("FORM-RANGE"));
  CHECK_THAT(changed("year = 2023, ", ""), Catch::StartsWith("41:") && Catch::Contains("TOML-MISSING-KEY"));
  CHECK_THAT(changed("[[section]]", "[section]"), Catch::Contains("TOML-WRONG-TYPE"));
}

TEST_CASE("a roadmap whose report is no form is refused with its place", "[form]") {
  const auto of = [](const std::string& text) {
    const Folder folder;
    folder.write("forms/f.2026-01.toml", small_form::kForm);
    folder.write("data/roadmaps/r.toml", text);
    try {
      const form::FormCatalog catalog(datafile::Library::from_folder(folder.path()));
      return std::string("right");
    } catch (const datafile::DataInvalid& invalid) {
      std::string out;
      for (const auto& d : invalid.diagnostics())
        out += d.file.substr(folder.path().string().size() + 1) + ":" + std::to_string(d.line) + " " + d.code + " " +
               d.did_you_mean;
      return out;
    }
  };
  CHECK(of(kRoadmap) == "right");
  CHECK(of(with(kRoadmap, "report_form = \"f\"", "report_form = \"g\"")) ==
        "data/roadmaps/r.toml:6 FORM-OBLIGATION-FORM ");
}
