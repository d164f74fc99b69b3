// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.h"
#include "calendar/working_days.h"
#include "sqlite/database.h"
#include "sqlite/memory_limit.h"
#include "table/token.h"

namespace esep::table {

/// Parameters of a query by name: `:organisation`, `:period` … A parameter that is not given is NULL.
using QueryParameters = std::map<std::string, sqlite::Value>;

/// The parameters that exist.
[[nodiscard]] const std::vector<std::string>& query_parameters();

/// A query that exceeds a limit ends with an error (QUERY-STOPPED with its {name}; for memory SQLITE-ERROR). The time
/// is that of SQLite alone.
struct QueryLimits {
  int64_t steps = 1'000'000'000;  // of SQLite's instructions, for one run
  int64_t memory =
      1'000'000'000;  // bytes, for all of SQLite; `t || t` in one part of WITH after the other takes any amount
  std::chrono::nanoseconds time = std::chrono::seconds(60);  // for one run
  std::chrono::nanoseconds all = std::chrono::minutes(10);   // for all queries and fillings of one database
  sqlite::RunLimit::Clock clock = {};                        // empty: the processor time of the thread
};

/// The tables that queries of form files and summaries may read: views over a register's tables, and tables that the
/// program fills. docs/queries.md lists them for authors. A query is one SELECT (or WITH … SELECT). It must be exact as
/// rules must be (docs/rules.md). An authorizer restricts it to these tables and to the allowed functions, and limits
/// stop a query that runs too long.
class QueryDatabase {
 public:
  using Put = std::function<void(const std::vector<sqlite::Value>&)>;
  using Fill = std::function<void(const QueryParameters&, const Put&)>;

  /// `database`: a separate connection, which gets only temporary tables and views. `calendar` must outlive this.
  QueryDatabase(sqlite::Database database, const calendar::WorkingDays& calendar, const QueryLimits& limits = {});
  QueryDatabase(const QueryDatabase&) = delete;
  QueryDatabase& operator=(const QueryDatabase&) = delete;

  /// A view; `select` is the program's own SQL and may read every table of the database.
  void add_view(const std::string& name, const std::string& select);
  /// How often a table is filled: when a query first names it, or again for each `:period`, `:since` and `:today`.
  enum class Refill { never, by_period };
  /// A table. `fill` gives its rows.
  void add_table(const std::string& name, const std::vector<std::string>& columns, Fill fill,
                 Refill refill = Refill::never);
  /// An index for a filled table whose rows are often looked up by this column. It is made when the table is first
  /// filled.
  void add_index(const std::string& table, const std::string& column);

  /// Computes `a AS (SELECT …), b AS (SELECT …)` once for queries that share it and returns the text to write after
  /// WITH instead. A text that cannot be split is returned unchanged. The rows stay until `release` or the next
  /// `materialize`.
  [[nodiscard]] std::string materialize(const std::string& name, const std::string& with,
                                        const QueryParameters& parameters);
  void release();

  /// Error QUERY-INVALID ({name}, {reason}) if SQLite refuses the query, QUERY-REFUSED ({name}) if `check_query` does.
  /// A step of the statement is QUERY-STOPPED where a limit ends it. `name`: the query's name in messages.
  [[nodiscard]] sqlite::Statement prepare(const std::string& name, std::string_view sql,
                                          const QueryParameters& parameters);
  /// The views and tables that the last prepared query reads, directly or through its own WITH.
  [[nodiscard]] const std::set<std::string>& read_last() const { return read_; }
  /// Why `working_days_after` gave NULL since this was last asked: the calendar ends (CALENDAR-YEAR); nullopt: it did
  /// not.
  [[nodiscard]] std::optional<Message> take_calendar_end() { return std::exchange(calendar_end_, std::nullopt); }
  /// For SQL of the program itself.
  [[nodiscard]] const sqlite::Database& database() const { return database_; }

 private:
  struct Filled {
    size_t columns = 0;
    Fill fill;
    Refill refill = Refill::never;
    std::string filled_for;  // empty: not yet
    std::vector<std::string> indexed;
  };

  void refuse_false_names(const std::string& query, const std::vector<Token>& tokens) const;
  void materialize_part(const std::string& query_name, const std::string& part, const std::string& query,
                        const QueryParameters& parameters);
  void index_key(const std::string& part, const std::string& column);
  void insert_into(const std::string& name, const std::string& table, const std::string& query,
                   const QueryParameters& parameters);
  [[nodiscard]] sqlite::Statement bound(const std::string& name, const std::string& sql,
                                        const std::vector<Token>& tokens, const QueryParameters& parameters) const;
  void fill(const std::string& name, Filled& table, const QueryParameters& parameters);
  void fill_named(const std::set<std::string>& names, const QueryParameters& parameters);

  sqlite::Database database_;
  sqlite::MemoryLimit memory_;
  bool guarded_ = false;
  bool names_main_ = false;  // the query being prepared names the main schema
  std::set<std::string> names_;
  std::set<std::string> read_;
  std::map<std::string, Filled> tables_;
  std::vector<std::string> materialized_;  // parts
  std::optional<Message> calendar_end_;
};

/// The mistake in a query's text: RULE-… of the tokens, QUERY-SELECT (not one SELECT), QUERY-PARAMETER. `names`, if not
/// null, receives the words and quoted names of the text.
[[nodiscard]] std::optional<Message> check_query(std::string_view sql, std::set<std::string>* names = nullptr);

}  // namespace esep::table
