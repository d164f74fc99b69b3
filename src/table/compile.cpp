// SPDX-License-Identifier: MIT
#include "table/compile.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "base/error.h"
#include "base/text.h"
#include "form/check/file_problems.h"
#include "form/placeholders.h"
#include "table/expression.h"
#include "table/right_side.h"
#include "table/sql_problem.h"
#include "table/storage.h"

namespace esep::table {
namespace {

using form::Column;
using form::FormDefinition;
using form::FormPlace;
using form::Rule;

// These one-row tables come first, so that the rows keep their order without sorting.
constexpr const char* kFrom = " FROM head CROSS JOIN subject";
constexpr const char* kWhere = " WHERE head._one = 1 AND subject._one = 1";

NumberKind number_kind(const form::ValueSpec& column) {
  if (is_stored_as_decimal(column)) return NumberKind::decimal;
  const bool integer = is_stored_as_integer(column) && column.type == form::ColumnType::integer;
  return integer ? NumberKind::integer : NumberKind::none;
}

NumberNames number_names(const FormDefinition& form, const form::RegisterDefinition* subject) {
  NumberNames out;
  for (const Column& column : form.columns) out.columns[column.id] = number_kind(column);
  for (const form::Field& field : form.fields) out.fields[field.id] = number_kind(field);
  if (subject != nullptr) {
    for (const auto& one : subject->columns) out.subject[one.id] = number_kind(one);
  }
  return out;
}

// On separate lines, so that the expression cannot affect the text around it.
std::string enclosed(const std::string& expression) { return fmt::format("(\n{}\n)", expression); }

class Compiler {
 public:
  Compiler(const FormDefinition& form, const form::RegisterDefinition* subject, Sandbox& sandbox,
           Diagnostics& diagnostics)
      : form_(form),
        subject_(subject),
        sandbox_(sandbox),
        diagnostics_(diagnostics),
        names_(number_names(form, subject)) {}

  std::vector<CompiledRule> run() {
    for (const Rule& rule : form_.rules) {
      add(place_of(form_, rule, "check"), rule.check, concern(rule), &rule, nullptr);
      check_placeholders(rule);
    }
    for (const form::Field& field : form_.fields) {
      if (!field.required_if.empty())
        add({"field", field.id, "required_if"}, field.required_if, concern_of_field(field), nullptr, &field);
    }
    for (const Column& column : form_.columns) {
      if (!column.required_if.empty())
        add({"column", column.id, "required_if"}, column.required_if, concern(column), nullptr, &column);
    }
    return std::move(out_);
  }

 private:
  /// The rows to which a rule applies.
  struct Concern {
    bool rows = true;        // each row; false: the table as a whole
    std::string conditions;  // " AND …" of the rows (or of the heading) that it concerns
    bool negated = true;     // a hit is where the expression is false
  };

  /// The SQL of a rule's expressions, and what they are together.
  struct Parts {
    std::string check, when, right;
    Expression all;
    const form::ValueSpec* judged = nullptr;
  };

  bool grouped() const { return form_.rows.kind == form::RowKind::grouped; }

  std::string rows_select(const std::string& right) const {
    return fmt::format("SELECT row._row{}{}{} CROSS JOIN rows AS row{}", column_names(columns_of(form_), "row."), right,
                       kFrom, kWhere);
  }

  Concern concern(const Rule& rule) const {
    if (rule.scope == form::RuleScope::table) return {false, "", true};
    const bool of_record = grouped() && form_.column(rule.column) != nullptr && form_.is_head_column(rule.column);
    return {true, of_record ? " AND row._first = 1" : "", true};
  }

  Concern concern(const Column& column) {
    return {true, fmt::format(" AND row.{} IS NULL{}", quote_identifier(column.id), item_condition(column)), false};
  }

  static Concern concern_of_field(const form::Field& field) {
    return {false, fmt::format(" AND head.{} IS NULL", quote_identifier(field.id)), false};
  }

  // Where `when` is not true the rest is not computed: it may divide by what is zero there.
  std::string select(const Concern& concern, const Parts& parts) const {
    const std::string right = parts.right.empty() ? "" : ", " + enclosed(parts.right);
    const std::string hit = (concern.negated ? "NOT " : "") + enclosed(parts.check);
    return fmt::format(
        "{}{} AND {}", concern.rows ? rows_select(right) : fmt::format("SELECT 0{}{}{}", right, kFrom, kWhere),
        concern.conditions,
        parts.when.empty() ? hit : fmt::format("CASE WHEN {} THEN {} ELSE 0 END", enclosed(parts.when), hit));
  }

  // A record's head stands in its first row. An item of a parallel list exists if another of its cells is filled. A
  // list of one column is blank if no row of the record has a value; the record's first row then gets the finding.
  std::string item_condition(const Column& column) {
    if (!grouped()) return "";
    std::string others;
    const int list = form_.list_of(column.id);
    for (const Column& other : form_.columns) {
      if (list < 0 || other.id == column.id || form_.list_of(other.id) != list) continue;
      others += fmt::format("{}row.{} IS NOT NULL", others.empty() ? "" : " OR ", quote_identifier(other.id));
    }
    if (!others.empty()) return fmt::format(" AND ({})", others);
    if (list < 0) return " AND row._first = 1";
    sandbox_.index("_record");
    return fmt::format(
        " AND row._first = 1 AND NOT EXISTS "
        "(SELECT 1 FROM rows AS _item WHERE _item._record = row._record AND _item.{} IS NOT NULL)",
        quote_identifier(column.id));
  }

  // Checks whether the numbers of a row that the expression reads are too large for its + and -.
  std::string beyond(const Expression& expression) const {
    std::string out;
    for (const Column& column : form_.columns) {
      if (number_kind(column) == NumberKind::none || !expression.names.contains(column.id)) continue;
      out += fmt::format("{0}row.{1} NOT BETWEEN -{2} AND {2}", out.empty() ? "" : " OR ", quote_identifier(column.id),
                         expression.operand_limit);
    }
    return out.empty() ? "" : fmt::format("SELECT 1 FROM rows AS row WHERE row._row = ?1 AND ({})", out);
  }

  void add(const FormPlace& place, const std::string& text, const Concern& concern, const Rule* rule,
           const form::ValueSpec* required) {
    Parts parts;
    const FormPlace when{place.list, place.id, "when"};
    bool right = read(place, text, parts.check, parts.all);
    if (rule != nullptr && !rule->when.empty()) right = read(when, rule->when, parts.when, parts.all) && right;
    if (rule != nullptr && rule->key) right = read(place, rule->key->right, parts.right, parts.all) && right;
    if (!right) return;
    if (rule != nullptr) add_right_side(*rule, parts);
    for (const std::string& column : parts.all.lookups) sandbox_.index(column);
    // By itself first, so that a mistake is shown in the expression in which it stands.
    if (!parts.when.empty() && !compiles(when, rule->when, concern, parts.when)) {
      static_cast<void>(compiles(place, text, concern, parts.check));
      return;
    }
    try {
      out_.push_back(compile(place.id, concern, parts, rule, required));
    } catch (const Error& error) {
      explain(place, text, error);
    }
  }

  // What the number should be: said by a key, or read out of the rule's equation if it is one.
  void add_right_side(const Rule& rule, Parts& parts) {
    if (rule.key) parts.judged = form_.value_spec(rule.key->of);
    const auto found = right_side(rule, form_);
    Expression one;
    if (!found || read_expression(found->sql, names_, one)) return;
    parts.judged = found->judged;
    parts.right = one.sql;
    parts.all.operand_limit = std::min(parts.all.operand_limit, one.operand_limit);
  }

  // Adds what the expression is to `all`.
  bool read(const FormPlace& place, const std::string& text, std::string& sql, Expression& all) {
    Expression one;
    if (auto problem = read_expression(text, names_, one)) {
      report(place, text, {std::move(*problem), ""});
      return false;
    }
    sql = one.sql;
    all.parameters = std::max(all.parameters, one.parameters);
    all.operand_limit = std::min(all.operand_limit, one.operand_limit);
    all.subquery = all.subquery || one.subquery;
    all.names.merge(one.names);
    all.lookups.merge(one.lookups);
    return true;
  }

  bool compiles(const FormPlace& place, const std::string& text, const Concern& concern, const std::string& sql) {
    try {
      static_cast<void>(sandbox_.compile(select(concern, {sql, "", "", {}, nullptr})));
      return true;
    } catch (const Error& error) {
      explain(place, text, error);
      return false;
    }
  }

  CompiledRule compile(const std::string& name, const Concern& concern, const Parts& parts, const Rule* rule,
                       const form::ValueSpec* required) {
    const std::string sql = select(concern, parts);
    CompiledRule out{rule,
                     required,
                     parts.judged,
                     name,
                     sandbox_.compile(concern.rows ? sql + " ORDER BY row._row" : sql),
                     parts.all.parameters,
                     parts.all.operand_limit,
                     parts.all.names,
                     "",
                     "",
                     ""};
    if (!concern.rows || parts.all.subquery) return out;
    out.candidates =
        fmt::format("SELECT row._row FROM rows AS row WHERE row._row > ?1{} ORDER BY row._row", concern.conditions);
    out.single = sql + " AND row._row = ?4";
    out.beyond = beyond(parts.all);
    return out;
  }

  void explain(const FormPlace& place, const std::string& text, const Error& error) {
    report(place, text, explain_sql(std::get<std::string>(error.message().args.front().second), form_, subject_));
  }

  // A form that was read from no file shows the expression instead of the line.
  void report(const FormPlace& place, const std::string& text, SqlProblem problem) {
    problem.message.args.emplace_back("rule", place.id);
    diagnostics_.push_back(
        form::problem_at(form_.file, place, std::move(problem.message), std::move(problem.did_you_mean)));
    if (diagnostics_.back().line == 0) diagnostics_.back().source_line = text;
  }

  // A placeholder without a value would appear in braces on the screen. It is said once for all languages.
  void check_placeholders(const Rule& rule) {
    std::set<std::string> unknown;
    const std::vector<std::string> known = values_of(rule);
    for (const std::string* text : {&rule.message.kk, &rule.message.ru, &rule.message.en}) {
      for (const std::string& name : form::placeholders(*text)) {
        if (std::find(known.begin(), known.end(), name) != known.end() || !unknown.insert(name).second) continue;
        Message message("RULE-PLACEHOLDER", {{"name", name}, {"rule", rule.code}, {"known", form::in_braces(known)}});
        diagnostics_.push_back(
            form::problem_at(form_.file, place_of(form_, rule, "message"), std::move(message), nearest(name, known)));
        if (diagnostics_.back().line == 0) diagnostics_.back().source_line = *text;
      }
    }
  }

  // What a message of the rule may show.
  [[nodiscard]] std::vector<std::string> values_of(const Rule& rule) const {
    std::vector<std::string> out;
    if (rule.key && rule.key->parts.empty()) out = {"_limit"};
    if (rule.key && !rule.key->parts.empty()) out = {"_sum", "_difference"};
    if (rule.scope == form::RuleScope::row) {
      for (const Column& column : form_.columns) out.push_back(column.id);
    }
    for (const form::Field& field : form_.fields) out.push_back(field.id);
    return out;
  }

  const FormDefinition& form_;
  const form::RegisterDefinition* subject_;
  Sandbox& sandbox_;
  Diagnostics& diagnostics_;
  NumberNames names_;
  std::vector<CompiledRule> out_;
};

}  // namespace

std::vector<CompiledRule> compile_rules(const FormDefinition& form, const form::RegisterDefinition* subject,
                                        Sandbox& sandbox, Diagnostics& diagnostics) {
  return Compiler(form, subject, sandbox, diagnostics).run();
}

}  // namespace esep::table
