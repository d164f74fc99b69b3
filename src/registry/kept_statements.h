// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "form/form_definition.h"
#include "sqlite/database.h"
#include "table/form_table.h"

namespace esep::registry {

/// Statements prepared once and used for every submission: for a row or two, reading the SQL takes longer than running
/// it.
class KeptStatements {
 public:
  /// A statement on loan. It is reset, and so lets go of its rows, when the loan ends; two loans of one text at a time
  /// are not possible.
  class Loan {
   public:
    explicit Loan(sqlite::Statement& statement) : statement_(&statement) {}
    ~Loan() {
      statement_->reset();
      statement_->clear_bindings();
    }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    sqlite::Statement& operator*() const { return *statement_; }
    sqlite::Statement* operator->() const { return statement_; }

   private:
    sqlite::Statement* statement_;
  };

  [[nodiscard]] Loan get(const sqlite::Database& database, const std::string& sql);
  /// Writes rows of a form's edition; makes the table when it is not there. `form` need not outlive the call.
  [[nodiscard]] table::RowWriter& writer(sqlite::Database& database, const form::FormDefinition& form);
  /// After a rollback, which may have taken a new table with it.
  void clear() {
    statements_.clear();
    rows_.clear();
  }

 private:
  struct Rows {
    form::FormDefinition form;
    table::FormTable table;
    table::RowWriter writer;
    Rows(sqlite::Database& database, const form::FormDefinition& of);
  };
  std::map<std::string, sqlite::Statement, std::less<>> statements_;
  std::map<std::string, std::unique_ptr<Rows>> rows_;  // by table and hash of the form's text
};

}  // namespace esep::registry
