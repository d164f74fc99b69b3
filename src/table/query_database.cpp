// SPDX-License-Identifier: MIT
#include "table/query_database.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/core.h>

#include "base/error.h"
#include "base/text.h"
#include "sqlite/transaction.h"
#include "table/expression.h"
#include "table/form_table.h"
#include "table/functions.h"
#include "table/sqlite_codes.h"

namespace esep::table {
namespace {

// A text may grow to some hundred times the longest cell, not to the memory of the computer.
constexpr int kLongest = 16'000'000;

constexpr int64_t kMostToPrepare = int64_t{32} << 20;

constexpr std::array<std::string_view, 3> kMoreFunctions{"group_concat", "row_number", "working_days_after"};

bool is_query_function(std::string_view name) {
  return is_allowed_function(name) ||
         std::find(kMoreFunctions.begin(), kMoreFunctions.end(), name) != kMoreFunctions.end();
}

// NULL beyond the calendar: a query over many rows must not end because of one far date. Whoever asked says it.
void working_days_after(const sqlite::FunctionCall& call, const calendar::WorkingDays& calendar,
                        std::optional<Message>& end) {
  const auto date_value = call.arg(0);
  const auto count_value = call.arg(1);
  const auto* text = std::get_if<std::string>(&date_value);
  const auto* count = std::get_if<int64_t>(&count_value);
  const auto start = text == nullptr ? std::nullopt : calendar::Date::parse_iso(*text);
  constexpr int64_t kMost = 400;
  if (!start || count == nullptr || *count < 0 || *count > kMost) return call.result(std::monostate{});
  try {
    calendar::Date day = *start;
    for (int64_t left = *count; left > 0;) {
      day = day.plus_days(1);
      if (calendar.is_working(day)) --left;
    }
    call.result(day.iso());
  } catch (const Error& error) {
    if (!end) end = error.message();
    call.result(std::monostate{});
  }
}

// `:name` → ?N, so that a parameter is bound by its place in the list.
std::string numbered(std::string_view sql, const std::vector<Token>& tokens) {
  std::string out;
  size_t copied = 0;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::parameter) continue;
    const auto& known = query_parameters();
    const auto at = std::find(known.begin(), known.end(), token.text);
    out += sql.substr(copied, token.begin - copied);
    out += "?" + std::to_string(at - known.begin() + 1);
    copied = token.end;
  }
  return out + std::string(sql.substr(copied));
}

// SQLite accepts a quoted name in any case; all our names are in lower case.
std::string name_of(const Token& token) { return token.is_name() ? ascii_lower(token.text) : std::string(); }

// Whether the name at `i` is that of a part in WITH: `x AS (`, `x(a, b) AS (`, `x AS NOT MATERIALIZED (`.
bool defines_part(const std::vector<Token>& tokens, size_t i) {
  size_t next = i + 1;
  if (next < tokens.size() && tokens[next].is("(")) {
    while (next < tokens.size() && !tokens[next].is(")")) ++next;
    ++next;
  }
  if (next + 1 >= tokens.size() || !tokens[next].is_word("as")) return false;
  const Token& behind = tokens[next + 1];
  return behind.is("(") || behind.is_word("not") || behind.is_word("materialized");
}

std::string reason_of(const Error& error) {
  for (const auto& [name, value] : error.message().args) {
    const auto* text = std::get_if<std::string>(&value);
    if (name == "reason" && text != nullptr) return *text;
  }
  return error.message().key;
}

}  // namespace

const std::vector<std::string>& query_parameters() {
  static const std::vector<std::string> kNames{"organisation", "subject", "period", "period_start", "period_end",
                                               "stage",        "since",   "today",  "lang",         "occurrence"};
  return kNames;
}

std::optional<Message> check_query(std::string_view sql, std::set<std::string>* names) {
  std::vector<Token> tokens;
  if (auto problem = tokenize(sql, tokens, Dialect::query)) return problem;
  if (tokens.empty() || !(tokens.front().is_word("select") || tokens.front().is_word("with"))) {
    return Message("QUERY-SELECT");
  }
  if (auto problem = check_balance(tokens)) return problem;
  if (auto problem = check_exact(tokens)) return problem;
  for (const Token& token : tokens) {
    if (names != nullptr && token.is_name()) names->insert(name_of(token));
    if (token.kind != Token::Kind::parameter) continue;
    const auto& known = query_parameters();
    if (std::find(known.begin(), known.end(), token.text) != known.end()) continue;
    return Message("QUERY-PARAMETER", {{"name", token.text}, {"known", join(known, ", ")}});
  }
  return std::nullopt;
}

QueryDatabase::QueryDatabase(sqlite::Database database, const calendar::WorkingDays& calendar,
                             const QueryLimits& limits)
    : database_(std::move(database)), memory_(limits.memory) {
  database_.execute("PRAGMA temp_store = FILE; PRAGMA temp.cache_size = -4000");  // small tables never leave memory
  database_.set_limit(kLength, kLongest);
  database_.set_run_limit({limits.steps, limits.time, limits.all, limits.clock});
  add_functions(database_);
  database_.add_function("working_days_after", 2, [&calendar, this](const sqlite::FunctionCall& call) {
    working_days_after(call, calendar, calendar_end_);
  });
  database_.set_authorizer([this](const sqlite::Access& access) {
    if (!guarded_ || access.action == kSelect) return true;
    if (access.action == kFunction)
      return names_.contains(std::string(access.trigger)) || is_query_function(access.second);
    if (access.action != kRead) return false;
    // Of the register's own tables, only those that our views read.
    const auto ours = [&](std::string_view name) {
      const auto at = names_.find(ascii_lower(name));
      if (at != names_.end()) read_.insert(*at);
      return at != names_.end();
    };
    if (ours(access.trigger)) return true;
    // SQLite names a table without read columns as the query does: without a database (ours come first), or in
    // capitals. It names one of a merged view as the view does, with "main".
    const std::string where = ascii_lower(access.database);
    if (where == "main") return access.second.empty() && !names_main_;
    return (where.empty() || where == "temp") && ours(access.first);
  });
}

void QueryDatabase::add_view(const std::string& name, const std::string& select) {
  database_.execute(fmt::format("CREATE TEMP VIEW {} AS {}", quote_identifier(name), select));
  names_.insert(name);
}

void QueryDatabase::add_table(const std::string& name, const std::vector<std::string>& columns, Fill fill,
                              Refill refill) {
  std::vector<std::string> quoted;
  for (const std::string& column : columns) quoted.push_back(quote_identifier(column));
  database_.execute(fmt::format("CREATE TEMP TABLE {}({})", quote_identifier(name), join(quoted, ", ")));
  names_.insert(name);
  tables_[name] = {columns.size(), std::move(fill), refill, "", {}};
}

void QueryDatabase::add_index(const std::string& table, const std::string& column) {
  tables_.at(table).indexed.push_back(column);
}

void QueryDatabase::fill_named(const std::set<std::string>& names, const QueryParameters& parameters) {
  std::string period = "for";
  for (const char* name : {"period", "since", "today"}) {
    const auto at = parameters.find(name);
    const auto* text = at == parameters.end() ? nullptr : std::get_if<std::string>(&at->second);
    period += "\n" + (text == nullptr ? std::string() : *text);
  }
  for (const std::string& name : names) {
    const auto at = tables_.find(name);
    if (at == tables_.end()) continue;
    Filled& table = at->second;
    if (!table.filled_for.empty() && (table.refill == Refill::never || table.filled_for == period)) continue;
    fill(name, table, parameters);
    table.filled_for = period;  // last, so that a table is filled again after a failure
  }
}

// One transaction, because one for each row would double the time. The function that fills a table may query others.
void QueryDatabase::fill(const std::string& name, Filled& table, const QueryParameters& parameters) {
  std::string marks = "?";
  for (size_t i = 1; i < table.columns; ++i) marks += ",?";
  const std::string quoted = "temp." + quote_identifier(name);
  std::optional<sqlite::Transaction> whole;
  if (!database_.in_transaction()) whole.emplace(database_, sqlite::Transaction::Begin::deferred);
  try {
    database_.execute("DELETE FROM " + quoted);
    auto insert = database_.prepare(fmt::format("INSERT INTO {} VALUES({})", quoted, marks));
    table.fill(parameters, [&](const std::vector<sqlite::Value>& row) {
      insert.clear_bindings();
      for (size_t i = 0; i < row.size(); ++i) insert.bind(static_cast<int>(i) + 1, row[i]);
      insert.run();
    });
    for (const std::string& column : table.indexed) {
      database_.execute(fmt::format("CREATE INDEX IF NOT EXISTS temp.{} ON {}({})",
                                    quote_identifier(name + "." + column), quote_identifier(name),
                                    quote_identifier(column)));
    }
    if (whole) whole->commit();
  } catch (const Error&) {
    for (auto& [other, filled] : tables_) filled.filled_for.clear();  // rolled back with this one
    throw;
  }
}

// `WITH grants AS (…)` would use the name of our table and so could read anything.
void QueryDatabase::refuse_false_names(const std::string& query, const std::vector<Token>& tokens) const {
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!names_.contains(name_of(tokens[i])) || !defines_part(tokens, i)) continue;
    throw Error(Message("QUERY-REFUSED", {{"name", query}}),
                Message("QUERY-NAME", {{"rule", query}, {"name", tokens[i].text}}));
  }
}

sqlite::Statement QueryDatabase::bound(const std::string& name, const std::string& sql,
                                       const std::vector<Token>& tokens, const QueryParameters& parameters) const {
  // A part of WITH that others read twice doubles with each; the bound on a query itself is for its rows.
  std::optional<sqlite::MemoryLimit> preparing(kMostToPrepare);
  auto statement = database_.prepare(sql);
  preparing.reset();
  statement.say_when_stopped(Message("QUERY-STOPPED", {{"name", name}}));
  const auto& known = query_parameters();
  std::set<std::string> used;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::parameter) used.insert(token.text);
  }
  for (const std::string& one : used) {
    const auto at = parameters.find(one);
    if (at != parameters.end())
      statement.bind(static_cast<int>(std::find(known.begin(), known.end(), one) - known.begin()) + 1, at->second);
  }
  return statement;
}

void QueryDatabase::insert_into(const std::string& name, const std::string& table, const std::string& query,
                                const QueryParameters& parameters) {
  std::vector<Token> tokens;
  static_cast<void>(tokenize(query, tokens, Dialect::query));
  bound(name, fmt::format("INSERT INTO {} {}", table, numbered(query, tokens)), tokens, parameters).run();
}

sqlite::Statement QueryDatabase::prepare(const std::string& name, std::string_view sql,
                                         const QueryParameters& parameters) {
  std::set<std::string> names;
  if (auto problem = check_query(sql, &names)) {
    problem->args.emplace_back("rule", name);
    throw Error(Message("QUERY-REFUSED", {{"name", name}}), *problem);
  }
  fill_named(names, parameters);
  std::vector<Token> tokens;
  static_cast<void>(tokenize(sql, tokens, Dialect::query));
  refuse_false_names(name, tokens);
  read_.clear();
  names_main_ = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return name_of(token) == "main"; });
  guarded_ = true;
  try {
    auto statement = bound(name, numbered(sql, tokens), tokens, parameters);
    guarded_ = false;
    return statement;
  } catch (const Error& error) {
    guarded_ = false;
    if (reason_of(error).find("memory") != std::string::npos) throw Error(Message("QUERY-HEAVY", {{"name", name}}));
    throw Error(Message("QUERY-INVALID", {{"name", name}, {"reason", reason_of(error)}}));
  }
}

}  // namespace esep::table
