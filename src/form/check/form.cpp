// SPDX-License-Identifier: MIT
#include "form/check/form.h"

#include <set>

#include "base/text.h"

namespace esep::form {
namespace {

class Names {
 public:
  Names(const Places& places, const char* code) : places_(places), code_(code) {}

  // What is empty was reported as missing.
  void add(std::string_view list, size_t index, std::string_view key, const std::string& name) {
    if (name.empty() || seen_.insert(name).second) return;
    places_.report_at(list, index, key, code_, Message(code_, {{"name", name}}));
  }

 private:
  const Places& places_;
  const char* code_;
  std::set<std::string> seen_;
};

template <typename List>
void add_ids(Names& names, std::string_view where, const List& list) {
  for (size_t i = 0; i < list.size(); ++i) names.add(where, i, "id", list[i].id);
}

}  // namespace

void check_unique(const FormDefinition& form, const Places& places) {
  // A finding names a field or a column by its id alone.
  Names ids(places, "FORM-DUPLICATE-ID");
  add_ids(ids, "field", form.fields);
  add_ids(ids, "column", form.columns);
  Names groups(places, "FORM-DUPLICATE-ID");
  add_ids(groups, "group", form.groups);
  Names rows(places, "FORM-DUPLICATE-ID");
  add_ids(rows, "rows.fixed", form.rows.fixed);
  Names obligations(places, "FORM-DUPLICATE-ID");
  add_ids(obligations, "obligation", form.obligations);
  Names numbers(places, "FORM-DUPLICATE-NUMBER");
  for (size_t i = 0; i < form.columns.size(); ++i) numbers.add("column", i, "number", form.columns[i].number);
  Names codes(places, "FORM-DUPLICATE-CODE");
  for (size_t i = 0; i < form.rules.size(); ++i) codes.add("rule", i, "code", form.rules[i].code);
  Names examples(places, "FORM-DUPLICATE-ID");
  for (size_t i = 0; i < form.examples.size(); ++i) examples.add("example", i, "name", form.examples[i].name);
  std::set<std::string> stages;
  for (const std::string& stage : form.reporting.stages) {
    if (!stages.insert(stage).second)
      places.report("stages", "FORM-DUPLICATE-ID", Message("FORM-DUPLICATE-ID", {{"name", stage}}));
  }
  for (const std::string& stage : form.reporting.additive) {
    if (stages.count(stage) == 0)
      places.report("additive", "FORM-ADDITIVE", Message("FORM-ADDITIVE", {{"name", stage}}),
                    nearest(stage, form.reporting.stages));
  }
  if (form.columns.empty()) places.report("", "FORM-NO-COLUMNS", "FORM-NO-COLUMNS");
}

void check_form(const FormDefinition& form, const datafile::Node& root, Diagnostics& diagnostics) {
  const Places places(root, diagnostics);
  check_unique(form, places);
  check_groups(form, places);
  check_rows(form, places);
  check_references(form, places);
}

}  // namespace esep::form
