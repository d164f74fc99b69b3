// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "base/text.h"
#include "form/check/form.h"

namespace esep::form {
namespace {

class ReferenceChecker {
 public:
  ReferenceChecker(const FormDefinition& form, const FileProblems& problems)
      : form_(form), problems_(problems), columns_(ids_of(form.columns)), fields_(ids_of(form.fields)) {}

  void run() {
    rules();
    signatures();
    obligations();
    examples();
  }

 private:
  static Message named(const char* code, const std::string& name) { return Message(code, {{"name", name}}); }

  void rules() {
    std::vector<std::string> both = columns_;
    both.insert(both.end(), fields_.begin(), fields_.end());
    for (size_t i = 0; i < form_.rules.size(); ++i) {
      for (const std::string& stage : form_.rules[i].stages) this->stage("rule", i, "stages", stage);
      const std::string& id = form_.rules[i].column;
      if (id.empty() || form_.column(id) != nullptr || form_.field(id) != nullptr) continue;
      problems_.report_at("rule", i, "column", named("FORM-COLUMN", id), nearest(id, both));
    }
  }

  void stage(std::string_view list, size_t i, std::string_view key, const std::string& name) {
    const auto& known = form_.reporting.stages;
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    problems_.report_at(list, i, key, named("FORM-STAGE", name), nearest(name, known));
  }

  void signatures() {
    for (size_t i = 0; i < form_.wording.signatures.size(); ++i) {
      const std::string& id = form_.wording.signatures[i].name_field;
      if (id.empty() || form_.field(id) != nullptr) continue;
      problems_.report_at("signature", i, "name_field", named("FORM-FIELD", id), nearest(id, fields_));
    }
  }

  // A single date that a person fills in.
  static bool is_day(const Field& field) {
    return field.type == ColumnType::date && !field.multiple && field.source == FieldSource::input;
  }

  void obligations() {
    std::set<std::string> dates;
    for (const Field& field : form_.fields) {
      if (is_day(field)) dates.insert(field.id);
    }
    for (size_t i = 0; i < form_.obligations.size(); ++i) {
      const Obligation& one = form_.obligations[i];
      const auto report = [&](const char* key, const char* code, std::string meant = {}) {
        problems_.report_at("obligation", i, key, Message(code, {{"obligation", one.id}}), std::move(meant));
      };
      const bool other_period = one.period ? one.period != form_.period : form_.period && one.event.empty();
      if (other_period) report(one.period ? "period" : "id", "FORM-OBLIGATION-PERIOD");
      const bool known_stage = std::find(form_.reporting.stages.begin(), form_.reporting.stages.end(), one.stage) !=
                               form_.reporting.stages.end();
      if (!one.stage.empty() && !known_stage)
        report("stage", "FORM-OBLIGATION-STAGE", nearest(one.stage, form_.reporting.stages));
      if (one.stage.empty() && !form_.reporting.stages.empty()) report("id", "FORM-OBLIGATION-NO-STAGE");
      if (!one.done_on.empty() && !dates.count(one.done_on))
        report("done_on", "FORM-OBLIGATION-DONE", nearest(one.done_on, {dates.begin(), dates.end()}));
      if (!one.who.subject_register.empty() && one.who.subject_register != form_.subject)
        report("subject_register", "FORM-OBLIGATION-SUBJECT", form_.subject);
    }
  }

  void examples() {
    for (size_t i = 0; i < form_.examples.size(); ++i) {
      const Example& example = form_.examples[i];
      if (!example.stage.empty()) stage("example", i, "stage", example.stage);
      for (const auto& [field, text] : example.fields) {
        if (form_.field(field) != nullptr) continue;
        problems_.report_at("example", i, field, named("FORM-FIELD", field), nearest(field, fields_), "fields");
      }
      if (!example.subject.empty() && form_.subject.empty())
        problems_.report_at("example", i, "subject", Message("FORM-EXAMPLE-SUBJECT", {{"name", example.name}}));
      for (const auto& row : example.rows) {
        for (const auto& [column, text] : row) {
          if (form_.column(column) != nullptr) continue;
          problems_.report_at("example", i, "rows", named("FORM-COLUMN", column), nearest(column, columns_));
        }
      }
      for (const auto& [at, code] : example.findings) {
        if (!leads_somewhere(at)) place(i, at);
      }
    }
  }

  // Where an unknown column is named, that is what is wrong.
  void place(size_t i, const std::string& at) {
    std::vector<std::string> both = columns_;
    both.insert(both.end(), fields_.begin(), fields_.end());
    const std::string name = at.substr(0, at.find('['));
    if (name.empty() || form_.column(name) != nullptr || form_.field(name) != nullptr)
      return problems_.report_at("example", i, "findings", Message("FORM-PLACE", {{"at", at}}));
    problems_.report_at("example", i, "findings", named("FORM-COLUMN", name),
                        nearest(name, at.size() == name.size() ? both : columns_));
  }

  // "", a field, a column, or column[row].
  bool leads_somewhere(const std::string& at) const {
    if (at.empty() || form_.field(at) != nullptr || form_.column(at) != nullptr) return true;
    const size_t open = at.find('[');
    if (open == std::string::npos || at.back() != ']' || form_.column(at.substr(0, open)) == nullptr) return false;
    const std::string row = at.substr(open + 1, at.size() - open - 2);
    return !row.empty() && row.front() != '0' && row.find_first_not_of("0123456789") == std::string::npos;
  }

  const FormDefinition& form_;
  const FileProblems& problems_;
  std::vector<std::string> columns_;
  std::vector<std::string> fields_;
};

}  // namespace

void check_references(const FormDefinition& form, const FileProblems& problems) {
  ReferenceChecker(form, problems).run();
}

}  // namespace esep::form
