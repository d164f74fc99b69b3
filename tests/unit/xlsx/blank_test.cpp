// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/file.h"
#include "document/sample_document.h"
#include "document/sample_form.h"
#include "temporary_folder.h"
#include "xlsx/read_back.h"
#include "xlsx/write.h"

using namespace esep;

TEST_CASE("a blank is closed but for its input cells, rows below the prepared ones included", "[xlsx]") {
  const Folder folder;
  const auto form = sample::form();
  xlsx::write(document::blank_workbook(sample::blank_request(form)), folder / "blank.xlsx");
  CHECK(read_back(folder / "blank.xlsx", "sheets") ==
        "Есеп visible active\n_check hidden \nНұсқаулық visible \n_esep hidden \n_lists hidden \n");
  CHECK(read_back(folder / "blank.xlsx", "open") ==
        "column A\ncolumn B\ncolumn C\ncolumn D\ncolumn E\nD5 E5\nD6 E6\nD7 E7\nA13 B13 C13 D13 E13\nA14 B14 "
        "C14 D14 E14\n"
        "A15 B15 C15 D15 E15\nclosed rows 1 2 3 4 5 6 7 8 9 10 11 12\n");
  const std::string layout = read_back(folder / "blank.xlsx", "layout");
  CHECK_THAT(layout, Catch::Contains("freeze B13\nrepeat $9:$12 $A:$A\n"));
  CHECK_THAT(layout, Catch::Contains("protected True"));
  CHECK(read_back(folder / "blank.xlsx", "cells", "_esep")
            .starts_with("A1 'esep-workbook' General s\nB1 '1' General s\nA2 '"));
}

TEST_CASE("help at the cells warns and never stops", "[xlsx]") {
  const Folder folder;
  const auto form = sample::form();
  xlsx::write(document::blank_workbook(sample::blank_request(form)), folder / "blank.xlsx");
  const std::string rules = read_back(folder / "blank.xlsx", "validations");
  CHECK_THAT(
      rules,
      Catch::Contains("B13:B2016 list warning \"Жаңа,Ескі\" | None | None | Бұл мән тізімде жоқ. Тізімнен таңдаңыз."));
  CHECK_THAT(rules, Catch::Contains("C13:C2016 decimal warning "));
  CHECK_THAT(rules, Catch::Contains("E13:E2016 list warning \"иә,жоқ\""));
  CHECK_THAT(rules, Catch::Contains("| № 1 | Міндетті түрде толтырылады.\nМысалы: Алтын | None"));
  CHECK_THAT(rules, !Catch::Contains(" stop "));
}

TEST_CASE("limits of the form stand in the cells, those of the day of receipt not yet", "[xlsx]") {
  const Folder folder;
  const std::string columns = R"(
[[column]]
id = "share"
number = "6"
title = { kk = "Үлесі", ru = "Доля" }
type = "percent"
min = "0.5"
max = 100
[[column]]
id = "people"
number = "7"
title = { kk = "Адам", ru = "Люди" }
type = "integer"
min = 1
[[column]]
id = "held_on"
number = "8"
title = { kk = "Өткен күні", ru = "Дата" }
type = "date"
min = "period_start"
max = "period_end"
[[column]]
id = "signed_on"
number = "9"
title = { kk = "Қол қойылған күні", ru = "Дата подписания" }
type = "date"
min = 1899-01-01
max = "received_on"
[[signature]]
)";
  std::string text = sample::kForm;
  text.replace(text.find("[[signature]]\n"), std::string("[[signature]]\n").size(), columns);
  text.replace(text.find("[\"dates\"]]"), std::string("[\"dates\"]]").size(),
               "[\"dates\"], [\"share\", \"people\", \"held_on\", \"signed_on\"]]");
  const auto form = sample::form(text);
  auto request = sample::blank_request(form);
  request.identity.period = "2026-10";
  xlsx::write(document::blank_workbook(request), folder / "blank.xlsx");
  const std::string rules = read_back(folder / "blank.xlsx", "validations");
  CHECK_THAT(rules, Catch::Contains(" decimal warning 0.5"));
  CHECK_THAT(rules, Catch::Contains("0,5 мәнінен кем емес. 100 мәнінен артық емес."));
  CHECK_THAT(rules, Catch::Contains(" whole warning 1"));
  CHECK_THAT(rules, Catch::Contains("01.10.2026 күнінен ерте емес. 31.10.2026 күнінен кеш емес."));
  CHECK_THAT(rules, Catch::Contains(" date warning 46296"));  // 1 October 2026 as Excel counts
  CHECK_THAT(rules, Catch::Contains(" date warning 367"));    // as early as the program asks Excel for
}

TEST_CASE("a list too long for a dropdown of its own stands on a hidden sheet", "[xlsx]") {
  document::Document book;
  document::Section section;
  section.name = "_lists";
  section.input = true;
  document::Table table;
  for (int i = 0; i < 3; ++i) {
    document::TableColumn column;
    column.id = "c" + std::to_string(i);
    column.input = document::InputSpec{};
    column.input->type = form::ColumnType::choice;
    // 127 Cyrillic letters are what libxlsxwriter would take: one list below, one above, one with a comma.
    if (i == 0) column.input->choices = std::vector<std::string>(5, std::string(48, 'x'));
    if (i == 1)
      column.input->choices = {"Қостанай облысының әкімдігінің цифрлық технологиялар басқармасының бөлімі",
                               "Павлодар облысының әкімдігінің ақпараттандыру басқармасының бөлімі"};
    if (i == 2) column.input->choices = {"иә, толық", "жоқ"};
    column.input->prompt = std::string(400, 'p');
    column.input->prompt_title = "Өте ұзын атау, отыз екі таңбадан асады";
    table.header.push_back({column.id, {}});
    table.columns.push_back(column);
  }
  table.rows = document::rows_from({});
  table.blank_rows = 1;
  section.blocks.emplace_back(table);
  book.sections.push_back(section);
  const Folder folder;
  xlsx::write(book, folder / "out.xlsx");
  CHECK(read_back(folder / "out.xlsx", "sheets") == "_lists 2 visible active\n_lists hidden \n");
  const std::string rules = read_back(folder / "out.xlsx", "validations");
  CHECK_THAT(rules, Catch::Contains("A2:A2003 list warning \"xxxx"));
  CHECK_THAT(rules, Catch::Contains("B2:B2003 list warning _lists!$A$1:$A$2 | Өте ұзын атау, отыз екі таңбадан |"));
  CHECK_THAT(rules, Catch::Contains("C2:C2003 list warning _lists!$B$1:$B$2 |"));
  const std::string list = read_back(folder / "out.xlsx", "cells", "_lists");
  CHECK_THAT(list, Catch::Contains("B1 'иә, толық' General s\n"));
}
