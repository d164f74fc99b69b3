// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "form/register_definition.h"
#include "sqlite/database.h"
#include "table/form_table.h"
#include "table/rules.h"

namespace esep::table {

/// The scratch database of one form's rules: tables `rows` and `previous`, and one-row tables `head` and `subject`.
/// While rules are compiled and run, an authorizer lets them read only these tables and call only allowed functions. A
/// run's steps and its time are limited by the number of rows.
class Sandbox {
 public:
  Sandbox(const form::FormDefinition& form, const form::RegisterDefinition* subject, const RuleTime& time = {});
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// Adds an index on a column, or on the record ("_record"). Call before the first row.
  void index(const std::string& column);
  /// Throws esep::Error.
  [[nodiscard]] sqlite::Statement compile(const std::string& sql);

  void clear();
  void add_row(const TypedRow& row) { add(rows_.writer, row); }
  void add_previous_row(const TypedRow& row) { add(previous_.writer, row); }
  void put(int64_t sheet_row, const std::string& column, const form::Value& value);
  [[nodiscard]] std::unique_ptr<RowReader> rows() const;

  /// Begins the running of compiled statements, and ends it when destroyed.
  class Run {
   public:
    Run(Sandbox& sandbox, const RuleContext& context);
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    /// Sets the limit of function results.
    void limit_numbers(int64_t limit);
    /// Whether the numbers of the heading and the subject, or of the rows, stay within ±limit. Only ids in `names`
    /// count ("*": all).
    [[nodiscard]] bool heads_within(int64_t limit, const std::set<std::string>& names) const;
    [[nodiscard]] bool rows_within(int64_t limit, const std::set<std::string>& names) const;

   private:
    Sandbox& sandbox_;
    std::map<std::string, int64_t> heads_;  // the largest number by id
  };

 private:
  /// One of the two tables of rows.
  struct Rows {
    FormTable table;
    RowWriter writer;
    sqlite::Statement clear;
    Rows(sqlite::Database& database, const form::FormDefinition& form, const std::string& name);
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
  };

  /// What bounds a run: the rows that it may go through and the largest values in them.
  struct Measure {
    std::vector<int64_t> largest;  // number of each column
    int64_t rows = 0;
    size_t longest_row = 0;
  };

  [[nodiscard]] sqlite::RunLimit run_limit() const;
  void set_rules_of_the_house();
  void add(RowWriter& writer, const TypedRow& row);
  void commit();

  const form::FormDefinition& form_;
  std::vector<const form::ValueSpec*> head_columns_;
  std::vector<const form::ValueSpec*> subject_columns_;
  bool sandboxed_ = false;
  std::shared_ptr<int64_t> number_limit_;
  sqlite::Database database_;
  Rows rows_;
  Rows previous_;
  sqlite::Statement set_head_;
  sqlite::Statement set_subject_;
  Measure measure_;
  RuleTime time_;
};

}  // namespace esep::table
