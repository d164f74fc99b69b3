// SPDX-License-Identifier: MIT
#include "document/build/required_if.h"

#include <catch2/catch.hpp>

#include "document/sample_form.h"

using namespace esep;
using namespace esep::document;

namespace {

// What the column that follows the kind is wanted for, as words: «kind: new, …» or «kind: not new, …».
std::string wanted(const std::string& condition, const std::string& column = "agreed",
                   const std::string& kind = "repeat") {
  form::FormDefinition form = sample::form();
  if (kind == "repeat") form.rows = {};
  form::Column& of = form.columns[static_cast<size_t>(form.column_index(column))];
  of.required_if = condition;
  std::string out;
  for (const RequiredIf& one : required_if(of, form)) {
    out += (out.empty() ? "" : "; ") + form.columns[one.column].id + ":" + (one.other ? " not" : "");
    for (const std::string& word : one.words) out += " " + word;
  }
  return out;
}

}  // namespace

TEST_CASE("a blank knows a cell that another one of the row makes necessary", "[blank]") {
  CHECK(wanted("row.kind = 'new'") == "kind: new Жаңа Новая");
  CHECK(wanted("row.kind <> 'new'") == "kind: not new Жаңа Новая");
  CHECK(wanted("row.kind IN ('new', 'old')") == "kind: new Жаңа Новая old Ескі Старая");
  CHECK(wanted("row.amount IS NOT NULL") == "amount:");
  CHECK(wanted("row.kind = 'old' OR row.amount IS NOT NULL") == "kind: old Ескі Старая; amount:");
}

TEST_CASE("a blank does not pretend to know any other condition", "[blank]") {
  for (const char* condition :
       {"", "1", "row.amount > 0", "row.kind = 'newer'", "row.kind = 'new' AND row.amount IS NOT NULL",
        "row.kindd = 'new'", "row.kind IN ('new', row.system)", "row.system = 'new'",
        "EXISTS (SELECT 1 FROM rows WHERE kind = 'new')", "row.kind = 'new' OR head.donor = 'x'", "row.kind IN ()",
        "row.kind = 'new"}) {
    CAPTURE(condition);
    CHECK(wanted(condition).empty());
  }
  // The lists beside the head of a record have rows of their own.
  CHECK(wanted("row.kind = 'new'", "agreed", "grouped").empty());
  CHECK(wanted("row.amount IS NOT NULL", "kind", "grouped").empty());
  CHECK(wanted("row.system IS NOT NULL", "kind", "grouped") == "system:");
}
