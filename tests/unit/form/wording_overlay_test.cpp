// SPDX-License-Identifier: MIT
#include "form/read/wording_overlay.h"

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "form/form_fixture.h"

using namespace esep;
using namespace esep::form;
using small_form::kForm;

namespace {

const std::string kGrouped = kForm +
                             "[[group]]\nid = \"g1\"\ntitle = { kk = \"Топ\", ru = \"Группа\" }\n"
                             "[[column]]\nid = \"c3\"\ngroup = \"g1\"\ntitle = { kk = \"Үш\", ru = \"Три\" }\n"
                             "[[field]]\nid = \"f1\"\ntitle = { kk = \"Жол\", ru = \"Поле\" }\n"
                             "[[rule]]\ncode = \"F-FEW\"\ncheck = \"row.c2 > 5\"\ncolumn = \"c2\"\n"
                             "message = { kk = \"Аз: {c2}, {c1}\", ru = \"Мало: {c2}, {c1}\" }\n";

datafile::LibraryFile overlay(const std::string& text) {
  return {"forms/f.2026-01.wording.toml", "/ws/forms/f.2026-01.wording.toml", text};
}

FormDefinition corrected(const std::string& text, Diagnostics& diagnostics) {
  return read_form(small_form::file(kGrouped), {overlay(text)}, diagnostics);
}

std::string overlay_problems(const std::string& text) {
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

TEST_CASE("wording: what a query of a composed report says may be corrected, and of no other form") {
  const std::string composed = "formed = true\n" + kForm +
                               "[rows]\nkind = \"repeat\"\nsource = \"SELECT 1 AS c2\"\n"
                               "[[field]]\nid = \"f1\"\ntitle = { kk = \"Жол\", ru = \"Поле\" }\nsource = \"query\"\n"
                               "query = \"SELECT 'old'\"\n";
  const std::string words = "[field.f1]\nquery = \"SELECT 'new'\"\n[rows]\nsource = \"SELECT 2 AS c2\"\n";
  Diagnostics diagnostics;
  const FormDefinition form = read_form(small_form::file(composed), {overlay(words)}, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(form.field("f1")->query == "SELECT 'new'");
  CHECK(form.field("f1")->title.text.ru == "Поле");
  CHECK(form.rows.source == "SELECT 2 AS c2");
  CHECK(overlay_problems("[rows]\nsource = \"SELECT 1\"\n").find("FORM-WORDING-FROZEN") != std::string::npos);
  CHECK(overlay_problems("[field.f1]\nquery = \"SELECT 1\"\n").find("FORM-WORDING-FROZEN") != std::string::npos);
}

TEST_CASE("wording: a composed report may get a choice that its edition lacks, and no other form") {
  const std::string column =
      "[[column]]\nid = \"state\"\nnumber = \"3\"\ntitle = { kk = \"Жай-күйі\", ru = \"Состояние\" }\n"
      "type = \"choice\"\nchoices = [ { id = \"done\", title = { kk = \"Орындалды\", ru = \"Исполнено\" } } ]\n";
  const std::string composed =
      "formed = true\n" + kForm + "[rows]\nkind = \"repeat\"\nsource = \"SELECT 1 AS c2\"\n" + column;
  const auto added = [&](const std::string& id, const std::string& form, Diagnostics& diagnostics) {
    const std::string words =
        "[column.state]\nchoices = [ { id = \"" + id + "\", title = { kk = \"Босатылған\", ru = \"Освобождён\" } } ]\n";
    return read_form(small_form::file(form), {overlay(words)}, diagnostics);
  };
  Diagnostics none;
  const FormDefinition form = added("excused", composed, none);
  CHECK(fixture::say(none).empty());
  REQUIRE(form.column("state")->choices.size() == 2);
  CHECK(form.column("state")->choices[1].id == "excused");
  CHECK(form.column("state")->title.text.ru == "Состояние");
  Diagnostics twice;
  static_cast<void>(added("done", composed, twice));
  CHECK(fixture::say(twice).find("FORM-CHOICE-DUPLICATE") != std::string::npos);
  Diagnostics typed;
  static_cast<void>(added("excused", kForm + column, typed));
  CHECK(fixture::say(typed).find("FORM-WORDING-FROZEN") != std::string::npos);
}

TEST_CASE("wording: what the register keeps reads back as the same form") {
  Diagnostics diagnostics;
  const FormDefinition form = corrected(kTexts, diagnostics);
  CHECK(form.file.sha256() == sha256_hex(form.file.text));
  CHECK(form.file.sha256() != sha256_hex(kGrouped));
  CHECK(form.file.text.find("/ws/") == std::string::npos);  // the same text wherever the workspace lies
  const FormDefinition again = read_form(small_form::file(form.file.text), {}, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(again.file.sha256() == form.file.sha256());
  CHECK(again.file.text == form.file.text);
  CHECK(again.column("c1")->title.text.kk == "Ресми баған");
  CHECK(again.wording.title.text == form.wording.title.text);
}

TEST_CASE("wording: anything but texts is frozen") {
  const std::string file = "/ws/forms/f.2026-01.wording.toml:";
  const std::string known =
      "provenance, title, short_title, stamp, notes, continuation, nil_sentence, instructions, column, group, field, "
      "rule, "
      "obligation";
  CHECK(overlay_problems("period = \"year\"\n") ==
        file + "1:1: FORM-WORDING-FROZEN “period”: a wording file may change only " + known +
            ". | period = \"year\" | \n");
  CHECK(overlay_problems("titl = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:1: FORM-WORDING-FROZEN “titl”: a wording file may change only " + known +
            ". | titl = { kk = \"А\", ru = \"Б\" } | title\n");
  CHECK(overlay_problems("[column.c1]\ntitle = { kk = \"А\", ru = \"Б\" }\nrequired = true\n") ==
        file +
            "3:1: FORM-WORDING-FROZEN “required”: a wording file may change only title, note. | required = "
            "true | \n");
  CHECK(overlay_problems("[[column]]\nid = \"c1\"\n").find(file + "1:3: TOML-WRONG-TYPE") == 0);
}

TEST_CASE("wording: of what there is not, and of translations that are missing") {
  const std::string file = "/ws/forms/f.2026-01.wording.toml:";
  CHECK(overlay_problems("[column.c11]\ntitle = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:9: FORM-COLUMN There is no column “c11”. | [column.c11] | c1\n");
  CHECK(overlay_problems("[group.g2]\ntitle = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:8: FORM-GROUP There is no column group “g2”. | [group.g2] | \n");
  CHECK(overlay_problems("[field.x]\ntitle = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:8: FORM-FIELD There is no field “x”. | [field.x] | \n");
  CHECK(overlay_problems("[column.c1]\n") ==
        file + "1:1: TOML-MISSING-KEY The required key “title” is missing. Add it. | [column.c1] | \n");
  CHECK(overlay_problems("title = { kk = \"А\" }\n").find("TOML-MISSING-TRANSLATION") != std::string::npos);
}

TEST_CASE("wording: the sentence of a nil report") {
  const std::string sentence = "nil_sentence = { kk = \"Ештеңе болған жоқ.\", ru = \"Ничего не было.\" }\n";
  Diagnostics diagnostics;
  const FormDefinition form =
      read_form(small_form::file("allow_nil = true\n" + kForm), {overlay(sentence)}, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(form.wording.nil_sentence.text.kk == "Ештеңе болған жоқ.");
  CHECK(form.wording.nil_sentence.in(Lang::kk) == Provenance::official);
  CHECK(overlay_problems(sentence).find("1:1: FORM-NIL-SENTENCE") != std::string::npos);
}

TEST_CASE("wording: messages of rules, notes and instructions") {
  Diagnostics diagnostics;
  const FormDefinition form = corrected(R"(provenance = "own"
instructions = [{ kk = "Былай толтырыңыз.", ru = "Заполняйте так." }]
[column.c2]
note = { kk = "Бүтін сан.", ru = "Целое число." }
[field.f1]
title = { kk = "Ресми жол", ru = "Официальное поле" }
note = { kk = "Қолтаңба.", ru = "Подпись." }
[rule.F-FEW]
message = { kk = "«{c1}» үшін {c2} аз.", ru = "Для «{c1}» {c2} мало.", en = "{c2} is too few for “{c1}”." }
)",
                                        diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(form.wording.instructions.at(0).ru == "Заполняйте так.");
  CHECK(form.column("c2")->guide.note.kk == "Бүтін сан.");
  CHECK(form.column("c2")->title.text.kk == "Саны");
  CHECK(form.field("f1")->title.in(Lang::kk) == Provenance::own);
  CHECK(form.field("f1")->guide.note.ru == "Подпись.");
  REQUIRE(form.rules.size() == 1);
  CHECK(form.rules[0].message.ru == "Для «{c1}» {c2} мало.");
  CHECK(form.rules[0].check == "row.c2 > 5");
}

TEST_CASE("wording: a message shows the values of the edition's message, and no other") {
  const std::string file = "/ws/forms/f.2026-01.wording.toml:";
  const std::string rule = "[rule.F-FEW]\nmessage = ";
  CHECK(overlay_problems("[rule.F-FE]\nmessage = { kk = \"А\", ru = \"Б\" }\n") ==
        file + "1:7: FORM-RULE There is no rule “F-FE”. | [rule.F-FE] | F-FEW\n");
  const std::string lost = rule + "{ kk = \"Аз: {c2}, {c1}\", ru = \"Мало: {c1}\" }";
  CHECK(overlay_problems(lost + "\n") ==
        file +
            "2:1: FORM-WORDING-VALUE-LOST The edition's message shows “c2”, the text “ru” of the "
            "corrected one does not. Add it. | " +
            lost.substr(lost.find("message")) + " | \n");
  const std::string other = rule + "{ kk = \"Аз: {c2}, {c1}, {c3}\", ru = \"Мало: {c2}, {c1}\" }";
  CHECK(overlay_problems(other + "\n") ==
        file +
            "2:1: FORM-WORDING-VALUE The edition's message does not show “c3”, the text “kk” of "
            "the corrected one does. A corrected message may show the same values only. | " +
            other.substr(other.find("message")) + " | \n");
  CHECK(overlay_problems(rule + "{ kk = \"Аз: {c2}, {c1} {{x}}\", ru = \"Мало: {c2}, {c1}\" }\n").empty());
  CHECK(overlay_problems(lost + "\ncheck = \"row.c2 > 4\"\n").find("FORM-WORDING-FROZEN") != std::string::npos);
}

TEST_CASE("wording: a corrected title is not that of another column, nor was it") {
  const std::string twice = overlay_problems("[column.c2]\ntitle = { kk = \"Атауы\", ru = \"Другое\" }\n");
  CHECK(twice.find("forms/f.2026-01.wording.toml:2:1: FORM-TITLE-TWICE “Атауы” is also the title or id of “c1”.") !=
        std::string::npos);
  // Interchanged titles: a workbook handed out before could be read either way.
  CHECK(overlay_problems("[column.c1]\ntitle = { kk = \"Саны\", ru = \"Число\" }\n[column.c2]\n"
                         "title = { kk = \"Атауы\", ru = \"Название\" }\n")
            .find("FORM-TITLE-TWICE") != std::string::npos);
}

TEST_CASE("wording: the one shipped first, the office's over it") {
  const datafile::LibraryFile shipped{"forms/f.2026-01.wording.toml", "forms/f.2026-01.wording.toml",
                                      "title = { kk = \"Жеткізілген\", ru = \"Поставлено\" }\n[column.c1]\n"
                                      "title = { kk = \"Бір\", ru = \"Один\" }"};
  const datafile::LibraryFile office = overlay("title = { kk = \"Кеңсенікі\", ru = \"Канцелярия\" }\n");
  Diagnostics diagnostics;
  const FormDefinition form = read_form(small_form::file(kGrouped), {shipped, office}, diagnostics);
  CHECK(form.wording.title.text.kk == "Кеңсенікі");
  CHECK(form.wording.short_title.text.kk == "Кеңсенікі");
  CHECK(form.column("c1")->title.text.ru == "Один");
  const FormDefinition again = read_form(small_form::file(form.file.text), {}, diagnostics);
  CHECK(fixture::say(diagnostics).empty());
  CHECK(again.file.text == form.file.text);
  CHECK(again.file.sha256() == form.file.sha256());
  CHECK(again.wording.title.text.kk == "Кеңсенікі");
  CHECK(again.column("c1")->title.text.ru == "Один");
}

TEST_CASE("wording: a title like another is said where it was corrected, and names the other") {
  CHECK(overlay_problems("[field.f1]\ntitle = { kk = \"Үш\", ru = \"Поле\" }\n").find("“c3”") != std::string::npos);
  CHECK(overlay_problems("[column.c3]\ntitle = { kk = \"Жол\", ru = \"Три\" }\n").find("“f1”") != std::string::npos);
}

TEST_CASE("wording: a key with the standard sentence has none to correct") {
  const std::string form = kGrouped +
                           "[[column]]\nid = \"n\"\ntitle = { kk = \"Көлемі\", ru = \"Объём\" }\n"
                           "type = \"integer\"\nmin = { value = 1, code = \"F-LOW\" }\n";
  Diagnostics diagnostics;
  static_cast<void>(read_form(small_form::file(form),
                              {overlay("[rule.F-LOW]\nmessage = { kk = \"Аз\", ru = \"Мало\" }\n[rule.F-LAW]\nmessage "
                                       "= { kk = \"А\", ru = \"Б\" }\n")},
                              diagnostics));
  std::string said;
  for (const Diagnostic& one : diagnostics) said += one.code + " ";
  CHECK(said == "FORM-RULE-STANDARD FORM-RULE ");
}
