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

/// Statements that are prepared once and used for every submission. To prepare one takes longer than to run it for a
/// row or two. It must not outlive its Database, which is always the same one.
///
/// Threads: as the Database, one thread at a time.
class StatementCache {
 public:
  /// A statement on loan. When the loan ends, the statement is reset and lets go of its rows and bindings. The same
  /// text must not be on loan twice at a time.
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
  /// The writer of an edition's rows. Makes the table when it is not there, so call it inside a transaction. `form`
  /// need not outlive the call.
  [[nodiscard]] table::RowWriter& writer(sqlite::Database& database, const form::FormDefinition& form);
  /// Call it after a rollback: the rollback may have taken a new table with it.
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
