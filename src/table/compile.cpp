// SPDX-License-Identifier: MIT
#include "table/compile.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "table/expression.h"
#include "table/sql_problem.h"
#include "table/storage.h"

namespace esep::table {
namespace {

using form::Column;
using form::FormDefinition;
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
std::string enclosed(const std::string& expression) { return "(\n" + expression + "\n)"; }

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
      add(rule.code, rule.check, concern(rule), &rule, nullptr);
      check_placeholders(rule);
    }
    for (const form::Field& field : form_.fields) {
      if (!field.required_if.empty()) add(field.id, field.required_if, concern_of_field(field), nullptr, &field);
    }
    for (const Column& column : form_.columns) {
      if (!column.required_if.empty()) add(column.id, column.required_if, concern(column), nullptr, &column);
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

  bool grouped() const { return form_.rows.kind == form::RowKind::grouped; }

  std::string rows_select() const {
    return "SELECT row._row" + column_names(columns_of(form_), "row.") + kFrom + " CROSS JOIN rows AS row" + kWhere;
  }

  Concern concern(const Rule& rule) const {
    if (rule.scope == form::RuleScope::table) return {false, "", true};
    const bool of_record = grouped() && form_.column(rule.column) != nullptr && form_.is_head_column(rule.column);
    return {true, of_record ? " AND row._first = 1" : "", true};
  }

  Concern concern(const Column& column) {
    return {true, " AND row." + quote_identifier(column.id) + " IS NULL" + item_condition(column), false};
  }

  static Concern concern_of_field(const form::Field& field) {
    return {false, " AND head." + quote_identifier(field.id) + " IS NULL", false};
  }

  std::string select(const Concern& concern, const std::string& expression) const {
    return (concern.rows ? rows_select() : std::string("SELECT 0") + kFrom + kWhere) + concern.conditions +
           (concern.negated ? " AND NOT " : " AND ") + enclosed(expression);
  }

  // A record's head stands in its first row. An item of a parallel list exists if another of its cells is filled. A
  // list of one column is blank if no row of the record has a value; the record's first row then gets the finding.
  std::string item_condition(const Column& column) {
    if (!grouped()) return "";
    std::string others;
    const int list = form_.list_of(column.id);
    for (const Column& other : form_.columns) {
      if (list < 0 || other.id == column.id || form_.list_of(other.id) != list) continue;
      others += (others.empty() ? "row." : " OR row.") + quote_identifier(other.id) + " IS NOT NULL";
    }
    if (!others.empty()) return " AND (" + others + ")";
    if (list < 0) return " AND row._first = 1";
    sandbox_.index("_record");
    return " AND row._first = 1 AND NOT EXISTS (SELECT 1 FROM rows AS _item WHERE _item._record = row._record AND "
           "_item." +
           quote_identifier(column.id) + " IS NOT NULL)";
  }

  // Checks whether the numbers of a row that the expression reads are too large for its + and -.
  std::string beyond(const Expression& expression) const {
    const std::string limit = std::to_string(expression.operand_limit);
    std::string out;
    for (const Column& column : form_.columns) {
      if (number_kind(column) == NumberKind::none || !expression.names.contains(column.id)) continue;
      out += (out.empty() ? "row." : " OR row.") + quote_identifier(column.id) + " NOT BETWEEN -" + limit + " AND " +
             limit;
    }
    return out.empty() ? "" : "SELECT 1 FROM rows AS row WHERE row._row = ?1 AND (" + out + ")";
  }

  void add(const std::string& name, const std::string& text, const Concern& concern, const Rule* rule,
           const form::ValueSpec* required) {
    Expression expression;
    if (auto problem = read_expression(text, names_, expression)) {
      return report(name, text, {std::move(*problem), ""});
    }
    for (const std::string& column : expression.lookups) sandbox_.index(column);
    try {
      const std::string sql = select(concern, expression.sql);
      CompiledRule compiled{rule,
                            required,
                            name,
                            sandbox_.compile(concern.rows ? sql + " ORDER BY row._row" : sql),
                            expression.parameters,
                            expression.operand_limit,
                            expression.names,
                            "",
                            "",
                            ""};
      if (concern.rows && !expression.subquery) {
        compiled.candidates =
            "SELECT row._row FROM rows AS row WHERE row._row > ?1" + concern.conditions + " ORDER BY row._row";
        compiled.single = sql + " AND row._row = ?4";
        compiled.beyond = beyond(expression);
      }
      out_.push_back(std::move(compiled));
    } catch (const Error& error) {
      report(name, text, explain_sql(std::get<std::string>(error.message().args.front().second), form_, subject_));
    }
  }

  void report(const std::string& name, const std::string& text, SqlProblem problem) {
    problem.message.args.emplace_back("rule", name);
    const std::string key = problem.message.key;
    diagnostics_.push_back({Severity::error, form_.file.name, 0, 0, text, key, std::move(problem.message),
                            std::move(problem.did_you_mean)});
  }

  // A placeholder without a value would appear in braces on the screen.
  void check_placeholders(const Rule& rule) {
    for (const std::string* text : {&rule.message.kk, &rule.message.ru, &rule.message.en}) {
      for (size_t i = 0; i < text->size(); ++i) {
        const size_t close = text->find('}', i);
        if ((*text)[i] != '{') continue;
        if (i + 1 < text->size() && (*text)[i + 1] == '{') {
          ++i;
          continue;
        }
        if (close == std::string::npos) break;
        check_placeholder(rule, text->substr(i + 1, close - i - 1), *text);
        i = close;
      }
    }
  }

  void check_placeholder(const Rule& rule, const std::string& name, const std::string& text) {
    std::vector<std::string> known;
    for (const form::Field& field : form_.fields) known.push_back(field.id);
    if (rule.scope == form::RuleScope::row) {
      for (const Column& column : form_.columns) known.push_back(column.id);
    }
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    report(rule.code, text, {Message("RULE-PLACEHOLDER", {{"name", name}}), nearest(name, known)});
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
