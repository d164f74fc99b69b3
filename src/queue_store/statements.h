// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string_view>
#include <utility>

#include "sqlite/database.h"

namespace esep::queue_store {

/// Statements of one database that are prepared once.
class Statements {
 public:
  /// The database must outlive it.
  explicit Statements(const sqlite::Database& database) : database_(database) {}

  /// A statement on loan. It is reset when the loan ends and keeps its bindings, so bind all of them anew. The same
  /// text must not be on loan twice at a time.
  class Loan {
   public:
    explicit Loan(sqlite::Statement& statement) : statement_(&statement) {}
    ~Loan() {
      if (statement_ != nullptr) statement_->reset();
    }
    Loan(Loan&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Loan& operator=(Loan&&) = delete;
    sqlite::Statement& operator*() const { return *statement_; }
    sqlite::Statement* operator->() const { return statement_; }

   private:
    sqlite::Statement* statement_;
  };

  /// `text` must be a literal.
  [[nodiscard]] Loan get(std::string_view text) const {
    auto at = statements_.find(text);
    if (at == statements_.end()) at = statements_.emplace(text, database_.prepare(text)).first;
    return Loan(at->second);
  }

 private:
  const sqlite::Database& database_;
  mutable std::map<std::string_view, sqlite::Statement> statements_;
};

}  // namespace esep::queue_store
