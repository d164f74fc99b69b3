// SPDX-License-Identifier: MIT
#include "table/rules.h"

#include <set>

#include "base/error.h"
#include "table/expression.h"
#include "table/functions.h"

namespace esep::table {
namespace {

using form::Column;
using form::FormDefinition;
using form::Rule;
using form::Value;

constexpr int64_t kStepLimit = 200'000'000;  // seconds, not minutes, on an office computer
constexpr int kScratch = 1;                  // the one "submission" of the scratch tables

// The action codes of sqlite3_set_authorizer that a rule needs (sqlite3.h: SQLITE_READ, SELECT, FUNCTION, RECURSIVE).
constexpr int kRead = 20;
constexpr int kSelect = 21;
constexpr int kFunction = 31;

constexpr std::string_view kContext = "context";

std::string column_type(const Column& column) {
  const bool integer = !column.multiple && column.pattern.empty() &&
                       (form::is_numeric_type(column.type) || column.type == form::ColumnType::yes_no);
  return integer ? " INTEGER" : " TEXT";
}

// A one-row table of the given columns ("head", "subject").
std::string one_row_ddl(std::string_view name, const std::vector<const Column*>& columns) {
  std::string out = "CREATE TABLE " + quote_identifier(name) + "(_one INTEGER";
  for (const Column* column : columns) out += ", " + quote_identifier(column->id) + column_type(*column);
  return out + ") STRICT;";
}

sqlite::Value to_sql(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<int64_t>(&value)) return *number;
  if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->units();
  if (const auto* date = std::get_if<calendar::Date>(&value)) return date->iso();
  if (const auto* yes = std::get_if<bool>(&value)) return int64_t{*yes ? 1 : 0};
  return std::monostate{};
}

struct Compiled {
  const Rule* rule = nullptr;        // nullptr: a required_if
  const Column* required = nullptr;  // its column
  sqlite::Statement statement;
};

}  // namespace

struct RuleRunner::Impl {
  const FormDefinition* form;
  std::vector<const Column*> head_columns;
  std::vector<const Column*> subject_columns;
  std::set<std::string> decimals;
  sqlite::Database database = sqlite::Database::temporary();
  std::unique_ptr<FormTable> rows_table;  // submission 1: the report at hand, 0: the one before
  std::unique_ptr<RowWriter> rows_writer;
  std::vector<Compiled> compiled;

  void open();
  void compile(Diagnostics& diagnostics);
  std::string select(const std::string& expression, bool table_scope, bool first_only, const std::string& blank) const;
  void add(const Rule* rule, const Column* required, const std::string& expression, const std::string& sql, const std::string& code,
           Diagnostics& diagnostics);
  void fill_context(const RuleContext& context);
  void fill(std::string_view name, const std::vector<const Column*>& columns, const std::map<std::string, Value>& values);
  RuleHit hit(const Compiled& compiled_rule) const;
};

void RuleRunner::Impl::open() {
  database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000");
  add_functions(database);
  rows_table = std::make_unique<FormTable>(*form);
  database.execute(rows_table->ddl(false));
  std::string columns;
  for (const Column& column : form->columns) columns += ", " + quote_identifier(column.id);
  const std::string view_body = "SELECT _row, _record, _first" + columns + " FROM " + quote_identifier(rows_table->name()) + " WHERE _submission = ";
  database.execute("CREATE VIEW rows AS " + view_body + "1; CREATE VIEW previous AS " + view_body + "0;");
  database.execute(one_row_ddl("head", head_columns) + one_row_ddl("subject", subject_columns) +
                   "CREATE TABLE context(period_start TEXT, period_end TEXT, received_on TEXT) STRICT;");
  rows_writer = std::make_unique<RowWriter>(database, *rows_table);
  database.execute("BEGIN");
}

// Row scope: one line for every row that violates; table scope: one line if the table does.
std::string RuleRunner::Impl::select(const std::string& expression, bool table_scope, bool first_only, const std::string& blank) const {
  std::string columns;
  for (const Column& column : form->columns) columns += ", row." + quote_identifier(column.id);
  if (table_scope) {
    return "SELECT 0 FROM context, head, subject WHERE NOT (\n" + expression + "\n)";
  }
  std::string out = "SELECT row._row" + columns + " FROM rows AS row, context, head, subject WHERE ";
  if (first_only) out += "row._first = 1 AND ";
  out += blank.empty() ? "NOT (\n" + expression + "\n)" : blank + " AND (\n" + expression + "\n)";
  return out + " ORDER BY row._row";
}

void RuleRunner::Impl::add(const Rule* rule, const Column* required, const std::string& expression, const std::string& sql,
                           const std::string& code, Diagnostics& diagnostics) {
  const auto report = [&](Message message) {
    message.args.emplace_back("rule", code);
    std::string key = message.key;
    diagnostics.push_back({Severity::error, form->file, 0, 0, expression, std::move(key), std::move(message), ""});
  };
  if (auto problem = objection(expression, decimals)) {
    report(std::move(*problem));
    return;
  }
  try {
    compiled.push_back({rule, required, database.prepare(sql)});
  } catch (const Error& error) {
    report(Message("RULE-SQL", {{"reason", std::get<std::string>(error.message().args.front().second)}}));
  }
}

void RuleRunner::Impl::compile(Diagnostics& diagnostics) {
  database.set_limit(1 /* SQLITE_LIMIT_SQL_LENGTH */, 200'000);
  database.set_limit(3 /* SQLITE_LIMIT_EXPR_DEPTH */, 200);
  database.set_limit(4 /* SQLITE_LIMIT_COMPOUND_SELECT */, 8);
  database.set_limit(8 /* SQLITE_LIMIT_LIKE_PATTERN_LENGTH */, 200);
  database.set_limit(0 /* SQLITE_LIMIT_LENGTH */, 4'000'000);
  database.set_limit(7 /* SQLITE_LIMIT_ATTACHED */, 0);
  const std::string table = rows_table->name();
  database.set_authorizer([table](const sqlite::Access& access) {
    if (access.action == kSelect) return true;
    if (access.action == kFunction) return is_allowed_function(access.second);
    if (access.action != kRead) return false;
    return access.first == table || access.first == "rows" || access.first == "previous" || access.first == "head" ||
           access.first == "subject" || access.first == kContext;
  });
  for (const Rule& rule : form->rules) {
    const bool table_scope = rule.scope == form::RuleScope::table;
    const bool grouped = form->rows.kind == form::RowKind::grouped;
    const bool first_only = grouped && !rule.column.empty() && form->column(rule.column) != nullptr && form->is_head_column(rule.column);
    add(&rule, nullptr, rule.check, select(rule.check, table_scope, first_only, ""), rule.code, diagnostics);
  }
  for (const Column& column : form->columns) {
    if (column.required_if.empty()) continue;
    const bool first_only = form->rows.kind == form::RowKind::grouped && form->is_head_column(column.id);
    add(nullptr, &column, column.required_if,
        select(column.required_if, false, first_only, "row." + quote_identifier(column.id) + " IS NULL"), column.id, diagnostics);
  }
  database.set_authorizer({});
}

void RuleRunner::Impl::fill(std::string_view name, const std::vector<const Column*>& columns, const std::map<std::string, Value>& values) {
  database.execute("DELETE FROM " + quote_identifier(name));
  std::string sql = "INSERT INTO " + quote_identifier(name) + " VALUES(1";
  for (size_t i = 0; i < columns.size(); ++i) sql += ",?";
  auto insert = database.prepare(sql + ")");
  for (size_t i = 0; i < columns.size(); ++i) {
    const auto at = values.find(columns[i]->id);
    insert.bind(static_cast<int>(i) + 1, at == values.end() ? sqlite::Value{} : to_sql(at->second));
  }
  insert.run();
}

void RuleRunner::Impl::fill_context(const RuleContext& context) {
  fill("head", head_columns, context.head);
  fill("subject", subject_columns, context.subject);
  database.execute("DELETE FROM context");
  auto insert = database.prepare("INSERT INTO context VALUES(?,?,?)");
  const auto iso = [](const std::optional<calendar::Date>& date) { return date ? sqlite::Value(date->iso()) : sqlite::Value{}; };
  insert.bind(1, iso(context.period_start)).bind(2, iso(context.period_end)).bind(3, context.received_on.iso()).run();
}

RuleHit RuleRunner::Impl::hit(const Compiled& one) const {
  RuleHit out;
  out.rule = one.rule;
  out.column = one.rule != nullptr ? one.rule->column : one.required->id;
  out.sheet_row = one.statement.integer(0);
  for (size_t i = 0; i < form->columns.size() && static_cast<int>(i) + 1 < one.statement.column_count(); ++i) {
    const Column& column = form->columns[i];
    const int at = static_cast<int>(i) + 1;
    if (one.statement.is_null(at)) {
      out.row[column.id] = Value{};
    } else if (form::is_decimal_type(column.type) && !column.multiple) {
      out.row[column.id] = Decimal::from_units(one.statement.integer(at));
    } else if (column.type == form::ColumnType::date && !column.multiple) {
      const auto date = calendar::Date::parse_iso(one.statement.text_view(at));
      out.row[column.id] = date ? Value(*date) : Value(one.statement.text(at));
    } else {
      out.row[column.id] = one.statement.text(at);
    }
  }
  return out;
}

RuleRunner::RuleRunner(const FormDefinition& form, const form::RegisterDefinition* subject, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>()) {
  impl_->form = &form;
  for (const Column& field : form.fields) impl_->head_columns.push_back(&field);
  if (subject != nullptr) {
    for (const auto& column : subject->columns) impl_->subject_columns.push_back(&column.column);
  }
  for (const auto* list : {&form.columns, &form.fields}) {
    for (const Column& column : *list) {
      if (form::is_decimal_type(column.type)) impl_->decimals.insert(column.id);
    }
  }
  impl_->open();
  impl_->compile(diagnostics);
}

RuleRunner::~RuleRunner() = default;
RuleRunner::RuleRunner(RuleRunner&&) noexcept = default;
RuleRunner& RuleRunner::operator=(RuleRunner&&) noexcept = default;

void RuleRunner::clear() {
  for (Compiled& one : impl_->compiled) one.statement.reset();
  impl_->database.execute("DELETE FROM " + quote_identifier(impl_->rows_table->name()));
}

void RuleRunner::add_row(const TypedRow& row) { impl_->rows_writer->insert(kScratch, row); }
void RuleRunner::add_previous_row(const TypedRow& row) { impl_->rows_writer->insert(0, row); }

std::vector<RuleHit> RuleRunner::run(const RuleContext& context, size_t limit, Diagnostics& diagnostics) {
  std::vector<RuleHit> out;
  impl_->fill_context(context);
  impl_->database.set_step_limit(kStepLimit);
  for (Compiled& one : impl_->compiled) {
    try {
      while (out.size() < limit && one.statement.step()) out.push_back(impl_->hit(one));
    } catch (const Error& error) {
      const bool timeout = error.message().key == "SQLITE-INTERRUPTED";
      const char* key = timeout ? "RULE-TIMEOUT" : "RULE-FAILED";
      diagnostics.push_back({Severity::error, impl_->form->file, 0, 0, "", key,
                             Message(key, {{"rule", one.rule != nullptr ? one.rule->code : one.required->id},
                                           {"reason", std::get<std::string>(error.message().args.front().second)}}), ""});
    }
    one.statement.reset();
  }
  impl_->database.set_step_limit(0);
  return out;
}

std::unique_ptr<RowReader> RuleRunner::rows() const {
  return std::make_unique<RowReader>(impl_->database, *impl_->rows_table, kScratch);
}

}  // namespace esep::table
