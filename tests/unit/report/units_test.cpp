// SPDX-License-Identifier: MIT
#include "report/read/units.h"

#include <catch2/catch.hpp>

#include "report/read/bind.h"
#include "report/read/memory_grid.h"
#include "report/read/written_unit.h"
#include "small_form.h"

using namespace esep;
using report::stated_units;
using report::Units;

namespace {

form::Column column(const std::string& id, const std::string& number, form::ColumnType type, const std::string& title) {
  form::Column out = small_form::column(id, type);
  out.number = number;
  out.title.text = {title, title, ""};
  return out;
}

// A name, and two sums in thousands of a group.
form::FormDefinition sums(const std::string& group = "Қаражат, мың теңге") {
  auto out = small_form::of({column("name", "1", form::ColumnType::text, "Атауы"),
                             column("plan", "2", form::ColumnType::money, "Жоспар"),
                             column("fact", "3", form::ColumnType::money, "Нақты")});
  out.groups.push_back({});
  out.groups.back().id = "money";
  out.groups.back().title.text = {group, group, ""};
  out.columns[1].group = out.columns[2].group = "money";
  return out;
}

// "error COLUMN-TITLE-UNIT B2" and so on.
std::vector<std::string> found(const form::FormDefinition& form, const std::vector<std::vector<std::string>>& rows,
                               const std::string& sheet = "Есеп") {
  report::MemoryGrid grid(sheet, rows);
  report::Findings findings;
  const report::ReceivedFile file{form, grid, "file", findings};
  const auto layout = report::locate(file);
  REQUIRE(layout);
  report::bind_rows(file, *layout, {}, [](const table::TypedRow&) {});
  std::vector<std::string> out;
  for (const auto& one : findings) {
    const std::string severity = one.severity == Severity::error ? "error " : "warning ";
    if (one.code == "COLUMN-TITLE-UNIT" || one.code == "CELL-SHOWN-PART")
      out.push_back(severity + one.message.key + " " + one.cell);
  }
  return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a power of ten behind a sign of multiplication is a unit", "[report]") {
  for (const char* typed : {"×1000", "х1000", "x 1000", "Жоспар, Х1000", "*1000", "(× 1 000)", "·10³", "x10^3"}) {
    INFO(typed);
    CHECK(report::multipliers_in(typed) == Units{"1000"});
    CHECK(report::units_in(typed) == Units{"1000"});
    CHECK(stated_units(typed) == Units{"1000"});
  }
  CHECK(report::multipliers_in("×10⁶") == Units{"10^6"});
  CHECK(report::multipliers_in("х 1 000 000") == Units{"10^6"});
  for (const char* typed :
       {"100×1000 мм", "100 х 1000", "цех1000", "* 1000 теңге артық", "×100", "×1500", "м2", "10³", "1000"}) {
    INFO(typed);
    CHECK(report::multipliers_in(typed).empty());
  }
}

TEST_CASE("a line states the unit of numbers", "[report]") {
  CHECK(stated_units("в тысячах") == Units{"1000"});
  CHECK(stated_units("(тыс. тенге)") == Units{"1000"});
  CHECK(stated_units("Отчёт об использовании средств (млн.₸)") == Units{"10^6"});
  CHECK(stated_units("Единица измерения: тыс. тенге") == Units{"1000"});
  CHECK(stated_units("Өлшем бірлігі: мың теңге") == Units{"1000"});
  CHECK(stated_units("мың теңгемен") == Units{"1000"});
  CHECK(stated_units("Данные приведены в миллионах тенге") == Units{"10^6"});
  CHECK(stated_units("в долларах США") == Units{"$"});
  CHECK(stated_units("План 2027, тыс. тенге") == Units{"1000"});
  CHECK(stated_units("тенге") == Units{"₸"});
  CHECK(stated_units("Есеп, теңге").empty());
}

TEST_CASE("an amount, a name and a word of another meaning state no unit", "[report]") {
  CHECK(stated_units("Сумма гранта – 5 млн тенге").empty());
  CHECK(stated_units("Бюджет: 2,5 млрд теңге").empty());
  CHECK(stated_units("«Мың бала» жобасы").empty());
  CHECK(stated_units("Мектептен тыс ұйымдар").empty());
  CHECK(stated_units("Есеп 2026 жылғы қазан").empty());
  CHECK(stated_units("").empty());
}

TEST_CASE("a unit beside the titles is compared with the form's", "[report]") {
  const std::vector<std::string> groups{"", "Қаражат, мың теңге", ""}, titles{"Атауы", "Жоспар", "Нақты"},
      numbers{"1", "2", "3"}, row{"А", "5", "6"};
  CHECK(found(sums(), {groups, titles, numbers, row}).empty());
  CHECK(found(sums(), {{"мың теңге"}, groups, titles, numbers, row}).empty());
  CHECK(found(sums(), {{"млн теңге"}, groups, titles, numbers, row}) == Codes{"error TITLE-UNIT A1"});
  CHECK(found(sums(), {{"Есеп (теңге)"}, groups, titles, numbers, row}) == Codes{"error TITLE-UNIT A1"});
  CHECK(found(sums(), {{"Өлшем бірлігі", "млн теңге"}, groups, titles, numbers, row}) == Codes{"error TITLE-UNIT B1"});
  CHECK(found(sums(), {{"Грант сомасы, млн теңге", "12"}, groups, titles, numbers, row}).empty());
  CHECK(found(sums(), {groups, titles, numbers, row}, "млн тенге") == Codes{"error SHEET-UNIT "});
  CHECK(found(sums("Қаражат, теңге"), {{"", "Қаражат, теңге", ""}, titles, numbers, row}, "тыс. тенге") ==
        Codes{"error SHEET-UNIT "});
}

TEST_CASE("a unit of the form that is gone is missed", "[report]") {
  const std::vector<std::string> titles{"Атауы", "Жоспар", "Нақты"}, numbers{"1", "2", "3"}, row{"А", "5", "6"};
  CHECK(found(sums(), {{"", "Қаражат, теңге", ""}, titles, numbers, row}) == Codes{"error TITLE-UNIT-LOST B2"});
  CHECK(found(sums(), {{"", "Қаражат", ""}, titles, numbers, row}) == Codes{"warning TITLE-UNIT-LOST B2"});
  CHECK(found(sums(), {{"мың теңгемен"}, {"", "Қаражат", ""}, titles, numbers, row}).empty());
  CHECK(found(sums(), {numbers, row}).empty());
}

TEST_CASE("tenge beside a number of thousands are doubted", "[report]") {
  const std::vector<std::string> groups{"", "Қаражат, мың теңге", ""}, titles{"Атауы", "Жоспар", "Нақты"},
      numbers{"1", "2", "3"};
  CHECK(found(sums(), {groups, titles, numbers, {"А", "5 ₸", "6"}}) == Codes{"warning SHOWN-UNIT B4"});
  CHECK(found(sums("Қаражат, теңге"), {{"", "Қаражат, теңге", ""}, titles, numbers, {"А", "5 ₸", "6"}}).empty());
}

TEST_CASE("behind a number stands what its column's title counts") {
  const auto read = [](const char* kk, const char* ru, const char* typed) {
    esep::form::ValueSpec spec;
    spec.type = esep::form::ColumnType::integer;
    spec.title.text = {kk, ru, ""};
    esep::report::GridCell cell;
    cell.kind = esep::report::CellKind::text;
    cell.text = typed;
    return esep::report::without_written_unit(cell, spec, {}).text;
  };
  CHECK(read("", "Введено, объектов", "1 объект") == "1");
  CHECK(read("", "Всего детей", "277 000 детей") == "277 000");
  CHECK(read("Топтар саны", "Число групп", "20 групп") == "20");
  CHECK(read("Топтар саны", "Число групп", "20 топ") == "20");
  CHECK(read("Айлар саны", "Число месяцев", "10 мес.") == "10");
  CHECK(read("Айлар саны", "Число месяцев", "10 ай") == "10");
  CHECK(read("", "Количество пользователей", "12 400 пользователей") == "12 400");
  CHECK(read("Балалар саны", "Число детей", "277000 оқушы") == "277000");
  CHECK(read("Балалар саны", "Число детей", "277 000 воспитанников") == "277 000");
  CHECK(read("Балалар саны", "Число детей", "277 мың оқушы") == "277 мың оқушы");
  CHECK(read("Балабақшалар саны", "Число детсадов", "5 балабақша") == "5");
  CHECK(read("Балабақшалар саны", "Число детсадов", "5 детей") == "5 детей");
  CHECK(read("", "Число групп", "20 оқушы") == "20 оқушы");
  CHECK(read("", "Число мест в детских садах", "5 садов") == "5 садов");
  CHECK(read("", "Число мест в детских садах", "5 адам") == "5 адам");
  CHECK(read("", "Число групп", "20 тыс. групп") == "20 тыс. групп");
  CHECK(read("", "Число групп", "20 детей") == "20 детей");
}
