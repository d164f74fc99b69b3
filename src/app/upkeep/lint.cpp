// SPDX-License-Identifier: MIT
#include "app/upkeep/lint.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/core/plausible_limits.h"
#include "app/core/register_file.h"
#include "app/core/table_words.h"
#include "app/core/taken_codes.h"
#include "app/query/query_tables.h"
#include "app/query/summary_check.h"
#include "app/query/summary_query.h"
#include "app/upkeep/lint_form.h"
#include "app/upkeep/lint_query.h"
#include "base/file.h"
#include "base/text.h"
#include "datafile/source_line.h"
#include "datafile/toml.h"
#include "form/check/file_problems.h"
#include "form/placeholders.h"
#include "queue/policy.h"
#include "report/read/plausible.h"
#include "table/rules.h"

namespace esep::app {
namespace {

Diagnostic about(const std::string& file, const char* code, Message::Args args) {
  return {Severity::error, file, 0, 0, "", code, Message(code, std::move(args)), ""};
}

// The data with this file among them, as far as they could be read.
struct Loaded {
  Loaded(Engine& engine, const datafile::LibraryFile& source)
      : catalog(engine.library().with(source), {}, diagnostics) {}

  Diagnostics diagnostics = {};
  form::FormCatalog catalog;
};

// A copy under a wrong name stands beside the file of its right name, which is not at fault.
Diagnostics without_namesake(Diagnostics found, const std::string& file) {
  const bool misnamed = std::any_of(found.begin(), found.end(), [&](const Diagnostic& one) {
    return one.file == file && one.code == "FORM-FILE-NAME";
  });
  if (misnamed) std::erase_if(found, [&](const Diagnostic& one) { return one.file != file; });
  return found;
}

Diagnostics lint_form_file(Engine& engine, const datafile::LibraryFile& source) {
  Loaded loaded(engine, source);
  for (const std::string& id : loaded.catalog.form_ids()) {
    for (const auto* form : loaded.catalog.editions(id)) {
      if (form->file.name == source.origin) lint_form(engine, *form, loaded.catalog, loaded.diagnostics);
    }
  }
  return without_namesake(std::move(loaded.diagnostics), source.origin);
}

Diagnostics lint_obligations(Engine& engine, const datafile::LibraryFile& source) {
  Loaded loaded(engine, source);
  const auto is_of_a_form = [&](const form::Obligation& one) {
    const auto editions = loaded.catalog.editions(one.form);
    return std::any_of(editions.begin(), editions.end(), [&](const auto* edition) {
      return std::any_of(edition->obligations.begin(), edition->obligations.end(),
                         [&](const auto& own) { return own.id == one.id; });
    });
  };
  std::vector<form::Obligation> standalone;
  std::remove_copy_if(loaded.catalog.obligations().begin(), loaded.catalog.obligations().end(),
                      std::back_inserter(standalone), is_of_a_form);
  lint_organisations(engine, {source.origin, source.text}, standalone, loaded.diagnostics);
  return std::move(loaded.diagnostics);
}

// The register itself may be new: its queries then read its columns without rows.
class RegisterLint {
 public:
  RegisterLint(Engine& engine, const form::RegisterDefinition& definition, const datafile::LibraryFile& source,
               Diagnostics& out)
      : engine_(engine), definition_(definition), file_{definition.file, source.text}, out_(out) {}

  void run() {
    form::FormDefinition columns = columns_as_form(definition_);
    columns.file = file_;
    static_cast<void>(table::RuleRunner(columns, nullptr, out_));
    const auto queries = make_query_database(engine_, {&definition_, nullptr});
    report_taken_codes(engine_.messages(), definition_, file_, out_);
    for (const auto& check : definition_.checks) {
      const QueryOrigin origin{definition_.id + "/" + check.code,
                               [&](Message message) { return problem(check, "query", std::move(message)); }};
      const auto statement = lint_query(*queries, origin, check.query, out_);
      if (!statement) continue;
      if (!gives(*statement, "_key"))
        out_.push_back(origin.problem(Message("SUMMARY-COLUMN", {{"name", origin.name}, {"column", "_key"}})));
      placeholders(check, *statement);
    }
  }

 private:
  Diagnostic problem(const form::RegisterCheck& check, const char* key, Message message, std::string meant = {}) const {
    return form::problem_at(file_, {"check", check.code, key}, std::move(message), std::move(meant));
  }

  // A placeholder that the query does not give would appear in braces on the screen. It is said once for all languages.
  void placeholders(const form::RegisterCheck& check, const sqlite::Statement& statement) {
    std::vector<std::string> known;
    for (int i = 0; i < statement.column_count(); ++i) known.push_back(statement.column_name(i));
    std::set<std::string> unknown;
    for (const std::string* text : {&check.message.kk, &check.message.ru, &check.message.en}) {
      for (const std::string& name : form::placeholders(*text)) {
        if (std::find(known.begin(), known.end(), name) != known.end() || !unknown.insert(name).second) continue;
        Message message("RULE-PLACEHOLDER", {{"name", name}, {"rule", check.code}, {"known", form::in_braces(known)}});
        out_.push_back(problem(check, "message", std::move(message), nearest(name, known)));
      }
    }
  }

  Engine& engine_;
  const form::RegisterDefinition& definition_;
  const form::FormFile file_;
  Diagnostics& out_;
};

Diagnostics lint_register(Engine& engine, const datafile::LibraryFile& source) {
  Loaded loaded(engine, source);
  const auto& all = loaded.catalog.registers();
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.file == source.origin; });
  const bool right = std::none_of(loaded.diagnostics.begin(), loaded.diagnostics.end(), [&](const Diagnostic& one) {
    return one.severity == Severity::error && one.file == source.origin;
  });
  if (at != all.end() && right && is_data_right(engine)) RegisterLint(engine, *at, source, loaded.diagnostics).run();
  return without_namesake(std::move(loaded.diagnostics), source.origin);
}

Diagnostics lint_policy(const datafile::LibraryFile& source) {
  Diagnostics out;
  static_cast<void>(queue::read_policy(source, out));
  return out;
}

// The form of a wording file: the one beside it, which may be on its way into a workspace, or the engine's.
Diagnostics lint_wording(Engine& engine, const datafile::LibraryFile& source, const std::filesystem::path& file) {
  const std::string name = source.path.substr(0, source.path.size() - form::kWordingSuffix.size()) + ".toml";
  const std::filesystem::path beside = file.parent_path() / std::filesystem::path(name).filename();
  auto edition = engine.library().find(name);
  if (std::filesystem::is_regular_file(beside))
    edition = {name, beside.string(), read_file(beside, datafile::kMostTomlBytes)};
  if (!edition) return {about(source.origin, "FORM-WORDING-ORPHAN", {{"form", name}})};
  Diagnostics out;
  static_cast<void>(form::read_form(*edition, {source}, out));
  return out;
}

class SummaryLint {
 public:
  SummaryLint(Engine& engine, const form::Summary& summary, Diagnostics& out)
      : queries_(engine), check_(engine, summary), summary_(summary), out_(out) {
    for (const std::string& id : engine.catalog().form_ids()) {
      reports_.insert(id);
      reports_.insert(id + ".head");
    }
  }

  void block(const form::SummaryBlock& block) {
    for (auto& one : check_.problems(block)) out_.push_back(std::move(one));
    query(block, block.query, wanted_results(block), true);
    query(block, block.rows_query, {"id", "title"}, false);
    query(block, block.columns_query, {"id", "title"}, false);
    query(block, block.text_query, wanted_results(block.caption()), true);
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
      if (!column.empty() && !gives(*statement, column))
        report(block, "SUMMARY-COLUMN", {{"name", block.name}, {"column", column}});
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
  SummaryCheck check_;
  const form::Summary& summary_;
  Diagnostics& out_;
  std::set<std::string> reports_;
};

// A mistake in a block, with the line in which its query begins.
Diagnostics with_lines(Diagnostics found, const std::string& text) {
  for (Diagnostic& one : found) {
    if (one.line == 0 || !one.source_line.empty()) continue;
    one.source_line = datafile::source_line(text, one.line);
    one.column = 1;
  }
  return found;
}

Diagnostics lint_summary(Engine& engine, const datafile::LibraryFile& source) {
  Diagnostics out;
  const form::Summary summary = form::read_summary(source, out);
  if (has_errors(out) && !is_data_right(engine)) return out;
  SummaryLint lint(engine, summary, out);  // also of what could be read beside a mistake: all are said at once
  lint.block(summary.law);
  for (const auto& section : summary.sections) {
    for (const auto& block : section.blocks) lint.block(block);
  }
  return out;
}

// Files of words and limits, which are known by their names.
std::optional<Diagnostics> lint_words(const datafile::LibraryFile& source) {
  Diagnostics out;
  if (source.path == kTableWordsFile) {
    static_cast<void>(report::read_table_words(source, out));
  } else if (source.path == kPlausibleFile) {
    static_cast<void>(report::read_plausible(source, out));
  } else {
    return std::nullopt;
  }
  return out;
}

}  // namespace

bool lints_data(const std::string& shipped, const std::string& copy) {
  if (shipped == "obligations.toml") return true;  // known by what is in it
  const std::string path = "data/" + copy;
  return shipped == copy && (path == kTableWordsFile || path == kPlausibleFile);
}

Diagnostics lint_file(Engine& engine, const std::filesystem::path& file) {
  const std::string text = read_file(file, datafile::kMostTomlBytes);
  if (file.extension() != ".toml") return {about(file.string(), "FORMS-UNREAD", {{"file", file.string()}})};
  Diagnostics ignored;  // the reader proper says them
  const auto parsed = datafile::File::parse(file.string(), text, ignored);
  const auto is = [&](const char* key) { return parsed && parsed->root().member(key).has_value(); };
  const auto source = [&](const char* folder) {
    return datafile::LibraryFile{folder + file.filename().string(), file.string(), text, false};
  };
  if (file.filename().string().ends_with(form::kWordingSuffix)) return lint_wording(engine, source("forms/"), file);
  if (is("summary") && !is("form")) return with_lines(lint_summary(engine, source("data/summaries/")), text);
  if (is("queue") && is("edition") && !is("form")) return lint_policy(source("data/queues/"));
  if (is("register") && !is("form")) return lint_register(engine, source("data/registers/"));
  if ((is("obligation") || is("addressee")) && !is("form") && !is("title"))
    return lint_obligations(engine, source("data/"));
  if (auto words = lint_words(source("data/"))) return std::move(*words);
  const std::array kOfForms{"form", "edition", "title", "law", "in_force", "column", "field"};
  if (parsed && std::none_of(kOfForms.begin(), kOfForms.end(), is))
    return {about(file.string(), "LINT-KIND", {{"file", file.filename().string()}})};
  return lint_form_file(engine, source("forms/"));
}

}  // namespace esep::app
