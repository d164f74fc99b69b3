// SPDX-License-Identifier: MIT
#include "app/upkeep/lint.h"

#include <algorithm>
#include <functional>
#include <memory>

#include "app/core/rule_context.h"
#include "app/query/query_tables.h"
#include "app/query/summary_query.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "datafile/data_invalid.h"
#include "datafile/toml.h"
#include "form/check/file_problems.h"
#include "report/read/example.h"

namespace esep::app {
namespace {

Diagnostic about(const std::string& file, const char* code, Message::Args args) {
  return {Severity::error, file, 0, 0, "", code, Message(code, std::move(args)), ""};
}

std::string listed(const std::vector<form::ExampleFinding>& findings) {
  std::vector<std::string> out;
  for (const auto& [cell, code] : findings) out.push_back((cell.empty() ? "" : cell + " ") + code);
  return join(out, ", ");
}

// Examples are read as if submitted on the first day on which the report is accepted.
table::RuleContext example_context(const form::FormDefinition& form) {
  if (!form.period) return rule_context(std::nullopt, form.law.in_force.from.plus_days(400));
  const auto period = calendar::Period::containing(*form.period, form.law.in_force.from.plus_days(365));
  return rule_context(period, period.last_day().plus_days(10));
}

bool gives(const sqlite::Statement& statement, std::string_view column) {
  for (int i = 0; i < statement.column_count(); ++i) {
    if (statement.column_name(i) == column) return true;
  }
  return false;
}

// The examples are run only if every rule can be asked.
void lint_examples(const form::FormDefinition& form, table::RuleRunner& runner, Diagnostics& out) {
  for (const std::string& column : report::wrong_column_examples(form)) {
    const std::string list = form.column(column) != nullptr ? "column" : "field";
    out.push_back(
        form::problem_at(form.file, {list, column, "id"}, Message("LINT-COLUMN-EXAMPLE", {{"column", column}})));
  }
  if (has_errors(out)) return;
  for (const auto& example : form.examples) {
    const auto outcome = report::run_example(form, example, example_context(form), runner);
    if (outcome.as_expected()) continue;
    out.push_back(form::problem_at(form.file, {"example", example.name, "findings"},
                                   Message("LINT-EXAMPLE", {{"name", example.name},
                                                            {"missing", listed(outcome.missing)},
                                                            {"unexpected", listed(outcome.unexpected)}})));
  }
}

// A query of a file: its name, and how a mistake in it is said.
struct QueryOrigin {
  std::string name;
  std::function<Diagnostic(Message)> problem;
};

// Without parameters: preparing a query finds its mistakes.
std::optional<sqlite::Statement> lint_query(table::QueryDatabase& queries, const QueryOrigin& origin,
                                            const std::string& query, Diagnostics& out) {
  if (query.empty()) return std::nullopt;
  try {
    return queries.prepare(origin.name, query, {});
  } catch (const datafile::DataInvalid&) {
    throw;  // another file is wrong
  } catch (const Error& error) {
    for (const Message& message : {error.message(), error.hint()}) {
      if (!message.empty()) out.push_back(origin.problem(message));
    }
    return std::nullopt;
  }
}

// The data with this file among them; without a catalogue, what loading says of them.
struct Loaded {
  std::unique_ptr<form::FormCatalog> catalog;
  Diagnostics diagnostics;
};

Loaded load_with(Engine& engine, const datafile::LibraryFile& source) {
  try {
    return {std::make_unique<form::FormCatalog>(engine.library().with(source)), {}};
  } catch (const datafile::DataInvalid& invalid) {
    return {nullptr, invalid.diagnostics()};
  }
}

// The engine's own data; nullptr if they are wrong. The wrong file may be the one that is linted.
const form::FormCatalog* catalog_of(Engine& engine) {
  try {
    return &engine.catalog();
  } catch (const datafile::DataInvalid&) {
    return nullptr;
  }
}

bool has_code(const Diagnostics& diagnostics, const std::vector<std::string>& codes) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& one) {
    return std::find(codes.begin(), codes.end(), one.code) != codes.end();
  });
}

class FormLint {
 public:
  FormLint(Engine& engine, const form::FormDefinition& form, Diagnostics& out)
      : engine_(engine), form_(form), out_(out) {}

  void run(const form::FormCatalog& catalog) {
    const form::RegisterDefinition* subject = nullptr;
    for (const auto& definition : catalog.registers()) {
      if (definition.id == form_.subject) subject = &definition;
    }
    if (!form_.subject.empty() && subject == nullptr) return no_register();
    // Where columns are in doubt, each expression would only repeat that.
    if (has_code(out_, {"TOML-SYNTAX", "TOML-TOO-DEEP", "TOML-NOT-TABLE", "TOML-WRONG-TYPE", "TOML-BAD-VALUE",
                        "TOML-EMPTY", "TOML-MISSING-KEY", "FORM-ID", "FORM-DUPLICATE-ID", "FORM-NO-COLUMNS",
                        "FORM-SCALE", "FORM-CHOICES"})) {
      return;
    }
    if (has_queries()) queries();
    table::RuleRunner runner(form_, subject, out_);
    lint_examples(form_, runner, out_);
  }

 private:
  // Instead of FORM-SUBJECT, because here the file may be right and the data incomplete.
  void no_register() {
    std::erase_if(out_, [](const Diagnostic& one) { return one.code == "FORM-SUBJECT"; });
    out_.push_back(
        form::problem_at(form_.file, {"", "", "subject"}, Message("LINT-SUBJECT", {{"register", form_.subject}})));
  }

  [[nodiscard]] bool has_queries() const {
    return !form_.rows.source.empty() || !form_.rows.predecessors.empty() || !form_.rows.previous_since.empty() ||
           std::any_of(form_.fields.begin(), form_.fields.end(), [](const auto& one) { return !one.query.empty(); });
  }

  void queries() {
    Queries queries(engine_);
    const auto lint = [&](const form::FormPlace& place, const std::string& name, const std::string& query) {
      const auto problem = [&](Message message) { return form::problem_at(form_.file, place, std::move(message)); };
      lint_query(queries.database(), {form_.id + "/" + name, problem}, query, out_);
    };
    lint({"rows", "", "source"}, "rows.source", form_.rows.source);
    lint({"rows", "", "predecessors"}, "rows.predecessors", form_.rows.predecessors);
    lint({"rows", "", "previous_since"}, "rows.previous_since", form_.rows.previous_since);
    for (const auto& field : form_.fields) lint({"field", field.id, "query"}, field.id, field.query);
  }

  Engine& engine_;
  const form::FormDefinition& form_;
  Diagnostics& out_;
};

Diagnostics lint_form(Engine& engine, const datafile::LibraryFile& source) {
  Loaded loaded = load_with(engine, source);
  Diagnostics& out = loaded.diagnostics;
  const form::FormCatalog* catalog = loaded.catalog ? loaded.catalog.get() : catalog_of(engine);
  Diagnostics known;
  const form::FormDefinition form = form::read_form(source, {}, known);
  if (catalog != nullptr) FormLint(engine, form, out).run(*catalog);
  return std::move(out);
}

// The register itself may be new: its queries then read its columns without rows.
Diagnostics lint_register(Engine& engine, const datafile::LibraryFile& source) {
  Diagnostics out = load_with(engine, source).diagnostics;
  Diagnostics known;
  const form::RegisterDefinition definition = form::read_register(source, known);
  if (has_errors(known) || catalog_of(engine) == nullptr) return out;
  const form::FormFile file{definition.file, "", source.text};
  const auto queries = make_query_database(engine, {&definition, nullptr});
  for (const auto& check : definition.checks) {
    const QueryOrigin origin{definition.id + "/" + check.code, [&](Message message) {
                               return form::problem_at(file, {"check", check.code, "query"}, std::move(message));
                             }};
    const auto statement = lint_query(*queries, origin, check.query, out);
    if (statement && !gives(*statement, "_key"))
      out.push_back(origin.problem(Message("SUMMARY-COLUMN", {{"name", origin.name}, {"column", "_key"}})));
  }
  return out;
}

// The form of a wording file: the one beside it, which may be on its way into a workspace, or the engine's.
Diagnostics lint_wording(Engine& engine, const datafile::LibraryFile& source, const std::filesystem::path& file) {
  const std::string name = source.path.substr(0, source.path.size() - form::kWordingSuffix.size()) + ".toml";
  const std::filesystem::path beside = file.parent_path() / std::filesystem::path(name).filename();
  auto edition = engine.library().find(name);
  if (std::filesystem::is_regular_file(beside)) edition = {name, beside.string(), read_file(beside)};
  if (!edition) return {about(source.origin, "FORM-WORDING-ORPHAN", {{"form", name}})};
  Diagnostics out;
  static_cast<void>(form::read_form(*edition, {source}, out));
  return out;
}

class SummaryLint {
 public:
  SummaryLint(Engine& engine, const form::Summary& summary, Diagnostics& out)
      : queries_(engine), summary_(summary), out_(out) {
    for (const std::string& id : engine.catalog().form_ids()) {
      reports_.insert(id);
      reports_.insert(id + ".head");
    }
  }

  void block(const form::SummaryBlock& block) {
    std::vector<std::string> wanted;
    for (const auto& column : block.columns) {
      if (block.kind != form::SummaryBlock::Kind::chart) wanted.push_back(column.id);
    }
    if (block.kind == form::SummaryBlock::Kind::chart) wanted.push_back(block.chart.category);
    for (const auto& series : block.chart.series) wanted.push_back(series.id);
    if (block.kind == form::SummaryBlock::Kind::matrix) wanted.insert(wanted.end(), {"row", "column", "value"});
    query(block, block.query, wanted, true);
    query(block, block.rows_query, {"id", "title"}, false);
    query(block, block.columns_query, {"id", "title"}, false);
  }

 private:
  void query(const form::SummaryBlock& block, const std::string& text, const std::vector<std::string>& wanted,
             bool figures) {
    if (text.empty()) return;
    const auto problem = [&](Message message) {
      const std::string code = message.key;
      return Diagnostic{Severity::error, summary_.file, block.line, 0, "", code, std::move(message), ""};
    };
    const auto statement =
        lint_query(queries_.database(), {block.name, problem}, with_common(summary_.with, text), out_);
    if (!statement) return;
    for (const std::string& column : wanted) {
      if (!gives(*statement, column)) report(block, "SUMMARY-COLUMN", {{"name", block.name}, {"column", column}});
    }
    if (!figures || gives(*statement, "_sources")) return;
    for (const std::string& name : queries_.database().read_last()) {
      if (reports_.contains(name)) return report(block, "SUMMARY-NO-SOURCES", {{"name", block.name}, {"table", name}});
    }
  }

  void report(const form::SummaryBlock& block, const char* code, Message::Args args) {
    out_.push_back({Severity::error, summary_.file, block.line, 0, "", code, Message(code, std::move(args)), ""});
  }

  Queries queries_;
  const form::Summary& summary_;
  Diagnostics& out_;
  std::set<std::string> reports_;
};

Diagnostics lint_summary(Engine& engine, const datafile::LibraryFile& source) {
  Diagnostics out;
  const form::Summary summary = form::read_summary(source, out);
  if (has_errors(out)) return out;
  SummaryLint lint(engine, summary, out);
  lint.block(summary.law);
  for (const auto& section : summary.sections) {
    for (const auto& block : section.blocks) lint.block(block);
  }
  return out;
}

}  // namespace

Diagnostics lint_file(Engine& engine, const std::filesystem::path& file) {
  const std::string text = read_file(file);
  Diagnostics ignored;  // the reader proper says them
  const auto parsed = datafile::File::parse(file.string(), text, ignored);
  const auto is = [&](const char* key) { return parsed && parsed->root().member(key).has_value(); };
  const auto source = [&](const char* folder) {
    return datafile::LibraryFile{folder + file.filename().string(), file.string(), text};
  };
  if (file.filename().string().ends_with(form::kWordingSuffix)) return lint_wording(engine, source("forms/"), file);
  if (is("summary") && !is("form")) return lint_summary(engine, source("data/summaries/"));
  if (is("register") && !is("form")) return lint_register(engine, source("data/registers/"));
  if (is("obligation") && !is("form") && !is("title")) return load_with(engine, source("data/")).diagnostics;
  return lint_form(engine, source("forms/"));
}

}  // namespace esep::app
