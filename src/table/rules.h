// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "form/register_definition.h"
#include "sqlite/run_limit.h"
#include "table/form_table.h"

namespace esep::table {

/// The values that a rule may read besides the rows.
struct RuleContext {
  std::map<std::string, form::Value> head;     // heading fields by id
  std::map<std::string, form::Value> subject;  // the subject's register row by column id; empty: none
  std::optional<calendar::Date> period_start;
  std::optional<calendar::Date> period_end;
  calendar::Date received_on;
  std::string stage;  // id; empty: the form has none, and rules of certain stages are silent
};

/// A violated rule, a blank cell that a required_if requires, or a row for which the rule could not be computed.
struct RuleHit {
  const form::Rule* rule = nullptr;               // nullptr: a required_if of `column`
  std::string column;                             // id of the column or field of the finding; may be empty
  int64_t sheet_row = 0;                          // 0: the table as a whole
  std::map<std::string, form::Value> row;         // values of row and heading by id, for the message's placeholders
  std::optional<Message> failure = std::nullopt;  // why it could not be computed here
  /// Of a rule with a key: its limit, or what the value should be. Of another rule that is an equation: what the value
  /// at `column` should be.
  form::Value right = {};
  /// Every name that the expression reads (table/expression.h); it lives as long as the runner.
  const std::set<std::string>* reads = nullptr;
  bool is_unsure = false;  // nobody can vouch for `right` (report/read/right_values.h)
};

/// The processor time that the rules of one report may take, beside their steps: one step may search a long text. The
/// bounds are far above what a rule needs; they end what nobody would wait for. Both grow with the rows.
struct RuleTime {
  std::chrono::nanoseconds rule = std::chrono::seconds(4);  // one rule, or one rule at one row
  std::chrono::nanoseconds all = std::chrono::seconds(20);  // all rules together
  std::chrono::nanoseconds rule_row = std::chrono::microseconds(500);
  std::chrono::nanoseconds all_row = std::chrono::milliseconds(2);
  sqlite::RunLimit::Clock clock = {};  // empty: the processor time of the thread
};

/// The rules of one form, prepared once in a sandboxed scratch database and run for many submissions. docs/rules.md
/// describes the language for form authors.
///
/// In an expression: `row.<column>` (scope row), `head.<field>`, `subject.<column>`, `period_start`, `period_end`,
/// `received_on` (ISO texts); in subqueries the tables `rows` (_row, _record, _first and the columns), `previous` (rows
/// of the last accepted report of the same key and an earlier period), `head` and `subject`. Decimals are exact
/// integers of ten-thousandths: compare, add and subtract them directly, and use `dec('0.5')`, `dec(integer)`,
/// `dec_mul`, `dec_div`, `dec_sum`, `dec_cmp`. A rule that is true or NULL holds. A rule of scope row for a head column
/// of a grouped form, and a required_if of such a column, run only on the first row of each record. A required_if of a
/// column in a parallel list runs on rows where another cell of the list's item is filled. If the list has one column,
/// it runs once for a record without an item. A required_if of a heading field gives a hit of row 0.
class RuleRunner {
 public:
  /// A rule that cannot be prepared is a diagnostic (RULE-…): {rule} is the rule's code or the column's id, and the
  /// source line is the expression. The runner runs the other rules. `form` must outlive the runner.
  RuleRunner(const form::FormDefinition& form, const form::RegisterDefinition* subject, Diagnostics& diagnostics,
             const RuleTime& time = {});
  ~RuleRunner();
  RuleRunner(RuleRunner&&) noexcept;
  RuleRunner& operator=(RuleRunner&&) noexcept;

  /// Empties `rows` and `previous` for the next submission.
  void clear();
  void add_row(const TypedRow& row);
  void add_previous_row(const TypedRow& row);
  /// Puts another value into an added row; in a column of a record's head, into every row of the record.
  void put(int64_t sheet_row, const std::string& column, const form::Value& value);
  /// At most `limit` hits in sheet order, beginning with those of the whole table (row 0). If a rule cannot be computed
  /// exactly for a row (RULE-OVERFLOW, RULE-DIVISION, RULE-NOT-DECIMAL, RULE-FAILED), the row is a hit with a
  /// `failure`, and the rule goes on. A rule of scope table, or with a subquery, ends with a diagnostic instead. So
  /// does a rule that fails for more than kMaxFailedRows rows or takes too many steps (RULE-TIMEOUT). Its earlier hits
  /// stay. Error RULE-TIME: a rule exceeds its time. That says nothing of the report, for another computer may be
  /// faster; so nobody may accept or reject it.
  static constexpr int kMaxFailedRows = 100;
  [[nodiscard]] std::vector<RuleHit> run(const RuleContext& context, size_t limit, Diagnostics& diagnostics);
  /// The rows added, in order; these are the rows to store.
  [[nodiscard]] std::unique_ptr<RowReader> rows() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace esep::table
