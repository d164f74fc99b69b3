// SPDX-License-Identifier: MIT
#include "table/sql_problem.h"

#include <optional>

#include "base/text.h"
#include "form/ids_of.h"
#include "table/functions.h"

namespace esep::table {
namespace {

using Names = std::vector<std::string>;

std::optional<std::string> behind(const std::string& text, std::string_view start) {
  if (!text.starts_with(start)) return std::nullopt;
  return text.substr(start.size());
}

// What SQLite says of a function that there is not; of its operators REGEXP and MATCH it speaks as of functions.
std::optional<std::string> unknown_function(const std::string& reason) {
  for (const char* start : {"no such function: ", "not authorized to use function: ", "unable to use function "}) {
    if (const auto rest = behind(reason, start)) return rest->substr(0, rest->find(' '));
  }
  return std::nullopt;
}

bool is_operator(const std::string& name) {
  const std::string folded = fold_case(name);
  return folded == "regexp" || folded == "match";
}

// The right name with the rule's qualifier; if the rule looked for a field in the row, `head` is the right one.
std::string meant_column(const std::string& name, const form::FormDefinition& form,
                         const form::RegisterDefinition* subject) {
  const size_t point = name.find('.');
  const std::string qualifier = point == std::string::npos ? "" : name.substr(0, point + 1);
  const std::string id = name.substr(qualifier.size());
  Names known;
  if (qualifier.empty()) {
    known = {"period_start", "period_end", "received_on", "_row", "_record", "_first"};
    const Names columns = form::ids_of(form.columns);
    known.insert(known.end(), columns.begin(), columns.end());
  } else if (qualifier == "head.") {
    known = form::ids_of(form.fields);
  } else if (qualifier != "subject.") {
    if (form.field(id) != nullptr) return "head." + id;
    known = form::ids_of(form.columns);
  } else if (subject != nullptr) {
    known = form::ids_of(subject->columns);
  }
  const std::string found = nearest(id, known);
  return found.empty() || found == id ? "" : qualifier + found;
}

}  // namespace

SqlProblem explain_sql(const std::string& reason, const form::FormDefinition& form,
                       const form::RegisterDefinition* subject) {
  const auto named = [](const char* key, const std::string& name, std::string meant = "") {
    return SqlProblem{Message(key, {{"name", name}}), std::move(meant)};
  };
  if (const auto name = behind(reason, "no such column: ")) {
    return named("RULE-COLUMN", *name, meant_column(*name, form, subject));
  }
  if (const auto name = behind(reason, "no such table: ")) {
    return named("RULE-TABLE", *name, nearest(*name, {"rows", "previous", "head", "subject"}));
  }
  if (const auto name = unknown_function(reason)) {
    if (is_operator(*name)) return named("RULE-NO-OPERATOR", *name);
    return named("RULE-FUNCTION", *name, nearest(*name, allowed_functions()));
  }
  for (const char* start : {"misuse of aggregate: ", "misuse of aggregate function ", "misuse of window function "}) {
    if (const auto name = behind(reason, start)) return named("RULE-AGGREGATE", *name);
  }
  if (const auto name = behind(reason, "ambiguous column name: ")) return named("RULE-AMBIGUOUS", *name);
  if (const auto rest = behind(reason, "access to ")) {
    return named("RULE-DENIED", rest->substr(0, rest->find(' ')));
  }
  if (reason == "not authorized") return named("RULE-DENIED", "");
  return {Message("RULE-SQL", {{"reason", reason}}), ""};
}

std::optional<MissingName> missing_name(const std::string& reason) {
  using Kind = MissingName::Kind;
  const auto bare = [](const std::string& name) { return name.substr(name.rfind('.') + 1); };
  if (const auto name = behind(reason, "no such table: ")) return MissingName{Kind::table, bare(*name)};
  if (const auto name = behind(reason, "no such column: ")) return MissingName{Kind::column, bare(*name)};
  if (const auto name = unknown_function(reason))
    return MissingName{is_operator(*name) ? Kind::operation : Kind::function, *name};
  return std::nullopt;
}

}  // namespace esep::table
