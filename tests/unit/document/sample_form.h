// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "datafile/library.h"
#include "datafile/message_catalogue.h"
#include "document/build/blank_workbook.h"
#include "form/form_catalog.h"
#include "source_folder.h"

namespace sample {

using namespace esep::document;

/// A grouped form of every row and column kind that builders treat in a way of its own.
inline const char* const kForm = R"(
form = "sample"
edition = "2026-01"
period = "month"
allow_nil = true
provenance = { kk = "official", ru = "translated" }
title = { kk = "Үлгі нысан", ru = "Образец формы", provenance = { kk = "reconstructed", ru = "translated" } }
stamp = [ { kk = "Нысан", ru = "Форма" } ]
continuation = { kk = "Кестенің жалғасы", ru = "Продолжение таблицы" }
notes = [ { kk = "Ескертпе: ЖЖ – жасанды жүйе.", ru = "Примечание: ЖЖ – искусственная система." } ]
instructions = [ { kk = "Мұқият толтырыңыз.", ru = "Заполняйте внимательно." } ]
law = { kk = "2025 жылғы бұйрық", ru = "Приказ 2025 года" }
law_paragraph = { kk = "5-тармақ", ru = "пункт 5" }
in_force = { from = 2026-01-01 }

[rows]
kind = "grouped"
blank = 3
head = ["system", "kind"]
lists = [["amount", "agreed"], ["dates"]]

[[field]]
id = "donor"
title = { kk = "Донор ұйым", ru = "Организация-донор" }
type = "text"
required = true
[[field]]
id = "head_name"
title = { kk = "Басшының аты-жөні", ru = "Имя руководителя" }
type = "text"

[[group]]
id = "about"
title = { kk = "Жүйе туралы", ru = "О системе" }
[[group]]
id = "deep"
parent = "about"
title = { kk = "Толығырақ", ru = "Подробнее" }

[[column]]
id = "system"
number = "1"
group = "deep"
title = { kk = "Жүйенің атауы", ru = "Название системы", provenance = { kk = "reconstructed", ru = "translated" } }
type = "text"
required = true
width = 20
key = true
reason = { kk = "Бұйрықта көрінбейді", ru = "В приказе не видно" }
example = "Алтын"
wrong_example = " "
wrong_finding = "CELL-REQUIRED"
[[column]]
id = "kind"
number = "2"
group = "deep"
title = { kk = "Түрі", ru = "Вид" }
type = "choice"
choices = [ { id = "new", title = { kk = "Жаңа", ru = "Новая" } }, { id = "old", title = { kk = "Ескі", ru = "Старая" } } ]
[[column]]
id = "amount"
number = "3"
group = "about"
title = { kk = "Сомасы", ru = "Сумма" }
type = "money"
scale = 2
[[column]]
id = "dates"
number = "4"
title = { kk = "Сынақ күндері", ru = "Даты испытаний" }
type = "text"
pattern = "labelled_date"
multiple = true
choices = [ { id = "trial", title = { kk = "Сынақ", ru = "Испытание" } } ]
[[column]]
id = "agreed"
number = "5"
title = { kk = "Келісілді ме", ru = "Согласовано" }
type = "yes_no"

[[signature]]
title = { kk = "Бірінші басшы", ru = "Первый руководитель" }
name_field = "head_name"
)";

inline esep::form::FormDefinition form(const std::string& text = kForm,
                                       const std::string& file = "forms/sample.2026-01.toml") {
  esep::Diagnostics diagnostics;
  auto out = esep::form::read_form({file, file, text}, {}, diagnostics);
  for (const auto& one : diagnostics) {
    if (one.severity == esep::Severity::error)
      throw std::runtime_error(one.code + " in line " + std::to_string(one.line) + ": " + one.message.key);
  }
  return out;
}

/// Texts of the shipped catalogue in one language.
inline Say say(esep::Lang lang) {
  static const esep::datafile::MessageCatalogue catalogue(esep::datafile::Library::from_folder(source_folder()));
  return [lang](const esep::Message& message) { return catalogue.render(message, lang); };
}

inline BlankRequest blank_request(const esep::form::FormDefinition& form, esep::Lang lang = esep::Lang::kk) {
  BlankRequest out;
  out.form = &form;
  out.identity = {form.id, form.edition, "ab12", "km", "G-001", "2026-10", "", 1, "kk"};
  out.lang = lang;
  out.say = say(lang);
  out.organisation = "Қостанай облысының әкімдігі";
  out.subject = "G-001 гранты";
  out.period = "2026 жылғы қазан";
  out.dated = *esep::calendar::Date::parse_iso("2026-10-31");
  return out;
}

}  // namespace sample
