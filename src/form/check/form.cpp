// SPDX-License-Identifier: MIT
#include "form/check/form.h"

#include <set>

#include "base/text.h"
#include "form/label.h"

namespace esep::form {
namespace {

class UniqueNames {
 public:
  UniqueNames(const FileProblems& problems, const char* code) : problems_(problems), code_(code) {}

  // An empty value was already reported as missing.
  void add(std::string_view list, size_t index, std::string_view key, const std::string& name) {
    if (name.empty() || seen_.insert(name).second) return;
    problems_.report_at(list, index, key, Message(code_, {{"name", name}}));
  }

 private:
  const FileProblems& problems_;
  const char* code_;
  std::set<std::string> seen_;
};

template <typename List>
void add_ids(UniqueNames& names, std::string_view where, const List& list) {
  for (size_t i = 0; i < list.size(); ++i) names.add(where, i, "id", list[i].id);
}

}  // namespace

void check_unique(const FormDefinition& form, const FileProblems& problems) {
  // A finding names a field or a column only by its id.
  UniqueNames ids(problems, "FORM-DUPLICATE-ID");
  add_ids(ids, "field", form.fields);
  add_ids(ids, "column", form.columns);
  UniqueNames groups(problems, "FORM-DUPLICATE-ID");
  add_ids(groups, "group", form.groups);
  UniqueNames rows(problems, "FORM-DUPLICATE-ID");
  add_ids(rows, "rows.fixed", form.rows.fixed);
  UniqueNames obligations(problems, "FORM-DUPLICATE-ID");
  add_ids(obligations, "obligation", form.obligations);
  UniqueNames numbers(problems, "FORM-DUPLICATE-NUMBER");
  for (size_t i = 0; i < form.columns.size(); ++i) numbers.add("column", i, "number", form.columns[i].number);
  UniqueNames codes(problems, "FORM-DUPLICATE-CODE");
  for (size_t i = 0; i < form.rules.size(); ++i) codes.add("rule", i, "code", form.rules[i].code);
  UniqueNames examples(problems, "FORM-DUPLICATE-ID");
  for (size_t i = 0; i < form.examples.size(); ++i) examples.add("example", i, "name", form.examples[i].name);
  std::set<std::string> stages;
  for (const std::string& stage : form.reporting.stages) {
    if (!stages.insert(stage).second) problems.report("stages", Message("FORM-DUPLICATE-ID", {{"name", stage}}));
  }
  for (const std::string& stage : form.reporting.additive) {
    if (stages.count(stage) == 0)
      problems.report("additive", Message("FORM-ADDITIVE", {{"name", stage}}), nearest(stage, form.reporting.stages));
  }
  if (form.columns.empty()) problems.report("", "FORM-NO-COLUMNS");
  if (!form.wording.nil_sentence.empty() && !form.reporting.allow_nil)
    problems.report("nil_sentence", "FORM-NIL-SENTENCE");
}

void check_titles(const FormDefinition& form, const FileProblems& problems) {
  for (const TitleProblem& one : title_problems(form))
    problems.report_at(one.is_column ? "column" : "field", one.index, "title", message_of(one));
}

void check_form(const FormDefinition& form, const datafile::Node& root, Diagnostics& diagnostics) {
  const FileProblems problems(root, diagnostics);
  check_unique(form, problems);
  check_titles(form, problems);
  check_groups(form, problems);
  check_rows(form, problems);
  check_references(form, problems);
  check_keys(form, problems);
}

}  // namespace esep::form
