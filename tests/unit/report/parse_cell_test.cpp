// SPDX-License-Identifier: MIT
#include "report/read/parse_cell.h"

#include <catch2/catch.hpp>

#include "report/read/labelled_date.h"
#include "report/read/parse_date.h"
#include "report/read/parse_number.h"

using namespace esep;
using report::canonical_number;
using report::date_from_serial;
using report::DateSystem;
using report::parse_typed;
using report::parse_typed_date;

namespace {

form::ValueSpec column(form::ColumnType type, int scale = 0) {
  form::ValueSpec out;
  out.id = "c";
  out.type = type;
  out.scale = scale;
  out.title.text = {"Баған", "Графа", ""};
  return out;
}

std::string code_of(const form::ValueSpec& of, std::string_view typed) {
  const auto parsed = parse_typed(of, typed);
  return parsed.problems.empty() ? form::canonical_text(parsed.value) : parsed.problems.front().code;
}

report::GridCell number_cell(const std::string& text, report::CellFormat format) {
  report::GridCell cell;
  cell.kind = report::CellKind::number;
  cell.format = format;
  cell.text = text;
  return cell;
}

}  // namespace

TEST_CASE("numbers as people type them") {
  CHECK(canonical_number("1 234,56") == "1234.56");
  CHECK(canonical_number("1\u00A0234\u202F567") == "1234567");
  CHECK(canonical_number("1.234,56") == "1234.56");
  CHECK(canonical_number("1,234.56") == "1234.56");
  CHECK(canonical_number("-5") == "-5");
  CHECK(canonical_number("\u22125,5") == "-5.5");
  CHECK(canonical_number("12,5 %") == "12.5");
  CHECK(canonical_number("1 200 ₸") == "1200");
  CHECK_FALSE(canonical_number("1,23,456"));
  CHECK_FALSE(canonical_number("1 23 456"));
  CHECK_FALSE(canonical_number("12x34"));
  CHECK_FALSE(canonical_number(""));
  CHECK_FALSE(canonical_number("-"));
  CHECK_FALSE(canonical_number("1."));
}

TEST_CASE("one separator before three digits has two readings") {
  const auto readings = report::two_readings("12.000");
  REQUIRE(readings);
  CHECK(readings->small == "12");
  CHECK(readings->large == "12\u00A0000");
  CHECK(report::two_readings("-1.250")->small == "-1,25");
  for (const char* plain : {"12", "0.125", "1234.000", "12.0", "12.0000"}) CHECK_FALSE(report::two_readings(plain));
}

TEST_CASE("dates as people type them") {
  CHECK(parse_typed_date("05.10.2026")->iso() == "2026-10-05");
  CHECK(parse_typed_date("5.10.2026 г.")->iso() == "2026-10-05");
  for (const char* tail : {"г", "г.", " г", " года", "ж", "ж.", " ж.", " жыл"}) {
    CAPTURE(tail);
    REQUIRE(parse_typed_date("5.10.2026" + std::string(tail)));
    CHECK(parse_typed_date("5.10.2026" + std::string(tail))->iso() == "2026-10-05");
  }
  for (const char* worded : {"5 октября 2026 года", "«05» октября 2026 г.", "2026 жылғы 5 қазан", "5 окт. 2026"}) {
    CAPTURE(worded);
    REQUIRE(report::parse_worded_date(worded));
    CHECK(report::parse_worded_date(worded)->iso() == "2026-10-05");
  }
  for (const char* other : {"октябрь 2026", "5 октября", "1–5 октября 2026 года", "до 5 октября 2026 года",
                            "31 июня 2026 года", "октября 5 2026"}) {
    CAPTURE(other);
    CHECK_FALSE(report::parse_worded_date(other));
  }
  CHECK(parse_typed_date("05/10/2026")->iso() == "2026-10-05");
  CHECK(parse_typed_date("2026-10-05")->iso() == "2026-10-05");
  CHECK(report::has_two_readings("03/04/2025 г."));
  for (const char* plain : {"03.04.2025", "2025/03/04", "13/04/2025", "03/13/2025", "04/04/2025", "03/04"})
    CHECK_FALSE(report::has_two_readings(plain));
  CHECK(parse_typed_date("05.10.2026 14:00")->iso() == "2026-10-05");
  CHECK_FALSE(parse_typed_date("05.10.26"));
  CHECK_FALSE(parse_typed_date("31.02.2026"));
  CHECK_FALSE(parse_typed_date("көктем"));
}

TEST_CASE("serial days of both workbook calendars") {
  CHECK(date_from_serial("1", DateSystem::from_1900)->iso() == "1900-01-01");
  CHECK(date_from_serial("59", DateSystem::from_1900)->iso() == "1900-02-28");
  CHECK_FALSE(date_from_serial("60", DateSystem::from_1900));  // 29.02.1900 never was
  CHECK(date_from_serial("61", DateSystem::from_1900)->iso() == "1900-03-01");
  CHECK(date_from_serial("46300.75", DateSystem::from_1900)->iso() == "2026-10-05");
  CHECK(date_from_serial("0", DateSystem::from_1904)->iso() == "1904-01-01");
  CHECK_FALSE(date_from_serial("99999999", DateSystem::from_1900));
  // The last day that a Date can be, and no day later.
  CHECK(date_from_serial("2958465", DateSystem::from_1900)->iso() == "9999-12-31");
  CHECK(date_from_serial("2958465.999", DateSystem::from_1900)->iso() == "9999-12-31");
  CHECK_FALSE(date_from_serial("2958466", DateSystem::from_1900));
  CHECK(date_from_serial("2957003", DateSystem::from_1904)->iso() == "9999-12-31");
  CHECK_FALSE(date_from_serial("2957004", DateSystem::from_1904));
  CHECK_FALSE(date_from_serial("-1", DateSystem::from_1904));
  CHECK_FALSE(date_from_serial("", DateSystem::from_1900));
  CHECK_FALSE(date_from_serial("1e5", DateSystem::from_1900));
}

TEST_CASE("a cell is read as its column's type") {
  using form::ColumnType;
  CHECK(code_of(column(ColumnType::integer), "1 250") == "1250");
  CHECK(code_of(column(ColumnType::integer), "12,5") == "CELL-INTEGER");
  CHECK(code_of(column(ColumnType::money, 2), "1 234,50") == "1234.5");
  CHECK(code_of(column(ColumnType::money, 2), "1,234") == "CELL-SCALE");
  CHECK(code_of(column(ColumnType::money, 2), "жүз") == "CELL-MONEY");
  CHECK(code_of(column(ColumnType::date), "31.02.2026") == "CELL-DATE");
  CHECK(code_of(column(ColumnType::yes_no), "Иә") == "true");
  CHECK(code_of(column(ColumnType::yes_no), "мүмкін") == "CELL-YES-NO");
  CHECK(code_of(column(ColumnType::url), "www.example.kz") == "CELL-URL");
  CHECK(code_of(column(ColumnType::text), "  a \u00A0") == "a");
  CHECK(code_of(column(ColumnType::text), "") == "");
}

TEST_CASE("choices match in any language, case and look-alike letter") {
  form::ValueSpec choice = column(form::ColumnType::choice);
  choice.choices = {{"new", {"құрылады", "создаётся", ""}}, {"old", {"ТСМ", "МТС", ""}}};
  CHECK(code_of(choice, "СОЗДАЁТСЯ") == "new");
  CHECK(code_of(choice, "ТCМ") == "old");  // with a Latin C
  CHECK(code_of(choice, "new") == "new");
  CHECK(code_of(choice, "СОЗДАЁТСЯ.") == "new");
  CHECK(code_of(choice, "ТСМ..") == "CELL-CHOICE");
  CHECK(code_of(choice, "жаңа") == "CELL-CHOICE");
}

TEST_CASE("several values and labelled dates in one cell") {
  form::ValueSpec many = column(form::ColumnType::integer);
  many.multiple = true;
  CHECK(code_of(many, "1; 2\n3") == "1\n2\n3");
  CHECK(code_of(many, "1; x") == "CELL-INTEGER");
  form::ValueSpec choices = column(form::ColumnType::choice);
  choices.multiple = true;
  choices.choices = {{"vin", {"VIN", "VIN", ""}},
                     {"bin", {"БСН", "БИН", ""}},
                     {"both", {"құру және дамыту", "создание и развитие", ""}}};
  for (const char* text : {"VIN и БИН", "VIN және БСН", "VIN/БИН", "VIN, БИН", "VIN; БСН", "VIN and БИН", "VIN\nБИН"}) {
    CAPTURE(text);
    CHECK(code_of(choices, text) == "vin\nbin");
  }
  CHECK(code_of(choices, "создание и развитие") == "both");
  CHECK(code_of(choices, "создание и развитие и VIN") == "both\nvin");
  CHECK(code_of(choices, "VIN и ИНН") == "CELL-CHOICE");
  form::ValueSpec labelled = column(form::ColumnType::text);
  labelled.pattern = form::LinePattern::labelled_date;
  labelled.choices = {{"trial", {"Сынау", "Испытания", ""}}};
  CHECK(code_of(labelled, "Сынау: 20.04.2026") == "trial: 2026-04-20");
  CHECK(code_of(labelled, "20.04.2026") == "CELL-LABELLED-DATE");
  CHECK(code_of(labelled, "Испытания – 20.04.2026") == "trial: 2026-04-20");
  CHECK(code_of(labelled, "Приёмка – 20.04.2026") == "CELL-LABELLED-DATE");
  CHECK(report::without_from("от  18.06.2025") == "18.06.2025");
  CHECK(report::without_from("От 18 июня 2025 года") == "18 июня 2025 года");
  CHECK(report::without_from("до 18.06.2025") == "до 18.06.2025");
}

TEST_CASE("number cells keep what Excel shows") {
  const auto percent = report::parse_cell(column(form::ColumnType::percent, 2),
                                          number_cell("0.125", report::CellFormat::percent), DateSystem::from_1900);
  CHECK(form::canonical_text(percent.value) == "12.5");
  const auto date = report::parse_cell(column(form::ColumnType::date), number_cell("46300", report::CellFormat::date),
                                       DateSystem::from_1900);
  CHECK(form::canonical_text(date.value) == "2026-10-05");
  const auto wrong = report::parse_cell(column(form::ColumnType::integer),
                                        number_cell("46300", report::CellFormat::date), DateSystem::from_1900);
  REQUIRE(wrong.problems.size() == 1);
  CHECK(wrong.problems[0].code == "CELL-INTEGER");
  report::GridCell formula = number_cell("", report::CellFormat::general);
  formula.formula_without_value = true;
  CHECK(report::parse_cell(column(form::ColumnType::integer), formula, DateSystem::from_1900).problems[0].code ==
        "CELL-FORMULA");
  report::GridCell error;
  error.kind = report::CellKind::error;
  error.text = "#DIV/0!";
  CHECK(report::parse_cell(column(form::ColumnType::integer), error, DateSystem::from_1900).problems[0].code ==
        "CELL-ERROR-VALUE");
}

TEST_CASE("several choices in a cell: one per line, or behind commas and semicolons") {
  form::ValueSpec many = column(form::ColumnType::choice);
  many.multiple = true;
  many.choices = {{"fresh", {"жаңа", "новый", "new"}},
                  {"old", {"ескі", "старый", "old"}},
                  {"both", {"жаңа, ескі", "новый, старый", "new, old"}},
                  {"sold", {"сатылған; берілген", "проданный; переданный", "sold; handed over"}}};
  CHECK(code_of(many, "жаңа\nескі") == "fresh\nold");
  CHECK(code_of(many, "ескі, жаңа") == "old\nfresh");
  CHECK(code_of(many, "старый; НОВЫЙ;") == "old\nfresh");
  CHECK(code_of(many, "old,fresh") == "old\nfresh");
  // A title that holds a comma is one value; the longest title wins.
  CHECK(code_of(many, "новый, старый") == "both");
  CHECK(code_of(many, "старый, новый, старый") == "old\nboth");
  CHECK(code_of(many, "old; sold; handed over; new, old") == "old\nsold\nboth");
  // What is not on the list is named, and nothing else is.
  const auto wrong = parse_typed(many, "новый, красный, синий, старый");
  REQUIRE(wrong.problems.size() == 1);
  CHECK(wrong.problems[0].code == "CELL-CHOICE");
  CHECK(wrong.problems[0].message.key == "CHOICE-SEVERAL");
  CHECK(wrong.problems[0].message.args[1] == Message::Args{{"value", "красный, синий"}}[0]);
  CHECK(form::is_blank(wrong.value));
}

TEST_CASE("the same choice twice in a cell is a warning, and is kept once") {
  form::ValueSpec many = column(form::ColumnType::choice);
  many.multiple = true;
  many.choices = {{"fresh", {"жаңа", "новый", ""}}, {"old", {"ескі", "старый", ""}}};
  for (const char* typed : {"жаңа\nескі\nжаңа", "новый, старый, жаңа"}) {
    const auto twice = parse_typed(many, typed);
    REQUIRE(twice.problems.size() == 1);
    CHECK(twice.problems[0].code == "CELL-CHOICE-TWICE");
    CHECK(twice.problems[0].severity == Severity::warning);
    CHECK(form::canonical_text(twice.value) == "fresh\nold");
  }
}

TEST_CASE("parse_cell: letters in parts, invisible ones and lost ones", "[report]") {
  const auto read = [](const form::ValueSpec& of, const std::string& text) {
    report::GridCell cell;
    cell.kind = report::CellKind::text;
    cell.text = text;
    const auto parsed = report::parse_cell(of, cell, DateSystem::from_1900);
    std::string out = form::canonical_text(parsed.value);
    for (const auto& problem : parsed.problems)
      out += (problem.severity == Severity::info ? " i " : " e ") + problem.code;
    return out;
  };
  auto choice = column(form::ColumnType::choice);
  choice.choices = {{"uses", {"пайдаланады", "использует", "uses"}}};
  const auto text = column(form::ColumnType::text);
  const auto bin = column(form::ColumnType::bin);
  CHECK(read(choice, "паи\u0306даланады") == "uses");
  CHECK(read(text, "Паи\u0306") == "Пай");
  CHECK(read(choice, "исполь\u00ADзует") == "uses i CELL-INVISIBLE");
  CHECK(read(bin, "\u202A250140999012\u202C") == "250140999012 i CELL-INVISIBLE");
  CHECK(read(text, "\u200B") == " i CELL-INVISIBLE");
  CHECK(read(text, "Ма?ызды ж?не ?азір") == " e CELL-LETTERS-LOST");
  CHECK(read(text, "Неясно?") == "Неясно?");
  CHECK(read(text, "Ма\uFFFDызды") == " e CELL-LETTERS-LOST");
  CHECK(read(column(form::ColumnType::url), "https://a.kz/\uFFFD") == " e CELL-LETTERS-LOST");
}

TEST_CASE("parse_cell: an address with spaces is not another address", "[report]") {
  const auto url = column(form::ColumnType::url);
  auto needed = url;
  needed.required = true;
  for (const char* none : {"н/д", "жоқ", "нет", "N/A", "Берілмеді", "отсутствует", "болған жоқ", "не имеется"}) {
    CAPTURE(none);
    CHECK(code_of(needed, none) == "CELL-URL");
  }
  CHECK(code_of(url, "https://a.kz/Есеп 2026 қазан.xlsx") == "CELL-URL");
  CHECK(parse_typed(url, "https://a.kz/a b").problems.front().message.key == "IDENT-URL-SPACE");
  CHECK(parse_typed(url, "https://a.kz, https://b.kz").problems.front().message.key == "IDENT-URL-SEVERAL");
  CHECK(code_of(url, "https://a.kz/long\npath") == "CELL-URL");
  CHECK(code_of(url, "  https://a.kz/x ") == "https://a.kz/x");
}

TEST_CASE("a number that cannot be held: too many decimal places, or too large") {
  using form::ColumnType;
  const auto key = [](const std::string& text) {
    const auto parsed = report::parse_cell(column(ColumnType::money, 2), number_cell(text, report::CellFormat::general),
                                           DateSystem::from_1900);
    REQUIRE(parsed.problems.size() == 1);
    CHECK(parsed.problems[0].code == "CELL-SCALE");
    return parsed.problems[0].message.key;
  };
  CHECK(key("1.234") == "CELL-SCALE");
  CHECK(key("1.23456") == "CELL-SCALE");
  CHECK(key("1.23456789E2") == "CELL-SCALE");
  CHECK(key("1E-7") == "CELL-SCALE");
  CHECK(key("999999999999999") == "NUMBER-LARGE");
  CHECK(key("-999999999999999.5") == "NUMBER-LARGE");
  CHECK(key("1.5E+20") == "NUMBER-LARGE");
}

TEST_CASE("letters typed for digits are named in numbers and dates") {
  const auto said = [](const form::ValueSpec& of, std::string_view typed) {
    const auto parsed = parse_typed(of, typed);
    if (parsed.problems.size() != 1) return std::string("none");
    std::string out = parsed.problems.front().code + " " + parsed.problems.front().message.key;
    for (const auto& [name, value] : parsed.problems.front().message.args) {
      const auto* text = std::get_if<std::string>(&value);
      if (text != nullptr && (name == "letters" || name == "suggestion")) out += " " + *text;
    }
    return out;
  };
  using form::ColumnType;
  CHECK(said(column(ColumnType::integer), "1О") == "CELL-INTEGER IDENT-LETTER-FOR-DIGIT О (2) 10");
  CHECK(said(column(ColumnType::money, 2), "1 ООО,5") ==
        "CELL-MONEY IDENT-LETTER-FOR-DIGIT О (3), О (4), О (5) 1 000,5");
  CHECK(said(column(ColumnType::percent, 2), "l2,5") == "CELL-PERCENT IDENT-LETTER-FOR-DIGIT l (1) 12,5");
  CHECK(said(column(ColumnType::date), "15.1О.2O26 г.") ==
        "CELL-DATE IDENT-LETTER-FOR-DIGIT О (5), O (8) 15.10.2026 г.");
  CHECK(said(column(ColumnType::integer), "5 ООО «Заря»") == "CELL-INTEGER CELL-INTEGER");
  CHECK(said(column(ColumnType::date), "31.О2.2026") == "CELL-DATE CELL-DATE");
}

TEST_CASE("a number that its cell shows as a date is named so") {
  const auto key = [](const report::GridCell& cell) {
    const auto parsed = report::parse_cell(column(form::ColumnType::integer), cell, DateSystem::from_1900);
    REQUIRE(!parsed.problems.empty());
    const auto& message = parsed.problems.front().message;
    std::string out = parsed.problems.front().code + " " + message.key;
    for (const auto& [name, value] : message.args) {
      const auto* text = std::get_if<std::string>(&value);
      if (text != nullptr && (name == "shown" || name == "value")) out += " " + name + "=" + *text;
    }
    return out;
  };
  CHECK(key(number_cell("12400", report::CellFormat::date)) ==
        "CELL-INTEGER NUMBER-AS-DATE shown=12.12.1933 value=12400");
  auto time = number_cell("0.5", report::CellFormat::time);
  time.shown = std::make_shared<const std::string>("12:00");
  CHECK(key(time) == "CELL-INTEGER NUMBER-AS-DATE shown=12:00 value=0.5");
}

TEST_CASE("a day with an hour behind it is no day alone") {
  CHECK(report::parse_typed_day("05.10.2026 г."));
  CHECK(report::parse_typed_day("2026-10-05"));
  for (const char* typed : {"05.10.2026 16:05", "2026-10-05T16:05", "05.10.2026 г. 16:05"}) {
    INFO(typed);
    CHECK_FALSE(report::parse_typed_day(typed));
  }
}
