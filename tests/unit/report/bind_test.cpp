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
