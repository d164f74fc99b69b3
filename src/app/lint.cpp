// SPDX-License-Identifier: MIT
#include "app/lint.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "datafile/data_invalid.h"
#include "report/example.h"

namespace esep::app {
namespace {

Diagnostic about(const std::string& file, const char* code, Message::Args args) {
  return {Severity::error, file, 0, 0, "", code, Message(code, std::move(args)), ""};
}

std::string places(const std::vector<std::pair<std::string, std::string>>& findings) {
  std::vector<std::string> out;
  for (const auto& [place, code] : findings) out.push_back((place.empty() ? "" : place + " ") + code);
  return join(out, ", ");
}

// Examples are read as if handed in on the first day on which the report is taken.
table::RuleContext example_context(const form::FormDefinition& form) {
  table::RuleContext context;
  context.received_on = form.in_force_from.plus_days(400);
  if (form.period) {
    const auto period = calendar::Period::containing(*form.period, form.in_force_from.plus_days(365));
    context.period_start = period.first_day();
    context.period_end = period.last_day();
    context.received_on = period.last_day().plus_days(10);
  }
  return context;
}

void lint_examples(const form::FormDefinition& form, const form::RegisterDefinition* subject, Diagnostics& out) {
  for (const std::string& column : report::wrong_column_examples(form)) {
    out.push_back(about(form.file, "LINT-COLUMN-EXAMPLE", {{"column", column}}));
  }
  table::RuleRunner runner(form, subject, out);
  if (has_errors(out)) return;
  for (const auto& example : form.examples) {
    const auto outcome = report::run_example(form, example, example_context(form), runner);
    if (outcome.as_expected()) continue;
    out.push_back(about(form.file, "LINT-EXAMPLE", {{"name", example.name},
                                                    {"missing", places(outcome.missing)},
                                                    {"unexpected", places(outcome.unexpected)}}));
  }
}

// Without parameters: what is wrong with a query shows while it is prepared.
void lint_query(Engine& engine, const form::FormDefinition& form, const std::string& place, const std::string& query, Diagnostics& out) {
  if (query.empty()) return;
  try {
    static_cast<void>(engine.queries().prepare(form.id + "/" + place, query, {}));
  } catch (const datafile::DataInvalid&) {
    throw;  // another file is wrong
  } catch (const Error& error) {
    out.push_back({Severity::error, form.file, 0, 0, "", error.message().key, error.message(), ""});
    if (!error.hint().empty()) out.push_back({Severity::error, form.file, 0, 0, "", error.hint().key, error.hint(), ""});
  }
}

}  // namespace

Diagnostics lint_form(Engine& engine, const std::filesystem::path& file) {
  Diagnostics out;
  const datafile::LibraryFile source{"forms/" + file.filename().string(), file.string(), read_file(file)};
  const form::FormDefinition form = form::read_form(source, nullptr, out);
  if (has_errors(out)) return out;
  const form::RegisterDefinition* subject = nullptr;
  if (!form.subject.empty()) {
    for (const auto& definition : engine.catalog().registers()) {
      if (definition.id == form.subject) subject = &definition;
    }
    if (subject == nullptr) {
      out.push_back(about(form.file, "LINT-SUBJECT", {{"register", form.subject}}));
      return out;
    }
  }
  lint_query(engine, form, "rows.source", form.rows.source, out);
  for (const auto& field : form.fields) lint_query(engine, form, field.id, field.query, out);
  lint_examples(form, subject, out);
  return out;
}

}  // namespace esep::app
