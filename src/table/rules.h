// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "form/register_definition.h"
#include "table/form_table.h"

namespace esep::table {

/// What a rule may read besides the rows.
struct RuleContext {
  std::map<std::string, form::Value> head;     // heading fields by id
  std::map<std::string, form::Value> subject;  // the subject's register row by column id; empty: none
  std::optional<calendar::Date> period_start;
  std::optional<calendar::Date> period_end;
  calendar::Date received_on;
};

/// A violated rule at a place.
struct RuleHit {
  const form::Rule* rule = nullptr;  // nullptr: a required_if of `column`
  std::string column;                // id of the column or field it points at; may be empty
  int64_t sheet_row = 0;             // 0: the table as a whole
  std::map<std::string, form::Value> row;  // values of the row, for the message's placeholders
};

/// The rules of one form, prepared once in a sandboxed scratch database and run for many submissions.
///
/// In an expression: `row.<column>` (scope row), `rows` (table of all rows: _row, _record, _first and the columns), `head.<field>`,
/// `subject.<column>`, `previous` (rows of the last accepted report of the same key and an earlier period),
/// `period_start`, `period_end`, `received_on` (ISO texts). Decimals are exact integers of ten-thousandths: compare, add and
/// subtract them as they are; `dec('0.5')`, `dec(integer)`, `dec_mul`, `dec_div`, `dec_sum`, `dec_cmp`. Dates are ISO texts;
/// `days_between(a, b)`. Refused: bare `*` `/`, avg, total, round, real literals where decimals take part, every
/// function not on the allow-list, subqueries of anything but rows and previous, recursion, PRAGMA, ATTACH.
/// A rule of scope row that points at a head column of a grouped form runs on the first row of each record only.
class RuleRunner {
 public:
  /// Rules that do not prepare are diagnostics (RULE-…) with the rule's code.
  RuleRunner(const form::FormDefinition& form, const form::RegisterDefinition* subject, Diagnostics& diagnostics);
  ~RuleRunner();
  RuleRunner(RuleRunner&&) noexcept;
  RuleRunner& operator=(RuleRunner&&) noexcept;

  /// Empties `rows` and `previous` for the next submission.
  void clear();
  void add_row(const TypedRow& row);
  void add_previous_row(const TypedRow& row);
  /// At most `limit` hits in sheet order; a rule that exceeds its step budget is a hit-free Diagnostic RULE-TIMEOUT.
  [[nodiscard]] std::vector<RuleHit> run(const RuleContext& context, size_t limit, Diagnostics& diagnostics);
  /// The rows added, in order (what is then stored).
  [[nodiscard]] std::unique_ptr<RowReader> rows() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace esep::table
