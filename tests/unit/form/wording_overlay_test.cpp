// SPDX-License-Identifier: MIT
#include "form/read/wording_overlay.h"

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "form/form_fixture.h"

using namespace esep;
using namespace esep::form;
using fixture::kForm;

namespace {

const std::string kGrouped = kForm +
                             "[[group]]\nid = \"g1\"\ntitle = { kk = \"Топ\", ru = \"Группа\" }\n"
                             "[[column]]\nid = \"c3\"\ngroup = \"g1\"\ntitle = { kk = \"Үш\", ru = \"Три\" }\n"
                             "[[field]]\nid = \"f1\"\ntitle = { kk = \"Жол\", ru = \"Поле\" }\n";

datafile::LibraryFile overlay(const std::string& text) {
  return {"forms/f.2026-01.wording.toml", "/ws/forms/f.2026-01.wording.toml", text};
}

FormDefinition corrected(const std::string& text, Diagnostics& diagnostics) {
  const auto file = overlay(text);
  return read_form(fixture::form_file(kGrouped), &file, diagnostics);
}

std::string wrong(const std::string& text) {
  Diagnostics diagnostics;
  static_cast<void>(corrected(text, diagnostics));
  return fixture::say(diagnostics);
}

const std::string kTexts = R"(title = { kk = "Ресми атау", ru = "Официальное название" }
stamp = [ { kk = "1-қосымша", ru = "Приложение 1" } ]
notes = [ { kk = "Ескертпе", ru = "Примечание" } ]
continuation = { kk = "Кестенің жалғасы", ru = "Продолжение", provenance = { ru = "translated" } }
[column.c1]
title = { kk = "Ресми баған", ru = "Официальная графа" }
[group.g1]
title = { kk = "Ресми топ", ru = "Официальная группа" }
[field.f1]
title = { kk = "Ресми жол", ru = "Официальное поле" }
)";

}  // namespace

TEST_CASE("wording: texts change, and count as official") {
  Diagnostics diagnostics;
  const FormDefinition form = corrected(kTexts, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(form.wording.title.text.kk == "Ресми атау");
  CHECK(form.wording.title.in(Lang::ru) == Provenance::official);
  CHECK(form.wording.short_title.text.kk == "Ресми атау");  // the form has no short title of its own
  CHECK(form.wording.stamp.at(0).text.ru == "Приложение 1");
  CHECK(form.wording.notes.at(0).text.kk == "Ескертпе");
  CHECK(form.wording.continuation.in(Lang::ru) == Provenance::translated);
  CHECK(form.column("c1")->title.text.kk == "Ресми баған");
  CHECK(form.column("c2")->title.text.kk == "Саны");
  CHECK(form.column("c2")->type == ColumnType::integer);
  CHECK(form.group("g1")->title.text.ru == "Официальная группа");
  CHECK(form.field("f1")->title.text.ru == "Официальное поле");
}

TEST_CASE("wording: what the register keeps reads back as the same form") {
  Diagnostics diagnostics;
  const FormDefinition form = corrected(kTexts, diagnostics);
  CHECK(form.file.sha256 == sha256_hex(form.file.text));
  CHECK(form.file.sha256 != sha256_hex(kGrouped));
  CHECK(form.file.text.find("/ws/") == std::string::npos);  // the same text wherever the workspace lies
  const FormDefinition again = read_form(fixture::form_file(form.file.text), nullptr, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(again.file.sha256 == form.file.sha256);
  CHECK(again.file.text == form.file.text);
  CHECK(again.column("c1")->title.text.kk == "Ресми баған");
  CHECK(again.wording.title.text == form.wording.title.text);
}

TEST_CASE("wording: anything but texts is frozen") {
  const std::string file = "/ws/forms/f.2026-01.wording.toml:";
  const std::string known = "title, short_title, stamp, notes, continuation, column, group, field";
  CHECK(wrong("period = \"year\"\n") == file + "1:1: FORM-WORDING-FROZEN “period”: a wording file may change only " +
                                            known + ". | period = \"year\" | \n");
  CHECK(wrong("titl = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:1: FORM-WORDING-FROZEN “titl”: a wording file may change only " + known +
            ". | titl = { kk = \"А\", ru = \"Б\" } | title\n");
  CHECK(wrong("[column.c1]\ntitle = { kk = \"А\", ru = \"Б\" }\nrequired = true\n") ==
        file +
            "3:1: FORM-WORDING-FROZEN “required”: a wording file may change only title. | required = "
            "true | \n");
  CHECK(wrong("[[column]]\nid = \"c1\"\n").find(file + "1:3: TOML-WRONG-TYPE") == 0);
}

TEST_CASE("wording: of what there is not, and of translations that are missing") {
  const std::string file = "/ws/forms/f.2026-01.wording.toml:";
  CHECK(wrong("[column.c11]\ntitle = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:9: FORM-COLUMN There is no column “c11”. | [column.c11] | c1\n");
  CHECK(wrong("[group.g2]\ntitle = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:8: FORM-GROUP There is no column group “g2”. | [group.g2] | \n");
  CHECK(wrong("[field.x]\ntitle = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:8: FORM-FIELD There is no field “x”. | [field.x] | \n");
  CHECK(wrong("[column.c1]\n") ==
        file + "1:1: TOML-MISSING-KEY The required key “title” is missing. Add it. | [column.c1] | \n");
  CHECK(wrong("title = { kk = \"А\" }\n").find("TOML-MISSING-TRANSLATION") != std::string::npos);
}
