// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "document/build/filled_form.h"
#include "document/build/findings_document.h"
#include "document/sample_document.h"
#include "document/sample_form.h"
#include "form/shown_value.h"
#include "sqlite/database.h"

using namespace esep;
using namespace esep::document;

namespace {

template <typename Block>
std::vector<Block> blocks(const Section& section) {
  std::vector<Block> out;
  for (const auto& block : section.blocks) {
    if (const auto* one = std::get_if<Block>(&block)) out.push_back(*one);
  }
  return out;
}

std::vector<Row> rows_of(const Table& table) {
  std::vector<Row> out;
  const auto cursor = table.rows();
  for (Row row; cursor->next(row);) out.push_back(row);
  return out;
}

// "12.10.2026|[…]|": the values of a row as a reader sees them; [] a cell joined with the one above, ! a closed one.
std::string line(const Row& row) {
  std::string out;
  for (const auto& cell : row.cells)
    out += (cell.continued ? "[]" : form::display_text(cell.value, 2, Lang::kk)) + (cell.locked ? "!|" : "|");
  return out;
}

std::string tree(const std::vector<HeaderCell>& cells) {
  std::string out;
  for (const auto& cell : cells)
    out += (out.empty() ? "" : ", ") + cell.title + (cell.children.empty() ? "" : "(" + tree(cell.children) + ")");
  return out;
}

std::string paragraphs(const Section& section) {
  std::string out;
  for (const auto& one : blocks<Paragraph>(section)) out += one.text + "\n";
  return out;
}

}  // namespace

TEST_CASE("the header tree follows groups of any depth", "[document]") {
  const auto form = sample::form();
  CHECK(tree(header_tree(form, Lang::kk)) ==
        "Жүйе туралы(Толығырақ(Жүйенің атауы, Түрі), Сомасы), Сынақ күндері, Келісілді ме");
  CHECK(tree(header_tree(form, Lang::ru)) ==
        "О системе(Подробнее(Название системы, Вид), Сумма), Даты испытаний, Согласовано");
}

TEST_CASE("a reader sees titles and dotted dates for what is stored", "[document]") {
  const auto form = sample::form();
  CHECK(form::shown_value(*form.column("kind"), std::string("old"), Lang::ru) == form::Value(std::string("Старая")));
  CHECK(form::shown_value(*form.column("kind"), std::string("gone"), Lang::ru) == form::Value(std::string("gone")));
  CHECK(form::shown_value(*form.column("dates"), std::string("trial: 2026-10-05\ntrial: 2026-11-06"), Lang::kk) ==
        form::Value(std::string("Сынақ: 05.10.2026\nСынақ: 06.11.2026")));
  CHECK(form::shown_value(*form.column("system"), std::string("new"), Lang::kk) == form::Value(std::string("new")));
}

TEST_CASE("a blank has an entry sheet, an instruction sheet and an identity", "[document]") {
  const auto form = sample::form();
  auto request = sample::blank_request(form);
  request.fields["donor"] = std::string("Әлем қоры");
  const Document blank = blank_workbook(request);
  REQUIRE(blank.sections.size() == 3);
  CHECK(blank.sections[0].input);
  CHECK(blank.sections[1].workbook_only);
  CHECK(blank.sections[2].hidden);
  CHECK(blank.sections[2].name == "_esep");
  const auto fields = blocks<Fields>(blank.sections[0]).at(0).fields;
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].value == form::Value(std::string("Әлем қоры")));
  CHECK(fields[0].input.has_value());
  CHECK(fields[2].id == "_nil");
  CHECK(fields[2].input->choices == std::vector<std::string>{"иә", "жоқ"});
  const Table table = blocks<Table>(blank.sections[0]).at(0);
  CHECK(table.number_row);
  CHECK(table.blank_rows == 3);
  CHECK(rows_of(table).empty());
  CHECK(table.columns[1].input->choices == std::vector<std::string>{"Жаңа", "Ескі"});
  CHECK(table.columns[3].type == form::ColumnType::text);  // several dates in a cell are no date for Excel
  CHECK(table.columns[4].input->choices == std::vector<std::string>{"иә", "жоқ"});
  std::vector<std::pair<std::string, std::string>> identity;
  const Fields hidden = blocks<Fields>(blank.sections[2]).at(0);
  for (const auto& field : hidden.fields) identity.emplace_back(field.label, form::canonical_text(field.value));
  const auto decoded = form::WorkbookIdentity::decode(identity);
  REQUIRE(decoded.has_value());
  CHECK(decoded->form == "sample");
  CHECK(decoded->subject == "G-001");
  CHECK(decoded->period == "2026-10");
}

TEST_CASE("pre-filled rows stand as a reader types them", "[document]") {
  const auto form = sample::form();
  auto request = sample::blank_request(form);
  request.rows = {
      {std::string("Алтын"), std::string("new"), *Decimal::parse("10.5"), std::string("trial: 2026-10-05"), true},
      {{}, {}, *Decimal::parse("2"), {}, {}}};
  const auto rows = rows_of(blocks<Table>(blank_workbook(request).sections[0]).at(0));
  REQUIRE(rows.size() == 2);
  CHECK(line(rows[0]) == "Алтын|Жаңа|10,50|Сынақ: 05.10.2026|иә|");
  CHECK(line(rows[1]) == "||2,00|||");
}

TEST_CASE("rows that a form fixes are closed in their given cells", "[document]") {
  std::string text = sample::kForm;
  const size_t from = text.find("[rows]");
  text.replace(from, text.find("[[field]]") - from, R"([rows]
kind = "fixed"
[[rows.fixed]]
id = "all"
title = { kk = "Барлығы", ru = "Всего" }
values = { system = "Барлық жүйе", kind = "Ескі" }
[[rows.fixed]]
id = "some"
title = { kk = "Оның ішінде", ru = "В том числе" }
values = { system = "Кейбірі" }
)");
  const auto form = sample::form(text);
  auto request = sample::blank_request(form);
  request.rows = {{std::string("өзгерген"), {}, *Decimal::parse("7"), {}, {}}};
  const Table table = blocks<Table>(blank_workbook(request).sections[0]).at(0);
  CHECK(table.blank_rows == 0);
  const auto rows = rows_of(table);
  REQUIRE(rows.size() == 2);
  CHECK(line(rows[0]) == "Барлық жүйе!|Ескі!|7,00|||");
  CHECK(line(rows[1]) == "Кейбірі!|||||");
}

TEST_CASE("the instruction sheet says whose, when, by what law, how, and what is not official", "[document]") {
  const auto form = sample::form();
  auto request = sample::blank_request(form, Lang::ru);
  form::Obligation obligation;
  obligation.title = {"Міндет", "Ежемесячный отчёт", ""};
  request.duty.obligation = &obligation;
  request.duty.law = {"3-бап", "статья 3", ""};
  request.duty.recipient = {"Министрлік", "Министерство", ""};
  request.duty.due.effective = sample::day(2026, 11, 20);
  request.duty.due.computed_calendar = true;
  calendar::ExplanationStep step;
  step.date = sample::day(2026, 11, 20);
  step.text = Message(LocalText{"мерзім", "срок", "term"});
  step.act = {"акт", "акт о сроке", ""};
  request.duty.due.steps = calendar::Explanation({step});
  const Document blank = blank_workbook(request);
  const Section& sheet = blank.sections[1];
  std::string facts;
  const Fields shown = blocks<Fields>(sheet).at(0);
  for (const auto& field : shown.fields) facts += field.label + ": " + form::canonical_text(field.value) + "\n";
  CHECK_THAT(facts, Catch::Contains("Срок сдачи (до 24:00 этого дня): 20.11.2026\nПравовое основание срока: "
                                    "статья 3\nКому сдаётся: Министерство\n"));
  CHECK_THAT(facts, Catch::Contains("Правовое основание формы: Приказ 2025 года, пункт 5\nРедакция формы: 2026-01\n"));
  const std::string text = paragraphs(sheet);
  CHECK_THAT(text, Catch::Contains("20.11.2026 – срок (акт о сроке)\n"));
  CHECK_THAT(text, Catch::Contains("Календарь этого года вычислен по закону"));
  CHECK_THAT(text, Catch::Contains("Если за период изменений не было"));
  CHECK_THAT(text, Catch::Contains("Заполняйте внимательно."));
  CHECK_THAT(text, Catch::Contains("Происхождение – перевод (официальный текст на другом языке): «Форма»; "
                                   "«Образец формы»; «Организация-донор»"));
  const auto guide = rows_of(blocks<Table>(sheet).at(0));
  REQUIRE(guide.size() == 7);
  CHECK(line(guide[2]) ==
        "1|Название системы|текст|да||Алтын|перевод (официальный текст на другом языке): В приказе не видно|");
  CHECK(line(guide[3]) == "2|Вид|выбор из списка: Новая; Старая|нет|||перевод (официальный текст на другом языке)|");
  CHECK(line(guide[4]) ==
        "3|Сумма|сумма, тенге, до 2 знаков после запятой|нет|||перевод (официальный текст на другом языке)|");
}

TEST_CASE("the instruction sheet names the limits of columns and fields, and each day once", "[document]") {
  auto form = sample::form();
  form.columns[2].checks.min = form::Bound{*Decimal::parse("0.5"), {}, {}};
  form.columns[2].checks.max = form::Bound{*Decimal::parse("1000"), {}, {}};
  form.fields[0].type = form::ColumnType::date;
  form.fields[0].checks.min = form::Bound{{}, form::ReportDay::period_start, {}};
  form.fields[0].checks.max = form::Bound{{}, form::ReportDay::received_on, {}};
  auto request = sample::blank_request(form, Lang::ru);
  calendar::ExplanationStep step;
  step.date = sample::day(2026, 11, 20);
  step.text = Message(LocalText{"күні 20.11.2026", "срок 20.11.2026", "term"});
  request.duty.due.steps = calendar::Explanation({step});
  const Section sheet = blank_workbook(request).sections[1];
  const auto guide = rows_of(blocks<Table>(sheet).at(0));
  CHECK_THAT(line(guide[0]), Catch::Contains("\nНе раньше 01.10.2026.\nНе позже дня поступления отчёта.|"));
  CHECK_THAT(line(guide[4]), Catch::Contains("\nНе меньше 0,50.\nНе больше 1\u00A0000,00.|"));
  CHECK_THAT(paragraphs(sheet), Catch::StartsWith("срок 20.11.2026\n"));
}

TEST_CASE("a registered report as a paper, its records of several rows joined", "[document]") {
  const auto form = sample::form();
  sqlite::Database database = sqlite::Database::temporary();
  const table::FormTable stored(form);
  stored.create(database);
  table::RowWriter writer(database, stored);
  writer.insert(1, {7, 1, true, {std::string("Алтын"), std::string("new"), *Decimal::parse("10.5"), {}, true}});
  writer.insert(
      1, {8,
          1,
          false,
          {std::string("Алтын"), std::string("new"), *Decimal::parse("2"), std::string("trial: 2026-10-05"), {}}});
  writer.insert(1, {9, 2, true, {std::string("Күміс"), {}, {}, {}, {}}});
  FilledRequest request;
  request.form = &form;
  request.say = sample::say(Lang::kk);
  request.fields["head_name"] = std::string("А. Үлгі");
  request.rows = [&] { return std::make_unique<table::RowReader>(database, stored, 1); };
  request.code = "AB12";
  const Document paper = filled_form(request);
  REQUIRE(paper.sections.size() == 1);
  const Table table = blocks<Table>(paper.sections[0]).at(0);
  CHECK(table.continuation == "Кестенің жалғасы");
  CHECK(table.columns[0].key);
  for (int pass = 0; pass < 2; ++pass) {
    const auto rows = rows_of(table);
    REQUIRE(rows.size() == 3);
    CHECK(line(rows[0]) == "Алтын|Жаңа|10,50||иә|");
    CHECK(line(rows[1]) == "[]|[]|2,00|Сынақ: 05.10.2026||");
    CHECK(line(rows[2]) == "Күміс|||||");
  }
  CHECK(blocks<Signatures>(paper.sections[0]).at(0).lines.at(0).name == "А. Үлгі");
  CHECK(paragraphs(paper.sections[0]) == "Ескертпе: ЖЖ – жасанды жүйе.\n");
  request.nil = true;
  request.rows = nullptr;
  const Document nil = filled_form(request);
  CHECK(rows_of(blocks<Table>(nil.sections[0]).at(0)).empty());
  CHECK(blocks<Paragraph>(nil.sections[0]).at(0).text == "Есепті кезеңде өзгеріс болған жоқ.");
  form::FormDefinition of_its_own = form;
  of_its_own.wording.nil_sentence.text = {"Алма жиналған жоқ.", "Яблоки не собраны.", ""};
  request.form = &of_its_own;
  CHECK(blocks<Paragraph>(filled_form(request).sections[0]).at(0).text == "Алма жиналған жоқ.");
  request.form = &form;
  request.nil = false;
  request.no_rows = Message("PAPER-REJECTED-TABLE");
  const Document refused = filled_form(request);
  CHECK(is_left_out(blocks<Table>(refused.sections[0]).at(0)));
  CHECK_FALSE(is_left_out(table));
}

TEST_CASE("findings as a paper, errors first", "[document]") {
  FindingsRequest request;
  request.lang = Lang::ru;
  request.say = sample::say(Lang::ru);
  report::Finding warning;
  warning.file = "a.xlsx";
  warning.sheet = "Отчёт";
  warning.cell = "C14";
  warning.row = 14;
  warning.code = "W-1";
  warning.severity = Severity::warning;
  warning.message = Message(LocalText{"ескерту", "замечание", "remark"});
  report::Finding error = warning;
  error.cell.clear();
  error.code = "E-1";
  error.severity = Severity::error;
  error.law = {"1-бап", "статья 1", ""};
  request.findings = {warning, error};
  const Document paper = findings_document(request);
  CHECK(paragraphs(paper.sections.at(0)) == "Ошибок: 1, предупреждений: 1, сведений: 0.\n");
  const auto rows = rows_of(blocks<Table>(paper.sections[0]).at(0));
  REQUIRE(rows.size() == 2);
  CHECK(line(rows[0]) == "a.xlsx|Отчёт|14|ошибка|E-1|замечание|статья 1|");
  CHECK(line(rows[1]) == "a.xlsx|Отчёт|C14|предупреждение|W-1|замечание||");
  CHECK(rows[0].cells[3].emphasis == Emphasis::bad);
  request.findings.clear();
  CHECK(paragraphs(findings_document(request).sections.at(0)) == "Ошибок не найдено.\n");
}
