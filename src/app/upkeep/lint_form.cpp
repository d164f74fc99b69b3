// SPDX-License-Identifier: MIT
#include "app/upkeep/lint_form.h"

#include <algorithm>
#include <set>

#include "app/core/edition_change.h"
#include "app/core/rule_context.h"
#include "app/core/taken_codes.h"
#include "app/query/queries.h"
#include "app/upkeep/lint_query.h"
#include "base/text.h"
#include "datafile/data_invalid.h"
#include "form/check/advice.h"
#include "form/check/file_problems.h"
#include "report/read/example.h"

namespace esep::app {
namespace {

// As the file writes them, so that they can be copied into it.
std::string listed(const std::vector<form::ExampleFinding>& findings) {
  std::vector<std::string> out;
  for (const auto& [at, code] : findings) out.push_back("{ at = \"" + at + "\", code = \"" + code + "\" }");
  return out.empty() ? "–" : join(out, ", ");
}

// Examples are read as if submitted in the second year of the edition, ten days after the end of a period.
table::RuleContext example_context(const form::FormDefinition& form) {
  if (!form.period) return rule_context(std::nullopt, form.law.in_force.from.plus_days(400));
  const auto period = calendar::Period::containing(*form.period, form.law.in_force.from.plus_days(365));
  return rule_context(period, period.last_day().plus_days(10));
}

// The examples are run only if every rule can be asked.
void lint_examples(const form::FormDefinition& form, const form::RegisterDefinition* subject, table::RuleRunner& runner,
                   Diagnostics& out) {
  for (const std::string& column : report::wrong_column_examples(form)) {
    const std::string list = form.column(column) != nullptr ? "column" : "field";
    out.push_back(
        form::problem_at(form.file, {list, column, "id"}, Message("LINT-COLUMN-EXAMPLE", {{"column", column}})));
  }
  if (has_errors(out)) return;
  for (const auto& example : form.examples) {
    const auto outcome = report::run_example(form, example, subject, example_context(form), runner);
    if (outcome.as_expected()) continue;
    out.push_back(form::problem_at(form.file, {"example", example.name, "findings"},
                                   Message("LINT-EXAMPLE", {{"name", example.name},
                                                            {"missing", listed(outcome.missing)},
                                                            {"unexpected", listed(outcome.unexpected)}})));
  }
}

// Whether a line of a form's file stands in one of its columns or fields.
bool is_in_column(const std::string& text, int line) {
  const auto lines = split(text, '\n');
  for (size_t i = std::min(lines.size(), static_cast<size_t>(std::max(line, 0))); i > 0; --i) {
    const std::string one = trim(lines[i - 1]);
    if (one.starts_with('[')) return one.starts_with("[[column") || one.starts_with("[[field");
  }
  return false;
}

class FormLint {
 public:
  FormLint(Engine& engine, const form::FormDefinition& form, Diagnostics& out)
      : engine_(engine), form_(form), out_(out) {}

  void run(const form::FormCatalog& catalog) {
    report_taken_codes(engine_.messages(), form_, out_);
    const form::RegisterDefinition* subject = nullptr;
    for (const auto& definition : catalog.registers()) {
      if (definition.id == form_.subject) subject = &definition;
    }
    if (!form_.subject.empty() && subject == nullptr) return no_register();
    if (are_columns_in_doubt()) {
      if (are_only_values_in_doubt()) names_in_rules(subject);
      return;
    }
    if (auto changed = edition_change(engine_, form_))
      out_.push_back(form::problem_at(form_.file, {"", "", "edition"}, {"FORM-COLUMNS-CHANGED", std::move(*changed)}));
    if (has_queries() && is_data_right(engine_)) queries();
    rules(subject);
  }

 private:
  // Instead of FORM-SUBJECT, because here the file may be right and the data incomplete.
  void no_register() {
    std::erase_if(out_, [](const Diagnostic& one) { return one.code == "FORM-SUBJECT"; });
    out_.push_back(
        form::problem_at(form_.file, {"", "", "subject"}, Message("LINT-SUBJECT", {{"register", form_.subject}})));
  }

  // Where a column is in doubt, each expression would only repeat that.
  [[nodiscard]] bool is_doubt(const Diagnostic& one) const {
    static const std::set<std::string> kAnywhere{
        "TOML-SYNTAX",   "TOML-SYNTAX-TWICE", "TOML-SYNTAX-UNCLOSED", "TOML-SYNTAX-EQUALS", "TOML-SYNTAX-VALUE",
        "TOML-TOO-DEEP", "FORM-ID",           "FORM-DUPLICATE-ID",    "FORM-NO-COLUMNS"};
    static const std::set<std::string> kInColumns{"TOML-NOT-TABLE",   "TOML-WRONG-TYPE", "TOML-BAD-VALUE", "TOML-EMPTY",
                                                  "TOML-MISSING-KEY", "FORM-SCALE",      "FORM-CHOICES"};
    return kAnywhere.contains(one.code) || (kInColumns.contains(one.code) && is_in_column(form_.file.text, one.line));
  }

  [[nodiscard]] bool are_columns_in_doubt() const {
    return std::any_of(out_.begin(), out_.end(), [&](const Diagnostic& one) { return is_doubt(one); });
  }

  // A column of an unknown type is there under its id all the same.
  [[nodiscard]] bool are_only_values_in_doubt() const {
    return std::all_of(out_.begin(), out_.end(), [&](const Diagnostic& one) {
      const bool of_value = one.code == "TOML-BAD-VALUE" || one.code == "FORM-SCALE" || one.code == "FORM-CHOICES";
      return of_value || !is_doubt(one);
    });
  }

  [[nodiscard]] bool has_queries() const {
    return !form_.rows.source.empty() || !form_.rows.predecessors.empty() || !form_.rows.previous_since.empty() ||
           std::any_of(form_.fields.begin(), form_.fields.end(), [](const auto& one) { return !one.query.empty(); });
  }

  void queries() {
    Queries queries(engine_);
    const auto lint = [&](const form::FormPlace& place, const std::string& name, const std::string& query) {
      const auto problem = [&](Message message) { return form::problem_at(form_.file, place, std::move(message)); };
      static_cast<void>(lint_query(queries.database(), {form_.id + "/" + name, problem}, query, out_));
    };
    lint({"rows", "", "source"}, "rows.source", form_.rows.source);
    lint({"rows", "", "predecessors"}, "rows.predecessors", form_.rows.predecessors);
    lint({"rows", "", "previous_since"}, "rows.previous_since", form_.rows.previous_since);
    for (const auto& field : form_.fields) lint({"field", field.id, "query"}, field.id, field.query);
  }

  // What the rules name and the form does not have; nothing else can be said of them yet.
  void names_in_rules(const form::RegisterDefinition* subject) {
    Diagnostics found;
    static_cast<void>(table::RuleRunner(form_, subject, found));
    std::copy_if(found.begin(), found.end(), std::back_inserter(out_),
                 [](const Diagnostic& one) { return one.code == "RULE-COLUMN" || one.code == "RULE-TABLE"; });
  }

  // A mistake in a line that is wrong already only follows from it.
  void rules(const form::RegisterDefinition* subject) {
    std::set<int> wrong;
    for (const Diagnostic& one : out_) {
      if (one.severity == Severity::error) wrong.insert(one.line);
    }
    Diagnostics found;
    table::RuleRunner runner(form_, subject, found);
    std::copy_if(found.begin(), found.end(), std::back_inserter(out_),
                 [&](const Diagnostic& one) { return one.line == 0 || !wrong.contains(one.line); });
    lint_examples(form_, subject, runner, out_);
  }

  Engine& engine_;
  const form::FormDefinition& form_;
  Diagnostics& out_;
};

}  // namespace

bool is_data_right(Engine& engine) {
  try {
    static_cast<void>(engine.catalog());
    return true;
  } catch (const datafile::DataInvalid&) {
    return false;
  }
}

void lint_form(Engine& engine, const form::FormDefinition& form, const form::FormCatalog& catalog, Diagnostics& out) {
  FormLint(engine, form, out).run(catalog);
  lint_organisations(engine, form.file, form.obligations, out);
  if (!has_errors(out)) form::advise(form, catalog.obligations(), out);
}

void lint_organisations(Engine& engine, const form::FormFile& file, const std::vector<form::Obligation>& obligations,
                        Diagnostics& out) {
  if (!is_data_right(engine)) return;
  std::vector<std::string> known;
  for (const auto& row : engine.rows(engine.catalog().organisations().id)) known.push_back(row.key);
  for (const form::Obligation& one : obligations) {
    for (const std::string& code : one.who.organisations) {
      if (std::find(known.begin(), known.end(), code) != known.end()) continue;
      out.push_back(form::problem_at(file, {"obligation", one.id, "organisations"},
                                     Message("LINT-ORGANISATION", {{"organisation", code}}), nearest(code, known)));
    }
  }
}

}  // namespace esep::app
