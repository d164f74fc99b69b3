// SPDX-License-Identifier: MIT
// What people write around a table.
#include "report/read/table_edge.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "report/read/bind.h"
#include "report/read/column_number.h"
#include "report/read/memory_grid.h"
#include "report/read/nil_words.h"
#include "report/read/stray_row.h"
#include "small_form.h"
#include "source_folder.h"

using namespace esep;

namespace {

form::Column column(const std::string& id, form::ColumnType type, bool required) {
  form::Column out = small_form::column(id);
  out.number = std::to_string(static_cast<int>(id.front() - 'a') + 1);
  out.type = type;
  out.scale = 2;
  out.required = required;
  return out;
}

// A number, a name, a sum, a day, remarks.
form::FormDefinition bills() {
  using form::ColumnType;
  auto out = small_form::of({column("a", ColumnType::integer, true), column("b", ColumnType::text, true),
                             column("c", ColumnType::money, true), column("d", ColumnType::date, true),
                             column("e", ColumnType::text, false)});
  form::Wording note;
  note.text = {"Ескертпе: сомалар теңгемен", "Суммы в тенге", ""};
  out.wording.notes.push_back(note);
  return out;
}

const report::TableWords& words() {
  static const report::TableWords kWords = [] {
    const std::string path = source_folder() + "/data/table_words.toml";
    Diagnostics diagnostics;
    auto out = report::read_table_words({"data/table_words.toml", path, read_file(path)}, diagnostics);
    REQUIRE(diagnostics.empty());
    return out;
  }();
  return kWords;
}

struct Read {
  std::vector<std::string> findings;  // "w ROW-TOTAL A4"
  int64_t rows = 0;
  std::vector<form::Value> last;
};

Read read(const form::FormDefinition& form, const std::vector<std::vector<std::string>>& rows, bool nil = false) {
  std::vector<std::vector<std::string>> sheet{{"1", "2", "3", "4", "5"}};
  sheet.insert(sheet.end(), rows.begin(), rows.end());
  report::MemoryGrid grid("sheet", sheet);
  report::Findings findings;
  report::ReceivedFile file{form, grid, "file", findings};
  file.words = &words();
  const auto layout = report::locate(file);
  REQUIRE(layout);
  Read out;
  report::Head head;
  head.nil = nil;
  report::bind_rows(file, *layout, head, [&](const table::TypedRow& row) {
    ++out.rows;
    out.last = row.values;
  });
  for (const auto& finding : findings) {
    const char* severity = finding.severity == Severity::error ? "e " : "w ";
    out.findings.push_back(severity + finding.code + " " + finding.cell);
  }
  return out;
}

using Codes = std::vector<std::string>;
const std::vector<std::string> kRow{"1", "Bolts", "12,50", "05.10.2026", ""};

}  // namespace

TEST_CASE("a total below the entries is one finding and no entry", "[report][edge]") {
  for (const char* word : {"Итого", "ВСЕГО:", "Жиыны", "Барлығы", "Total", "Всего по министерству"}) {
    CAPTURE(word);
    const auto found = read(bills(), {kRow, {word, "", "12,50", "", ""}});
    CHECK(found.findings == Codes{"w ROW-TOTAL A3"});
    CHECK(found.rows == 1);
  }
  CHECK(read(bills(), {kRow, {}, {"", "Итого", "12,50", "", ""}}).findings == Codes{"w ROW-TOTAL B4"});
  // A name that only begins like it.
  CHECK(read(bills(), {{"1", "Итоговый отчёт", "1", "05.10.2026", "x"}}).findings.empty());
  CHECK(read(bills(), {{"1", "Всего хорошего, ТОО", "1", "05.10.2026", "x"}}).findings.empty());
}

TEST_CASE("a note below the entries is one finding and no entry", "[report][edge]") {
  for (const char* word : {"Примечание: сведения уточняются", "Исп. Сейтжанова А., тел. 55-12-34",
                           "Орындаушы: Ә. Сейтжанова", "* – по данным банка", "Note: not final"}) {
    CAPTURE(word);
    const auto found = read(bills(), {kRow, {}, {word}});
    CHECK(found.findings == Codes{"w ROW-NOTE A4"});
    CHECK(found.rows == 1);
  }
}

TEST_CASE("signatures below the entries are one finding, however many rows they take", "[report][edge]") {
  const auto found = read(bills(), {kRow,
                                    {"Басшы", "____________"},
                                    {"М.П."},
                                    {},
                                    {"Заместитель министра", "", "_______", "Иванов И.И."},
                                    {"Исп. Петров", "тел. 55-12-34"}});
  CHECK(found.findings == Codes{"w ROW-NOTE A3"});
  CHECK(found.rows == 1);
  CHECK(read(bills(), {kRow, {"Вице-министр", "Иванов И.И."}}).findings == Codes{"w ROW-NOTE A3"});
  CHECK(read(bills(), {kRow, {"Мөр орны"}, {"Иванов И.И."}, {"19.11.2026"}}).findings == Codes{"w ROW-NOTE A3"});
  CHECK(read(bills(), {kRow, {"Исп. Петров"}, kRow, {"М.О."}}).findings == Codes{"w ROW-NOTE A3", "w ROW-NOTE A5"});
}

TEST_CASE("a count of the entries below them is a total", "[report][edge]") {
  for (const char* words : {"Итого систем: 1", "Барлығы: 1", "Всего 2 записи"}) {
    CAPTURE(words);
    CHECK(read(bills(), {kRow, {words}}).findings == Codes{"w ROW-TOTAL A3"});
  }
  CHECK(read(bills(), {kRow, {"", "Барлығы:", "1"}}).findings == Codes{"w ROW-TOTAL B3"});
}

TEST_CASE("the table a second time on the sheet is one error, and its rows are left out", "[report][edge]") {
  const auto found = read(bills(), {kRow, {"1", "2", "3", "4", "5"}, kRow, kRow});
  CHECK(found.findings == Codes{"e TABLE-TWICE "});
  CHECK(found.rows == 1);
}

TEST_CASE("the number of a column is read as people write it", "[report]") {
  for (const char* text :
       {"11", " 11 ", "гр. 11", "Гр.11", "11-баған", "(11)", "[11]", "11.", "Графа 11", "11 графа"}) {
    CAPTURE(text);
    CHECK(report::plain_column_number(text) == "11");
  }
  CHECK(report::plain_column_number("гр. 2.1") == "2.1");
  for (const char* other : {"-1", "11 шт.", "", "а", "баған", "1-2"}) {
    CAPTURE(other);
    CHECK(report::plain_column_number(other) == other);
  }
}

TEST_CASE("a row with one cell where many are required is one finding", "[report][edge]") {
  CHECK(read(bills(), {kRow, {"уточнить у бухгалтерии"}}).findings == Codes{"e ROW-INCOMPLETE A3"});
  CHECK(read(bills(), {kRow, {"", "Nuts"}}).findings == Codes{"e ROW-INCOMPLETE B3"});
  CHECK(read(bills(), {kRow, {"2", "Nuts"}}).findings == Codes{"e CELL-REQUIRED C3", "e CELL-REQUIRED D3"});
}

TEST_CASE("rows that were only numbered are blank, unless entries go on below", "[report][edge]") {
  auto form = bills();
  form.columns.front().title.text.ru = "№ п/п";
  const Read list = read(form, {kRow, {"2"}, {"3."}, {"4", "Nuts", "1", "06.10.2026"}, {"5"}});
  CHECK(list.findings.empty());
  CHECK(list.rows == 2);
  form.rows.kind = form::RowKind::grouped;
  form.rows.head = {"a", "b", "c", "d"};
  form.rows.lists = {{"e"}};
  CHECK(read(form, {kRow, {"2"}, {"3"}}).findings.empty());
  // Otherwise the remark of the second record would be one of the first.
  CHECK(read(form, {kRow, {"2"}, {"", "", "", "", "ripe"}}).findings == Codes{"e ROW-INCOMPLETE A3"});
}

TEST_CASE("a unit behind a number is read where it changes nothing", "[report][edge]") {
  auto form = bills();
  const auto money = [&](const char* text) { return read(form, {{"1", "Nuts", text, "06.10.2026"}}).findings; };
  for (const char* text : {"10 000 тг", "10 000 тг.", "10 000 теңге", "10 000,50 тенге", "10 000 ₸"}) {
    CAPTURE(text);
    CHECK(money(text).empty());
  }
  for (const char* text : {"10 тыс. тг", "10 000 USD", "10 000 (тг)", "10 000 и 5 тг", "тг 10 000"}) {
    CAPTURE(text);
    CHECK(money(text) == Codes{"e CELL-MONEY C2"});
  }
  form.columns[2].title.text = {"Сома, мың теңге", "Сумма, тыс. тенге", "Sum, thousand tenge"};
  CHECK(money("10 000 тг") == Codes{"e CELL-MONEY C2"});
  CHECK(money("12,5 тыс. тенге").empty());
  const auto count = [](const std::string& title, const char* text) {
    auto counted = bills();
    counted.columns.front().title.text = {title, title, title};
    return read(counted, {{text, "Nuts", "1", "06.10.2026"}}).findings;
  };
  for (const char* text : {"12 400 чел.", "12 400 адам", "12."}) CHECK(count("Число учащихся", text).empty());
  CHECK(count("Число учащихся", "5 шт.") == Codes{"e CELL-INTEGER A2"});
  CHECK(count("Число школ", "5 шт.").empty());
  for (const char* text : {"5 чел.", "5 тыс. шт.", "5 штрафов"})
    CHECK(count("Число школ", text) == Codes{"e CELL-INTEGER A2"});
}

TEST_CASE("cells beside the columns and rows below the notes are not lost silently", "[report][edge]") {
  auto beside = kRow;
  beside.insert(beside.end(), {"", "ask Aida", "today", "x", "y"});
  CHECK(read(bills(), {kRow, beside}).findings == Codes{"w CELLS-BESIDE G3"});
  const auto below = read(bills(), {kRow, {"Суммы в тенге"}, {"2", "Nuts", "1", "06.10.2026", ""}});
  CHECK(below.findings == Codes{"e ROWS-BELOW "});
  CHECK(below.rows == 1);
  CHECK(read(bills(), {kRow, {"Суммы в тенге"}, {"Head", "____", "Akhmetov"}}).findings.empty());
}

TEST_CASE("a dash is nothing, and in a required cell a finding that says so", "[report][edge]") {
  for (const char* dash : {"-", "–", "—", "--", "- -", " − "}) {
    CAPTURE(dash);
    const auto found = read(bills(), {{"1", "Bolts", "1", "05.10.2026", dash}});
    CHECK(found.findings.empty());
    REQUIRE(found.rows == 1);
    CHECK(form::is_blank(found.last[4]));
    CHECK(read(bills(), {{"1", "Bolts", dash, "05.10.2026"}}).findings == Codes{"e CELL-REQUIRED C2"});
    CHECK(read(bills(), {{"1", dash, "1", "05.10.2026"}}).findings == Codes{"e CELL-REQUIRED B2"});
  }
  CHECK(read(bills(), {{"1", "Bolts", "жоқ", "05.10.2026"}}).findings == Codes{"e CELL-MONEY C2"});
  auto optional = bills();
  optional.columns[2].required = optional.columns[3].required = false;
  for (const char* none : {"жоқ", "Нет", "none"}) {
    CAPTURE(none);
    CHECK(read(optional, {{"1", "Bolts", none, none, "x"}}).findings.empty());
    const auto text = read(optional, {{"1", "Bolts", "", "", none}});
    CHECK(form::canonical_text(text.last[4]) == none);  // where a text is expected it is one
  }
}

TEST_CASE("whatever may be an entry below the form's own signatures is named", "[report][edge]") {
  const auto below = [](const std::vector<std::string>& row) {
    return read(bills(), {kRow, {"Суммы в тенге"}, row}).findings;
  };
  CHECK(below({"2", "Nuts"}) == Codes{"e ROWS-BELOW "});
  CHECK(below({"", "Nuts", "", "", "ripe"}) == Codes{"w ROWS-BELOW "});
  CHECK(below({"", "Nuts", "", "06.10.2026", "ripe"}) == Codes{"e ROWS-BELOW "});
  CHECK(below({"", "", "12,50"}) == Codes{"w ROWS-BELOW "});
  CHECK(below({"", "Nuts"}).empty());
  CHECK(below({"Министр", "Б. Үлгібаев", "", "05.10.2026"}).empty());
  CHECK(below({"Начальник отдела", "", "Мысалова"}).empty());
  CHECK(below({"", "Мысалова А. Ү.", "", "8 (7172) 00-00-01"}).empty());
  CHECK(below({"М.П.", "", "", "05.10.2026"}).empty());
}

TEST_CASE("an office and a name below the entries are a signature", "[report][edge]") {
  for (const char* office : {"Министр", "Вице-министр", "И.о. министра", "Департамент директоры", "Басқарма басшысы",
                             "Начальник отдела", "Согласовано"}) {
    CAPTURE(office);
    CHECK(read(bills(), {kRow, {}, {"", office, "", "", "Үлгібаев Б. М."}}).findings == Codes{"w ROW-NOTE B4"});
    CHECK(read(bills(), {kRow, {}, {"", std::string(office) + "          Б. Үлгібаев"}}).findings ==
          Codes{"w ROW-NOTE B4"});
  }
  CHECK(read(bills(), {kRow, {}, {"", "Министр", "", "", "Б. Үлгібаев"}, {"", "05.10.2026"}}).findings ==
        Codes{"w ROW-NOTE B4"});
  // What holds more is an entry.
  CHECK(read(bills(), {kRow, {"2", "Министр", "1", "06.10.2026"}}).findings.empty());
  CHECK(read(bills(), {kRow, {"2", "Министр"}}).findings == Codes{"e CELL-REQUIRED C3", "e CELL-REQUIRED D3"});
  CHECK(read(bills(), {kRow, {"", "Министр", "1"}}).findings == Codes{"e CELL-REQUIRED A3", "e CELL-REQUIRED D3"});
}

TEST_CASE("a report without changes may say so in its table, and have dashes there", "[report][edge]") {
  for (const char* words : {"Өзгеріс жоқ", "Изменений нет.", "–"}) {
    CAPTURE(words);
    const auto found = read(bills(), {{"", words}}, true);
    CHECK(found.findings.empty());
    CHECK(found.rows == 0);
  }
  CHECK(read(bills(), {{"-", "-", "–", "—", "-"}}, true).findings.empty());
  CHECK(read(bills(), {kRow}, true).findings == Codes{"e NIL-WITH-ROWS "});
  CHECK(read(bills(), {{"", "Өзгеріс жоқ"}}).findings.front() == "e ROW-INCOMPLETE B2");
  CHECK(report::plain_nil_answer("Иә, өзгеріс жоқ", words()) == "иә");
  CHECK(report::plain_nil_answer("Да, изменений нет", words()) == "да");
  CHECK(report::plain_nil_answer("Да, но позже", words()) == "Да, но позже");
  CHECK(report::plain_nil_answer("нет, изменений нет", words()) == "нет, изменений нет");
}

TEST_CASE("the words by which totals, notes and signatures are known are data", "[report][edge]") {
  const auto read = [](const std::string& text) {
    Diagnostics diagnostics;
    const auto out = report::read_table_words({"data/table_words.toml", "w", text}, diagnostics);
    std::string codes;
    for (const auto& one : diagnostics) codes += one.code + "@" + std::to_string(one.line) + " ";
    return std::pair(out, codes);
  };
  const auto [own, codes] = read(
      "provenance = \"own\"\n[nil]\nno_changes = [\"НОЛЬ, всё!\"]\nyes = [\"Так\"]\n[below]\ntotals = [\"Сумма\"]\n");
  CHECK(codes.empty());
  CHECK(report::plain_nil_answer("так: ноль всё", own) == "так");
  CHECK(report::plain_nil_answer("Да, изменений нет", own) == "Да, изменений нет");
  report::GridCell cell;
  cell.column = 1;
  cell.kind = report::CellKind::text;
  cell.text = "СУММА:";
  CHECK(report::stray_row({&cell}, own) == report::StrayRow::total);
  CHECK(report::stray_row({&cell}, words()) == report::StrayRow::none);
  CHECK(read("[nil]\nno_changes = [\"—\"]\n").second == "TOML-MISSING-KEY@1 TOML-BAD-VALUE@2 ");
  CHECK(read("provenance = \"mine\"\nwords = 1\n").second == "TOML-BAD-VALUE@1 TOML-UNKNOWN-KEY@2 ");
}
