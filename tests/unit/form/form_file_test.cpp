// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "form/form_fixture.h"

using namespace esep;
using namespace esep::form;
using fixture::problems;
using fixture::right_form;
using fixture::short_problems;
using small_form::kForm;
using small_form::with;

namespace {

const std::string kWhole = R"(form = "f"
edition = "2026-01"
period = "quarter"
subject = "grants"
stages = ["draft", "approved"]
allow_nil = true
nil_sentence = { kk = "Ештеңе болған жоқ.", ru = "Ничего не было.", provenance = "own" }
provenance = { kk = "official", ru = "translated" }
title = { kk = "Ұзақ атау", ru = "Длинное название", en = "Long title", provenance = { kk = "partly" } }
short_title = { kk = "Нысан", ru = "Форма", provenance = "own" }
continuation = { kk = "Жалғасы", ru = "Продолжение" }
stamp = [ { kk = "1-қосымша", ru = "Приложение 1" }, { kk = "QR", ru = "QR", same = true } ]
notes = [ { kk = "Ескертпе", ru = "Примечание" } ]
instructions = [ { kk = "Толтырыңыз", ru = "Заполните", en = "Fill in" } ]
law = { kk = "Бұйрық", ru = "Приказ" }
law_paragraph = { kk = "4-тармақ", ru = "пункт 4" }
in_force = { from = 2026-01-01, to = 2026-12-31, assumed = true, note = { kk = "Болжам", ru = "Предположение" } }
[rows]
kind = "grouped"
min = 1
max = 100
blank = 10
head = ["c1"]
lists = [["c2"], ["c3", "c4"]]
[[field]]
id = "head_name"
title = { kk = "Басшы", ru = "Руководитель" }
[[group]]
id = "g1"
title = { kk = "Топ", ru = "Группа" }
[[group]]
id = "g2"
parent = "g1"
title = { kk = "Ішкі топ", ru = "Подгруппа" }
[[column]]
id = "c1"
title = { kk = "Бір", ru = "Один" }
[[column]]
id = "c2"
group = "g2"
title = { kk = "Екі", ru = "Два" }
[[column]]
id = "c3"
group = "g1"
title = { kk = "Үш", ru = "Три" }
[[column]]
id = "c4"
title = { kk = "Төрт", ru = "Четыре" }
[[signature]]
title = { kk = "Бірінші басшы", ru = "Первый руководитель" }
name_field = "head_name"
[[rule]]
code = "R-1"
scope = "table"
check = "1 = 1"
column = "head_name"
severity = "info"
message = { kk = "Қате", ru = "Ошибка" }
law = { kk = "4-тармақ", ru = "пункт 4" }
enforce_from = 2026-07-01
[[example]]
name = "бос"
nil = true
fields = { head_name = "" }
subject = { donor = "БҰҰ" }
rows = [ { c1 = "а", c2 = "" }, { c2 = "б" } ]
findings = [ { at = "c2[1]", code = "R-1" }, { code = "R-2" } ]
)";

}  // namespace

TEST_CASE("form file: head and words") {
  const FormDefinition one = right_form(kWhole);
  CHECK(one.id == "f");
  CHECK(one.edition == "2026-01");
  CHECK(one.period == calendar::PeriodKind::quarter);
  CHECK(one.subject == "grants");
  CHECK(one.reporting.stages == std::vector<std::string>{"draft", "approved"});
  CHECK(one.reporting.allow_nil);
  CHECK(one.wording.title.text == LocalText{"Ұзақ атау", "Длинное название", "Long title"});
  CHECK(one.wording.title.kk == Provenance::partly);
  CHECK(one.wording.title.ru == Provenance::translated);
  CHECK(one.wording.short_title.in(Lang::ru) == Provenance::own);
  CHECK(one.wording.continuation.in(Lang::kk) == Provenance::official);
  CHECK(one.wording.nil_sentence.text.ru == "Ничего не было.");
  CHECK(one.wording.nil_sentence.in(Lang::ru) == Provenance::own);
  REQUIRE(one.wording.stamp.size() == 2);
  CHECK(one.wording.stamp[1].text.ru == "QR");
  CHECK(one.wording.notes.at(0).text.kk == "Ескертпе");
  CHECK(one.wording.instructions.at(0).en == "Fill in");
  CHECK(one.law.paragraph.ru == "пункт 4");
  CHECK(one.law.in_force.from.iso() == "2026-01-01");
  CHECK(one.law.in_force.to->iso() == "2026-12-31");
  CHECK(one.law.in_force.assumed);
  CHECK(one.law.in_force.note.kk == "Болжам");
}

TEST_CASE("form file: table, rules and examples") {
  const FormDefinition one = right_form(kWhole);
  CHECK(one.rows.min == 1);
  CHECK(one.rows.max == 100);
  CHECK(one.rows.blank == 10);
  CHECK(one.is_head_column("c1"));
  CHECK_FALSE(one.is_head_column("c3"));
  CHECK(one.list_of("c1") == -1);
  CHECK(one.list_of("c4") == 1);
  CHECK(one.column_index("c3") == 2);
  CHECK(one.column_index("c9") == -1);
  CHECK(one.group("g2")->parent == "g1");
  CHECK(one.wording.signatures.at(0).name_field == "head_name");
  CHECK(one.rules.at(0).scope == RuleScope::table);
  CHECK(one.rules.at(0).severity == Severity::info);
  CHECK(one.rules.at(0).enforce_from->iso() == "2026-07-01");
  const Example& example = one.examples.at(0);
  CHECK(example.nil);
  CHECK(example.fields == std::map<std::string, std::string>{{"head_name", ""}});
  CHECK(example.subject == std::map<std::string, std::string>{{"donor", "БҰҰ"}});
  CHECK(example.rows.size() == 2);
  CHECK(example.findings == std::vector<ExampleFinding>{{"c2[1]", "R-1"}, {"", "R-2"}});
}

TEST_CASE("form file: text, hash and titles that are left out") {
  const FormDefinition one = right_form(kForm);
  CHECK(one.file.text == kForm);
  CHECK(one.file.sha256() == sha256_hex(kForm));
  CHECK(one.wording.short_title.text == one.wording.title.text);
  CHECK(one.rows.kind == RowKind::repeat);
  CHECK(one.rows.blank == 40);
}

TEST_CASE("form file: a sentence for nil reports, an example with a subject: where they belong") {
  CHECK(short_problems("nil_sentence = { kk = \"Жоқ.\", ru = \"Нет.\" }\n" + kForm).find("1:1: FORM-NIL-SENTENCE") ==
        0);
  CHECK(short_problems("allow_nil = true\nnil_sentence = { kk = \"Жоқ.\", ru = \"Нет.\" }\n" + kForm).empty());
  CHECK(short_problems(kForm + "[[example]]\nname = \"a\"\nsubject = { donor = \"x\" }\n")
            .find("FORM-EXAMPLE-SUBJECT The example “a” has a subject") != std::string::npos);
}

TEST_CASE("form file: what is missing") {
  const std::string missing = "forms/f.2026-01.toml:1:1: TOML-MISSING-KEY The required key “";
  const std::string rest = "” is missing. Add it. | [[column]] | \n";
  CHECK(problems("[[column]]\nid = \"c1\"\n") == missing + "form" + rest + missing + "edition" + rest + missing +
                                                     "title" + rest + missing + "law" + rest + missing + "in_force" +
                                                     rest + missing + "title" + rest);
  CHECK(short_problems(with(kForm, "from = 2026-01-01", "assumed = true")) ==
        "6:12: TOML-MISSING-KEY The required key “from” is missing. Add it. | in_force = { assumed = true } "
        "| \n");
}

TEST_CASE("form file: translations") {
  CHECK(short_problems(with(kForm, "{ kk = \"Нысан\", ru = \"Форма\" }", "{ kk = \"Нысан\" }")) ==
        "4:9: TOML-MISSING-TRANSLATION The text “title” has no translation in the language “ru”. Add it. | title "
        "= { kk = \"Нысан\" } | \n");
  CHECK(
      short_problems(with(kForm, "ru = \"Форма\"", "ru = \"Нысан\"")) ==
      "4:25: TOML-SAME-TRANSLATION The text “title” is the same in different languages. Translate it, or write same = "
      "true if it really is the same. | title = { kk = \"Нысан\", ru = \"Нысан\" } | \n");
  CHECK(short_problems(with(kForm, "ru = \"Форма\"", "ru = \"Нысан\", same = true")).empty());
  CHECK(short_problems(with(kForm, "ru = \"Приказ\"", "ru = \"Бұйрық\""))
            .find("5:1: TOML-SAME-TRANSLATION The text “law”") == 0);
  CHECK(short_problems("instructions = [ { kk = \"Толтыру\", ru = \" \" } ]\n" + kForm)
            .find("1:36: TOML-MISSING-TRANSLATION") == 0);
}

TEST_CASE("form file: texts that no workbook can hold") {
  CHECK(short_problems(with(kForm, "ru = \"Форма\"", "ru = \"Фор\\u0001ма\"")) ==
        "4:25: FORM-TEXT-CONTROL The text “ru” holds an invisible control character. Remove it. | "
        "title = { kk = \"Нысан\", ru = \"Фор\\u0001ма\" } | \n");
  CHECK(short_problems(with(kForm, "ru = \"Форма\"", "ru = \"Две\\nстроки\"")).empty());
  std::string endless;
  for (int i = 0; i < 32768; ++i) endless += "ұ";
  CHECK(short_problems(with(kForm, "\"Бұйрық\"", "\"" + endless + "\""))
            .find("5:1: FORM-TEXT-LONG The text “kk” has 32768 characters; an Excel cell holds 32767. "
                  "Shorten it. | ") == 0);
}

TEST_CASE("form file: edition, file name and force") {
  CHECK(short_problems(with(kForm, "\"2026-01\"", "\"2026-02\"")) ==
        "2:1: FORM-FILE-NAME The file must be called f.2026-02.toml, after the pattern <form>.<edition>.toml. | "
        "edition = \"2026-02\" | \n");
  CHECK(short_problems(with(kForm, "\"2026-01\"", "\"2026.01\"")) ==
        "2:1: FORM-EDITION The edition “2026.01” may consist only of a–z, 0–9 and -, for example 2026-09. | "
        "edition = \"2026.01\" | \n"
        "2:1: FORM-FILE-NAME The file must be called f.2026.01.toml, after the pattern <form>.<edition>.toml. | "
        "edition = \"2026.01\" | \n");
  CHECK(short_problems(with(kForm, "form = \"f\"", "form = \"F\\\"x\""))
            .find("1:1: FORM-NAME The name “F\"x” must begin") == 0);
  CHECK(short_problems(with(kForm, "from = 2026-01-01", "from = 2026-01-01, to = 2025-12-31")) ==
        "6:33: FORM-IN-FORCE The edition ends before it begins: 01.01.2026 – 31.12.2025. | "
        "in_force = { from = 2026-01-01, to = 2025-12-31 } | \n");
}

TEST_CASE("form file: misspelt keys get a suggestion, also for keys that are not there") {
  CHECK(short_problems("perod = \"month\"\n" + with(kForm, "period = \"month\"\n", ""))
            .ends_with(" | perod = \"month\" | period\n"));
  CHECK(short_problems(kForm + "[[obligations]]\nid = \"x\"\n").ends_with(" | [[obligations]] | obligation\n"));
  CHECK(short_problems("period = \"mounth\"\n" + with(kForm, "period = \"month\"\n", "")) ==
        "1:1: TOML-BAD-VALUE The key “period” cannot have the value “mounth”. Possible values: month, "
        "quarter, half_year, year. | "
        "period = \"mounth\" | month\n");
}

TEST_CASE("form file: what is no TOML, or has other kinds of values, is refused") {
  Diagnostics diagnostics;
  static_cast<void>(read_form(small_form::file("form = \n"), {}, diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "TOML-SYNTAX-VALUE");
  const std::string odd = short_problems(
      "form = 1\nedition = [2]\ncolumn = 5\nrows = []\nrule = { }\nin_force = 1\ntitle = \"x\"\nlaw = "
      "2\nfield = [1]\n");
  for (int line = 1; line <= 9; ++line) {
    INFO(line);
    CHECK(("\n" + odd).find("\n" + std::to_string(line) + ":1: TOML-WRONG-TYPE ") != std::string::npos);
  }
}
