// SPDX-License-Identifier: MIT
#include "report/read/bind.h"

#include <catch2/catch.hpp>

#include "report/read/memory_grid.h"
#include "small_form.h"

using namespace esep;

namespace {

form::Column column(const std::string& id, const std::string& number, bool required) {
  form::Column out = small_form::column(id);
  out.number = number;
  out.required = required;
  return out;
}

// A system; its resources, a list by themselves; its documents and their places, a list of two columns.
form::FormDefinition systems() {
  auto out = small_form::of({column("system", "1", true), column("resource", "2", true), column("document", "3", false),
                             column("place", "4", true)});
  out.rows.kind = form::RowKind::grouped;
  out.rows.head = {"system"};
  out.rows.lists = {{"resource"}, {"document", "place"}};
  return out;
}

// "CELL-REQUIRED B2" and so on.
std::vector<std::string> found(const form::FormDefinition& form, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::vector<std::string>> sheet{{"1", "2", "3", "4"}};
  sheet.insert(sheet.end(), rows.begin(), rows.end());
  report::MemoryGrid grid("sheet", sheet);
  report::Findings findings;
  const report::ReceivedFile file{form, grid, "file", findings};
  const auto layout = report::locate(file);
  REQUIRE(layout);
  report::bind_rows(file, *layout, {}, [](const table::TypedRow&) {});
  std::vector<std::string> out;
  for (const auto& finding : findings) out.push_back(finding.code + " " + finding.cell);
  return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a required list of one column wants one item in each record, wherever it stands", "[report]") {
  const auto form = systems();
  CHECK(found(form, {{"A", "x", "", ""}, {"", "y", "", ""}}).empty());
  CHECK(found(form, {{"A", "", "d", "p"}, {"", "y", "", ""}}).empty());
  CHECK(found(form, {{"A", "", "d", "p"}, {"B", "y", "", ""}}) == Codes{"CELL-REQUIRED B2"});
  CHECK(found(form, {{"A", "x", "", ""}, {"B", "", "", ""}, {"", "", "d", "p"}}) == Codes{"CELL-REQUIRED B3"});
}

TEST_CASE("a required column of a longer list is asked for in each of its items only", "[report]") {
  const auto form = systems();
  CHECK(found(form, {{"A", "x", "", ""}}).empty());
  CHECK(found(form, {{"A", "x", "d", ""}, {"", "y", "", ""}}) == Codes{"CELL-REQUIRED D2"});
}

TEST_CASE("a table has at least one row unless the form says min = 0; of a grouped form records count", "[report]") {
  auto form = systems();
  CHECK(found(form, {}) == Codes{"ROWS-TOO-FEW "});
  form.rows.min = 0;
  CHECK(found(form, {}).empty());
  form.rows.min = 2;
  CHECK(found(form, {{"A", "x", "", ""}, {"", "y", "", ""}}) == Codes{"ROWS-TOO-FEW "});
  CHECK(found(form, {{"A", "x", "", ""}, {"B", "y", "", ""}}).empty());
}

TEST_CASE("rows with numbers within a number are one finding, or go on with the record", "[report]") {
  auto form = small_form::of({small_form::column("number", form::ColumnType::integer), column("system", "2", true),
                              column("body", "3", true), column("resource", "4", false)});
  form.columns[0].number = "1";
  form.columns[0].required = true;
  form.columns[0].title.text = {"Р/с №", "№ п/п", "No."};
  const std::vector<std::string> first{"1", "A", "b", "x"}, second{"2", "B", "b", "y"};
  const auto with = [&](const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::vector<std::string>> all{first};
    all.insert(all.end(), rows.begin(), rows.end());
    all.push_back(second);
    return found(form, all);
  };
  CHECK(with({{"1.1", "a", "", ""}, {"1.2.", "c", "", "5"}, {"1,3", "d", "b", "z"}}) == Codes{"ROW-SUBNUMBER A3"});
  CHECK(with({{"2.1", "a", "b", "x"}}) == Codes{"CELL-INTEGER A3"});
  CHECK(with({}).empty());
  form.rows.kind = form::RowKind::grouped;
  form.rows.head = {"number", "system", "body"};
  form.rows.lists = {{"resource"}};
  CHECK(with({{"1.1", "", "", "y"}, {"1.2", "", "", "z"}}).empty());
  CHECK(with({{"1.1", "", "", "y"}, {"1.2", "a", "", "z"}, {"1.3", "c", "", ""}}) == Codes{"ROW-SUBNUMBER A4"});
}

TEST_CASE("a title is read before another column's id in other letters", "[report]") {
  auto form = systems();
  for (auto& one : form.columns) one.number = "";
  form.columns[3].title.text = {"Орны", "Место", "System"};
  report::Findings findings;
  // «System» is the English title of the fourth column and, in other letters, the id of the first.
  report::MemoryGrid english("sheet", {{"system kk", "resource kk", "document kk", "System"}, {"A", "x", "y", "z"}});
  const auto layout = report::locate({form, english, "file", findings});
  REQUIRE(layout);
  CHECK(layout->columns == std::vector<int>{1, 2, 3, 4});
  report::MemoryGrid by_id("sheet", {{"place", "document", "resource", "system"}, {"A", "x", "y", "z"}});
  const auto ids = report::locate({form, by_id, "file", findings});
  REQUIRE(ids);
  CHECK(ids->columns == std::vector<int>{4, 3, 2, 1});
  CHECK(findings.empty());
}

TEST_CASE("a heading field is read by its title before another's id in other letters", "[report]") {
  auto form = systems();
  form.fields = {small_form::field("total"), small_form::field("paid")};
  form.fields[1].title.text = {"Төленгені", "Уплачено", "Total"};
  report::MemoryGrid grid("sheet", {{"Total", "5"}, {"total ru", "7"}, {"1", "2", "3", "4"}, {"A", "x", "", ""}});
  report::Findings findings;
  const auto layout = report::locate({form, grid, "file", findings});
  REQUIRE(layout);
  REQUIRE(layout->fields.size() == 2);
  CHECK(layout->fields[0].field == "paid");
  CHECK(layout->fields[0].cell.text == "5");
  CHECK(layout->fields[1].field == "total");
  CHECK(layout->fields[1].cell.text == "7");
}

TEST_CASE("a heading line that a program never wrote is asked for, and not called lost", "[report]") {
  auto form = systems();
  form.fields = {small_form::field("total"), small_form::field("paid")};
  for (auto& one : form.fields) one.required = true;
  const auto asked = [&](std::vector<std::vector<std::string>> rows) {
    report::MemoryGrid grid("sheet", std::move(rows));
    report::Findings findings;
    const report::ReceivedFile file{form, grid, "file", findings};
    const auto layout = report::locate(file);
    REQUIRE(layout);
    const auto head [[maybe_unused]] = report::bind_head(file, *layout);
    std::vector<std::string> out;
    for (const auto& finding : findings) out.push_back(finding.message.key);
    return out;
  };
  using Keys = std::vector<std::string>;
  CHECK(asked({{"1", "2", "3", "4"}, {"A", "x", "", ""}}) == Keys{"LABEL-NONE", "LABEL-NONE"});
  CHECK(asked({{"total ru", "7"}, {"1", "2", "3", "4"}, {"A", "x", "", ""}}) == Keys{"LABEL-LOST"});
}
